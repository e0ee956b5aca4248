"""A link of several words that breaks into lines where it has to."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bruiseaid.app.look import Look
from bruiseaid.app.parts.enter import pressed_by_enter
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.one_press import OnePress


class Link(OnePress, QPushButton):
    """A flat button that looks like underlined text. `role` is its colour."""

    def __init__(self, look: Look, name: str, *, role: str = "link", size: str = "hint") -> None:
        super().__init__()
        lean(self)
        self._look, self._role, self._size, self._words = look, role, size, ""
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        self._heights: dict[int, int] = {}
        self._natural = 0
        look.follow(self)

    def relaid(self) -> None:
        """Takes the size of the new look."""
        self._forget()
        self.updateGeometry()

    def _forget(self) -> None:
        self._heights.clear()
        self._natural = 0

    def say(self, words: str, name: str = "") -> Link:
        """Shows those words."""
        if words != self._words or (name or words) != self.accessibleName():
            self._words = words
            self._forget()
            self.setText(words.replace("&", "&&"))
            self.setAccessibleName(name or words)
            self.updateGeometry()
        return self

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = self._laid(width).lineCount() * self._look.line(self._size)
            self._heights[width] = max(self._look.px(26), lines + self._look.px(4))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        if not self._natural:
            laid = self._laid(100_000)  # kept while its line is read
            self._natural = int(laid.lineAt(0).naturalTextWidth()) + 4 if laid.lineCount() else 10
        width = min(self._natural, self._look.px(560))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._role))
        layout, line_height = self._laid(self.width()), self._look.line(self._size)
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            line.draw(painter, QPointF(0, self._look.px(2) + index * line_height - line.y()))
        painter.end()

    def _laid(self, width: int) -> QTextLayout:
        font = QFont(self._look.font(self._size))
        font.setUnderline(True)
        layout = QTextLayout(self._words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
        layout.endLayout()
        return layout
