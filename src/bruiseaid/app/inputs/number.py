"""A whole number with its unit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.boxes import LineBox, mark_state
from bruiseaid.app.parts.grounds import row
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.typed import number_answer
from bruiseaid.app.screens.values import NumberView


class NumberInput(QWidget):
    """One short box and its unit."""

    def __init__(self, look: Look, view: NumberView, give: Callable[[str], None], label: str = "") -> None:
        super().__init__()
        lean(self)
        spoken = f"{label}, {view.unit}" if view.unit else label
        self._box = LineBox(look, view.name, spoken, width=80, digits=True)
        self._box.written.connect(lambda text: give(number_answer(text, view.unit)))
        line = row(self, gap=8)
        line.addWidget(self._box)
        line.addWidget(Text(look, "body", role="ink2", wrap=False).say(view.unit))
        line.addStretch()

    def show_view(self, view: NumberView) -> None:
        """Shows the number."""
        self._box.put(view.text)

    def show_wrong(self, wrong: bool) -> None:
        """Marks the box as wrong, or not."""
        mark_state(self._box, "state", "error" if wrong else "")

    def focus_first(self) -> None:
        """Gives the focus to the box."""
        self._box.setFocus()
