"""The node of an action on its line: empty, going on, next, done or overdue."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import paint_sign
from bruiseaid.app.parts.lean import lean

_SIGNS = {
    "done": ("done", "done"),
    "refused": ("warning", "error"),
    "lasting": ("current", "accent"),
    "overdue": ("warning", "error"),
}


class Node(QWidget):
    """One node with the line through it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        lean(self)
        self._look, self._state, self._role = look, "waiting", "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_state(self, state: str, role: str) -> None:
        """Shows done, refused, next, waiting, lasting or overdue; `role` is the colour of the next one."""
        self._state, self._role = state, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(24), self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        side = float(look.px(22))
        box = QRectF((self.width() - side) / 2, look.px(8), side, side)
        painter.setPen(QPen(look.colour("line"), 2))
        middle = self.width() // 2
        painter.drawLine(middle, round(box.bottom()) + 3, middle, self.height())
        painter.drawLine(middle, 0, middle, round(box.top()) - 3)
        sign, role = _SIGNS.get(self._state, ("dot" if self._state == "next" else "todo", self._role))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_sign(painter, look, box, sign, role)
        painter.end()
