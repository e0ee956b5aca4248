"""The panel at the right of a question: what is certain, what is still possible, what you have told us."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.parts.grounds import Ground, Scroll, clear, column, row, rule
from bruiseaid.app.parts.lean import bare, lean
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.panel import Certain, Told
from bruiseaid.app.screens.panel import Panel as PanelView
from bruiseaid.app.screens.shown import LevelView


class CertainCard(QWidget):
    """The least level that is certain, with why."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("certain")
        self._ground = Ground("frame", "quiet")
        column(self).addWidget(self._ground)
        inside = column(self._ground, gap=4, inset=(14, 12, 14, 12))
        line = row(gap=8)
        self._mark = LevelMark(look, 26)
        self._head = Text(look, "body", bold=True)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._head, 1)
        inside.addLayout(line)
        self._name = Text(look, "body", bold=True)
        self._because = Text(look, "hint", role="ink2")
        inside.addWidget(self._name)
        inside.addWidget(self._because)

    def show_view(self, view: Certain, *, brief: bool = False) -> None:
        """Shows it; `brief` leaves out why."""
        level = view.level
        self._mark.setVisible(level is not None)
        if level is not None:
            self._mark.show_level(level.shape, level.letter)
        self._ground.become("frame", "" if level else "quiet")
        self._ground.become("level_edge", level.shape if level else "")
        head = f"{view.head}: {view.name}" if brief and view.name else view.head
        self._head.say(head)
        self._head.colour(level.shape if level else "ink")
        self._name.say("" if brief else view.name)
        self._name.setVisible(bool(view.name) and not brief)
        self._because.say("" if brief else view.because)
        self._because.setVisible(bool(view.because) and not brief)


class Possible(QWidget):
    """The shapes of all levels in one line; those that can no longer come are crossed out."""

    def __init__(self, look: Look, size: int = 26) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("possible")
        self._look, self._size = look, size
        self._line = row(self, gap=8)
        self._marks: list[LevelMark] = []
        self._line.addStretch()

    def show_view(self, levels: tuple[LevelView, ...]) -> None:
        """Shows the levels."""
        while len(self._marks) < len(levels):
            mark = LevelMark(self._look, self._size)
            self._line.insertWidget(len(self._marks), mark)
            self._marks.append(mark)
        for spare in self._marks[len(levels) :]:
            spare.hide()
        for mark, level in zip(self._marks, levels, strict=False):
            mark.show()
            mark.show_level(level.shape, level.letter, possible=level.possible)
        self.setAccessibleName(_still(levels))


class PossibleList(QWidget):
    """All levels one under another, each with its name; those that can no longer come are crossed out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("possible")
        self._look = look
        self._lines = column(self, gap=4)
        self._parts: list[tuple[QWidget, LevelMark, Text]] = []

    def show_view(self, levels: tuple[LevelView, ...]) -> None:
        """Shows the levels."""
        while len(self._parts) < len(levels):
            self._parts.append(self._part())
        for place, (holder, mark, name) in enumerate(self._parts):
            holder.setVisible(place < len(levels))
            if place < len(levels):
                level = levels[place]
                mark.show_level(level.shape, level.letter, possible=level.possible)
                name.say_runs((Run(level.name, bold=level.possible),))
                name.colour("ink" if level.possible else "ink2")
        self.setAccessibleName(_still(levels))

    def _part(self) -> tuple[QWidget, LevelMark, Text]:
        holder = bare()
        line = row(holder, gap=10)
        mark, name = LevelMark(self._look, 24), Text(self._look, "label")
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(name, 1)
        self._lines.addWidget(holder)
        return holder, mark, name


def _still(levels: tuple[LevelView, ...]) -> str:
    """For a screen reader: which levels are left."""
    still = [f"{level.letter}, {level.name}" for level in levels if level.possible]
    return f"Still possible: {'; '.join(still)}"


class Panel(QWidget):
    """The panel."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        lean(self)
        self._look = look
        self.setObjectName("panel")
        self.setAccessibleName("What is certain so far")
        inner = bare()
        inside = column(inner, inset=(20, 18, 16, 16), gap=6)
        self._head(inside, "What is certain so far")
        self.certain = CertainCard(look)
        inside.addWidget(self.certain)
        inside.addSpacing(12)
        self._possible_head = self._head(inside, "Still possible")
        self._possible = PossibleList(look)
        self._possible_words = Text(look, "label", role="ink2")
        inside.addWidget(self._possible)
        inside.addWidget(self._possible_words)
        inside.addSpacing(12)
        self._told_head = self._head(inside, "You have told us")
        self._told = column()
        inside.addLayout(self._told)
        inside.addStretch()
        ground = Ground("ground", "canvas")
        ground.become("edge", "left")
        column(ground).addWidget(Scroll(inner, "canvas"))
        column(self).addWidget(ground)
        self._shown: tuple[Told, ...] | None = None

    def _head(self, inside: QVBoxLayout, words: str) -> Text:
        head = Text(self._look, "label", role="ink2", bold=True).say(words)
        inside.addWidget(head)
        return head

    def show_view(self, view: PanelView) -> None:
        """Shows the panel."""
        self.certain.show_view(view.certain)
        self._possible.show_view(view.possible)
        self._possible_words.say(view.possible_words)
        for part in (self._possible_head, self._possible, self._possible_words):
            part.setVisible(bool(view.possible))
        self._told_head.setVisible(bool(view.told))
        if view.told != self._shown:
            self._shown = view.told
            clear(self._told)
            for told in view.told:
                self._told.addWidget(self._told_row(told))
                self._told.addWidget(rule(self._look))

    def _told_row(self, told: Told) -> QWidget:
        line_widget = bare()
        line = row(line_widget, gap=10, inset=(0, 6, 0, 6))
        line.addWidget(Text(self._look, "hint", role="ink2").say(told.label), 1)
        line.addWidget(Text(self._look, "hint", bold=True, right=True).say(told.words), 1)
        return line_widget
