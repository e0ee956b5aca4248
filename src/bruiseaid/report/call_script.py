"""One page to hold beside the telephone: whom to ring, what to say, what to ask, what to write down."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from bruiseaid.engine.words import labelled
from bruiseaid.record.model import Entry, Record, RecordAction, RecordRule
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
from bruiseaid.report.words.grounds import outcome, stands_beside
from bruiseaid.report.words.sections import kind_cell
from bruiseaid.report.words.shortened import beginning
from bruiseaid.values import dataclass

_LABELS = 100.0
_SAY_LETTERS, _FACT_LETTERS, _QUOTE_LETTERS = 420, 110, 200
_REASON_LETTERS = 240
_NOTES = ("Name and role", "Time", "What they decide", "Reference", "Who keeps the child safe until then")


@dataclass(frozen=True, slots=True)
class _Most:
    """How much of each there is at most: facts of the child, marks, questions, reasons, letters of what counted."""

    facts: int
    marks: int
    questions: int
    reasons: int
    counted: int


_PLANS = (
    _Most(7, 3, 5, 3, 500),
    _Most(6, 2, 4, 2, 400),
    _Most(5, 2, 3, 2, 300),
    _Most(3, 1, 2, 1, 220),
    _Most(2, 1, 1, 1, 150),
    _Most(1, 0, 0, 1, 0),
)


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk for advice before any referral. `actions`: which are one, by id. `lead`: one's own lead, as written."""

    actions: Container[str] = ()
    lead: str = ""


NO_TALK = Talk()


def make_call_script(record: Record, *, if_declined: str = "", talk: Talk = NO_TALK) -> bytes:
    """The page as a tagged PDF without a seal. `if_declined`: neutral words for when they say no.

    What does not fit is cut, with a word that it goes on in the record.
    """
    local = in_local_time(record)
    sheet = Sheet(replace(record_surround(local), check=""))
    column = sheet.column()
    trial = column.inside(Node("Div", None))
    fitting = (plan for plan in _PLANS if height_of(_bands(trial, local, if_declined, talk, plan)) <= sheet.room())
    plan = next(fitting, _PLANS[-1])
    pages = sheet.pages([_bands(column, local, if_declined, talk, plan)], lists_unshown=False)
    title = f"Call for record {local.id}"
    return write(sheet, pages, Imprint(title, "What to say on the telephone", local.finished_at), None, None)


def _bands(column: Column, record: Record, if_declined: str, talk: Talk, most: _Most) -> list[Band]:
    first = _first_call(record)
    bands = document_title(column, "What to say on the telephone")
    if first:
        bands += [*heading(column, "Ring"), *_whom_to_ring(column, first, talk)]
        bands += [*heading(column, "Say"), *paragraph(column, [Span(quoted(_cut(first.say, _SAY_LETTERS)), QUOTE)])]
    bands += [
        *heading(column, "Read out"),
        *fields(column, tuple(_facts(record, most, _lead_of(first, talk))), _LABELS),
    ]
    asked = [_cut(action.say, _SAY_LETTERS // 2) for action in record.actions if _is_asked(action, first)]
    asked = asked[: most.questions]
    if asked:
        bands += [*heading(column, "Ask"), *listing(column, asked)]
    bands += [*heading(column, "Write down"), *table(column, _notes())]
    if if_declined.strip():
        bands += [*heading(column, "If they say no"), *paragraph(column, [Span(_cut(if_declined, 200), BOLD)])]
    return bands


def _lead_of(first: RecordAction | None, talk: Talk) -> str:
    """The lead who is rung first; empty where the first call is no talk or none is known."""
    return talk.lead.strip() if first and first.id in talk.actions else ""


def _whom_to_ring(column: Column, first: RecordAction, talk: Talk) -> list[Band]:
    """The number; of a talk for advice first with whom it is, and the number for when nobody is reached."""
    number = _cut(first.number, 120)
    if first.id not in talk.actions:
        return paragraph(column, [Span(number, LARGE)])
    lead = _lead_of(first, talk)
    whom = f"Your safeguarding lead: {lead}" if lead else first.to
    bands = paragraph(column, [Span(_cut(whom, 120), LARGE)])
    return [*bands, *paragraph(column, [Span(f"If nobody can be reached: {number}", BOLD)])]


def _first_call(record: Record) -> RecordAction | None:
    """The first action with words and a number, those that are not done before the others."""
    calls = [action for action in record.actions if action.say and action.number]
    return next((action for action in calls if action.done is None), calls[0] if calls else None)


def _is_asked(action: RecordAction, first: RecordAction | None) -> bool:
    return bool(action.say) and action.asked_of_others and action is not first


def _facts(record: Record, most: _Most, lead: str) -> Iterator[Entry]:
    small, title = outcome(record)
    yield Entry("Outcome", _cut(f"{small}. {title}", _FACT_LETTERS))
    yield from _why(record, most)
    for entry in [entry for entry in record.child if entry.text.strip()][: most.facts]:
        yield Entry(_cut(entry.label, 30), _cut(entry.text, _FACT_LETTERS))
    for mark in record.marks[: most.marks]:
        words = ". ".join(part.text.rstrip(".") for part in kind_cell(mark))
        yield Entry(f"Mark {mark.number}", _cut(f"{mark.place}. {words}", 2 * _FACT_LETTERS))
    if len(record.marks) > most.marks:
        yield Entry("More marks", f"{len(record.marks) - most.marks}, see the record")
    for quote in record.quotes[:1]:
        yield Entry("Account", _cut(quoted(quote.words), _QUOTE_LETTERS))
    yield Entry("You", _cut(_you(record, lead), 2 * _FACT_LETTERS))


def _you(record: Record, lead: str) -> str:
    """The referrer: the name, and what else is known under its label. Without the lead who is rung."""
    known = [entry for entry in record.practitioner if entry.text.strip() and entry.text.strip() != lead]
    return "; ".join([*(one.text for one in known[:1]), *(labelled(one.label, one.text) for one in known[1:])])


def _why(record: Record, most: _Most) -> Iterator[Entry]:
    """The reasons that set the level, and the answers that counted and stand nowhere else on the page."""
    reasons = [rule.because for rule in record.rules if _sets_level(rule, record)][: most.reasons]
    if reasons:
        yield Entry("Why", _cut(" ".join(reasons), most.reasons * _REASON_LETTERS))
    counted = (row for row in record.counted if row.text.strip() and not stands_beside(row, record.child, record))
    told = "; ".join(labelled(row.label, _cut(row.text, _FACT_LETTERS)) for row in counted)
    if told and most.counted:
        yield Entry("What counted", _cut(told, most.counted))


def _sets_level(rule: RecordRule, record: Record) -> bool:
    """Whether it does what the first rule of the record does, or a part of it: those that set the level are first."""
    first = set(record.rules[0].effect.split(", "))
    return rule is record.rules[0] or bool(first & set(rule.effect.split(", ")))


def _notes() -> Table:
    return Table(("What", "Write here"), tuple(((Words(words),), TO_FILL_IN) for words in _NOTES), (30, 70))


def _cut(text: str, most: int) -> str:
    return beginning(text, most, "the record")


def call_script_texts(record: Record) -> Sequence[str]:
    """What is said, as plain lines, for the window to show beside the page."""
    first = _first_call(record)
    asked = (action.say for action in record.actions if _is_asked(action, first))
    return tuple(filter(None, (first.say if first else "", *asked)))
