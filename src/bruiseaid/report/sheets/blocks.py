"""Headings, paragraphs, quotations and lists as bands."""

from __future__ import annotations

from collections.abc import Sequence

from bruiseaid.report.ink.drawing import BLACK, LEFT, WIDTH, Band, Node, Shape, Stroke
from bruiseaid.report.ink.letters import Unshown, visible
from bruiseaid.report.ink.lines import (
    BODY,
    HEADING,
    PART,
    QUOTE,
    SMALL,
    SUBHEADING,
    TITLE,
    Line,
    Span,
    Style,
    set_lines,
)
from bruiseaid.report.sheets.layout import space
from bruiseaid.values import dataclass

PARAGRAPH_GAP = 5.0
_LONGEST_BOOKMARK = 100


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks go on the paper, and the part of the document they belong to."""

    x: float
    width: float
    parent: Node
    unshown: Unshown

    def inside(self, node: Node) -> Column:
        """The same place, in another part of the document."""
        return Column(self.x, self.width, node, self.unshown)

    def at(self, x: float, width: float) -> Column:
        """Another place, in the same part of the document."""
        return Column(x, width, self.parent, self.unshown)


def whole_width(parent: Node, unshown: Unshown) -> Column:
    """The column from margin to margin."""
    return Column(LEFT, WIDTH, parent, unshown)


def document_title(column: Column, text: str) -> list[Band]:
    """The title of a document that has no level box."""
    bands = paragraph(column, [Span(text, TITLE)], tag="H1")
    for band in bands:
        band.keep = True
    return bands


def part_heading(column: Column, text: str) -> list[Band]:
    """The heading of a part of the full record, with a rule below."""
    return _ruled_heading(column, text, PART, "H2", 14, 1.0)


def heading(column: Column, text: str, *, gap: float = 8) -> list[Band]:
    """A heading of the first page, with a rule below."""
    return _ruled_heading(column, text, HEADING, "H2", gap, 0.75)


def subheading(column: Column, text: str) -> list[Band]:
    """The heading of one person, mark or call."""
    bands = paragraph(column, [Span(text, SUBHEADING)], tag="H3")
    for band in bands:
        band.keep = True
    return [space(6), *bands]


def paragraph(column: Column, spans: Sequence[Span], *, tag: str = "P") -> list[Band]:
    """Words across the column, one band a line, so that a paragraph of any length runs over pages."""
    node = column.parent.child(tag)
    lines = set_lines(spans, column.width, column.unshown)
    return keep_ends([line_band(line, column.x, spans[0].style, node) for line in lines])


def quotation(column: Column, words: str, credit: str) -> list[Band]:
    """Somebody's words beside a bar, and who said them underneath."""
    node = column.parent.child("BlockQuote")
    inner = Column(column.x + 10, column.width - 10, node, column.unshown)
    bands = paragraph(inner, [Span(words, QUOTE)])
    for band in bands:
        bar = Stroke(column.x + 1.25, 0, column.x + 1.25, band.height, 2.5, BLACK)
        band.marks.insert(0, (None, bar))
    bands[-1].keep = True
    return [*bands, space(2), *paragraph(column, [Span(credit, SMALL)]), Band(2, blank=True)]


def listing(column: Column, items: Sequence[str]) -> list[Band]:
    """Points, each after a small square."""
    list_node = column.parent.child("L")
    return [band for item in items for band in _point(column.inside(list_node), item)]


def line_band(line: Line, x: float, style: Style, node: Node | None) -> Band:
    """One line as a band."""
    return Band(style.leading, [(node, mark) for mark in line.marks(x, style.baseline)])


def keep_ends(bands: list[Band]) -> list[Band]:
    """Neither the first line of a paragraph alone at the foot of a page, nor the last one alone at the top."""
    if len(bands) > 1:
        bands[0].keep = bands[-2].keep = True
    return bands


def _ruled_heading(column: Column, text: str, style: Style, tag: str, gap: float, rule: float) -> list[Band]:
    bands = paragraph(column, [Span(text, style)], tag=tag)
    for band in bands:
        band.keep = True
    bands[0].bookmark = visible(text)[:_LONGEST_BOOKMARK]
    line = Band(4.5, keep=True)
    line.marks.append((None, Stroke(column.x, 1.5, column.x + column.width, 1.5, rule, BLACK)))
    return [space(gap), *bands, line]


def _point(column: Column, text: str) -> list[Band]:
    item = column.parent.child("LI")
    inner = Column(column.x + 11, column.width - 11, item.child("LBody"), column.unshown)
    bands = paragraph(inner, [Span(text, BODY)])
    x, y = column.x + 2, BODY.baseline - 5
    square = ((x, y), (x + 3, y), (x + 3, y + 3), (x, y + 3))
    bands[0].marks.insert(0, (None, Shape((square,), BLACK)))
    return bands
