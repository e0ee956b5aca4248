"""The first page: what a duty social worker needs in thirty seconds. What it cuts stands whole further on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bruiseaid.engine.words import labelled
from bruiseaid.record.model import Record, RecordAction, RecordMark
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
from bruiseaid.report.words.grounds import asked_for, rule_words
from bruiseaid.report.words.sections import credit, kind_cell
from bruiseaid.report.words.shortened import Shortened, beginning
from bruiseaid.values import dataclass

_GAP = 15.0  # between two columns
_HIGHEST_PAIR = 690.0  # two columns side by side, in points
_MAP_WIDTH, _LEAST_MAP, _TIGHT_MAP, _GREATEST_MAP = 247.0, 212.0, 176.0, 300.0
_MOST_ACTIONS, _MOST_MARKS, _MOST_QUOTES, _MOST_RULES, _MOST_WORDS = 7, 5, 2, 4, 4
_SHORT_LETTERS, _PLACE_LETTERS, _DONE_LETTERS, _TEXT_LETTERS = 30, 60, 60, 110
_NUMBERS_LETTERS, _CAPTION_LETTERS, _MARK_LETTERS, _QUOTE_LETTERS, _RULE_LETTERS = 200, 160, 200, 280, 260
_STATEMENT_LETTERS, _FEW_LETTERS = 330, 150


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the page is arranged. `described`: marks with their description. `all_beside`: account and child stand
    beside the drawings. `tight`: smaller drawings and fewer words. `asked`: widths of what is asked for, by whom, by
    when, done."""

    described: bool
    all_beside: bool
    tight: bool
    asked: tuple[float, ...]


_PLANS = tuple(
    _Plan(described, all_beside, tight, asked)
    for described, tight in ((True, False), (True, True), (False, True))
    for all_beside in (True, False)
    for asked in ((40.0, 32.0, 14.5, 20.0), (48.0, 28.0, 14.5, 16.0))
)


def first_page(column: Column, record: Record, shortened: Shortened, room: float) -> list[Band]:
    """All bands of the first page in reading order, arranged so that they fit in `room` points if they can."""
    trial = column.inside(Node("Div", None))
    heights: dict[_Plan, float] = {}
    for plan in _PLANS:
        heights[plan] = height_of(_bands(trial, record, Shortened(), plan))
        if heights[plan] <= room:
            break
    return _bands(column, record, shortened, min(heights, key=lambda plan: max(heights[plan], room)))


def _bands(column: Column, record: Record, shortened: Shortened, plan: _Plan) -> list[Band]:
    return [
        *level_box(column, record),
        *people(column, record, shortened),
        *_asked_for(column, record, plan),
        *_what_was_found(column, record, plan),
        *_why(column, record, tight=plan.tight),
        *_signatures(column),
    ]


def _asked_for(column: Column, record: Record, plan: _Plan) -> list[Band]:
    asked = asked_for(record)
    bands = heading(column, "What is asked for" if asked else "What to do")
    shown = (asked or record.actions)[:_MOST_ACTIONS]
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
    if action.done is None:
        return TO_FILL_IN
    what = ", ".join(word for word in (action.done.result or action.done.by, action.done.reference) if word)
    cut = beginning(what, _DONE_LETTERS)
    return (Words(f"{_near(action.done.at, seen)}{f', {cut}' if cut else ''}", "small"),)


def _near(moment: datetime, seen: str) -> str:
    """The hour alone on the day that stands in the head of the column, else day and hour."""
    return clock(moment) if day(moment) == seen else day_and_clock(moment)


def _what_was_found(column: Column, record: Record, plan: _Plan) -> list[Band]:
    """Marks on the left and the drawings on the right; account and child below the marks, or across the page."""
    left_column = column.at(column.x, column.width - _MAP_WIDTH - _GAP)
    left = _marks(left_column, record, plan.described)
    words_column = left_column if plan.all_beside else column
    words = [*_account(words_column, record), *_child(words_column, record)]
    if plan.all_beside:
        left, words = [*left, *words], []
    least = _TIGHT_MAP if plan.tight else _LEAST_MAP
    map_height = min(max(height_of(left) - 11, least), _GREATEST_MAP)
    map_column = column.at(column.x + column.width - _MAP_WIDTH, _MAP_WIDTH)
    right = [space(11), framed_map(map_column, record, map_height)]
    return [*beside(left, right, _HIGHEST_PAIR), *words]


