"""The input of each type of question as a value, filled with the answer as it stands or as it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bruiseaid.app.screens.entries import entries_view
from bruiseaid.app.screens.faults import wrong_details
from bruiseaid.app.screens.fields import field_view
from bruiseaid.app.screens.marks import marks_view
from bruiseaid.app.screens.phrases import moment_words
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.typed import date_boxes, first_wrong, first_wrong_of_moment, moment_boxes
from bruiseaid.app.screens.values import (
    ChoiceView,
    DateView,
    GroupView,
    MomentView,
    NumberView,
    OptionView,
    QuestionInput,
    SwitchView,
    TextView,
    TicksView,
)
from bruiseaid.engine.case import Answer
from bruiseaid.engine.details import fields_asked
from bruiseaid.engine.words import age_words
from bruiseaid.protocol.model import Question


def answer_of(state: State, question: Question) -> Answer | None:
    """The answer as it was typed, or as it stands in the case; None if there is none."""
    if question.id in state.typed:
        return state.typed[question.id]
    draft = state.draft
    if draft is None:
        return None
    if question.stored == "seen_at":
        return draft.case.seen_at.isoformat()
    return draft.case.answers.get(question.id)


def input_view(state: State, question: Question, *, companion: bool) -> QuestionInput:
    """The input of a question. `companion`: it shares the page of another and takes less room."""
    answer = answer_of(state, question)
    zone = state.protocol.time_zone
    match question.type:
        case "choice":
            return _choice(question, _text(answer), companion)
        case "ticks":
            took = state.ui.took[1] if state.ui.took[0] == question.id else ""
            return TicksView(question.id, _tick_options(question, answer if isinstance(answer, tuple) else ()), took)
        case "date":
            note, wrong = _age_note(state, question), _wrong_box(state, question, first_wrong(_text(answer)) or "year")
            return DateView(question.id, *date_boxes(_text(answer)), note=note, wrong=wrong)
        case "date_time":
            folded = _folded(state, question, _text(answer)) if companion else ""
            wrong = _wrong_box(state, question, first_wrong_of_moment(_text(answer), zone))
            return MomentView(question.id, *moment_boxes(_text(answer), zone), folded=folded, wrong=wrong)
        case "number":
            return NumberView(question.id, _text(answer), question.unit)
        case "text":
            return TextView(question.id, _text(answer), long=True)
        case "group":
            return _group(state, question, answer)
        case "marks":
            return marks_view(state, question, _entries(answer), answered=answer is not None)
        case "people" | "entries":
            return entries_view(state, question, _entries(answer), answered=answer is not None)


def _wrong_box(state: State, question: Question, first: str) -> str:
    """Which box is to be put right first; none while nothing is to be put right."""
    return first if state.ui.errors.get(question.id) else ""


def _choice(question: Question, chosen: str, companion: bool) -> ChoiceView | SwitchView:
    absent = (question.if_absent or ("",))[0]
    if companion and len(question.options) == 2 and any(option.id == absent for option in question.options):
        said = next(option for option in question.options if option.id != absent)
        return SwitchView(question.id, said.label, said.id, chosen == said.id)
    options = tuple(
        OptionView(option.id, option.label, option.hint, option.id == chosen) for option in question.options
    )
    return ChoiceView(question.id, options, small=companion)


def _tick_options(question: Question, ticked: tuple[object, ...]) -> tuple[OptionView, ...]:
    return tuple(
        OptionView(option.id, option.label, option.hint, option.id in ticked, option.alone)
        for option in question.options
    )


def _group(state: State, question: Question, answer: Answer | None) -> GroupView:
    entry: Mapping[str, str] = answer if isinstance(answer, Mapping) else {}
    zone, wrong = state.protocol.time_zone, wrong_details(state, question)
    asked = fields_asked(question, entry)
    views = (field_view(question, field, entry, zone, wrong.get((field.id,), ())) for field in asked)
    return GroupView(question.id, tuple(views))


def _entries(answer: Answer | None) -> tuple[Mapping[str, str], ...]:
    if not isinstance(answer, tuple):
        return ()
    return tuple(entry for entry in answer if isinstance(entry, Mapping))


def _text(answer: Answer | None) -> str:
    return answer if isinstance(answer, str) else ""


def _age_note(state: State, question: Question) -> str:
    draft = state.draft
    if draft is None or question.id not in draft.case.answers or question.id in state.typed:
        return ""
    age = age_words(draft.case)
    return f"That makes the child {age} old." if age else ""


def _folded(state: State, question: Question, answer: str) -> str:
    if question.id in state.typed or state.ui.field_open == question.id or not answer:
        return ""
    return moment_words(datetime.fromisoformat(answer), state.protocol.time_zone)
