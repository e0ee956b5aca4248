"""The details of one thing (a mark, a person, an entry, a group) as values to show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bruiseaid.app.screens.phrases import date_words, moment_words
from bruiseaid.app.screens.typed import date_boxes, first_wrong, first_wrong_of_moment, moment_boxes
from bruiseaid.app.screens.values import (
    ChoiceView,
    DateView,
    FieldInput,
    FieldView,
    MomentView,
    NumberView,
    OptionView,
    TextView,
    TicksView,
)
from bruiseaid.protocol.answers import day_of
from bruiseaid.protocol.measures import with_unit
from bruiseaid.protocol.model import Field, Question


def field_view(
    question: Question, field: Field, entry: Mapping[str, str], zone: str, errors: tuple[str, ...] = ()
) -> FieldView:
    """One detail, with the answer as it stands."""
    value = entry.get(field.id, "")
    return FieldView(
        id=field.id,
        label=field.label,
        hint=field.hint,
        input=_input(question, field, value, zone, wrong=bool(errors)),
        value_words=field_words(field, value, zone),
        needed=field.needed,
        insisted=bool(field.finish) and not value,
        errors=errors,
    )


def field_words(field: Field, value: str, zone: str) -> str:
    """The answer to one detail in words; empty if there is none."""
    if not value:
        return ""
    match field.type:
        case "choice" | "region":
            return next((option.short or option.label for option in field.options if option.id == value), value)
        case "date":
            return _date_words(value)
        case "date_time":
            return _moment_words(value, zone)
        case "number":
            return with_unit(value, field.unit)
        case _:
            return value


def _date_words(value: str) -> str:
    day = day_of(value)
    return date_words(day) if day else value


def _moment_words(value: str, zone: str) -> str:
    if day := day_of(value):
        return date_words(day)
    try:
        return moment_words(datetime.fromisoformat(value), zone)
    except ValueError:
        return value


def _input(question: Question, field: Field, value: str, zone: str, *, wrong: bool) -> FieldInput:
    name = f"{question.id}.{field.id}"
    match field.type:
        case "choice":
            options = tuple(
                OptionView(option.id, option.label, option.hint, option.id == value) for option in field.options
            )
            return ChoiceView(name, options, small=True)
        case "ticks":
            ticked = value.split()
            return TicksView(
                name,
                tuple(
                    OptionView(option.id, option.label, option.hint, option.id in ticked, option.alone)
                    for option in field.options
                ),
            )
        case "number":
            return NumberView(name, value, field.unit)
        case "date":
            first = (first_wrong(value) or "year") if wrong else ""
            return DateView(name, *date_boxes(value), small=True, wrong=first)
        case "date_time":
            first = first_wrong_of_moment(value, zone) if wrong else ""
            return MomentView(name, *moment_boxes(value, zone), small=True, wrong=first)
        case _:
            return TextView(name, value, long=field.type == "long_text")
