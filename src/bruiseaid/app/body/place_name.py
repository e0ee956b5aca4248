"""The name of the place that is pointed at, on a dark ground. It changes with every move of the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.painted.fill import fill
from bruiseaid.app.parts.lean import lean

_SIDE, _RADIUS = 12, 6
_WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class PlaceName(QWidget):
    """A line or two that keep their size whatever they say: nothing is laid out anew while the pointer moves."""

    def __init__(self, look: Look, idle: str) -> None:
        super().__init__()
        lean(self)
        self._look, self._idle, self._name, self._lines = look, idle, "", 1
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

    def take_lines(self, lines: int) -> None:
        """Takes room for so many lines."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def words(self) -> str:
        """The words shown."""
        return self._name or self._idle

    def shown_words(self) -> str:
        """The words as they are painted: cut where they have no room."""
        side = self._look.px(_SIDE) if self._name else 0
        return self._laid(QFontMetrics(self._look.font("hint")), self.rect().adjusted(side, 0, -side, 0))[0]

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._lines * self._look.line("hint") + self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        fill(painter, self.rect(), look.colour("surface"))
        font = look.font("hint")
        painter.setFont(font)
        side = look.px(_SIDE) if self._name else 0
        words, box = self._laid(QFontMetrics(font), self.rect().adjusted(side, 0, -side, 0))
        if self._name:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ink"))
            painter.drawRoundedRect(
                QRectF(0, 0, box.width() + 2 * side, self.height()), look.px(_RADIUS), look.px(_RADIUS)
            )
        painter.setPen(look.colour("surface" if self._name else "ink2"))
        painter.drawText(self.rect().adjusted(side, 0, -side, 0), _WRAPPED, words)
        painter.end()

    def _laid(self, metrics: QFontMetrics, room: QRect) -> tuple[str, QRect]:
        """The words as they go into that room, and how much of it they take."""
        words = self.words()
        most = self._lines * self._look.line("hint")
        while len(words) > 1 and metrics.boundingRect(room, _WRAPPED, words).height() > most:
            words = words.removesuffix("…")[:-1] + "…"
        return words, metrics.boundingRect(room, _WRAPPED, words)
