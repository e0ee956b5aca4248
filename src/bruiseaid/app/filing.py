"""Has the papers of a finished draft made, and puts them where they belong. Their names hold nothing personal."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bruiseaid.app.apart import made_apart
from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.outcome import Outcome
from bruiseaid.record.progress import Draft
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder


def make_document(
    draft: Draft, outcome: Outcome, finished_at: datetime, proved: bool, folder: Path, rules: Path | None
) -> Path:
    """Makes the sealed PDF and writes it into `records` of that folder.

    The restricted annex, if there is one, stands beside it under a name that says so. `rules`: the protocol folder.
    """
    if draft.practice:
        return _practice_paper(draft, outcome, finished_at, proved, folder)

    def sealed() -> list[bytes]:
        from bruiseaid.app.finishing import sealed_papers

        return sealed_papers(draft, outcome, finished_at, proved, folder, rules or protocol_folder())

    shared, *kept_back = made_apart(sealed)
    local = finished_at.astimezone(ZoneInfo(draft.case.protocol.time_zone))
    path = _free(private_folder(folder / "records"), f"{draft.id}-{local:%Y-%m-%d}")
    write_atomically(path, shared)
    for paper in kept_back:
        write_atomically(_free(path.parent, f"{path.stem}-restricted"), paper)
    return path


def _practice_paper(draft: Draft, outcome: Outcome, finished_at: datetime, proved: bool, folder: Path) -> Path:
    """Writes a practice record where no real one lies, unsealed, in place of the one before."""

    def made() -> bytes:
        from bruiseaid.app.finishing import practice_paper

        return practice_paper(draft, outcome, finished_at, proved)

    path = private_folder(folder / "practice") / f"{draft.id}.pdf"
    for older in path.parent.glob("*.pdf"):
        older.unlink()
    write_atomically(path, made_apart(made))
    return path


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: a record is never written over."""
    path, number = folder / f"{stem}.pdf", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.pdf", number + 1
    return path
