"""From a finished draft to the document on disk. Imported only when it is needed: it is slow to load."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bruiseaid.engine.outcome import Outcome
from bruiseaid.record.make import make_record
from bruiseaid.record.progress import Draft
from bruiseaid.report.pdf import make_pdf
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder


def make_document(draft: Draft, outcome: Outcome, finished_at: datetime, proved: bool, folder: Path) -> Path:
    """Makes the PDF and writes it into the folder `records` of that folder; its name holds nothing personal."""
    record = make_record(draft, outcome, finished_at=finished_at, proved=proved)
    local = finished_at.astimezone(ZoneInfo(draft.case.protocol.time_zone))
    path = _free(private_folder(folder / "records"), f"{draft.id}-{local:%Y-%m-%d}")
    write_atomically(path, make_pdf(record))
    return path


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: a record is never written over."""
    path, number = folder / f"{stem}.pdf", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.pdf", number + 1
    return path
