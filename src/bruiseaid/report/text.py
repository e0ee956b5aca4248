"""A record as plain text with the same sections, for reading aloud and for pasting into a borough's form.

Letters of every script stay as they were written. Only what has no shape of its own is spelt out, as [U+202E].
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bruiseaid.engine.words import labelled
from bruiseaid.record.addenda import Addendum
from bruiseaid.record.model import Entry, Record
from bruiseaid.report.ink.letters import visible
from bruiseaid.report.sheets.marking import MARKING, notices
from bruiseaid.report.words.addenda_parts import addenda_parts, refuse_restricted
from bruiseaid.report.words.content import (
    NOT_RECORDED,
    Block,
    BodyMap,
    Cell,
    Fields,
    Listing,
    Part,
    Prose,
    Quotation,
    Subheading,
    Table,
    bracketed,
    quoted,
)
from bruiseaid.report.words.dates import day_and_clock, in_local_time, weekday_and_clock
from bruiseaid.report.words.grounds import grouped, outcome, under_outcome
from bruiseaid.report.words.marks_on_body import marked_views, not_on_a_drawing
from bruiseaid.report.words.sections import full_record

_TO_FILL_IN = "__________"


def make_text(record: Record, addenda: Sequence[Addendum] = ()) -> str:
    """The whole record as lines of text, each ended by a line feed; its addenda after what the first page has."""
    refuse_restricted(record, addenda)
    local = in_local_time(record)
    lines = [*_head(local), *_first_page(local)]
    for part in (*addenda_parts(local, addenda), *full_record(local)):
        lines += ["", *_part(part, local)]
    return visible("\n".join(lines)) + "\n"


def _head(record: Record) -> Iterator[str]:
    yield MARKING
    about = f"Record {record.id}, version {record.version}"
    yield f"{about}, finished {day_and_clock(record.finished_at)}"
    for bold, words in notices(record):
        yield f"{bold} {words}"
    rules = record.protocol
    yield f"Rules {rules.id} {rules.version}, {grouped(rules.sha256[:16])}"
    yield ""
    small, title = outcome(record)
    yield f"{small}. {title}"
    yield from filter(None, (under_outcome(record),))
    yield f"Seen {weekday_and_clock(record.seen_at)}"


def _first_page(record: Record) -> Iterator[str]:
    """What stands on the first page only."""
    if record.first_page:
        yield ""
        yield from _part(Part("At a glance", (Fields(record.first_page),)), record)


def _part(part: Part, record: Record) -> Iterator[str]:
    yield part.title
    yield "-" * min(len(part.title), 78)
    for block in part.blocks:
        yield from _block(block, record)


def _block(block: Block, record: Record) -> Iterator[str]:
    match block:
        case Fields(rows):
            yield from map(_field, rows)
        case Table():
            yield from _table(block)
        case Prose(text):
            yield text
        case Listing(items):
            yield from (f"- {item}" for item in items)
        case Quotation(words, credit):
            yield from (words, f"  {credit}")
        case Subheading(text):
            yield from ("", text)
        case BodyMap():
            yield from _map(record)


def _field(row: Entry) -> str:
    text = quoted(row.text) if row.quoted else row.text
    return labelled(row.label, f"{text if row.text.strip() else NOT_RECORDED}{bracketed(row.note)}")


def _table(table: Table) -> Iterator[str]:
    """A row is its first cell and under it the others, each behind the head of its column; two cells are one line."""
    for row in dict.fromkeys(table.rows):
        first, *others = row
        if len(others) == 1:
            yield labelled(_cell(first), _cell(others[0]))
            continue
        yield from _first_cell(table.head[0], first)
        yield from (f"  {head}: {_cell(cell)}" for head, cell in zip(table.head[1:], others, strict=True))


def _first_cell(head: str, cell: Cell) -> Iterator[str]:
    words = [word.text for word in cell] or [f"{head}: {_TO_FILL_IN}"]
    yield words[0]
    yield from (f"  {more}" for more in words[1:])


def _cell(cell: Cell) -> str:
    return "; ".join(words.text for words in cell) if cell else _TO_FILL_IN


def _map(record: Record) -> Iterator[str]:
    for view in marked_views(record):
        yield f"Drawing: {view.in_words}"
    for mark in not_on_a_drawing(record):
        yield f"On no drawing: mark {mark.number}, {mark.place}."
