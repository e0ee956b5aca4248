"""From a finished draft to its papers. Imported only where one is made: it is slow to load, and large."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bruiseaid.app.screens.papers import Piece
from bruiseaid.engine.outcome import DueAction, Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Record
from bruiseaid.record.progress import Draft
from bruiseaid.report.call_script import Talk, make_call_script
from bruiseaid.report.papers import papers_of
from bruiseaid.report.parents_page import make_parents_page, parents_words
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.portal import portal_sections
from bruiseaid.report.words.grounds import asked_for
from bruiseaid.store.kept_rules import rules_with_hash
from bruiseaid.store.keys import MachineKey, machine_key


def sealed_papers(draft: Draft, outcome: Outcome, at: datetime, proved: bool, data: Path, rules: Path) -> list[bytes]:
    """The sealed PDF, and the restricted annex where something is restricted. `rules`: the protocol folder."""
    record = make_record(draft, outcome, finished_at=at, proved=proved)
    enclosed = rules_with_hash(data, rules, record.protocol.sha256)
    return [paper.data for paper in papers_of(record, rules=enclosed, signer=machine_key(data))]


def papers_without_a_folder(
    draft: Draft, outcome: Outcome, at: datetime, proved: bool, data: Path, rules: Path
) -> tuple[bool, list[bytes]]:
    """The same papers where the data folder takes nothing, and whether they are sealed: a key may still be there."""
    signer: MachineKey | None
    try:
        signer = machine_key(data)
    except OSError:
        signer = None
    record = make_record(draft, outcome, finished_at=at, proved=proved)
    enclosed = rules_with_hash(data, rules, record.protocol.sha256)
    return signer is not None, [paper.data for paper in papers_of(record, rules=enclosed, signer=signer)]


def practice_paper(draft: Draft, outcome: Outcome, at: datetime, proved: bool) -> bytes:
    """The PDF of a practice record: not sealed."""
    return make_pdf(make_record(draft, outcome, finished_at=at, proved=proved))


def record_of(draft: Draft, finished_at: datetime, proved: bool) -> Record:
    """The record as it is, or was, made at that time, for the papers beside it."""
    return make_record(draft, recommend(draft.case, finished_at), finished_at=finished_at, proved=proved)


def page_for_the_call(record: Record, protocol: Protocol, lead: str) -> bytes:
    """One page to hold beside the telephone, with the words for when they say no. `lead`: as the settings have it."""
    talks = frozenset(action.id for action in protocol.actions if action.advice)
    you = record.case.get("practitioner")
    written = you.get("lead") if isinstance(you, Mapping) else ""
    talk = Talk(talks, str(written or lead))
    return make_call_script(record, if_declined=protocol.words.get("declined", ""), talk=talk)


def page_for_parents(draft: Draft, told: DueAction, made_at: datetime, proved: bool) -> bytes:
    """The page for parents, for the action that tells them."""
    referred = bool(asked_for(record_of(draft, made_at, proved)))
    return make_parents_page(parents_words(draft.case, told, made_at, referred=referred, practice=draft.practice))


def pieces_for_a_form(record: Record) -> tuple[Piece, ...]:
    """The record in pieces for a borough's web form."""
    return tuple(Piece(piece.id, piece.title, piece.text) for piece in portal_sections(record))
