"""Tables and labelled fields as bands. A row of any height runs over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bruiseaid.record.model import Entry
from bruiseaid.report.ink.drawing import HAIR, Area, Band, Mark, Node, Stroke
from bruiseaid.report.ink.lines import BODY, BOLD, LABEL, SMALL, SMALL_LABEL, Line, Span, Style, set_lines
from bruiseaid.report.sheets.blocks import Column
from bruiseaid.report.sheets.layout import height_of
from bruiseaid.report.words.content import NOT_RECORDED, Cell, Table, Words, bracketed, quoted

GUTTER = 8.0
_PAD = 2.5  # above and below the words of a row
_WRITING_ROOM = 8.0  # more above a line to write on
_WHOLE_ROW = 200.0  # a row up to this height is never cut, in points
_WHOLE_TABLE = 190.0  # nor a table up to this one
_SLICE = 56.0  # a higher one is cut into slices of about this height
_STYLES: dict[str, Style] = {
    "plain": BODY,
    "bold": BOLD,
    "small": SMALL,
    "faint": LABEL,
    "faint_small": SMALL_LABEL,
}


@dataclass(slots=True)
class _CellLines:
    """The lines of a cell that are not yet placed, each with its style. `link`: the address all of them lead to."""

    x: float
    node: Node
    lines: list[tuple[Line, Style]]
    next: int = 0
    link: str = ""

    def height(self) -> float:
        return sum(style.leading for _, style in self.lines[self.next :])

    def take(self, limit: float, top: float) -> tuple[float, list[tuple[Node | None, Mark]]]:
        """Marks of as many lines as fit, at least one, from `top` down, and their height."""
        y = 0.0
        marks: list[tuple[Node | None, Mark]] = []
        while self.next < len(self.lines):
            line, style = self.lines[self.next]
            if y and y + style.leading > limit:
                break
            marks += [(self.node, mark) for mark in line.marks(self.x, top + y + style.baseline)]
            if self.link:
                marks.append((self.node, Area(self.x, top + y, line.width, style.leading, self.link, self.link)))
            y += style.leading
            self.next += 1
        return y, marks


def table(column: Column, content: Table) -> list[Band]:
    """A table: heads in small type, a fine rule above each row, the heads again on every page."""
    node = column.parent.child("Table")
    places = _places(column, content.shares)
    head = _head(column.inside(node), content.head, places)
    bands = list(head)
    for number, row in enumerate(content.rows, 1):
        bands += _row(column.inside(node.child("TR")), row, places, head, last=number == len(content.rows))
    return _together(bands) if height_of(bands) <= _WHOLE_TABLE else bands


def fields(column: Column, rows: Sequence[Entry], label_width: float, *, bold_first: bool = False) -> list[Band]:
    """Labels on the left, what was recorded on the right, no rules."""
    node = column.parent.child("Table")
    places = [(column.x, label_width - 6), (column.x + label_width, column.width - label_width)]
    bands = []
    for number, row in enumerate(rows):
        style = BOLD if bold_first and not number else BODY
        bands += _field(column.inside(node.child("TR")), row, places, style)
    return bands


def _field_spans(row: Entry, style: Style) -> list[Span]:
    """What was recorded under a label, with its note."""
    if not row.text.strip():
        spans = [Span(NOT_RECORDED, LABEL)]
    else:
        spans = [Span(quoted(row.text) if row.quoted else row.text, style)]
    return [*spans, Span(bracketed(row.note), SMALL_LABEL)] if row.note else spans


def _together(bands: list[Band]) -> list[Band]:
    for band in bands[:-1]:
        band.keep = True
    return bands


def _places(column: Column, shares: Sequence[float]) -> list[tuple[float, float]]:
    """Left edge and width of each column."""
    room = column.width - GUTTER * (len(shares) - 1)
    places, x = [], column.x
    for share in shares:
        width = room * share / sum(shares)
        places.append((x, width))
        x += width + GUTTER
    return places


def _head(column: Column, titles: Sequence[str], places: list[tuple[float, float]]) -> tuple[Band, ...]:
    row = column.parent.child("TR")
    cells = []
    for title, (x, width) in zip(titles, places, strict=True):
        lines = set_lines([Span(title, SMALL_LABEL)], width, column.unshown)
        cell = row.child("TH", scope="Column")
        cells.append(_CellLines(x, cell, [(line, SMALL_LABEL) for line in lines]))
    bands = _slices(cells, 0.5, 1.5)
    for band in bands:
        band.keep = True
    return tuple(bands)


def _row(
    column: Column,
    row: Sequence[Cell],
    places: list[tuple[float, float]],
    head: tuple[Band, ...],
    *,
    last: bool,
) -> list[Band]:
    cells = [_cell(column, *both, column.parent.child("TD")) for both in zip(row, places, strict=True)]
    writable = _for_writing(row)
    bands = _slices(cells, _PAD + (_WRITING_ROOM if writable else 0.0), _PAD)
    if not writable:
        bands[0].marks.insert(0, (None, Stroke(column.x, 0, column.x + column.width, 0, 0.5, HAIR)))
    y = _PAD + BODY.leading + _WRITING_ROOM
    for cell, (x, width) in zip(row, places, strict=True):
        if not cell and writable:
            bands[0].marks.insert(0, (None, Stroke(x, y, x + width, y, 0.5, HAIR)))
    if last and not writable and not all(row):  # to write on, as the rule of the next row is for every other
        down = bands[-1].height
        bands[-1].marks.insert(0, (None, Stroke(column.x, down, column.x + column.width, down, 0.5, HAIR)))
    for band in bands:
        band.repeat = head
    return bands


def _for_writing(row: Sequence[Cell]) -> bool:
    """True for a row that is mostly filled in by hand: it has room for that, and no rule of its own."""
    return sum(not cell for cell in row) > 1


def _cell(column: Column, cell: Cell, place: tuple[float, float], node: Node) -> _CellLines:
    x, width = place
    lines = [
        (line, _STYLES[words.weight]) for words in cell for line in set_lines([_span(words)], width, column.unshown)
    ]
    link = next((words.link for words in cell if words.link), "")
    return _CellLines(x, node.child("Link") if link else node, lines, link=link)


def _span(words: Words) -> Span:
    return Span(words.text, _STYLES[words.weight])


def _field(column: Column, row: Entry, places: list[tuple[float, float]], style: Style) -> list[Band]:
    label, value = places
    label_lines = set_lines([Span(row.label, LABEL)], label[1], column.unshown)
    value_lines = set_lines(_field_spans(row, style), value[1], column.unshown)
    head, cell = column.parent.child("TH", scope="Row"), column.parent.child("TD")
    cells = [
        _CellLines(label[0], head, [(line, LABEL) for line in label_lines]),
        _CellLines(value[0], cell, [(line, BODY) for line in value_lines]),
    ]
    return _slices(cells, 0.0, 0.5)


def _slices(cells: list[_CellLines], above: float, below: float) -> list[Band]:
    """The cells of a row side by side, as one band or, when it is high, as several."""
    highest = max(cell.height() for cell in cells)
    limit = highest if highest <= _WHOLE_ROW else _SLICE
    bands: list[Band] = []
    while not bands or any(cell.next < len(cell.lines) for cell in cells):
        top = 0.0 if bands else above
        taken = [cell.take(limit, top) for cell in cells]
        least = 0.0 if bands else BODY.leading
        height = max(least, *(down for down, _ in taken))
        bands.append(Band(top + height, [mark for _, marks in taken for mark in marks]))
    bands[-1].height += below
    return bands
