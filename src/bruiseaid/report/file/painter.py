"""Puts the page model on paper: pages of bands become content streams of a tagged PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import cos, pi, sin
from typing import Any

from bruiseaid.record.figures import Polyline, figure
from bruiseaid.report.file.tagging import TaggedCanvas, text_string
from bruiseaid.report.ink import drawing as d
from bruiseaid.report.ink.library import pdfdoc

_FILL, _LINE, _OUTLINE = "0.929 0.902 0.863 rg", "0.459 0.494 0.522 RG", "0.278 0.322 0.357 RG"
_MARKED = "0.725 0.690 0.643 rg"  # #B9B0A4
_ROUND = 0.5523  # of the radius: how far a curve's handle reaches for a quarter circle


class Painter:
    """Draws marks on the pages of one canvas."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._down = 0.0
        self._forms: set[str] = set()

    def page(self, page: d.Page, *, under: Sequence[d.Mark]) -> None:
        """One page: what lies under everything, decoration, then each part in order."""
        self._decoration(under, "Pagination")
        marks = [found for y, band in page.placed for found in band.all_marks(y)]
        self._group(None, [(y, mark) for y, node, mark in marks if node is None])
        parts: dict[d.Node, list[tuple[float, d.Mark]]] = {}
        for y, node, mark in marks:
            if node is not None:
                parts.setdefault(node, []).append((y, mark))
        for node, held in parts.items():
            self._group(node, held)
        self._bookmarks(page)
        self._canvas.showPage()

    def _decoration(self, marks: Sequence[d.Mark], kind: str) -> None:
        if marks:
            with self._canvas.meaning(None, kind):
                self._all((0.0, mark) for mark in marks)

    def _group(self, node: d.Node | None, marks: Sequence[tuple[float, d.Mark]]) -> None:
        if not marks:
            return
        with self._canvas.meaning(node):
            self._all((y, mark) for y, mark in marks if not isinstance(mark, d.Area))
        for self._down, mark in marks:
            if isinstance(mark, d.Area) and node is not None:
                box = (mark.x, self._y(mark.y + mark.height), mark.x + mark.width, self._y(mark.y))
                self._canvas.link(node, " ".join(map(_n, box)), mark.address, mark.words)

    def _all(self, marks: Iterable[tuple[float, d.Mark]]) -> None:
        for self._down, mark in marks:
            _HOW[type(mark)](self, mark)

    def _bookmarks(self, page: d.Page) -> None:
        for y, band in page.placed:
            if band.bookmark:
                key = f"b{self._canvas.getPageNumber()}-{y:.0f}"
                self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=d.PAPER_HEIGHT - y)
                self._canvas.addOutlineEntry(band.bookmark, key, 0)

    def _y(self, y: float) -> float:
        return d.PAPER_HEIGHT - self._down - y

    def _text(self, mark: d.Text) -> None:
        write = self._canvas.write
        if mark.true_words is not None:
            write(f"/Span <</ActualText {text_string(mark.true_words)}>> BDC")
        write(f"BT {_colour(mark.colour, 'rg')} {_n(mark.x)} {_n(self._y(mark.y))} Td")
        self._letters(mark)
        write("ET" if mark.true_words is None else "ET EMC")

    def _slanted(self, mark: d.Slanted) -> None:
        turn, rise = cos(mark.angle * pi / 180), sin(mark.angle * pi / 180)
        place = f"{turn:.4f} {rise:.4f} {-rise:.4f} {turn:.4f} {_n(mark.x)} {_n(self._y(mark.y))} Tm"
        self._canvas.write(f"BT {_colour(mark.colour, 'rg')} {place}")
        self._letters(mark)
        self._canvas.write("ET")

    def _letters(self, mark: d.Text | d.Slanted) -> None:
        document, font = self._canvas._doc, mark.face.font
        for subset, codes in font.splitString(mark.text, document):
            name = font.getSubsetInternalName(subset, document)
            self._canvas.write(f"{name} {_n(mark.size)} Tf ({self._canvas._escape(codes)}) Tj")

    def _stroke(self, mark: d.Stroke) -> None:
        line = f"{_n(mark.x)} {_n(self._y(mark.y))} m {_n(mark.to_x)} {_n(self._y(mark.to_y))} l S"
        self._canvas.write(f"q {_colour(mark.colour, 'RG')} {_n(mark.width)} w {_dash(mark.dash)}{line} Q")

    def _box(self, mark: d.Box) -> None:
        path = self._rounded(mark.x, mark.y, mark.width, mark.height, mark.radius)
        pen = f"{_colour(mark.colour, 'RG')} {_n(mark.edge)} w {_dash(mark.dash)}"
        self._canvas.write(f"q {pen}{path} S Q")

    def _disc(self, mark: d.Disc) -> None:
        across = mark.radius + mark.reach
        size = 2 * mark.radius
        path = self._rounded(mark.x - across, mark.y - mark.radius, 2 * across, size, mark.radius)
        pen = f"{_colour(mark.fill, 'rg')} {_colour(mark.edge, 'RG')} 0.9 w"
        self._canvas.write(f"q {pen} {path} B Q")

    def _shape(self, mark: d.Shape) -> None:
        path = " ".join(self._polygon(line) for line in mark.lines)
        colours = [] if mark.fill is None else [_colour(mark.fill, "rg")]
        if mark.edge is not None:
            colours.append(f"{_colour(mark.edge, 'RG')} {_n(mark.edge_width)} w 1 j")
        operator = "f*" if mark.edge is None else ("S" if mark.fill is None else "B*")
        drawn = f"q {' '.join(colours)} {path} {operator} Q"
        if mark.true_words is not None:
            drawn = f"/Span <</ActualText {text_string(mark.true_words)}>> BDC {drawn} EMC"
        self._canvas.write(drawn)

    def _body(self, mark: d.Body) -> None:
        name = self._form(mark.view)
        regions = figure(mark.view).regions
        filled = [_path(regions[key].subpaths) for key in mark.filled]
        scale = f"{mark.scale:.4f}"
        self._canvas.write(f"q {scale} 0 0 -{scale} {_n(mark.x)} {_n(self._y(mark.y))} cm")
        self._canvas.doForm(name)
        if filled:
            self._canvas.write(f"{_MARKED} {_OUTLINE} 1.6 w 1 j {' '.join(filled)} B*")
        self._canvas.write("Q")

    def _form(self, view: str) -> str:
        """The drawing itself, put into the file once."""
        if view not in self._forms:
            left, top, width, height = figure(view).view_box
            form = pdfdoc.PDFFormXObject(left, top, left + width, top + height)
            form.compression = 1
            form.stream = _drawn(view)
            self._canvas._doc.addForm(view, form)
            self._forms.add(view)
        return view

    def _polygon(self, line: Sequence[d.Point]) -> str:
        points = [f"{_n(x)} {_n(self._y(y))}" for x, y in line]
        return f"{points[0]} m {' '.join(f'{point} l' for point in points[1:])} h"

    def _rounded(self, x: float, y: float, width: float, height: float, radius: float) -> str:
        left, right, top, bottom = x, x + width, self._y(y), self._y(y + height)
        if not radius:
            return f"{_n(left)} {_n(bottom)} {_n(width)} {_n(height)} re"
        r, k = radius, radius * (1 - _ROUND)
        parts = [
            ((left + r, top), "m"),
            ((right - r, top), "l"),
            ((right - k, top, right, top - k, right, top - r), "c"),
            ((right, bottom + r), "l"),
            ((right, bottom + k, right - k, bottom, right - r, bottom), "c"),
            ((left + r, bottom), "l"),
            ((left + k, bottom, left, bottom + k, left, bottom + r), "c"),
            ((left, top - r), "l"),
            ((left, top - k, left + k, top, left + r, top), "c"),
        ]
        return " ".join(f"{' '.join(map(_n, numbers))} {operator}" for numbers, operator in parts) + " h"


