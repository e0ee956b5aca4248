"""A note above the answers: restricted words that also stand where everybody reads them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.leaking import NO_LEAKS, Leak, Leaks


class LeakNote(Ground):
    """The note; hidden while there is nothing to say."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__("frame", "note")
        self._look, self._do = look, do
        self._shown = NO_LEAKS
        self.setObjectName("leaks")
        inside = column(self, gap=6, inset=(16, 12, 16, 12))
        line = row(gap=10)
        line.addWidget(Sign(look, "warning", role="ink"), 0, Qt.AlignmentFlag.AlignTop)
        self._head = Text(look, "body", bold=True)
        line.addWidget(self._head, 1)
        inside.addLayout(line)
        self._lines = column(gap=4)
        inside.addLayout(self._lines)
        self._note = Text(look, "hint", role="ink2")
        inside.addWidget(self._note)
        self.hide()

    def show_view(self, view: Leaks) -> None:
        """Shows the note, or nothing."""
        self.setVisible(bool(view.found))
        if view == self._shown:
            return
        self._shown = view
        self.setAccessibleName(view.head)
        self._head.say(view.head)
        self._note.say(view.note)
        clear(self._lines)
        for number, leak in enumerate(view.found):
            self._add(leak, number)

    def _add(self, leak: Leak, number: int) -> None:
        button = Button(self._look, f"leak:{number}", "link", small=True).say(leak.link, leak.link_name)
        button.clicked.connect(partial(self._do.go_to, leak.place))
        self._lines.addWidget(Text(self._look, "hint").say(leak.words))
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
