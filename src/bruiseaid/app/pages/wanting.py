"""What is missing or not right, on top of a page: each line leads to its place. It can take the focus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from bruiseaid.app.look import Look
from bruiseaid.app.parts.grounds import Ground, clear, column
from bruiseaid.app.parts.link import Link
from bruiseaid.app.parts.text import Text

Wants = tuple[tuple[str, str], ...]
_READ_AT_ONCE = 8  # of a longer list the head alone is read: its lines are read one by one


class Wanting(Ground):
    """The list; hidden while nothing is wanting. `lead` goes to a place by its name, `called` names the links."""

    def __init__(self, look: Look, lead: Callable[[str], None], called: str = "wanting") -> None:
        super().__init__("frame", "errors")
        self._look, self._lead, self._called = look, lead, called
        self._shown: tuple[str, Wants, bool] | None = None
        self.setObjectName("error_summary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.inside = column(self, gap=2, inset=(16, 12, 16, 12))
        self._head = Text(look, "body", role="error", bold=True)
        self._lines = column(gap=0)
        self.inside.addWidget(self._head)
        self.inside.addLayout(self._lines)
        self.hide()

    def show_wants(self, head: str, wants: Wants, *, calm: bool = False) -> None:
        """Shows what is wanting, as pairs of a place and a sentence. `calm`: as a note, before it is asked for."""
        self.setVisible(bool(head))
        if (head, wants, calm) == self._shown:
            return
        self._shown = head, wants, calm
        self.become("frame", "note" if calm else "errors")
        self._head.say(head)
        self._head.colour("ink" if calm else "error")
        read_at_once = [words for _, words in wants] if len(wants) <= _READ_AT_ONCE else []
        self.setAccessibleName(" ".join((f"{head}.", *read_at_once)) if read_at_once else head)
        clear(self._lines)
        for place, words in wants:
            link = Link(self._look, f"{self._called}:{place}", role="error").say(words)
            link.clicked.connect(partial(self._lead, place))
            self._lines.addWidget(link)
