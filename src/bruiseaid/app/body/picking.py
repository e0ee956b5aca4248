"""Which place of a drawing a point means, and which place comes next in a direction. Nothing is painted here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import hypot, inf

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from bruiseaid.app.body.shapes import shapes
from bruiseaid.record.figures import Box, Figure, FigureRegion, Point, Polyline, figure, polylines

HALO = 10.0
_CELL = 20.0


class Picker:
    """Finds places in one drawing. Only the few regions near a point are looked at."""

    def __init__(self, drawing: Figure, paths: Mapping[str, QPainterPath]) -> None:
        self._over: dict[tuple[int, int], list[tuple[str, QPainterPath]]] = {}
        self._near: dict[tuple[int, int], list[FigureRegion]] = {}
        for key, region in drawing.regions.items():
            for cell in _cells_of(region.box, 0.0):
                self._over.setdefault(cell, []).append((key, paths[key]))
            for cell in _cells_of(region.box, HALO):
                self._near.setdefault(cell, []).append(region)

    def at(self, point: Point) -> str | None:
        """The key of the region at that point, or the nearest within HALO units of it; None further out."""
        cell, exact = _cell(point), QPointF(*point)
        for key, path in self._over.get(cell, ()):
            if path.contains(exact):
                return key
        near = self._near.get(cell, ())
        far, key = min(((distance(region, point), region.key) for region in near), default=(inf, ""))
        return key if far <= HALO else None


@cache
def picker(view: str) -> Picker:
    """The picker of a drawing, made once."""
    return Picker(figure(view), shapes(view).regions)


def distance(region: FigureRegion, point: Point) -> float:
    """How far the point is from the edge of the region."""
    return min((_to_segment(a, b, point) for line in _lines(region.path) for a, b in _sides(line)), default=inf)


@lru_cache(maxsize=8)
def _lines(path: str) -> tuple[Polyline, ...]:
    """The lines of path data, kept for the few regions that are near the pointer."""
    return polylines(path)


def neighbour(drawing: Figure, key: str, dx: int, dy: int) -> str | None:
    """The region that the arrow in that direction leads to.

    A touching one that lies that way first, then the nearest that lies straight that way, then one that lies aslant.
    """
    here = drawing.regions[key]
    touching = [drawing.regions[name] for name in here.neighbours if name in drawing.regions]
    others = [region for region in drawing.regions.values() if region.key != key]
    for regions, widest in ((touching, 0.7), (others, 0.9), (touching, 0.35), (others, 0.7)):
        if (best := _best(here, regions, dx, dy, widest=widest)) is not None:
            return best
    return None


def _best(here: FigureRegion, regions: Iterable[FigureRegion], dx: int, dy: int, *, widest: float) -> str | None:
    found: list[tuple[float, str]] = []
    for region in regions:
        x, y = region.anchor[0] - here.anchor[0], region.anchor[1] - here.anchor[1]
        far = hypot(x, y)
        along = (x * dx + y * dy) / far if far else 0.0
        if along > widest:
            found.append((far / along, region.key))
    return min(found)[1] if found else None


def _cell(point: Point) -> tuple[int, int]:
    return int(point[0] // _CELL), int(point[1] // _CELL)


def _cells_of(box: Box, beyond: float) -> list[tuple[int, int]]:
    left, top, right, bottom = box
    first, last = _cell((left - beyond, top - beyond)), _cell((right + beyond, bottom + beyond))
    return [(x, y) for x in range(first[0], last[0] + 1) for y in range(first[1], last[1] + 1)]


def _sides(line: Polyline) -> Iterable[tuple[Point, Point]]:
    return zip(line, line[1:] + line[:1], strict=True)


def _to_segment(a: Point, b: Point, point: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    share = 0.0 if long == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / long))
    return hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy)
