"""The first paint: the start page as far as it needs no rules, shown before drafts, rules and widgets are loaded.

It is made of bare labels with a palette. Everything else that could draw it (a style sheet, a painter's brush, the
names in `Qt`) makes Qt's Python side build hundreds of enumerations first, a quarter of the time of an empty window.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from bruiseaid.app.screens.start_words import EMERGENCY, START, TITLE, WORDS
from bruiseaid.app.tokens import FAMILY, TYPE, Tokens

_BAR, _LEFT, _WIDEST, _START_WIDTH, _EMERGENCY_WIDTH = 54, 40, 680, 186, 223


class Opening(QWidget):
    """The start page's first words. `painted` is sent once they can be seen."""

    painted = Signal()

    def __init__(self, tokens: Tokens, scale: float) -> None:
        super().__init__()
        self._tokens, self._scale, self._seen = tokens, scale, False
        self.setAutoFillBackground(True)
        self.setPalette(_coloured(self.palette(), tokens.ink, tokens.canvas))
        self._bar = self._label("bruiseaid", "heading", "ink", "surface")
        self._bar.setIndent(self._px(54))
        self._emergency = self._label(EMERGENCY, "body", "on_emerg", "emerg")
        self._emergency.setIndent(self._px(46))
        self._title = self._label(TITLE, "title", "ink", "canvas")
        self._words = self._label(WORDS, "body", "ink2", "canvas")
        self._words.setWordWrap(True)
        self._start = self._label(START, "heading", "on_accent", "accent")
        self._start.setIndent(self._px(28))

    def _label(self, words: str, size: str, ink: str, ground: str) -> QLabel:
        label = QLabel(words, self)  # our own words, without markup
        font = QFont(FAMILY)
        font.setPixelSize(self._px(TYPE[size].size))
        font.setBold(TYPE[size].bold)
        label.setFont(font)
        label.setPalette(_coloured(label.palette(), self._tokens.of(ink), self._tokens.of(ground)))
        label.setAutoFillBackground(True)
        return label

    def _px(self, pixels: float) -> int:
        return round(pixels * self._scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, width = self._px(_LEFT), min(self._px(_WIDEST), self.width() - 2 * self._px(_LEFT))
        self._bar.setGeometry(0, 0, self.width(), self._px(_BAR))
        wide = self._px(_EMERGENCY_WIDTH)
        self._emergency.setGeometry(self.width() - wide - self._px(16), self._px(7), wide, self._px(40))
        top = self._px(_BAR + 28)
        for label, gap in ((self._title, 8), (self._words, 23)):
            tall = label.heightForWidth(width) if label.wordWrap() else self._px(36)
            label.setGeometry(left, top, width, tall)
            top += tall + self._px(gap)
        self._start.setGeometry(left, top, self._px(_START_WIDTH), self._px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)


def _coloured(palette: QPalette, ink: str, ground: str) -> QPalette:
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    return palette
