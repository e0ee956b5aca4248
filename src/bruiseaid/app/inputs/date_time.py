"""A date and a time of day; folded to one line while it stands as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bruiseaid.app.inputs.date import DateBoxes, add_labelled
from bruiseaid.app.look import Look
from bruiseaid.app.parts.boxes import LineBox, mark_state
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import column, row
from bruiseaid.app.parts.lean import bare, lean
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.typed import moment_answer
from bruiseaid.app.screens.values import MomentView


class MomentInput(QWidget):
    """Three boxes for the date and one for the time. `unfold` asks to show them."""

    def __init__(
        self,
        look: Look,
        view: MomentView,
        zone: str,
        give: Callable[[str], None],
        unfold: Callable[[], None],
        label: str = "",
    ) -> None:
        super().__init__()
        lean(self)
        self.setObjectName(view.name)
        self.setAccessibleName(label)
        self._zone, self._give, self._first = zone, give, "day"
        inside = column(self)
        self._folded, self._open = bare(), bare()
        inside.addWidget(self._folded)
        inside.addWidget(self._open)
        self._build_folded(look, view, unfold, label)
        self._build_open(look, view, label)

    def _build_folded(self, look: Look, view: MomentView, unfold: Callable[[], None], label: str) -> None:
        line = row(self._folded, gap=12)
        self._words = Text(look, "body", bold=True, wrap=False)
        change = Button(look, f"{view.name}.change", "link", small=True).say("Change", f"Change: {label}")
        change.clicked.connect(lambda: self._unfold(unfold))
        line.addWidget(self._words)
        line.addWidget(change)
        line.addStretch()

    def _unfold(self, unfold: Callable[[], None]) -> None:
        """The button is gone once the boxes are there: the focus goes to them."""
        unfold()
        if self._open.isVisible():
            self.focus_first()

    def _build_open(self, look: Look, view: MomentView, label: str) -> None:
        line = column(self._open, gap=6) if view.small else row(self._open, gap=12)
        self._date = DateBoxes(look, view.name, label, lambda _date: self._written())
        word = "Time, if known" if view.small else "Time"
        self._time = LineBox(look, f"{view.name}.time", f"{word}, {label}" if label else word, width=88)
        self._time.setPlaceholderText("10:15")
        self._time.written.connect(lambda _text: self._written())
        line.addWidget(self._date)
        add_labelled(look, line, word, self._time)
        if not view.small:
            line.addStretch()

    def show_view(self, view: MomentView) -> None:
        """Shows the moment, folded or open."""
        self._folded.setVisible(bool(view.folded))
        self._open.setVisible(not view.folded)
        self._first = view.wrong or "day"
        self._words.say(view.folded)
        self._date.put(view.day, view.month, view.year)
        self._time.put(view.time)

    def show_wrong(self, wrong: bool) -> None:
        """Marks the boxes as wrong, or not."""
        self._date.show_wrong(wrong)
        mark_state(self._time, "state", "error" if wrong else "")

    def focus_first(self) -> None:
        """Gives the focus to the box that is to be put right, else to the first."""
        if self._first == "time":
            self._time.setFocus()
        else:
            self._date.focus(self._first)

    def _written(self) -> None:
        self._give(moment_answer(self._date.value(), self._time.text(), self._zone))
