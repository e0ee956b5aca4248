"""The input widget for each type of question."""

from __future__ import annotations

from typing import TypeAlias

from bruiseaid.app.inputs.choice import ChoiceInput
from bruiseaid.app.inputs.date import DateInput
from bruiseaid.app.inputs.date_time import MomentInput
from bruiseaid.app.inputs.entries import EntriesInput
from bruiseaid.app.inputs.group import GroupInput
from bruiseaid.app.inputs.marks import MarksInput
from bruiseaid.app.inputs.number import NumberInput
from bruiseaid.app.inputs.text import TextInput
from bruiseaid.app.inputs.ticks import SwitchInput, TicksInput
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.screens.question import QuestionView
from bruiseaid.app.screens.values import (
    ChoiceView,
    DateView,
    EntriesView,
    GroupView,
    MarksView,
    MomentView,
    NumberView,
    SwitchView,
    TextView,
    TicksView,
)

AnyInput: TypeAlias = (
    ChoiceInput
    | TicksInput
    | SwitchInput
    | DateInput
    | MomentInput
    | NumberInput
    | TextInput
    | GroupInput
    | EntriesInput
    | MarksInput
)


def make_input(look: Look, question: QuestionView, zone: str, do: Intentions) -> AnyInput:
    """A new input for that question; show its view next."""
    view, name, label = question.input, question.id, question.title
    match view:
        case ChoiceView():
            return ChoiceInput(look, view, lambda value: do.answer(name, value), label)
        case TicksView():
            return TicksInput(look, view, lambda ticks: do.answer(name, ticks), label, do.undo_ticks)
        case SwitchView():
            return SwitchInput(look, view, lambda value: do.answer(name, value))
        case DateView():
            return DateInput(look, view, lambda value: do.answer(name, value), label, noted=True)
        case MomentView():
            give, unfold = lambda value: do.answer(name, value), lambda: do.unfold(name)
            return MomentInput(look, view, zone, give, unfold, label)
        case NumberView():
            return NumberInput(look, view, lambda value: do.answer(name, value), label)
        case TextView():
            return TextInput(look, view, lambda value: do.answer(name, value), label)
        case GroupView():
            return GroupInput(look, view, zone, do)
        case EntriesView():
            return EntriesInput(look, view, zone, do)
        case MarksView():
            return MarksInput(look, view, zone, do)
