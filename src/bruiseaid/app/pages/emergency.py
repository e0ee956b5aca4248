"""Emergency: the number, what to say, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.later import Order
from bruiseaid.app.parts.phone import PhoneNumber
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.others import EmergencyPage as PageView


class EmergencyPage(QWidget):
    """The page behind F2."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look = look
        page = Column(look)
        column(self).addWidget(page)
        inside = page.inside
        self.title = title(look)
        inside.addWidget(self.title)
        inside.addSpacing(12)
        card = Ground("level_ring", "octagon")
        body = column(card, gap=6, inset=(20, 16, 20, 18))
        self._number = PhoneNumber(look, "emergency")
        body.addWidget(self._number)
        body.addWidget(Text(look, "body", bold=True).say("Say"))
        self._say = column(gap=6)
        body.addLayout(self._say)
        inside.addWidget(card)
        inside.addSpacing(20)
        inside.addWidget(Text(look, "heading").say("Until help comes"))
        inside.addSpacing(6)
        self._then = column(gap=6)
        inside.addLayout(self._then)
        inside.addSpacing(20)
        order = Order(column(gap=8))
        inside.addLayout(order.layout)
        self._noted = order.later(lambda: Text(look, "body", bold=True, widest=640))
        self._do = do
        self._buttons = column(gap=8)
        inside.addSpacing(8)
        inside.addLayout(self._buttons)
        self._shown: tuple[tuple[str, str], ...] | None = None

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        self.title.say(view.title)
        self._number.show_number(view.number, view.spoken)
        self._show_buttons(view.rung)
        self._noted.say(view.noted)
        for layout, lines in ((self._say, view.say), (self._then, view.then)):
            clear(layout)
            for words in lines:
                layout.addWidget(Text(self._look, "body", widest=640).say(words))

    def _show_buttons(self, ways: tuple[tuple[str, str], ...]) -> None:
        """Shows the ways to write it down. Once one is pressed the focus goes to what was written."""
        if ways == self._shown:
            return
        before, self._shown = self._shown, ways
        clear(self._buttons)
        for action, words in ways:
            line = row()
            button = Button(self._look, f"emergency.rung:{action}" if action else "emergency.rung").say(words)
            button.clicked.connect(lambda _=False, action=action: self._do.rang_emergency(action))
            line.addWidget(button)
            line.addStretch()
            self._buttons.addLayout(line)
        if before is not None and self.isVisible():
            self.title.setFocus()

    def arrive(self) -> None:
        """Begins at the title."""
        self.title.setFocus()
