"""Has the papers of a finished draft made, and puts them where they belong. Their names hold nothing personal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bruiseaid.app.apart import made_apart
from bruiseaid.app.filed import RESTRICTED
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

    papers = made_apart(sealed)
    path = _free(private_folder(folder / "records"), _stem(draft, finished_at))
    _write(path, papers)
    return path


def make_elsewhere(
    draft: Draft,
    outcome: Outcome,
    finished_at: datetime,
    proved: bool,
    folder: Path,
    rules: Path | None,
    where: Callable[[Path], Path | None],
) -> tuple[Path, bool] | None:
    """Makes the same papers where the data folder takes nothing, and writes them where `where` says, told a name.

    Returns where the record lies and whether it is sealed; None if no place was named.

    Raises:
        OSError: they could not be written there.
    """

    def made() -> tuple[bool, list[bytes]]:
        from bruiseaid.app.finishing import papers_without_a_folder, practice_paper

        if draft.practice:
            return False, [practice_paper(draft, outcome, finished_at, proved)]
        return papers_without_a_folder(draft, outcome, finished_at, proved, folder, rules or protocol_folder())

    is_sealed, papers = made_apart(made)
    path = where(Path(f"{_stem(draft, finished_at)}.pdf"))
    if path is None:
        return None
    _write(path, papers)
    return path, is_sealed


def _stem(draft: Draft, finished_at: datetime) -> str:
    local = finished_at.astimezone(ZoneInfo(draft.case.protocol.time_zone))
    return f"{draft.id}-{local:%Y-%m-%d}"


def _write(path: Path, papers: Sequence[bytes]) -> None:
    """Writes the record there, and what is kept back from it beside it."""
    shared, *kept_back = papers
    write_atomically(path, shared)
    for paper in kept_back:
        write_atomically(_free(path.parent, f"{path.stem}{RESTRICTED}"), paper)


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
