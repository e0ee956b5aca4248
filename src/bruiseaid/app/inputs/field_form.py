"""The details of one thing, one below another, each with its label, hint and input."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bruiseaid.app.inputs.choice import ChoiceInput
from bruiseaid.app.inputs.date import DateInput
from bruiseaid.app.inputs.date_time import MomentInput
from bruiseaid.app.inputs.number import NumberInput
from bruiseaid.app.inputs.text import TextInput
from bruiseaid.app.inputs.ticks import TicksInput
from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, column, row
from bruiseaid.app.parts.later import Order
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.values import ChoiceView, DateView, FieldView, MomentView, NumberView, TextView, TicksView

Give = Callable[[str, str], None]
_PAST_THE_BAR = 12
SimpleInput = ChoiceInput | TicksInput | DateInput | MomentInput | NumberInput | TextInput


def simple_input(look: Look, view: FieldView, zone: str, give: Callable[[str], None]) -> SimpleInput:
    """The input of one detail."""
    match view.input:
        case ChoiceView():
            return ChoiceInput(look, view.input, give, view.label)
        case TicksView():
            return TicksInput(look, view.input, lambda ticks: give(" ".join(ticks)), view.label)
        case DateView():
            return DateInput(look, view.input, give, view.label)
        case MomentView():
            return MomentInput(look, view.input, zone, give, lambda: None, view.label)
        case NumberView():
            return NumberInput(look, view.input, give, view.label)
        case TextView():
            return TextInput(look, view.input, give, view.label)


class FieldRow(QWidget):
    """One detail. Where `folds` is given, an answered one is a single line with Change."""

    def __init__(
        self, look: Look, view: FieldView, zone: str, give: Give, folds: Callable[[str], None] | None = None
    ) -> None:
        super().__init__()
        lean(self)
        self.setObjectName(f"field:{view.input.name}")
        self.is_wrong = False
        inside = column(self)
        self._ground = Ground("frame", "right_so_far")
        inside.addWidget(self._ground)
        body = self._body = column(self._ground, gap=4)
        parts = Order(column(gap=4))
        body.addLayout(self._head(look, view, folds, parts))
        body.addLayout(parts.layout)
        self._hint = parts.later(lambda: Text(look, "label", role="ink2"))
        self._error = parts.later(lambda: Text(look, "hint", role="error", bold=True))
        self.input = simple_input(look, view, zone, lambda value: give(view.id, value))
        parts.add(self.input)

    def _head(self, look: Look, view: FieldView, folds: Callable[[str], None] | None, under: Order) -> QHBoxLayout:
        line = row(gap=8)
        parts = Order(line, under)
        parts.add(Text(look, "hint", bold=True).say(view.label), 1)
        self._words = parts.later(lambda: Text(look, "hint"), 1)
        self._insisted = parts.later(lambda: Text(look, "label", role="ink2", wrap=False))
        self._change = parts.later(lambda: self._change_button(look, view, folds))
        return line

    def show_view(self, view: FieldView, *, folded: bool = False) -> None:
        """Shows the answer, or folds it to one line."""
        self._words.say(view.value_words, seen=folded)
        self._insisted.say("needed to finish", seen=view.insisted and not folded)
        self._change.seen(folded)
        self._hint.say(view.hint, seen=not folded)
        self.input.setVisible(not folded)
        self.is_wrong = bool(view.errors)
        self._error.say(" ".join(view.errors))
        self._ground.become("frame", "wrong" if view.errors else "right_so_far")
        self._body.setContentsMargins(_PAST_THE_BAR if view.errors else 0, 0, 0, 0)
        self.input.show_view(view.input)  # type: ignore[arg-type]
        if hasattr(self.input, "show_wrong"):
            self.input.show_wrong(bool(view.errors))

    def _change_button(self, look: Look, view: FieldView, folds: Callable[[str], None] | None) -> Button:
        made = Button(look, f"{view.input.name}.change", "link", small=True)
        made.say("Change", f"Change: {view.label}")
        if folds is not None:
            made.clicked.connect(lambda: self._unfold(view.id, folds))
        return made

    def _unfold(self, field: str, folds: Callable[[str], None]) -> None:
        """The button is gone once the input is there: the focus goes to what was asked for."""
        folds(field)
        if self.input.isVisible():
            self.input.focus_first()


class FieldForm(QWidget):
    """The details of one thing. Rows come and go as what is asked changes; the others keep what is written."""

    def __init__(self, look: Look, zone: str, give: Give, folds: Callable[[str], None] | None = None) -> None:
        super().__init__()
        lean(self)
        self._look, self._zone, self._give, self._folds = look, zone, give, folds
        self._layout = column(self, gap=16 if folds is None else 10)
        self._rows: dict[str, FieldRow] = {}

    def show_fields(self, fields: tuple[FieldView, ...], *, opened: str = "", folding: bool = False) -> None:
        """Shows these details. While `folding`, all answered ones but `opened` are one line each."""
        self._drop({view.id for view in fields})
        for place, view in enumerate(fields):
            if view.id not in self._rows:
                self._rows[view.id] = FieldRow(self._look, view, self._zone, self._give, self._folds)
                self._layout.insertWidget(place, self._rows[view.id])
            folded = folding and view.id != opened and bool(view.value_words)
            self._rows[view.id].show_view(view, folded=folded)
            waiting = folding and view.id != opened and not view.value_words
            self._rows[view.id].setVisible(not waiting)

    def clear(self) -> None:
        """Takes all rows away: another thing is shown."""
        self._drop(set())

    def focus_field(self, field: str) -> bool:
        """Gives the focus to the input of one detail; False if it is not shown."""
        found = self._rows.get(field)
        if found is not None:
            found.input.focus_first()
        return found is not None

    def focus_first(self) -> None:
        """Gives the focus to the first detail."""
        for shown in self._rows.values():
            shown.input.focus_first()
            return

    def focus_wrong(self) -> bool:
        """Gives the focus to the first detail that has an error; False if none has."""
        found = next((shown for shown in self._rows.values() if shown.is_wrong), None)
        if found is not None:
            found.input.focus_first()
        return found is not None

    def _drop(self, kept: set[str]) -> None:
        for name in [name for name in self._rows if name not in kept]:
            gone = self._rows.pop(name)
            self._layout.removeWidget(gone)
            let_go(gone)
