"""One page to hold beside the telephone: whom to ring, what to say, what to ask, what to write down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bruiseaid.record.model import Entry, Record, RecordAction
from bruiseaid.report.file.writing import Imprint, write
from bruiseaid.report.ink.drawing import Band, Node
from bruiseaid.report.ink.lines import BOLD, LARGE, QUOTE, Span
from bruiseaid.report.sheets.blocks import Column, document_title, heading, listing, paragraph
from bruiseaid.report.sheets.layout import height_of
from bruiseaid.report.sheets.marking import record_surround
from bruiseaid.report.sheets.sheet import Sheet
from bruiseaid.report.sheets.tables import fields, table
from bruiseaid.report.words.content import TO_FILL_IN, Table, Words, quoted
from bruiseaid.report.words.dates import in_local_time
from bruiseaid.report.words.grounds import outcome
from bruiseaid.report.words.sections import kind_cell
from bruiseaid.report.words.shortened import beginning

_LABELS = 100.0
_PLANS = ((7, 3, 5), (6, 2, 4), (5, 2, 3), (3, 1, 2), (2, 1, 1), (1, 0, 0))  # facts of the child, marks, questions
_SAY_LETTERS, _FACT_LETTERS, _QUOTE_LETTERS = 420, 110, 200
_NOTES = ("Name and role", "Time", "What they decide", "Reference", "Who keeps the child safe until then")


def make_call_script(record: Record, *, if_declined: str = "") -> bytes:
    """The page as a tagged PDF without a seal. `if_declined`: neutral words for when they say no.

    What does not fit is cut, with a word that it goes on in the record.
    """
    local = in_local_time(record)
    sheet = Sheet(replace(record_surround(local), check=""))
    column = sheet.column()
    trial = column.inside(Node("Div", None))
    fitting = (plan for plan in _PLANS if height_of(_bands(trial, local, if_declined, plan)) <= sheet.room())
    plan = next(fitting, _PLANS[-1])
    pages = sheet.pages([_bands(column, local, if_declined, plan)], lists_unshown=False)
    title = f"Call for record {local.id}"
    return write(sheet, pages, Imprint(title, "What to say on the telephone", local.finished_at), None, None)


def _bands(column: Column, record: Record, if_declined: str, plan: tuple[int, int, int]) -> list[Band]:
    first = _first_call(record)
    facts, marks, questions = plan
    bands = document_title(column, "What to say on the telephone")
    if first:
        bands += [*heading(column, "Ring"), *paragraph(column, [Span(_cut(first.number, 120), LARGE)])]
        bands += [*heading(column, "Say"), *paragraph(column, [Span(quoted(_cut(first.say, _SAY_LETTERS)), QUOTE)])]
    bands += [*heading(column, "Read out"), *fields(column, tuple(_facts(record, facts, marks)), _LABELS)]
    asked = [_cut(action.say, _SAY_LETTERS // 2) for action in record.actions if _is_asked(action, first)][:questions]
    if asked:
        bands += [*heading(column, "Ask"), *listing(column, asked)]
    bands += [*heading(column, "Write down"), *table(column, _notes())]
    if if_declined.strip():
        bands += [*heading(column, "If they say no"), *paragraph(column, [Span(_cut(if_declined, 200), BOLD)])]
    return bands


def _first_call(record: Record) -> RecordAction | None:
    """The first action with words and a number, those that are not done before the others."""
    calls = [action for action in record.actions if action.say and action.number]
    return next((action for action in calls if action.done is None), calls[0] if calls else None)


def _is_asked(action: RecordAction, first: RecordAction | None) -> bool:
    return bool(action.say) and action.asked_of_others and action is not first


def _facts(record: Record, most: int, most_marks: int) -> Iterator[Entry]:
    small, title = outcome(record)
    yield Entry("Outcome", _cut(f"{small}. {title}", _FACT_LETTERS))
    for entry in [entry for entry in record.child if entry.text.strip()][:most]:
        yield Entry(_cut(entry.label, 30), _cut(entry.text, _FACT_LETTERS))
    for mark in record.marks[:most_marks]:
        words = ". ".join(part.text.rstrip(".") for part in kind_cell(mark))
        yield Entry(f"Mark {mark.number}", _cut(f"{mark.place}. {words}", 2 * _FACT_LETTERS))
    if len(record.marks) > most_marks:
        yield Entry("More marks", f"{len(record.marks) - most_marks}, see the record")
    for quote in record.quotes[:1]:
        yield Entry("Account", _cut(quoted(quote.words), _QUOTE_LETTERS))
    you = ", ".join(entry.text for entry in record.practitioner if entry.text.strip())
    yield Entry("You", _cut(you, 2 * _FACT_LETTERS))


def _notes() -> Table:
    return Table(("What", "Write here"), tuple(((Words(words),), TO_FILL_IN) for words in _NOTES), (30, 70))


def _cut(text: str, most: int) -> str:
    return beginning(text, most, "the record")


def call_script_texts(record: Record) -> Sequence[str]:
    """What is said, as plain lines, for the window to show beside the page."""
    first = _first_call(record)
    asked = (action.say for action in record.actions if _is_asked(action, first))
    return tuple(filter(None, (first.say if first else "", *asked)))
