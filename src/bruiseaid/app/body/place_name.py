"""The name of the place that is pointed at, on a dark ground. It changes with every move of the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bruiseaid.app.look import Look

_SIDE, _RADIUS = 12, 6


class PlaceName(QWidget):
    """One line that keeps its size whatever it says, so that nothing is laid out anew while the pointer moves."""

    def __init__(self, look: Look, idle: str) -> None:
        super().__init__()
        self._look, self._idle, self._name = look, idle, ""
        self.setObjectName("place_name")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(idle)
        look.changed.connect(self.updateGeometry)

    def say(self, name: str) -> None:
        """Shows that name; an empty one shows what to do instead."""
        if name != self._name:
            self._name = name
            self.setAccessibleName(name or self._idle)
            self.update()

    def words(self) -> str:
        """The words shown."""
        return self._name or self._idle

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.line("hint") + self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("surface"))
        font = look.font("hint")
        painter.setFont(font)
        side, metrics = look.px(_SIDE) if self._name else 0, QFontMetrics(font)
        words, wide = self.words(), metrics.horizontalAdvance(self.words()) + 2 * side
        if wide > self.width():
            wide, words = self.width(), metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - 2 * side)
        if self._name:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink"))
            painter.drawRoundedRect(QRectF(0, 0, wide, self.height()), look.px(_RADIUS), look.px(_RADIUS))
        painter.setPen(look.colour("surface" if self._name else "ink2"))
        box = self.rect().adjusted(side, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.end()
