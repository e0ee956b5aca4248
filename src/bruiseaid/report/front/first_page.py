"""The first page: what a duty social worker needs in thirty seconds. What it cuts stands whole further on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bruiseaid.engine.words import labelled
from bruiseaid.record.model import PARTS, AsAnswered, Entry, Record, RecordAction, RecordMark
from bruiseaid.report.front.level_box import level_box
from bruiseaid.report.front.people import people
from bruiseaid.report.ink.drawing import BLACK, Band, Node, Stroke
from bruiseaid.report.ink.lines import BODY, BOLD, LABEL, SMALL, SMALL_BOLD, SMALL_LABEL, Span
from bruiseaid.report.sheets.blocks import Column, heading, paragraph, quotation
from bruiseaid.report.sheets.layout import beside, height_of, space
from bruiseaid.report.sheets.maps import framed_map
from bruiseaid.report.sheets.tables import table
from bruiseaid.report.words.content import NOT_RECORDED, TO_FILL_IN, Cell, Table, Words, plain, quoted
from bruiseaid.report.words.dates import clock, day, day_and_clock
from bruiseaid.report.words.doings import AS_ANSWERED
from bruiseaid.report.words.grounds import asked_for, rule_words, stands_beside
from bruiseaid.report.words.sections import credit, kind_cell
from bruiseaid.report.words.shortened import Shortened, beginning
from bruiseaid.values import dataclass

_GAP = 15.0  # between two columns
_HIGHEST_PAIR = 690.0  # two columns side by side, in points
_MAP_WIDTH, _GREATEST_MAP = 247.0, 300.0
_SHORT_LETTERS, _PLACE_LETTERS, _DONE_LETTERS, _TEXT_LETTERS = 30, 60, 60, 110
_NUMBERS_LETTERS, _CAPTION_LETTERS, _MARK_LETTERS = 200, 160, 200


@dataclass(frozen=True, slots=True)
class _Most:
    """How much of each there is at most: rows, and letters of one text. `map`: the least height of the drawings."""

    map: float
    actions: int
    marks: int
    quotes: int
    quote_letters: int
    words: int
    rules: int
    rule_letters: int
    counted_letters: int
    statement_letters: int


_MUCH = _Most(212, 7, 5, 2, 280, 4, 4, 260, 400, 330)
_SHORTER = (
    _Most(176, 7, 5, 2, 280, 4, 4, 260, 260, 150),
    _Most(168, 7, 5, 2, 280, 4, 4, 260, 160, 60),
    _Most(168, 7, 4, 2, 200, 3, 3, 260, 130, 60),
    _Most(168, 7, 4, 2, 200, 3, 2, 150, 130, 60),
    _Most(168, 6, 3, 1, 160, 2, 2, 150, 130, 60),
    _Most(168, 7, 4, 2, 200, 3, 3, 260, 0, 60),
    _Most(168, 7, 3, 1, 160, 2, 3, 200, 0, 60),
    _Most(168, 6, 3, 1, 130, 2, 2, 160, 0, 60),
    _Most(168, 5, 2, 1, 100, 1, 1, 140, 0, 60),
    _Most(168, 4, 2, 0, 0, 0, 1, 140, 0, 60),
)
"""Less and less of everything; what is asked for goes last. Of what was said there is rather nothing than half."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the page is arranged. `described`: marks with their description. `all_beside`: account and child stand
    beside the drawings. `asked`: widths of what is asked for, by whom, by when, done. `closely`: family and calls have
    no heading of their own."""

    most: _Most
    described: bool
    all_beside: bool
    asked: tuple[float, ...]
    closely: bool


_WITH_DESCRIPTION = tuple((most, True) for most in (_MUCH, _SHORTER[0]))
_WITHOUT = tuple((most, False) for most in _SHORTER)
_PLANS = tuple(
    _Plan(most, described, all_beside, asked, closely)
    for tried, closely in ((_WITH_DESCRIPTION, False), ((*_WITH_DESCRIPTION, *_WITHOUT), True))
    for most, described in tried
    for all_beside in (True, False)
    for asked in ((40.0, 32.0, 14.5, 20.0), (48.0, 28.0, 14.5, 16.0))
)

_WHERE_NOTHING_FITS = _Plan(_SHORTER[1], described=False, all_beside=True, asked=_PLANS[0].asked, closely=True)


def first_page(column: Column, record: Record, shortened: Shortened, room: float) -> list[Band]:
    """All bands of the first page in reading order, arranged so that they fit in `room` points if they can."""
    trial = column.inside(Node("Div", None))
    fitting = (plan for plan in _PLANS if height_of(_bands(trial, record, Shortened(), plan)) <= room)
    return _bands(column, record, shortened, next(fitting, _WHERE_NOTHING_FITS))


def _bands(column: Column, record: Record, shortened: Shortened, plan: _Plan) -> list[Band]:
    return [
        *level_box(column, record),
        *people(column, record, shortened, closely=plan.closely),
        *_asked_for(column, record, plan),
        *_what_was_found(column, record, plan),
        *_why(column, record, plan.most),
        *_signatures(column),
    ]


def _asked_for(column: Column, record: Record, plan: _Plan) -> list[Band]:
    asked = asked_for(record)
    bands = heading(column, "What is asked for" if asked else "What to do")
    shown = (asked or record.actions)[: plan.most.actions]
    if not shown:
        return [*bands, *paragraph(column, [Span("Nothing is asked for in this record.", BODY)])]
    seen = day(record.seen_at)
    rows = tuple(_asked(action, seen) for action in shown)
    bands += table(column, Table(("Action", "Who", f"By {seen}", "Done"), rows, plan.asked))
    return [*bands, *_to_ring(column, shown, len(record.actions) - len(shown))]


def _to_ring(column: Column, shown: Sequence[RecordAction], left_out: int) -> list[Band]:
    """Each number once, and how many actions stand further on."""
    numbers = "; ".join(dict.fromkeys(action.number for action in shown if action.number))
    spans = [Span(f"{beginning(numbers, _NUMBERS_LETTERS)}{'. ' if left_out else ''}", SMALL_BOLD)] if numbers else []
    if left_out:
        spans.append(Span(f"{left_out} more under Actions.", SMALL_LABEL))
    return paragraph(column, spans) if spans else []


def _asked(action: RecordAction, seen: str) -> tuple[Cell, ...]:
    until = beginning(action.due_words, _SHORT_LETTERS) or "until handover"
    due = _near(action.due, seen) if action.due else until
    who = beginning(action.who, _TEXT_LETTERS) or NOT_RECORDED
    text = beginning(action.text, _TEXT_LETTERS)
    return plain(text), (Words(who, "small"),), (Words(due, "bold"),), _done(action, seen)


def _done(action: RecordAction, seen: str) -> Cell:
    if action.answered is not None:
        return (Words(_as_answered(action.answered, seen), "small"),)
    if action.done is None:
        return TO_FILL_IN
    what = ", ".join(word for word in (action.done.result or action.done.by, action.done.reference) if word)
    cut = beginning(what, _DONE_LETTERS)
    return (Words(f"{_near(action.done.at, seen)}{f', {cut}' if cut else ''}", "small"),)


def _as_answered(answered: AsAnswered, seen: str) -> str:
    """That an answer says so, with the time where it says that as well."""
    at = f"{_near(answered.at, seen)}, " if answered.at is not None and answered.said_when else ""
    return f"{at}{AS_ANSWERED.lower() if at else AS_ANSWERED}"


def _near(moment: datetime, seen: str) -> str:
    """The hour alone on the day that stands in the head of the column, else day and hour."""
    return clock(moment) if day(moment) == seen else day_and_clock(moment)


def _what_was_found(column: Column, record: Record, plan: _Plan) -> list[Band]:
    """Marks on the left and the drawings on the right; account and child below the marks, or across the page."""
    left_column = column.at(column.x, column.width - _MAP_WIDTH - _GAP)
    left = _marks(left_column, record, plan)
    words_column = left_column if plan.all_beside else column
    if plan.most.words:
        words = [*_account(words_column, record, plan.most), *_child(words_column, record, plan.most)]
    else:
        words = _where_words_stand(words_column, record)
    if plan.all_beside:
        left, words = [*left, *words], []
    map_height = min(max(height_of(left) - 11, plan.most.map), _GREATEST_MAP)
    map_column = column.at(column.x + column.width - _MAP_WIDTH, _MAP_WIDTH)
    right = [space(11), framed_map(map_column, record, map_height)]
    return [*beside(left, right, _HIGHEST_PAIR), *words]


def _marks(column: Column, record: Record, plan: _Plan) -> list[Band]:
    bands = heading(column, "Marks", gap=10)
    if not record.marks:
        return [*bands, *paragraph(column, [Span("No mark was recorded.", BODY)])]
    rows = tuple(_mark_row(mark, plan.described) for mark in record.marks[: plan.most.marks])
    bands += table(column, Table(("No.", "Place", "Kind, size, shape", "Seen by"), rows, (7, 29, 45, 19)))
    left_out = len(record.marks) - len(rows)
    if left_out > 0:
        more = "1 more mark," if left_out == 1 else f"{left_out} more marks, to"
        words = f"{more} number {record.marks[-1].number}: see The marks."
        bands += paragraph(column, [Span(words, BOLD)])
    note = "Colour is written as seen. It says nothing about age." if plan.described else "More of each: see The marks."
    return [*bands, *paragraph(column, [Span(note, SMALL_LABEL)])]


def _mark_row(mark: RecordMark, described: bool) -> tuple[Cell, ...]:
    parts = kind_cell(mark) if described else kind_cell(mark)[:1]
    words = ". ".join(part.text.rstrip(".") for part in parts)
    what = beginning(words, _MARK_LETTERS, "The marks")
    where = beginning(mark.place, _PLACE_LETTERS) or NOT_RECORDED
    seen = beginning(mark.seen_by, _SHORT_LETTERS) or NOT_RECORDED
    number = Words(str(mark.number), "bold")
    return (number,), (Words(where, "small"),), (Words(what, "small"),), (Words(seen, "small"),)


def _account(column: Column, record: Record, most: _Most) -> list[Band]:
    bands = heading(column, "The account, word for word")
    if not record.quotes:
        return [*bands, *paragraph(column, [Span("No words were recorded.", LABEL)])]
    for quote in record.quotes[: most.quotes]:
        words = beginning(quote.words, most.quote_letters, "The account")
        bands += quotation(column, quoted(words), beginning(credit(quote), _CAPTION_LETTERS))
    left_out = len(record.quotes) - most.quotes
    if left_out > 0:
        bands += paragraph(column, [Span(f"{left_out} more, see The account.", SMALL_LABEL)])
    return bands


def _where_words_stand(column: Column, record: Record) -> list[Band]:
    """Where there is no room for what was said: how much there is of it, and where."""
    lines = []
    if record.quotes:
        count = "1 account" if len(record.quotes) == 1 else f"{len(record.quotes)} accounts"
        lines.append(f"{count}: see {PARTS['explanations']}.")
    if any(row.text.strip() for row in record.child_words):
        lines.append(f"The child's own: see {PARTS['child_words']}.")
    bands = heading(column, "What was said")
    return [*bands, *paragraph(column, [Span(" ".join(lines) or "No words were recorded.", BODY)])]


def _child(column: Column, record: Record, most: _Most) -> list[Band]:
    bands = heading(column, "The child")
    said = [row for row in record.child_words if row.text.strip()]
    if not said:
        return [*bands, *paragraph(column, [Span("not recorded", LABEL)])]
    spans: list[Span] = []
    for row in said[: most.words]:
        text = quoted(row.text) if row.quoted else row.text
        cut = beginning(text, most.rule_letters)
        spans += [Span(labelled(row.label[:_PLACE_LETTERS], ""), LABEL), Span(f"{cut} ", BODY)]
    if len(said) > most.words:
        spans.append(Span(f"{len(said) - most.words} more, see {PARTS['child_words']}.", SMALL_LABEL))
    return [*bands, *paragraph(column, spans)]


def _why(column: Column, record: Record, most: _Most) -> list[Band]:
    title = "Why this level" if record.level and record.status == "concluded" else "Why"
    if record.decision and not record.decision.set_aside and record.decision.given:
        title = f"Why the protocol gives {record.decision.given.id}"
    bands = heading(column, title)
    for rule in record.rules[: most.rules]:
        words = beginning(rule_words(rule), most.rule_letters, "Decision and why")
        bands += paragraph(column, [Span(rule.id[:_SHORT_LETTERS], BOLD), Span(words, BODY)])
    if not record.rules:
        bands += paragraph(column, [Span("No rule fired.", BODY)])
    left_out = len(record.rules) - most.rules
    if left_out > 0:
        bands += paragraph(column, [Span(f"{left_out} more rules, see Decision and why.", SMALL_LABEL)])
    bands += _counted(column, record, most.counted_letters)
    return [*bands, *_statements(column, record, most.statement_letters)]


def _counted_besides(record: Record) -> tuple[Entry, ...]:
    """The answers that counted, first those that the page does not show elsewhere: a mark has a table of its own."""
    shown = (*record.child, *record.first_page)
    return tuple(sorted(record.counted, key=lambda row: stands_beside(row, shown, record)))


def _counted(column: Column, record: Record, most: int) -> list[Band]:
    """The answers that led here, such as a neighbour's report, which no rule's own words tell."""
    told = "; ".join(labelled(row.label, beginning(row.text, _PLACE_LETTERS)) for row in _counted_besides(record))
    if not told or not most:
        return []
    words = beginning(told, most, "Decision and why")
    return paragraph(column, [Span("What was counted: ", SMALL_LABEL), Span(words, SMALL)])


def _statements(column: Column, record: Record, most: int) -> list[Band]:
    """Whole statements, as many as there is room for; all of them stand in the full record."""
    kept, length = [], 0
    for statement in record.statements:
        length += len(statement)
        if length > most:
            break
        kept.append(statement)
    return [Band(2, blank=True), *paragraph(column, [Span(" ".join(kept), SMALL)])] if kept else []


def _signatures(column: Column) -> list[Band]:
    width = (column.width - _GAP) / 2
    band = Band(37)
    for place, words in enumerate(("Referrer: signature, date, time", "Safeguarding lead: signature, date, time")):
        x = column.x + place * (width + _GAP)
        band.marks.append((None, Stroke(x, 22, x + width, 22, 0.75, BLACK)))
        line = paragraph(column.at(x, width), [Span(words, SMALL)])[0]
        band.placed.append((24, line))
    return [band]
