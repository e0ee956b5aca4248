"""What is missing or not right, on top of a page: each line leads to its place. It takes the focus when it comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from bruiseaid.app.look import Look
from bruiseaid.app.parts.grounds import Ground, clear, column
from bruiseaid.app.parts.link import Link
from bruiseaid.app.parts.text import Text

Wants = tuple[tuple[str, str], ...]


class Wanting(Ground):
    """The list; hidden while nothing is wanting. `lead` goes to a place by its name."""

    def __init__(self, look: Look, lead: Callable[[str], None]) -> None:
        super().__init__("frame", "errors")
        self._look, self._lead = look, lead
        self._shown: Wants = ()
        self.setObjectName("error_summary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = column(self, gap=2, inset=(16, 12, 16, 12))
        self._head = Text(look, "body", role="error", bold=True)
        self._lines = column(gap=0)
        inside.addWidget(self._head)
        inside.addLayout(self._lines)
        self.hide()

    def show_wants(self, head: str, wants: Wants) -> None:
        """Shows what is wanting, as pairs of a place and a sentence."""
        self.setVisible(bool(wants))
        if wants == self._shown:
            return
        self._shown = wants
        self._head.say(head)
        self.setAccessibleName(". ".join((head, *(words for _, words in wants))))
        clear(self._lines)
        for place, words in wants:
            link = Link(self._look, f"wanting:{place}", role="error").say(words)
            link.clicked.connect(partial(self._lead, place))
            self._lines.addWidget(link)
