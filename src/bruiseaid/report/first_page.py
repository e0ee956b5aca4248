"""The first page: what a duty social worker needs in thirty seconds. What it cuts stands whole further on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bruiseaid.record.model import Entry, Record, RecordAction, RecordMark
from bruiseaid.report.blocks import Column, heading, paragraph, quotation
from bruiseaid.report.content import NOT_RECORDED, TO_FILL_IN, Cell, Table, Words, plain, quoted
from bruiseaid.report.dates import clock, day, day_and_clock
from bruiseaid.report.drawing import BLACK, Band, Node, Stroke
from bruiseaid.report.grounds import rule_words
from bruiseaid.report.layout import beside, height_of, space
from bruiseaid.report.level_box import level_box
from bruiseaid.report.lines import BODY, BOLD, LABEL, SMALL, SMALL_LABEL, Span
from bruiseaid.report.maps import framed_map
from bruiseaid.report.sections import credit, kind_cell
from bruiseaid.report.shortened import Shortened
from bruiseaid.report.tables import fields, table

_GAP = 15.0  # between two columns
_LABELS = 70.0
_HIGHEST_PAIR = 690.0  # two columns side by side, in points
_MAP_WIDTH, _LEAST_MAP, _GREATEST_MAP = 247.0, 212.0, 300.0
_MOST_FIELDS, _MOST_ACTIONS, _MOST_MARKS, _MOST_QUOTES, _MOST_RULES, _MOST_WORDS = 9, 7, 5, 2, 4, 4
_LABEL_LETTERS, _NOTE_LETTERS, _CAPTION_LETTERS = 30, 60, 160
_FIELD_LETTERS, _DONE_LETTERS, _QUOTE_LETTERS, _RULE_LETTERS = 110, 60, 280, 260


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the marks are shown: with their description or without, and what stands beside the drawings."""

    described: bool
    all_beside: bool


_PLANS = (_Plan(True, True), _Plan(True, False), _Plan(False, True), _Plan(False, False))


def first_page(column: Column, record: Record, shortened: Shortened, room: float) -> list[Band]:
    """All bands of the first page in reading order, arranged so that they fit in `room` points if they can."""
    trial = column.inside(Node("Div", None))
    heights = {plan: height_of(_bands(trial, record, Shortened(), plan)) for plan in _PLANS}
    fitting = next((plan for plan in _PLANS if heights[plan] <= room), None)
    return _bands(column, record, shortened, fitting or min(_PLANS, key=lambda plan: heights[plan]))


def _bands(column: Column, record: Record, shortened: Shortened, plan: _Plan) -> list[Band]:
    return [
        *level_box(column, record),
        *_people(column, record, shortened),
        *_asked_for(column, record, shortened),
        *_what_was_found(column, record, shortened, plan),
        *_why(column, record),
        *_signatures(column),
    ]


def _people(column: Column, record: Record, shortened: Shortened) -> list[Band]:
    child = (*record.child, *((Entry("Age", record.child_age),) if _age_is_new(record) else ()))
    left, right = _shared_out(
        _few(child, shortened), _few(record.practitioner, shortened), _few(record.first_page, shortened, 2)
    )
    width = (column.width - _GAP) / 2
    return beside(
        _person(column.at(column.x, width), "Child", left),
        _person(column.at(column.x + width + _GAP, width), "Referrer", right),
        _HIGHEST_PAIR,
    )


def _age_is_new(record: Record) -> bool:
    return bool(record.child_age) and not any(record.child_age in entry.text for entry in record.child)


def _few(entries: Sequence[Entry], shortened: Shortened, times: int = 1) -> list[Entry]:
    kept = list(entries[: _MOST_FIELDS * times])
    shortened.rows += entries[_MOST_FIELDS * times :]
    return [_short_entry(row, shortened) for row in kept]


def _short_entry(row: Entry, shortened: Shortened) -> Entry:
    """The entry with label, words and note each cut to what a first page can hold."""
    label = shortened.cut("Label", row.label, _LABEL_LETTERS)
    text = shortened.cut(label, row.text, _FIELD_LETTERS)
    return Entry(label, text, row.quoted, shortened.cut(label, row.note, _NOTE_LETTERS))


