"""A date in three boxes: day, month, year. The boxes never jump."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.boxes import LineBox, mark_state
from bruiseaid.app.parts.grounds import column, row
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.typed import date_answer
from bruiseaid.app.screens.values import DateView

PARTS = (("day", "Day", 64), ("month", "Month", 64), ("year", "Year", 88))


class DateBoxes(QWidget):
    """The three boxes. `give` gets the date as far as it is written."""

    def __init__(self, look: Look, name: str, label: str, give: Callable[[str], None]) -> None:
        super().__init__()
        lean(self)
        self._boxes: dict[str, LineBox] = {}
        self._give = give
        line = row(self, gap=12)
        for part, word, width in PARTS:
            box = LineBox(look, f"{name}.{part}", f"{word}, {label}" if label else word, width=width, digits=True)
            box.setMaxLength(4 if part == "year" else 2)
            box.written.connect(self._written)
            self._boxes[part] = box
            add_labelled(look, line, word, box)
        line.addStretch()

    def put(self, day: str, month: str, year: str) -> None:
        """Shows a date."""
        for part, text in (("day", day), ("month", month), ("year", year)):
            self._boxes[part].put(text)

    def value(self) -> str:
        """The date as it stands in the boxes."""
        return date_answer(*(self._boxes[part].text() for part, _, _ in PARTS))

    def show_wrong(self, wrong: bool) -> None:
        """Marks the boxes as wrong, or not."""
        for box in self._boxes.values():
            mark_state(box, "state", "error" if wrong else "")

    def focus(self, part: str) -> None:
        """Gives the focus to one of the boxes."""
        self._boxes[part].setFocus()

    def _written(self, _text: str) -> None:
        self._give(self.value())


def add_labelled(look: Look, line: QBoxLayout, word: str, box: QWidget) -> None:
    """Adds a box with its label above."""
    part = column(gap=2)
    part.addWidget(Text(look, "label", role="ink2", wrap=False).say(word))
    part.addWidget(box)
    part.setAlignment(Qt.AlignmentFlag.AlignTop)
    line.addLayout(part)


class DateInput(QWidget):
    """A date. `noted`: under it stands what follows from it, in a line that is kept free until then."""

    def __init__(
        self, look: Look, view: DateView, give: Callable[[str], None], label: str = "", *, noted: bool = False
    ) -> None:
        super().__init__()
        lean(self)
        self.setObjectName(view.name)
        self.setAccessibleName(label)
        inside = column(self, gap=6)
        self._boxes = DateBoxes(look, view.name, label, give)
        self._note = Text(look, "hint", role="ink2")
        inside.addWidget(self._boxes)
        inside.addWidget(self._note)
        if noted:
            self._note.setMinimumHeight(look.line("hint"))
        self._noted, self._first = noted, "day"

    def show_view(self, view: DateView) -> None:
        """Shows the date."""
        self._boxes.put(view.day, view.month, view.year)
        self._first = view.wrong or "day"
        self._note.say(view.note)
        self._note.setVisible(self._noted or bool(view.note))

    def show_wrong(self, wrong: bool) -> None:
        """Marks the boxes as wrong, or not."""
        self._boxes.show_wrong(wrong)

    def focus_first(self) -> None:
        """Gives the focus to the box that is to be put right, else to the day."""
        self._boxes.focus(self._first)
