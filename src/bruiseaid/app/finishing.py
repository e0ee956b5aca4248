"""From a finished draft to the sealed documents on disk. Imported only when it is needed: it is slow to load."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.outcome import Outcome
from bruiseaid.protocol.reader import files_with_hash
from bruiseaid.record.make import make_record
from bruiseaid.record.progress import Draft
from bruiseaid.report.papers import papers_of
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder
from bruiseaid.store.keys import machine_key


def make_document(
    draft: Draft, outcome: Outcome, finished_at: datetime, proved: bool, folder: Path, rules: Path | None
) -> Path:
    """Makes the sealed PDF and writes it into `records` of that folder; its name holds nothing personal.

    The restricted annex, if there is one, stands beside it under a name that says so. `rules`: the protocol folder.
    """
    record = make_record(draft, outcome, finished_at=finished_at, proved=proved)
    local = finished_at.astimezone(ZoneInfo(draft.case.protocol.time_zone))
    enclosed = files_with_hash(rules or protocol_folder(), record.protocol.sha256)
    shared, *kept_back = papers_of(record, rules=enclosed, signer=machine_key(folder))
    path = _free(private_folder(folder / "records"), f"{draft.id}-{local:%Y-%m-%d}")
    write_atomically(path, shared.data)
    for paper in kept_back:
        write_atomically(_free(path.parent, f"{path.stem}-restricted"), paper.data)
    return path


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: a record is never written over."""
    path, number = folder / f"{stem}.pdf", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.pdf", number + 1
    return path
