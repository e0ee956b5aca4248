"""The striped band that stands under the bar as long as something is only practice."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.painted.fill import fill

_HIGH, _STEP = 26, 14


class PracticeBand(QWidget):
    """Diagonal stripes with the same words at the left and at the right; never the focus, always the name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._words = look, ""
        self.setObjectName("practice_band")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Shows the band with those words; without any it is not there."""
        self._words = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, self.rect(), look.colour("sunken"))
        painter.setPen(QPen(look.colour("line"), look.px(5)))
        high = self.height()
        for x in range(-high, self.width() + high, look.px(_STEP)):
            painter.drawLine(QPointF(x, high), QPointF(x + high, 0))
        font = look.font("label", bold=True)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._words) + look.px(24)
        left = QRectF(0, 0, width, high)
        both = (left, left.translated(self.width() - width, 0)) if self.width() > 2 * width else (left,)
        for place in both:
            fill(painter, place, look.colour("ink"))
            painter.setPen(look.colour("surface"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
