"""Writes the record of a case file as a PDF and as text. Imported only when asked for: ReportLab is slow to load."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import Path

from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import Outcome
from bruiseaid.record.case_file import case_as_data
from bruiseaid.record.make import make_record
from bruiseaid.record.progress import Draft

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def record_code(case: Case) -> str:
    """A record code that is the same for the same case file, so that its PDF is too."""
    digest = hashlib.sha256(json.dumps(case_as_data(case), sort_keys=True).encode()).digest()
    return "R-" + "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:6])


def write_documents(
    case: Case, outcome: Outcome, now: datetime, proved: bool, *, pdf: str | None, text: str | None
) -> None:
    """Writes what is asked for.

    Raises:
        OSError: a file could not be written.
    """
    draft = Draft(record_code(case), now, now, case)
    record = make_record(draft, outcome, finished_at=now, proved=proved)
    if pdf:
        from bruiseaid.report.pdf import make_pdf

        Path(pdf).write_bytes(make_pdf(record))
    if text:
        from bruiseaid.report.text import make_text

        Path(text).write_text(make_text(record), encoding="utf-8")
