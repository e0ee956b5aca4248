"""The marks on the body map: a numbered disc for each, and its size, where it is known, to the scale of the drawing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bruiseaid.app.body.scale import px_per_mm
from bruiseaid.app.body.spots import Spot, Spots
from bruiseaid.app.look import Look
from bruiseaid.app.screens.values import MapView, MarkSize
from bruiseaid.record.figures import figure
from bruiseaid.values import dataclass

RADIUS = 13
_GAP = 3.0
_LEAST = 2.0  # px: smaller than this nothing can be seen


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark on the widget: the middle of what is drawn to size (None: size not given), and that of its disc."""

    number: str
    disc: QPointF
    extent: QRectF | None


def placed_marks(look: Look, spots: Spots, view: MapView) -> list[Placed]:
    """Every mark wherever its place is drawn."""
    sizes, placed = {size.number: size for size in view.sizes}, []
    for drawing in spots.views:
        scale = px_per_mm(spots.scales[drawing], drawing, view.kind)
        for key, numbers in view.discs:
            if key in figure(drawing).regions:
                extents = {number: _extent(sizes.get(number), scale) for number in numbers}
                placed += _side_by_side(look, spots.point_of(Spot(drawing, key)), extents)
    return placed


def _side_by_side(look: Look, middle: QPointF, marks: Mapping[str, QRectF | None]) -> list[Placed]:
    """The marks of one region round its middle; a disc stands above what is drawn to size."""
    radius, extents = float(look.px(RADIUS)), marks.values()
    widths = [max(1.6 * radius, extent.width() + _GAP) if extent else 1.6 * radius for extent in extents]
    left, placed = middle.x() - sum(widths) / 2, []
    for number, extent, width in zip(marks, extents, widths, strict=True):
        at = QPointF(left + width / 2, middle.y())
        left += width
        if extent is None:
            placed.append(Placed(number, at, None))
        else:
            above = QPointF(at.x(), at.y() - extent.height() / 2 - _GAP - radius)
            placed.append(Placed(number, above, extent.translated(at)))
    return placed


def _extent(size: MarkSize | None, scale: float) -> QRectF | None:
    if size is None:
        return None
    length = max(_LEAST, size.length_mm * scale)
    width = max(_LEAST, size.width_mm * scale) if size.width_mm else 0.0
    return QRectF(-length / 2, -width / 2, length, width)


def paint_mark(painter: QPainter, look: Look, mark: Placed) -> None:
    """Paints the size, as an oval or as a bar where only the length is known, and the disc with the number."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.extent is not None:
        _paint_extent(painter, look, mark.extent)
    radius = float(look.px(RADIUS))
    painter.setPen(QPen(look.colour("surface"), 1.5))
    painter.setBrush(look.colour("mark"))
    painter.drawEllipse(mark.disc, radius, radius)
    painter.setFont(look.font("label", bold=True))
    painter.setPen(look.colour("on_mark"))
    box = QRectF(mark.disc.x() - radius, mark.disc.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.number)


def _paint_extent(painter: QPainter, look: Look, extent: QRectF) -> None:
    if extent.height():
        painter.setPen(QPen(look.colour("surface"), 1.0))
        painter.setBrush(look.colour("mark"))
        painter.drawEllipse(extent)
    else:
        painter.setPen(QPen(look.colour("mark"), 2.0))
        paint_bar(painter, extent.left(), extent.right(), extent.center().y())


def paint_bar(painter: QPainter, left: float, right: float, y: float) -> None:
    """A line with a short stroke across each end."""
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    for end in (left, right):
        painter.drawLine(QPointF(end, y - 3), QPointF(end, y + 3))


def rect_of(look: Look, mark: Placed) -> QRectF:
    """What painting the mark touches."""
    radius = look.px(RADIUS) + 2.0
    disc = QRectF(mark.disc.x() - radius, mark.disc.y() - radius, 2 * radius, 2 * radius)
    return disc if mark.extent is None else disc.united(mark.extent.adjusted(-2, -4, 2, 4))
