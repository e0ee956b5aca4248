"""How a drill went: both outcomes side by side, which answers differ, and why the story leads where it leads."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.practice import Compared
from bruiseaid.app.screens.practice import DrillPage as PageView
from bruiseaid.app.screens.shown import LevelView
from bruiseaid.app.session import Session


class DrillPage(QWidget):
    """The page."""

    def __init__(self, look: Look, do: Session) -> None:
        super().__init__()
        self._look = look
        self._shown: PageView | None = None
        self._column = Column(look)
        column(self).addWidget(self._column)
        self.title = title(look)
        self._column.inside.addWidget(self.title)
        self._lines = column(gap=6)
        self._column.inside.addLayout(self._lines)

    def show_view(self, view: PageView) -> None:
        """Shows how it went."""
        self.title.say(view.title)
        if view == self._shown:
            return
        self._shown = view
        lines = self._lines
        clear(lines)
        lines.addWidget(Text(self._look, "body", role="ink2", widest=640).say(view.words))
        lines.addSpacing(10)
        lines.addWidget(self._outcome("You came to", view.yours, view.yours_words))
        lines.addWidget(self._outcome("The story leads to", view.told, view.told_words))
        self._head(lines, view.differ_head)
        for one in view.differ:
            lines.addWidget(self._compared(one))
        self._list("Why the story leads there", view.because)
        self._list("What the story must not be without", view.actions)

    def _head(self, lines: QVBoxLayout, words: str) -> None:
        lines.addSpacing(14)
        lines.addWidget(Text(self._look, "heading").say(words))

    def _list(self, head: str, points: tuple[str, ...]) -> None:
        if points:
            self._head(self._lines, head)
        for words in points:
            self._lines.addWidget(Text(self._look, "body", widest=640).say(f"•  {words}"))

    def _outcome(self, whose: str, level: LevelView | None, words: str) -> Ground:
        card = Ground("level_edge", level.shape) if level else Ground("frame", "quiet")
        line = row(card, gap=12, inset=(16, 12, 16, 12))
        if level is not None:
            mark = LevelMark(self._look, 36)
            mark.show_level(level.shape, level.letter)
            line.addWidget(mark)
        pair = column(gap=0)
        pair.addWidget(Text(self._look, "label", role="ink2").say(whose))
        pair.addWidget(Text(self._look, "body", bold=True).say(words))
        line.addLayout(pair, 1)
        return card

    def _compared(self, one: Compared) -> Ground:
        card = Ground("frame", "card")
        inside = column(card, gap=2, inset=(16, 10, 16, 10))
        inside.addWidget(Text(self._look, "body", bold=True).say(one.label))
        for whose, words in (("You said: ", one.yours), ("The story says: ", one.told)):
            inside.addWidget(Text(self._look, "hint").say_runs((Run(whose, role="ink2"), Run(words))))
        return card

    def arrive(self) -> None:
        """Begins at the top, at the title."""
        self._column.to_top()
        self.title.setFocus()
