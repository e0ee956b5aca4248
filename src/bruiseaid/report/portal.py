"""The record cut into pieces for a borough's web form: each piece goes into one box, and holds only what was recorded.

Forms time out and many take plain text only, so there are no tables, no rules and no line is broken by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bruiseaid.engine.words import labelled
from bruiseaid.record.model import Entry, Record, RecordAction, RecordMark
from bruiseaid.report.ink.letters import visible
from bruiseaid.report.sheets.marking import MARKING, notices
from bruiseaid.report.words.content import bracketed, quoted
from bruiseaid.report.words.dates import day_and_clock, in_local_time
from bruiseaid.report.words.doings import answered_words
from bruiseaid.report.words.grounds import outcome, under_outcome
from bruiseaid.report.words.sections import credit
from bruiseaid.values import dataclass

NOTHING = "Not recorded."


@dataclass(frozen=True, slots=True)
class PortalSection:
    """One piece: a short id for machines, a title, and the text that goes into the box."""

    id: str
    title: str
    text: str


def portal_sections(record: Record) -> tuple[PortalSection, ...]:
    """The pieces in the order in which referral forms ask for them."""
    local = in_local_time(record)
    pieces: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("referrer", "About you", _told(local, "practitioner", local.practitioner)),
        ("child", "The child", _child(local)),
        ("household", "Who lives in or visits the home", _told(local, "household", (), "siblings")),
        ("concern", "What you are worried about", _concern(local)),
        ("marks", "The marks", (_mark(mark) for mark in local.marks)),
        ("account", "What was said about the marks", _account(local)),
        ("child_words", "What the child said, and how the child was", _told(local, "child_words", local.child_words)),
        ("history", "What is known of the family and the past", _told(local, "history", (), "community")),
        ("asked", "What you ask for", _asked(local)),
        ("done", "What was done, and who was spoken to", _done(local)),
        ("parents", "What the parents were told", _told(local, "parents", ())),
        ("safety", "Who is safe now", _told(local, "safety", ())),
        ("limits", "What this referral does not say", local.statements),
    )
    return tuple(PortalSection(name, title, _text(lines)) for name, title, lines in pieces)


def portal_text(record: Record) -> str:
    """All pieces one after another, each under its title, for copying one by one."""
    local = in_local_time(record)
    said = [f"{bold} {words}" for bold, words in notices(local)]
    head = [MARKING, f"Record {local.id}, version {local.version}", *said]
    pieces = [f"{piece.title}\n\n{piece.text}" for piece in portal_sections(record)]
    return visible("\n\n\n".join(["\n".join(head), *pieces])) + "\n"


def _text(lines: Iterable[str]) -> str:
    return visible("\n".join(line for line in lines if line.strip())) or NOTHING


def _told(record: Record, part: str, instead: tuple[Entry, ...] = (), *more: str) -> Iterator[str]:
    """What those parts hold that was recorded, one line each; `instead` where the record has no such part."""
    sections = [section for name in (part, *more) for section in record.sections if section.id == name]
    for entry in instead if not sections else ():
        yield from _entry(entry)
    for section in sections:
        for entry in section.entries:
            yield from _entry(entry)
        for group in section.groups:
            yield "; ".join(line for entry in group for line in _entry(entry))


def _child(record: Record) -> Iterator[str]:
    yield f"Age: {record.child_age}" if record.child_age else ""
    yield from _told(record, "child", record.child, "development")


def _entry(entry: Entry) -> Iterator[str]:
    if entry.text.strip():
        note = "" if entry.note.endswith("?") else bracketed(entry.note)
        yield labelled(entry.label, f"{quoted(entry.text) if entry.quoted else entry.text}{note}")


def _concern(record: Record) -> Iterator[str]:
    small, title = outcome(record)
    yield f"{small}. {title}."
    yield under_outcome(record)
    yield from (f"{rule.because} (Rule {rule.id})" for rule in record.rules)
    yield from _told(record, "presentation", ())


def _mark(mark: RecordMark) -> str:
    seen = f"Seen by: {mark.seen_by}" if mark.seen_by else ""
    read = f"On an earlier record: {mark.on_record}" if mark.on_record else ""
    words = (mark.kind, mark.size, mark.description, seen, read)
    return f"Mark {mark.number}. {mark.place}. " + ". ".join(word.rstrip(".") for word in words if word) + "."


def _account(record: Record) -> Iterator[str]:
    yield from (f"{quoted(quote.words)} {credit(quote)}" for quote in record.quotes)
    for section in (section for section in record.sections if section.id == "explanations"):
        for entry in section.entries:
            yield from _entry(entry)


def _asked(record: Record) -> Iterator[str]:
    yield from (_due(action) for action in record.actions if action.asked_of_others)


def _due(action: RecordAction) -> str:
    by = f"by {day_and_clock(action.due)}" if action.due else action.due_words or "until handover"
    return f"{action.text} ({action.who}, {by})"


def _done(record: Record) -> Iterator[str]:
    for action in record.actions:
        if action.done:
            words = (action.done.by, action.done.result, action.done.reference and f"reference {action.done.reference}")
            yield f"{action.text}: {day_and_clock(action.done.at)}, {', '.join(word for word in words if word)}"
        elif action.answered:
            yield f"{action.text}: {', '.join(answered_words(action.answered))}"
    for call in record.calls:
        yield "; ".join(line for entry in call for line in _entry(entry))
