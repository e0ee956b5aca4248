"""The box at the head of the first page: the outcome as shape, letter and words, and the times that matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bruiseaid.record.model import Record
from bruiseaid.report.ink.drawing import BLACK, WHITE, Band, Box, Colour, Mark, Node, Shape, Text
from bruiseaid.report.ink.fonts import face
from bruiseaid.report.ink.lines import BODY, BOLD, SMALL, Line, Span, Style, set_lines
from bruiseaid.report.ink.shapes import letter_is_white, letter_middle, level_shape
from bruiseaid.report.sheets.blocks import Column
from bruiseaid.report.words.dates import clock, day, weekday_and_clock
from bruiseaid.report.words.grounds import outcome, under_outcome

_COLOURS: Mapping[str, Colour] = {
    "octagon": (0.604, 0.078, 0.188),  # 9A1430
    "diamond": (0.647, 0.259, 0.043),  # A5420B
    "triangle": (0.478, 0.353, 0.0),  # 7A5A00
    "circle": (0.169, 0.357, 0.525),  # 2B5B86
    "square": (0.318, 0.353, 0.369),  # 515A5E
}
_TITLES = tuple(Style(size, size * 1.2, "bold") for size in (19, 17, 15))
_LONGEST = 120  # letters of a title here; the full record has all of it
_FACT_SIZES = (9.5, 8.0)
_PAD, _SHAPE, _FACTS = 12.0, 39.0, 138.0


def level_box(column: Column, record: Record) -> list[Band]:
    """The outcome in a 2 px edge of its colour; without a level the edge is black and there is no shape."""
    level = record.level if record.status != "out_of_scope" else None
    colour = _COLOURS[level.shape] if level else BLACK
    left = _PAD + (_SHAPE + 13 if level else 0)
    words = column.at(column.x + left, column.width - left - _FACTS - 1.5 * _PAD)
    heading, heading_height = _heading(words, record)
    below = column.at(column.x + left, column.width - left - _PAD)
    sentence, sentence_height = _sentence(below, record, heading_height)
    height = max(58.0, heading_height + sentence_height + 2 * 10)
    top = (height - heading_height - sentence_height) / 2
    band = Band(height)
    band.marks.append((None, Box(column.x + 0.75, 0.75, column.width - 1.5, height - 1.5, 5, 1.5, colour)))
    if level:
        y = (height - _SHAPE) / 2
        marks = _shape(level.shape, level.id, column.x + _PAD, y, colour)
        band.marks += [(None, mark) for mark in marks]
    band.placed = [(top, heading), (top + heading_height + 3, sentence)]
    facts = _facts(column, record)
    band.placed.append((max(7.0, top + (heading_height - facts.height) / 2), facts))
    return [band]


def first_due(record: Record) -> datetime | None:
    """When the first thing falls due that is still to be done, by whomever."""
    times = (action.due for action in record.actions if not action.is_done)
    return min((time for time in times if time is not None), default=None)


def _heading(column: Column, record: Record) -> tuple[Band, float]:
    small, title = (words[:_LONGEST] for words in outcome(record))
    node = column.parent.child("H1")
    style, lines = _fitting(column, title)
    first = set_lines([Span(small, SMALL)], column.width, column.unshown)
    return _stack(column.x, [(line, SMALL) for line in first] + [(line, style) for line in lines], node)


def _fitting(column: Column, title: str) -> tuple[Style, list[Line]]:
    """The largest type in which the title stands on one line; else the smallest, on several."""
    for style in _TITLES:
        lines = set_lines([Span(title, style)], column.width, column.unshown)
        if len(lines) == 1:
            break
    return style, lines


def _sentence(column: Column, record: Record, above: float) -> tuple[Band, float]:
    text = under_outcome(record)
    if not text:
        return Band(0), 0.0
    node = column.parent.child("P")
    lines = set_lines([Span(text[: 4 * _LONGEST], BODY)], column.width, column.unshown)
    return _stack(column.x, [(line, BODY) for line in lines], node)


def _stack(x: float, lines: Sequence[tuple[Line, Style]], node: Node) -> tuple[Band, float]:
    band, y = Band(0), 0.0
    for line, style in lines:
        band.marks += [(node, mark) for mark in line.marks(x, y + style.baseline)]
        y += style.leading
    return band, y


def _facts(column: Column, record: Record) -> Band:
    """Times, set against the right edge."""
    node = column.parent.child("P")
    times = _times(record)
    band = Band(15 * len(times))
    for number, (words, moment) in enumerate(times):
        line = _fact(column, words, moment)
        x = column.x + column.width - _PAD - line.width
        band.marks += [(node, mark) for mark in line.marks(x, number * 15 + BODY.baseline)]
    return band


def _fact(column: Column, words: str, moment: str) -> Line:
    """Words and time on one line, in smaller type where the usual one is too wide."""
    for size in _FACT_SIZES:
        spans = [Span(f"{words} ", replace(BODY, size=size)), Span(moment, replace(BOLD, size=size))]
        (line,) = set_lines(spans, column.width, column.unshown)
        if line.width <= _FACTS:
            break
    return line


def _times(record: Record) -> list[tuple[str, str]]:
    times = [
        ("Seen", weekday_and_clock(record.seen_at)),
        ("Finished", _near(record.finished_at, record.seen_at)),
    ]
    due = first_due(record)
    if due:
        times.append(("First due", _near(due, record.seen_at)))
    return times


def _near(moment: datetime, seen: datetime) -> str:
    """The hour alone on the day the mark was seen, else day and hour."""
    return clock(moment) if day(moment) == day(seen) else weekday_and_clock(moment)


def _shape(shape: str, letter: str, x: float, y: float, colour: Colour) -> Iterator[Mark]:
    yield Shape(level_shape(shape, x, y, _SHAPE), colour)
    bold = face("bold")
    size = 19.0 if len(letter) == 1 else 12.0
    shown = letter if bold.letters.issuperset(letter) else ""
    width = bold.width(shown) * size
    baseline = y + _SHAPE * letter_middle(shape) + size * 0.335
    yield Text(x + (_SHAPE - width) / 2, baseline, shown, bold, size, WHITE if letter_is_white(shape) else colour)
