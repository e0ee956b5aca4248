"""The body drawings as Qt paths, made once, and how they are painted with the tokens."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from bruiseaid.app.look import Look
from bruiseaid.record.figures import Polyline, figure
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Shapes:
    """One drawing as paths, in its own units. `box` is its view box."""

    box: QRectF
    regions: Mapping[str, QPainterPath]
    details: QPainterPath
    outline: QPainterPath


@cache
def shapes(view: str) -> Shapes:
    """The paths of a drawing."""
    drawing = figure(view)
    return Shapes(
        box=QRectF(*drawing.view_box),
        regions={key: _closed(region.subpaths) for key, region in drawing.regions.items()},
        details=_open(drawing.details),
        outline=_closed(drawing.outlines),
    )


def paint_body(painter: QPainter, look: Look, view: str, marked: frozenset[str]) -> None:
    """Paints a whole drawing in its own units; `marked` regions are filled."""
    drawn = shapes(view)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QPen(look.colour("bodyline"), 0.9, j=Qt.PenJoinStyle.RoundJoin)
    for key, path in drawn.regions.items():
        painter.setPen(line)
        painter.setBrush(look.colour("markfill" if key in marked else "body"))
        painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("bodyline"), 1.1, c=Qt.PenCapStyle.RoundCap))
    painter.drawPath(drawn.details)
    painter.setPen(QPen(look.colour("bodyout"), 1.6, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(drawn.outline)


def paint_lit(painter: QPainter, look: Look, view: str, key: str, width: float, *, tinted: bool) -> None:
    """Paints a line of that width (in the drawing's units) round one region, tinted if it is pointed at."""
    path = shapes(view).regions[key]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tint = QColor(look.colour("accent_tint"))
    tint.setAlphaF(0.75)
    painter.setBrush(tint if tinted else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("focus"), width, j=Qt.PenJoinStyle.BevelJoin))  # round ones take thrice as long
    painter.drawPath(path)


def _closed(lines: tuple[Polyline, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in lines:
        path.addPolygon(_polygon(line))
        path.closeSubpath()
    return path


def _open(lines: tuple[Polyline, ...]) -> QPainterPath:
    path = QPainterPath()
    for line in lines:
        path.addPolygon(_polygon(line))
    return path


def _polygon(line: Polyline) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in line])