_HOW: Mapping[type, Callable[[Painter, Any], None]] = {
    d.Text: Painter._text,
    d.Slanted: Painter._slanted,
    d.Stroke: Painter._stroke,
    d.Box: Painter._box,
    d.Disc: Painter._disc,
    d.Shape: Painter._shape,
    d.Body: Painter._body,
}


@cache
def _drawn(view: str) -> bytes:
    """A body drawing as a content stream in its own units."""
    picture = figure(view)
    regions = " ".join(_path(region.subpaths) for region in picture.regions.values())
    details = " ".join(_open_path(line) for line in picture.details)
    outline = _path(picture.outlines)
    pens = f"{_LINE} 0.9 w 1 j 1 J"
    return f"{_FILL} {outline} f* {pens} {regions} S 1.1 w {details} S {_OUTLINE} 1.8 w {outline} S".encode()


def _path(lines: Sequence[Polyline]) -> str:
    return " ".join(f"{_open_path(line)} h" for line in lines)


def _open_path(line: Polyline) -> str:
    points = [f"{x:g} {y:g}" for x, y in line]
    return f"{points[0]} m {' '.join(f'{point} l' for point in points[1:])}"


def _colour(colour: d.Colour, operator: str) -> str:
    return f"{' '.join(_n(part) for part in colour)} {operator}"


def _dash(length: float) -> str:
    return f"[{_n(length)}] 0 d " if length else ""


def _n(number: float) -> str:
    """A number with at most two decimals and no more letters than it needs."""
    return f"{number:.2f}".rstrip("0").rstrip(".") or "0"