def _shared_out(left: list[Entry], right: list[Entry], more: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The further entries in order, the first ones to the left, so that both columns come out alike."""
    best = min(range(len(more) + 1), key=lambda cut: abs(_length(left, more[:cut]) - _length(right, more[cut:])))
    return [*left, *more[:best]], [*right, *more[best:]]


def _length(own: Sequence[Entry], more: Sequence[Entry]) -> int:
    """About how many lines they take."""
    return sum(1 + len(row.text + row.note) // 36 for row in (*own, *more))


def _person(column: Column, title: str, rows: Sequence[Entry]) -> list[Band]:
    bands = heading(column, title, gap=10)
    if not rows:
        return [*bands, *paragraph(column, [Span("not recorded", LABEL)])]
    return [*bands, *fields(column, rows, _LABELS, bold_first=True)]


def _asked_for(column: Column, record: Record, shortened: Shortened) -> list[Band]:
    asked = [action for action in record.actions if action.asked_of_others]
    title = "What is asked for" if asked else "What to do"
    actions = asked or list(record.actions)
    bands = heading(column, title)
    if not actions:
        return [*bands, *paragraph(column, [Span("Nothing is asked for in this record.", BODY)])]
    seen = day(record.seen_at)
    rows = tuple(_asked(action, seen, shortened) for action in actions[:_MOST_ACTIONS])
    bands += table(column, Table(("Action", "Who", f"By {seen}", "Done"), rows, (40, 32, 14.5, 20)))
    left_out = len(record.actions) - len(rows)
    if left_out > 0:
        words = f"{left_out} more under Actions."
        bands += paragraph(column, [Span(words, SMALL_LABEL)])
    return bands


def _asked(action: RecordAction, seen: str, shortened: Shortened) -> tuple[Cell, ...]:
    who = Words(shortened.cut(f"Who: {action.text}", action.who, _FIELD_LETTERS) or NOT_RECORDED, "small")
    ring = shortened.cut(f"Number: {action.text}", action.number, _LABEL_LETTERS)
    number = (Words(ring, "bold"),) if ring else ()
    until = shortened.cut(f"By: {action.text}", action.due_words, _LABEL_LETTERS) or "until handover"
    due = _near(action.due, seen) if action.due else until
    text = shortened.cut("Action", action.text, _FIELD_LETTERS)
    return plain(text), (who, *number), (Words(due, "bold"),), _done(action, seen, shortened)


def _done(action: RecordAction, seen: str, shortened: Shortened) -> Cell:
    if action.done is None:
        return TO_FILL_IN
    what = ", ".join(word for word in (action.done.result or action.done.by, action.done.reference) if word)
    cut = shortened.cut(f"Done: {action.text}", what, _DONE_LETTERS)
    return (Words(f"{_near(action.done.at, seen)}{f', {cut}' if cut else ''}", "small"),)


def _near(moment: datetime, seen: str) -> str:
    """The hour alone on the day that stands in the head of the column, else day and hour."""
    return clock(moment) if day(moment) == seen else day_and_clock(moment)


def _what_was_found(column: Column, record: Record, shortened: Shortened, plan: _Plan) -> list[Band]:
    """Marks on the left and the drawings on the right; account and child below the marks, or across the page."""
    left_column = column.at(column.x, column.width - _MAP_WIDTH - _GAP)
    left = _marks(left_column, record, shortened, plan.described)
    words_column = left_column if plan.all_beside else column
    words = [*_account(words_column, record), *_child(words_column, record, shortened)]
    if plan.all_beside:
        left, words = [*left, *words], []
    map_height = min(max(height_of(left) - 11, _LEAST_MAP), _GREATEST_MAP)
    map_column = column.at(column.x + column.width - _MAP_WIDTH, _MAP_WIDTH)
    right = [space(11), framed_map(map_column, record, map_height)]
    return [*beside(left, right, _HIGHEST_PAIR), *words]


def _marks(column: Column, record: Record, shortened: Shortened, described: bool) -> list[Band]:
    bands = heading(column, "Marks", gap=10)
    if not record.marks:
        return [*bands, *paragraph(column, [Span("No mark was recorded.", BODY)])]
    rows = tuple(_mark_row(mark, shortened, described) for mark in record.marks[:_MOST_MARKS])
    bands += table(column, Table(("No.", "Place", "Kind, size, shape", "Seen by"), rows, (7, 29, 45, 19)))
    left_out = len(record.marks) - len(rows)
    if left_out > 0:
        words = f"{left_out} more marks, to number {record.marks[-1].number}: see The marks."
        bands += paragraph(column, [Span(words, BOLD)])
    note = "Colour is written as seen. It says nothing about age." if described else "More of each: see The marks."
    return [*bands, *paragraph(column, [Span(note, SMALL_LABEL)])]


def _mark_row(mark: RecordMark, shortened: Shortened, described: bool) -> tuple[Cell, ...]:
    parts = kind_cell(mark) if described else kind_cell(mark)[:1]
    words = ". ".join(part.text.rstrip(".") for part in parts)
    what = shortened.cut(f"Mark {mark.number}", words, _QUOTE_LETTERS)
    where = shortened.cut(f"Place of mark {mark.number}", mark.place, _NOTE_LETTERS) or NOT_RECORDED
    seen = shortened.cut(f"Mark {mark.number} seen by", mark.seen_by, _LABEL_LETTERS) or NOT_RECORDED
    number = Words(str(mark.number), "bold")
    return (number,), (Words(where, "small"),), (Words(what, "small"),), (Words(seen, "small"),)


def _account(column: Column, record: Record) -> list[Band]:
    bands = heading(column, "The account, word for word")
    if not record.quotes:
        return [*bands, *paragraph(column, [Span("No words were recorded.", LABEL)])]
    for quote in record.quotes[:_MOST_QUOTES]:
        words = _beginning(quote.words, _QUOTE_LETTERS)
        bands += quotation(column, quoted(words), _beginning(credit(quote), _CAPTION_LETTERS))
    left_out = len(record.quotes) - _MOST_QUOTES
    if left_out > 0:
        bands += paragraph(column, [Span(f"{left_out} more, see The account.", SMALL_LABEL)])
    return bands


def _beginning(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    return f"{words[:most].rsplit(None, 1)[0]} ... (goes on, see The account)"


def _child(column: Column, record: Record, shortened: Shortened) -> list[Band]:
    bands = heading(column, "The child")
    said = [row for row in record.child_words if row.text.strip()]
    if not said:
        return [*bands, *paragraph(column, [Span("not recorded", LABEL)])]
    spans = []
    for row in said[:_MOST_WORDS]:
        text = quoted(row.text) if row.quoted else row.text
        cut = shortened.cut(row.label, text, _RULE_LETTERS)
        spans += [Span(f"{row.label[:_NOTE_LETTERS]}: ", LABEL), Span(f"{cut} ", BODY)]
    return [*bands, *paragraph(column, spans)]


def _why(column: Column, record: Record) -> list[Band]:
    title = "Why this level" if record.level and record.status == "concluded" else "Why"
    bands = heading(column, title)
    for rule in record.rules[:_MOST_RULES]:
        words = rule_words(rule)
        cut = words if len(words) <= _RULE_LETTERS else f"{words[:_RULE_LETTERS].rsplit(None, 1)[0]} ..."
        bands += paragraph(column, [Span(rule.id[:_LABEL_LETTERS], BOLD), Span(cut, BODY)])
    if not record.rules:
        bands += paragraph(column, [Span("No rule fired.", BODY)])
    left_out = len(record.rules) - _MOST_RULES
    if left_out > 0:
        bands += paragraph(column, [Span(f"{left_out} more rules, see Decision and why.", SMALL_LABEL)])
    return [*bands, *_statements(column, record)]


def _statements(column: Column, record: Record) -> list[Band]:
    words = " ".join(record.statements)
    if not words:
        return []
    cut = words if len(words) <= 600 else f"{words[:600].rsplit(None, 1)[0]} ... (goes on)"
    return [Band(2, blank=True), *paragraph(column, [Span(cut, SMALL)])]


def _signatures(column: Column) -> list[Band]:
    width = (column.width - _GAP) / 2
    band = Band(37)
    for place, words in enumerate(("Referrer: signature, date, time", "Safeguarding lead: signature, date, time")):
        x = column.x + place * (width + _GAP)
        band.marks.append((None, Stroke(x, 22, x + width, 22, 0.75, BLACK)))
        line = paragraph(column.at(x, width), [Span(words, SMALL)])[0]
        band.placed.append((24, line))
    return [band]
