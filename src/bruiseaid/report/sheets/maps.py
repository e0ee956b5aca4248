"""The body drawings laid out: a framed group for the first page, a grid for the full record."""

from __future__ import annotations

from collections.abc import Sequence

from bruiseaid.record.figures import figure
from bruiseaid.record.model import Record
from bruiseaid.report.ink.drawing import SOFT, Band, Box, Node
from bruiseaid.report.ink.lines import SMALL, Line, Span, set_lines
from bruiseaid.report.sheets.blocks import Column
from bruiseaid.report.sheets.figures import WORDS_HEIGHT, Frame, bounds, drawing_marks
from bruiseaid.report.words.marks_on_body import MarkedView, marked_views, not_on_a_drawing, ranges, whole

_INSET = 8.0  # between the frame and what it holds
_MOST_BESIDE = 3  # drawings in the narrow column of the first page
_LONGEST_PLACE = 80
_CROWDED = 6  # more numbers than this want a larger drawing
_FOUR_ABREAST, _THREE_ABREAST, _TWO_ABREAST = 215.0, 245.0, 370.0  # height of a row


def framed_map(column: Column, record: Record, height: float) -> Band:
    """Front, back and the closest drawings in one frame of that height, with words on what they show."""
    views = marked_views(record)
    main, beside = _main_and_beside(views)
    lines = _caption_lines(column, record, left_out=len(views) - 1 - len(beside))
    words_height = len(lines) * SMALL.leading
    room = Frame(column.x + _INSET, _INSET, column.width - 2 * _INSET, height - 2 * _INSET - words_height - 4)
    band = Band(height)
    band.marks.append((None, Box(column.x, 0, column.width, height, 4, 0.75, SOFT)))
    _fill(band, column.parent, main, beside, room)
    node = column.parent.child("P")
    for number, line in enumerate(lines):
        x = column.x + (column.width - line.width) / 2
        y = height - words_height - _INSET + 2 + number * SMALL.leading
        band.marks += [(node, mark) for mark in line.marks(x, y + SMALL.baseline)]
    return band


def body_map(column: Column, record: Record) -> list[Band]:
    """Every drawing that is needed, three in a row, four where there are four, or two where the numbers are many."""
    views = marked_views(record)
    crowded = max(len(view.labels) for view in views) > _CROWDED
    across, height = (2, _TWO_ABREAST) if crowded else (3, _THREE_ABREAST)
    if len(views) == 4 and not crowded:
        across, height = 4, _FOUR_ABREAST
    rows = [views[start : start + across] for start in range(0, len(views), across)]
    bands = [Band(8, blank=True, keep=True)]
    for row in rows:
        bands.append(_row(column, row, across, height))
    return bands


def map_caption(record: Record) -> str:
    """Which mark is where, and what stands on no drawing, in words."""
    sentences = ["No mark was recorded."] if not record.marks else []
    if 0 < len(record.marks) <= 3:
        sentences += [f"Mark {mark.number}: {mark.place[:_LONGEST_PLACE]}." for mark in record.marks]
    elsewhere = [mark.number for mark in not_on_a_drawing(record)]
    if elsewhere:
        word = "Mark" if len(elsewhere) == 1 else "Marks"
        sentences.append(f"{word} {ranges(elsewhere)}: on no drawing, see the table.")
    return " ".join(sentences)


def _caption_lines(column: Column, record: Record, left_out: int) -> list[Line]:
    more = f" {left_out} more drawings stand under The marks." if left_out > 0 else ""
    words = map_caption(record) + more
    return set_lines([Span(words, SMALL)], column.width - 2 * _INSET, column.unshown) if words else []


def _main_and_beside(views: Sequence[MarkedView]) -> tuple[MarkedView, list[MarkedView]]:
    """The whole body with the most marks, and the others that fit beside it, those with marks first."""
    main = max((view for view in views if whole(view.view)), key=lambda view: len(view.marks))
    others = [view for view in views if view is not main]
    insets = sorted((view for view in others if not whole(view.view)), key=lambda view: -len(view.marks))
    rest = [view for view in others if whole(view.view)]
    return main, [*insets[: _MOST_BESIDE - 1], *rest]


def _fill(band: Band, parent: Node, main: MarkedView, beside: Sequence[MarkedView], room: Frame) -> None:
    split = room.width * 0.6
    _add(band, parent, main, Frame(room.x, room.y, split - 6, room.height))
    shares = [_natural_height(view, room.width - split) for view in beside]
    spare = room.height - 6 * (len(beside) - 1)
    squeeze = min(1.0, spare / sum(shares))
    y = room.y + max(0.0, (spare - sum(shares)) / 2)
    for view, share in zip(beside, shares, strict=True):
        _add(band, parent, view, Frame(room.x + split, y, room.width - split, share * squeeze))
        y += share * squeeze + 6


def _natural_height(view: MarkedView, width: float) -> float:
    left, top, right, bottom = bounds(figure(view.view))
    return width * (bottom - top) / (right - left) + WORDS_HEIGHT


def _row(column: Column, views: Sequence[MarkedView], across: int, height: float) -> Band:
    band = Band(height)
    width = (column.width - 14 * (across - 1)) / across
    for place, view in enumerate(views):
        _add(band, column.parent, view, Frame(column.x + place * (width + 14), 4, width, height - 12))
    return band


def _add(band: Band, parent: Node, view: MarkedView, frame: Frame) -> None:
    node = parent.child("Figure", alt=view.in_words)
    band.marks += [(node, mark) for mark in drawing_marks(view, frame)]
