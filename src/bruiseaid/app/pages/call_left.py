"""Above the answers: that a call is still to be made or written down, with its number."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, column
from bruiseaid.app.parts.phone import PhoneWords
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.call_left import CallLeft
from bruiseaid.app.screens.state import DO_NOW


class CallCard(Ground):
    """The card; `show_view` gives it what it says."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__("level_ring", "diamond")
        self.setObjectName("call_left")
        inside = column(self, gap=4, inset=(16, 12, 14, 12))
        self._head = Text(look, "body", bold=True)
        self._words = Text(look, "hint")
        self._phone = PhoneWords(look, "call_left")
        self._link = Button(look, "call_left.write", small=True)
        self._link.clicked.connect(lambda: do.go_to(DO_NOW))
        for part in (self._head, self._words, self._phone):
            inside.addWidget(part)
        inside.addSpacing(4)
        inside.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_view(self, view: CallLeft) -> None:
        """Shows whom to ring."""
        self.become("level_ring", view.shape)
        self._head.say(view.head)
        self._words.say(view.words)
        self._phone.show_view(view.phone)
        self._link.say(view.link)
