"""A line above a question: the result is ready, and the way to it. What is left is for the record."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, column, row
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.state import DO_NOW


class ReadyLine(QWidget):
    """The line. It appears without taking the focus."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self.setObjectName("ready_line")
        ground = Ground("ground", "canvas")
        ground.become("edge", "bottom")
        column(self).addWidget(ground)
        line = row(ground, gap=12, inset=(36, 6, 32, 6))
        line.addWidget(Sign(look, "done"))
        self._words = Text(look, "hint", bold=True)
        self._why = Button(look, "ready.why", "link", small=True)
        self._why.clicked.connect(do.toggle_panel)
        line.addWidget(self._words, 1)
        line.addWidget(self._why)
        self._go = Button(look, "to_result", "primary", small=True).say("See what to do now")
        self._go.clicked.connect(lambda: do.go_to(DO_NOW))
        line.addWidget(self._go)

    def show_view(self, words: str, *, panel: str) -> None:
        """Shows the words, or nothing; `panel` are the words of the way to why, where the window has no panel."""
        self._why.say(panel)
        self._why.setVisible(bool(panel))
        self.setVisible(bool(words))
        self._words.say(words)
