"""From a finished draft to the document on disk. Imported only when it is needed: it is slow to load."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bruiseaid.engine.outcome import Outcome
from bruiseaid.record.make import make_record
from bruiseaid.record.progress import Draft
from bruiseaid.report.pdf import make_pdf


def make_document(draft: Draft, outcome: Outcome, finished_at: datetime, proved: bool, folder: Path) -> Path:
    """Makes the PDF and writes it into the folder `records` of that folder; its name holds nothing personal."""
    record = make_record(draft, outcome, finished_at=finished_at, proved=proved)
    local = finished_at.astimezone(ZoneInfo(draft.case.protocol.time_zone))
    path = _free(folder / "records", f"{draft.id}-{local:%Y-%m-%d}")
    write_durably(path, make_pdf(record))
    return path


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: a record is never written over."""
    path, number = folder / f"{stem}.pdf", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.pdf", number + 1
    return path


def write_durably(path: Path, data: bytes) -> None:
    """Writes a file so that after a crash there is the whole of it or nothing. Only its owner can read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