def _marks(column: Column, record: Record, described: bool) -> list[Band]:
    bands = heading(column, "Marks", gap=10)
    if not record.marks:
        return [*bands, *paragraph(column, [Span("No mark was recorded.", BODY)])]
    rows = tuple(_mark_row(mark, described) for mark in record.marks[:_MOST_MARKS])
    bands += table(column, Table(("No.", "Place", "Kind, size, shape", "Seen by"), rows, (7, 29, 45, 19)))
    left_out = len(record.marks) - len(rows)
    if left_out > 0:
        more = "1 more mark," if left_out == 1 else f"{left_out} more marks, to"
        words = f"{more} number {record.marks[-1].number}: see The marks."
        bands += paragraph(column, [Span(words, BOLD)])
    note = "Colour is written as seen. It says nothing about age." if described else "More of each: see The marks."
    return [*bands, *paragraph(column, [Span(note, SMALL_LABEL)])]


def _mark_row(mark: RecordMark, described: bool) -> tuple[Cell, ...]:
    parts = kind_cell(mark) if described else kind_cell(mark)[:1]
    words = ". ".join(part.text.rstrip(".") for part in parts)
    what = beginning(words, _MARK_LETTERS, "The marks")
    where = beginning(mark.place, _PLACE_LETTERS) or NOT_RECORDED
    seen = beginning(mark.seen_by, _SHORT_LETTERS) or NOT_RECORDED
    number = Words(str(mark.number), "bold")
    return (number,), (Words(where, "small"),), (Words(what, "small"),), (Words(seen, "small"),)


def _account(column: Column, record: Record) -> list[Band]:
    bands = heading(column, "The account, word for word")
    if not record.quotes:
        return [*bands, *paragraph(column, [Span("No words were recorded.", LABEL)])]
    for quote in record.quotes[:_MOST_QUOTES]:
        words = beginning(quote.words, _QUOTE_LETTERS, "The account")
        bands += quotation(column, quoted(words), beginning(credit(quote), _CAPTION_LETTERS))
    left_out = len(record.quotes) - _MOST_QUOTES
    if left_out > 0:
        bands += paragraph(column, [Span(f"{left_out} more, see The account.", SMALL_LABEL)])
    return bands


def _child(column: Column, record: Record) -> list[Band]:
    bands = heading(column, "The child")
    said = [row for row in record.child_words if row.text.strip()]
    if not said:
        return [*bands, *paragraph(column, [Span("not recorded", LABEL)])]
    spans = []
    for row in said[:_MOST_WORDS]:
        text = quoted(row.text) if row.quoted else row.text
        cut = beginning(text, _RULE_LETTERS)
        spans += [Span(labelled(row.label[:_PLACE_LETTERS], ""), LABEL), Span(f"{cut} ", BODY)]
    return [*bands, *paragraph(column, spans)]


def _why(column: Column, record: Record, *, tight: bool) -> list[Band]:
    title = "Why this level" if record.level and record.status == "concluded" else "Why"
    if record.decision and not record.decision.set_aside and record.decision.given:
        title = f"Why the protocol gives {record.decision.given.id}"
    bands = heading(column, title)
    for rule in record.rules[:_MOST_RULES]:
        words = beginning(rule_words(rule), _RULE_LETTERS, "Decision and why")
        bands += paragraph(column, [Span(rule.id[:_SHORT_LETTERS], BOLD), Span(words, BODY)])
    if not record.rules:
        bands += paragraph(column, [Span("No rule fired.", BODY)])
    left_out = len(record.rules) - _MOST_RULES
    if left_out > 0:
        bands += paragraph(column, [Span(f"{left_out} more rules, see Decision and why.", SMALL_LABEL)])
    return [*bands, *_statements(column, record, _FEW_LETTERS if tight else _STATEMENT_LETTERS)]


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
