"""Text on the window: plain, wrapped, with the line height of the design, and some of its words bold or coloured."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from bruiseaid.app.look import Look
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.unbroken import unbroken

_WRAPPED = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_LONGEST_WORD = 120
"""Up to that (px) a word is kept whole where columns share what room there is."""


class Run(NamedTuple):
    """A stretch of text. `role` is a colour of the tokens; empty takes the colour of the whole."""

    text: str
    bold: bool = False
    role: str = ""


class Text(QLabel):
    """A label that shows words as they are: never markup, never a shortcut from an ampersand.

    It is a QLabel so that screen readers and tests find its words. `size` is a size of the type scale.
    """

    def __init__(
        self,
        look: Look,
        size: str = "body",
        *,
        role: str = "ink",
        bold: bool = False,
        italic: bool = False,
        right: bool = False,
        wrap: bool = True,
        widest: int = 0,
    ) -> None:
        super().__init__()
        lean(self)
        self._look, self._size, self._role = look, size, role
        self._bold, self._italic, self._right = bold, italic, right
        self._wrap, self._widest = wrap, widest
        self._runs: tuple[Run, ...] = ()
        self._layout: tuple[int, QTextLayout] | None = None  # while it is in sight; else only the lines are kept
        self._lines: dict[int, int] = {}
        self._widths: tuple[int, int] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        tall = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Minimum, tall)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        look.follow(self)

    def say(self, text: str) -> Text:
        """Shows that text; the same text again costs nothing."""
        return self.say_runs((Run(text),))

    def say_runs(self, runs: Iterable[Run]) -> Text:
        """Shows stretches of text one after another, as one paragraph."""
        runs = tuple(run for run in runs if run.text)
        if runs != self._runs:
            self._runs = runs
            self._forget()
            self.setText("".join(run.text for run in runs))
            self.updateGeometry()
            self.update()
        return self

    def colour(self, role: str) -> None:
        """Takes another colour of the tokens."""
        if role != self._role:
            self._role = role
            self._layout = None
            self.update()

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        return self._height(self._limit(width))

    def sizeHint(self) -> QSize:
        natural, _ = self._natural_and_least()
        widest = self._look.px(self._widest or 520)
        width = min(natural, widest) if self._wrap else natural
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:
        natural, least = self._natural_and_least()
        return QSize(min(natural, least) if self._wrap else natural, self._look.line(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._role))
        layout = self._laid(self._limit(self.width()))
        spare = max(0, self.height() - layout.lineCount() * self._look.line(self._size))
        layout.draw(painter, QPointF(0, spare / 2))
        painter.end()

    def _forget(self) -> None:
        self._layout = self._widths = None
        self._lines.clear()

    def relaid(self) -> None:
        """Forgets the lines of the look before."""
        self._forget()
        self.updateGeometry()
        self.update()

    def _limit(self, width: int) -> int:
        return min(width, self._look.px(self._widest)) if self._widest else width

    def _height(self, width: int) -> int:
        if not self._runs:
            return 0
        if width not in self._lines:
            self._lines[width] = max(1, self._laid(width).lineCount())
        return self._lines[width] * self._look.line(self._size)

    def _natural_and_least(self) -> tuple[int, int]:
        """The width of the whole text on one line, and that of its longest word, up to a limit."""
        if self._widths is None:
            wide = self._lay(1_000_000)
            natural = max((wide.lineAt(index).naturalTextWidth() for index in range(wide.lineCount())), default=0.0)
            longest = self._lay(1, QTextOption.WrapMode.WordWrap, kept=str).minimumWidth()  # where there is no room
            self._widths = int(natural) + 2, min(int(longest) + 2, self._look.px(_LONGEST_WORD))
        return self._widths

    def _laid(self, width: int) -> QTextLayout:
        if self._layout is not None and self._layout[0] == width:
            return self._layout[1]
        layout = self._lay(width)
        self._layout = (width, layout) if self.isVisible() else None
        return layout

    def _lay(
        self, width: int, wrapped: QTextOption.WrapMode = _WRAPPED, kept: Callable[[str], str] = unbroken
    ) -> QTextLayout:
        layout = QTextLayout(kept(self.text()).replace("\n", "\u2028"), self._look.font(self._size, bold=self._bold))
        font = self._look.font(self._size, bold=self._bold, italic=self._italic)
        layout.setFont(font)
        option = QTextOption()
        option.setWrapMode(wrapped if self._wrap else QTextOption.WrapMode.NoWrap)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        _lay_lines(layout, float(width), float(self._look.line(self._size)))
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in self._runs:
            if run.bold or run.role:
                formats.append(self._format(run, start))
            start += len(run.text)
        return formats

    def _format(self, run: Run, start: int) -> QTextLayout.FormatRange:
        chars = QTextCharFormat()
        if run.bold:
            chars.setFontWeight(700)
        if run.role:
            chars.setForeground(self._look.colour(run.role))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, len(run.text), chars
        return part


def _lay_lines(layout: QTextLayout, width: float, line_height: float) -> None:
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (line_height - line.height()) / 2))
        y += line_height
    layout.endLayout()
