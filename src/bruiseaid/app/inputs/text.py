"""Words: one line or several."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.boxes import LineBox, WordsBox, mark_state
from bruiseaid.app.parts.grounds import column
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.screens.values import TextView


class TextInput(QWidget):
    """One box for words."""

    def __init__(self, look: Look, view: TextView, give: Callable[[str], None], label: str = "") -> None:
        super().__init__()
        lean(self)
        self._box: LineBox | WordsBox
        if view.long:
            self._box = WordsBox(look, view.name, label, lines=view.lines)
        else:
            self._box = LineBox(look, view.name, label)
        self._box.written.connect(lambda text: give(text.strip()))
        column(self).addWidget(self._box)

    def show_view(self, view: TextView) -> None:
        """Shows the words."""
        if view.text != self._words().strip():
            self._box.put(view.text)

    def show_wrong(self, wrong: bool) -> None:
        """Marks the box as wrong, or not."""
        mark_state(self._box, "state", "error" if wrong else "")

    def focus_first(self) -> None:
        """Gives the focus to the box."""
        self._box.setFocus()

    def _words(self) -> str:
        return self._box.toPlainText() if isinstance(self._box, WordsBox) else self._box.text()
