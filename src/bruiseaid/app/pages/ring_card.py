"""The number beside a question that is answered by ringing somebody."""

from __future__ import annotations

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, column
from bruiseaid.app.parts.phone import PhoneWords
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.shown import PhoneView


class RingCard(Ground):
    """The card: who it is, the number for this hour, and a way to copy it."""

    def __init__(self, look: Look, name: str, do: Intentions) -> None:
        super().__init__("frame", "card")
        self.setObjectName(f"ring:{name}")
        self._number = ""
        inside = column(self, gap=6, inset=(16, 12, 14, 12))
        self._whose = Text(look, "body", bold=True)
        inside.addWidget(self._whose)
        self._phone = PhoneWords(look, name)
        inside.addWidget(self._phone)
        copy = Button(look, f"{name}.copy", small=True).say("Copy", "Copy the number")
        copy.clicked.connect(lambda: do.copy(self._number))
        inside.addWidget(copy)

    def show_view(self, whose: str, view: PhoneView) -> None:
        """Shows whose number it is, and the number for this hour."""
        self._whose.say(whose)
        self._whose.setVisible(bool(whose))
        self._number = view.phone
        self._phone.show_view(view)
