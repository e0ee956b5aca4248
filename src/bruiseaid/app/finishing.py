"""From a finished draft to the sealed documents on disk. Imported only when it is needed: it is slow to load."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bruiseaid.app.screens.papers import Piece
from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.outcome import DueAction, Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Record
from bruiseaid.record.progress import Draft
from bruiseaid.report.call_script import make_call_script
from bruiseaid.report.papers import papers_of
from bruiseaid.report.parents_page import make_parents_page, parents_words
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.portal import portal_sections
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder
from bruiseaid.store.kept_rules import rules_with_hash
from bruiseaid.store.keys import machine_key


def make_document(
    draft: Draft, outcome: Outcome, finished_at: datetime, proved: bool, folder: Path, rules: Path | None
) -> Path:
    """Makes the sealed PDF and writes it into `records` of that folder; its name holds nothing personal.

    The restricted annex, if there is one, stands beside it under a name that says so. `rules`: the protocol folder.
    """
    record = make_record(draft, outcome, finished_at=finished_at, proved=proved)
    if draft.practice:
        return _practice_paper(record, folder)
    local = finished_at.astimezone(ZoneInfo(draft.case.protocol.time_zone))
    enclosed = rules_with_hash(folder, rules or protocol_folder(), record.protocol.sha256)
    shared, *kept_back = papers_of(record, rules=enclosed, signer=machine_key(folder))
    path = _free(private_folder(folder / "records"), f"{draft.id}-{local:%Y-%m-%d}")
    write_atomically(path, shared.data)
    for paper in kept_back:
        write_atomically(_free(path.parent, f"{path.stem}-restricted"), paper.data)
    return path


def record_of(draft: Draft, finished_at: datetime, proved: bool) -> Record:
    """The record as it is, or was, made at that time, for the papers beside it."""
    return make_record(draft, recommend(draft.case, finished_at), finished_at=finished_at, proved=proved)


def page_for_the_call(record: Record, declined: str) -> bytes:
    """One page to hold beside the telephone, with the words for when they say no."""
    return make_call_script(record, if_declined=declined)


def page_for_parents(draft: Draft, told: DueAction, made_at: datetime) -> bytes:
    """The page for parents, for the action that tells them."""
    return make_parents_page(parents_words(draft.case.protocol, told, made_at, practice=draft.practice))


def pieces_for_a_form(record: Record) -> tuple[Piece, ...]:
    """The record in pieces for a borough's web form."""
    return tuple(Piece(piece.id, piece.title, piece.text) for piece in portal_sections(record))


def _practice_paper(record: Record, folder: Path) -> Path:
    """Writes a practice record where no real one lies, unsealed, in place of the one before."""
    path = private_folder(folder / "practice") / f"{record.id}.pdf"
    for older in path.parent.glob("*.pdf"):
        older.unlink()
    write_atomically(path, make_pdf(record))
    return path


def _free(folder: Path, stem: str) -> Path:
    """A name that is not taken: a record is never written over."""
    path, number = folder / f"{stem}.pdf", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.pdf", number + 1
    return path
