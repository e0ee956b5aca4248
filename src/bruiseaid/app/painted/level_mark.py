"""The shape that stands for a level, with its letter: octagon, diamond, triangle, circle or square."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.tokens import FAMILY

_POINTS: dict[str, tuple[tuple[float, float], ...]] = {
    "octagon": ((7.5, 1), (16.5, 1), (23, 7.5), (23, 16.5), (16.5, 23), (7.5, 23), (1, 16.5), (1, 7.5)),
    "diamond": ((12, 0.5), (23.5, 12), (12, 23.5), (0.5, 12)),
    "triangle": ((12, 1.2), (23.6, 22), (0.4, 22)),
}
_LETTER_SIZE = {"diamond": 11.5, "triangle": 11.5}
_LETTER_MIDDLE = {"triangle": 14.7}


def shape_path(shape: str) -> QPainterPath:
    """The outline in a box of 24 by 24."""
    path = QPainterPath()
    if shape in _POINTS:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _POINTS[shape]]))
        path.closeSubpath()
    elif shape == "circle":
        path.addEllipse(QRectF(1, 1, 22, 22))
    else:
        path.addRoundedRect(QRectF(2, 2, 20, 20), 2, 2)
    return path


def paint_level(painter: QPainter, look: Look, box: QRectF, shape: str, letter: str) -> None:
    """Paints a level that is possible or certain: filled and lettered; the square is only outlined."""
    painter.save()
    _enter(painter, box)
    filled = shape != "square"
    painter.setPen(QPen(look.colour(shape), 0 if filled else 2.2))
    painter.setBrush(look.colour(shape) if filled else look.colour("surface"))
    painter.drawPath(shape_path(shape))
    _letter(painter, look, shape, letter, "on_level" if filled else shape)
    painter.restore()


def paint_impossible(painter: QPainter, look: Look, box: QRectF, letter: str) -> None:
    """Paints a level that can no longer come: a pale ring, crossed out."""
    painter.save()
    _enter(painter, box)
    painter.setPen(QPen(look.colour("line"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1, 1, 22, 22))
    _letter(painter, look, "circle", letter, "ink2", bold=False)
    painter.setPen(QPen(look.colour("ink2"), 1.5, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(5, 20), QPointF(19, 4))
    painter.restore()


def _enter(painter: QPainter, box: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)


def _letter(painter: QPainter, look: Look, shape: str, letter: str, role: str, *, bold: bool = True) -> None:
    path = _letter_path(letter, bold=bold)
    bounds = path.boundingRect()
    size = _LETTER_SIZE.get(shape, 13.0) / 24
    painter.save()
    painter.translate(12, _LETTER_MIDDLE.get(shape, 12.0))
    painter.scale(size, size)
    painter.translate(-bounds.center())
    painter.fillPath(path, look.colour(role))
    painter.restore()


@cache
def _letter_path(letter: str, *, bold: bool) -> QPainterPath:
    """The outline of a letter in a size of 24 px, from which all sizes are painted."""
    font = QFont(FAMILY)
    font.setPixelSize(24)
    font.setBold(bold)
    path = QPainterPath()
    path.addText(0, 0, font, letter)
    return path


class LevelMark(QWidget):
    """One level's shape. Its words stand beside it; it has no accessible name of its own unless given one."""

    def __init__(self, look: Look, size: int = 26) -> None:
        super().__init__()
        lean(self)
        self._look, self._size = look, size
        self._shape, self._letter, self._possible = "circle", "", True

    def show_level(self, shape: str, letter: str, *, possible: bool = True) -> None:
        """Shows that level, crossed out if it can no longer come."""
        self._shape, self._letter, self._possible = shape, letter, possible
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = float(self._look.px(self._size))
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        if self._possible:
            paint_level(painter, self._look, box, self._shape, self._letter)
        else:
            paint_impossible(painter, self._look, box, self._letter)
        painter.end()
