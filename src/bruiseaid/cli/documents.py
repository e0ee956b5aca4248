"""Writes the record of a case file as a PDF and as text. Imported only when asked for: ReportLab is slow to load."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Literal

from bruiseaid.cli.writing import as_bytes, write_whole
from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import Outcome
from bruiseaid.protocol.reader import files_with_hash
from bruiseaid.record.case_file import case_as_data
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Record
from bruiseaid.record.progress import Draft
from bruiseaid.store.folders import data_folder
from bruiseaid.store.keys import machine_key

NO_RULES = (
    "The protocol folder changed while the record was made, so its rules are not inside the PDF. The PDF is sealed, "
    "but it cannot be replayed. Make it again."
)
NO_ANNEX = "No annex was written: nothing restricted is recorded in this case."
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def record_code(case: Case) -> str:
    """A record code that is the same for the same case file, so that its PDF is too."""
    digest = hashlib.sha256(json.dumps(case_as_data(case), sort_keys=True).encode()).digest()
    return "R-" + "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:6])


def write_documents(
    case: Case,
    outcome: Outcome,
    now: datetime,
    proved: bool,
    *,
    pdf: str | None,
    text: str | None,
    rules: Path | None = None,
    annex: str | None = None,
    portal: str | None = None,
) -> tuple[str, ...]:
    """Writes what is asked for; sentences about what the user should know.

    `rules`: the protocol folder the case was read with; the shipped one if left out. `annex` is where the restricted
    annex goes, if anything restricted was recorded; `portal` the text for a web form.

    Raises:
        OSError: a file could not be written, or the key of this machine could not be made or read.
    """
    record = record_of(case, outcome, now, proved)
    said = _write_pdf(record, Path(pdf), rules or protocol_folder()) if pdf else ()
    if annex:
        said = (*said, *_write_annex(record, Path(annex)))
    if text:
        write_whole(text, as_bytes(record_text(record, "text")))
    if portal:
        write_whole(portal, as_bytes(record_text(record, "portal")))
    return said


def record_of(case: Case, outcome: Outcome, now: datetime, proved: bool) -> Record:
    """The record of a case file, finished at that time."""
    draft = Draft(record_code(case), now, now, case)
    return make_record(draft, outcome, finished_at=now, proved=proved)


def record_text(record: Record, form: Literal["text", "portal"]) -> str:
    """The record as plain text: whole, or in pieces for a borough's web form."""
    if form == "text":
        from bruiseaid.report.text import make_text

        return make_text(record)
    from bruiseaid.report.portal import portal_text

    return portal_text(record)


def _write_pdf(record: Record, path: Path, rules: Path) -> tuple[str, ...]:
    from bruiseaid.report.file.machine_copy import Enclosed
    from bruiseaid.report.pdf import make_pdf

    files = files_with_hash(rules, record.protocol.sha256)
    write_whole(path, make_pdf(record, enclosed=Enclosed(files), signer=machine_key(data_folder())))
    return () if files else (NO_RULES,)


def _write_annex(record: Record, path: Path) -> tuple[str, ...]:
    from bruiseaid.report.annex import has_annex, make_annex

    if not has_annex(record):
        return (NO_ANNEX,)
    write_whole(path, make_annex(record, signer=machine_key(data_folder())))
    return ()
