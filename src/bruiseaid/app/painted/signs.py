"""Small signs drawn as paths: ticks, rings, boxes, the warning triangle, the telephone, the program's own sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.lean import lean

_ROUND = Qt.PenCapStyle.RoundCap
_JOIN = Qt.PenJoinStyle.RoundJoin


def _enter(painter: QPainter, box: QRectF, units: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / units, box.height() / units)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, _ROUND, _JOIN)


def _tick(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 2))
    painter.drawPolyline(QPolygonF([QPointF(5.8, 10.4), QPointF(8.6, 13.2), QPointF(14.2, 7.2)]))


def paint_sign(painter: QPainter, look: Look, box: QRectF, sign: str, role: str = "accent") -> None:
    """Paints a sign into a square box. Signs: done, current, todo, later, warning, dot, clock, phone, program."""
    painter.save()
    _enter(painter, box, 24.0 if sign == "phone" else 26.0 if sign == "program" else 20.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SIGNS[sign](painter, look, role)
    painter.restore()


def _done(painter: QPainter, look: Look, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(role))
    painter.drawEllipse(QRectF(1, 1, 18, 18))
    _tick(painter, look.colour("on_accent" if role == "accent" else "surface"))


def _current(painter: QPainter, look: Look, role: str) -> None:
    painter.setPen(QPen(look.colour(role), 2))
    painter.drawEllipse(QRectF(2, 2, 16, 16))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(role))
    painter.drawEllipse(QRectF(6, 6, 8, 8))


def _todo(painter: QPainter, look: Look, role: str) -> None:
    painter.setPen(QPen(look.colour("control"), 1.8))
    painter.drawEllipse(QRectF(2, 2, 16, 16))


def _later(painter: QPainter, look: Look, role: str) -> None:
    pen = QPen(look.colour("control"), 1.8)
    pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.drawEllipse(QRectF(2, 2, 16, 16))


def _warning(painter: QPainter, look: Look, role: str) -> None:
    painter.setPen(_pen(look.colour(role), 1.8))
    painter.drawPolygon(QPolygonF([QPointF(10, 2), QPointF(19, 18), QPointF(1, 18)]))
    painter.setPen(_pen(look.colour(role), 2))
    painter.drawLine(QPointF(10, 8), QPointF(10, 12.5))
    painter.drawLine(QPointF(10, 15), QPointF(10, 15.4))


def _dot(painter: QPainter, look: Look, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(role))
    painter.drawEllipse(QRectF(1.5, 1.5, 17, 17))


def _clock(painter: QPainter, look: Look, role: str) -> None:
    painter.setPen(_pen(look.colour(role), 1.8))
    painter.drawEllipse(QRectF(2, 2, 16, 16))
    painter.drawPolyline(QPolygonF([QPointF(10, 5.5), QPointF(10, 10), QPointF(13, 12)]))


def _phone(painter: QPainter, look: Look, role: str) -> None:
    painter.fillPath(phone_path(), look.colour(role))


def phone_path() -> QPainterPath:
    """A telephone receiver in a box of 24 by 24."""
    path = QPainterPath(QPointF(6.2, 2.8))
    path.lineTo(9, 3.4)
    path.cubicTo(9.5, 3.5, 9.8, 3.9, 9.9, 4.4)
    path.lineTo(10.5, 7.5)
    path.cubicTo(10.6, 8, 10.4, 8.5, 10, 8.8)
    path.lineTo(8.3, 10)
    path.cubicTo(9.5, 12.5, 11.5, 14.5, 14, 15.7)
    path.lineTo(15.2, 14)
    path.cubicTo(15.5, 13.6, 16, 13.4, 16.5, 13.5)
    path.lineTo(19.6, 14.1)
    path.cubicTo(20.1, 14.2, 20.5, 14.5, 20.6, 15)
    path.lineTo(21.2, 17.8)
    path.cubicTo(21.3, 18.4, 21, 19, 20.4, 19.3)
    path.cubicTo(12.5, 22, 2, 11.5, 4.7, 3.6)
    path.cubicTo(5, 3, 5.6, 2.7, 6.2, 2.8)
    path.closeSubpath()
    return path


def _program(painter: QPainter, look: Look, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(QRectF(1, 1, 24, 24), 7, 7)
    painter.setPen(_pen(look.colour("on_accent"), 2.2))
    for y, right in ((9.5, 19), (14, 13.5), (18.5, 12)):
        painter.drawLine(QPointF(7, y), QPointF(right, y))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("on_accent"), 2))
    painter.drawEllipse(QRectF(16, 14, 6, 6))


_SIGNS = {
    "done": _done,
    "current": _current,
    "todo": _todo,
    "later": _later,
    "warning": _warning,
    "dot": _dot,
    "clock": _clock,
    "phone": _phone,
    "program": _program,
}


def paint_ring(painter: QPainter, look: Look, box: QRectF, *, chosen: bool) -> None:
    """Paints the round button of a choice."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("surface"))
    painter.setPen(QPen(look.colour("accent" if chosen else "control"), 2))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        inner = box.width() / 4
        painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))


def paint_box(painter: QPainter, look: Look, box: QRectF, *, ticked: bool) -> None:
    """Paints the square of a tick, with its tick."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(look.colour("accent" if ticked else "surface"))
    painter.setPen(QPen(look.colour("accent" if ticked else "control"), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    if ticked:
        painter.save()
        _enter(painter, box, 20.0)
        _tick(painter, look.colour("on_accent"))
        painter.restore()


class Sign(QWidget):
    """One sign as a widget. Decoration: the words beside it carry the meaning."""

    def __init__(self, look: Look, sign: str, size: int = 20, role: str = "accent") -> None:
        super().__init__()
        lean(self)
        self._look, self._sign, self._size, self._role = look, sign, size, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sign(self, sign: str, role: str = "accent") -> None:
        """Shows another sign, or the same in another colour."""
        self._sign, self._role = sign, role
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_sign(painter, self._look, QRectF(0, 0, self.width(), self.height()), self._sign, self._role)
        painter.end()
