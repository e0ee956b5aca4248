"""A note below the answers, and on the page where all are checked: what somebody may want to look at again."""

from __future__ import annotations

from functools import partial

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column
from bruiseaid.app.parts.in_sight import areas_around
from bruiseaid.app.parts.stack import CardStack
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.second_looks import NO_LOOKS, LooksView, LookView

_ENOUGH = 64
"""How much of it (px) is in sight where its first sentence is."""


class SecondLooks(Ground):
    """The note. It is made when there is first something to say."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__("frame", "quiet")
        self._look, self._do = look, do
        self._shown = self._led_to = NO_LOOKS
        self.setObjectName("second_looks")
        inside = column(self, gap=6, inset=(16, 12, 16, 12))
        self._head = Text(look, "body", bold=True)
        inside.addWidget(self._head)
        self._lines = column(gap=4)
        inside.addLayout(self._lines)
        self._note = Text(look, "hint", role="ink2")
        inside.addWidget(self._note)

    def show_view(self, view: LooksView) -> None:
        """Shows what it says; the same again costs nothing, and keeps the focus."""
        if view == self._shown:
            return
        self._shown = view
        self.setAccessibleName(view.head)
        self._head.say(view.head)
        self._note.say(view.note)
        clear(self._lines)
        for one in view.found:
            self._add(one)

    def leads_here(self) -> bool:
        """Brings it into sight if what it says was not to be seen yet; False where there is nothing to bring."""
        if self._shown == self._led_to or not self._shown.found:
            return False
        self._led_to = self._shown
        if self.visibleRegion().boundingRect().height() >= min(self.height(), self._look.px(_ENOUGH)):
            return False
        for area in areas_around(self):
            area.ensureWidgetVisible(self, 10, 24)
        return True

    def _add(self, view: LookView) -> None:
        self._lines.addWidget(Text(self._look, "body").say(view.words))
        if not view.links:
            return
        ways = CardStack(self._look, "flow", gap=14)
        for link in view.links:
            button = Button(self._look, f"look:{view.id}:{link.question}", "link", small=True).say(link.words)
            button.clicked.connect(partial(self._do.change, link.place, link.question))
            ways.add(button)
        self._lines.addWidget(ways)
