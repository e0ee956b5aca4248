"""What is wrong with an answer, in sentences about what stands on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bruiseaid.app.screens.phrases import joined, lower_first
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.typed import wrong_with_date, wrong_with_moment
from bruiseaid.engine.case import Answer
from bruiseaid.engine.details import fields_asked
from bruiseaid.protocol.answers import EARLIEST_YEAR, Fault, Path, checker, day_of, moment
from bruiseaid.protocol.measures import in_unit, wrong_with_number
from bruiseaid.protocol.model import Field, Question

_CLOCKS_DIFFER_BY = timedelta(minutes=5)


def faults_of(state: State, question: Question, answer: Answer, now: datetime) -> tuple[Fault, ...]:
    """What is wrong with that answer to that question; nothing if it can be taken in as it is."""
    assert state.draft is not None
    found = checker(state.protocol).faults(question, answer, state.draft.case.seen_at)
    faults = {fault.path: _about_boxes(state, question, answer, fault) for fault in found}
    if not any(len(path) == 0 for path in faults):
        faults = {**{fault.path: fault for fault in _wrong_details(state, question, answer, now)}, **faults}
    if faults:
        return tuple(faults.values())
    if question.stored == "seen_at":
        at = moment_given(state, answer)
        if at is not None and at > now + _CLOCKS_DIFFER_BY:
            return (Fault((), f"{question.short}: that is still to come. Check the date and the time."),)
    return ()


def _wrong_details(state: State, question: Question, answer: Answer, now: datetime) -> Iterator[Fault]:
    """The details of which a box holds something that it cannot mean. A case file may tell of them in words."""
    if isinstance(answer, str):
        return
    entries = [((), answer)] if isinstance(answer, Mapping) else [((index,), one) for index, one in enumerate(answer)]
    for path, entry in entries:
        if isinstance(entry, Mapping):
            for field in fields_asked(question, entry):
                written = entry.get(field.id, "")
                if wrong := _wrong_with(state, field, written) or _to_come(state, field, written, now):
                    yield Fault((*path, field.id), wrong)


def _wrong_with(state: State, field: Field, written: str) -> str:
    """Why a box cannot be taken at its word, as a sentence; empty if it can."""
    if not written:
        return ""
    if field.type == "number":
        return "" if in_unit(written, field.unit) else wrong_with_number(field.unit)
    if field.type not in ("date", "date_time"):
        return ""
    if day := day_of(written):
        return "The year is too long ago. Check the year." if day.year < EARLIEST_YEAR else ""
    date, _, time = written.partition("T")
    if field.type == "date" or not time:
        return wrong_with_date(date)
    return "" if moment_given(state, written) else wrong_with_moment(written, state.protocol.time_zone)


def _to_come(state: State, field: Field, written: str, now: datetime) -> str:
    """What is said of a date or a time that has not come yet; empty if it has, or may be still to come."""
    if field.type not in ("date", "date_time") or field.may_be_later:
        return ""
    day, at = day_of(written), moment_given(state, written)
    zone = checker(state.protocol).zone
    is_later = day > now.astimezone(zone).date() if day else at is not None and at > now + _CLOCKS_DIFFER_BY
    return "That is still to come. Check the date." if is_later else ""


def told(question: Question, faults: tuple[Fault, ...]) -> tuple[str, ...]:
    """What they say above all the boxes, each once: with what the box is called, unless the sentence says it."""
    labels = {field.id: field.label for field in question.fields}
    named = ((labels.get(str(fault.path[-1]), "") if fault.path else "", fault.message) for fault in faults)
    return tuple(dict.fromkeys(words if label in words else f"{label}: {words}" for label, words in named))


def to_put_right(state: State, question: Question, index: int) -> str:
    """Which details of one entry are to be put right, as a sentence; empty if none is."""
    typed = state.typed.get(question.id)
    faults = faults_of(state, question, typed, state.now) if typed is not None else ()
    labels = {field.id: field.label for field in question.fields}
    wrong = [lower_first(labels[str(fault.path[1])]) for fault in faults if fault.path[:1] == (index,)]
    return f"Put right: {joined(wrong)}." if wrong else ""


def wrong_details(state: State, question: Question) -> Mapping[Path, tuple[str, ...]]:
    """What is said at the details of an answer, by their place in it, once that was told."""
    if question.id not in state.ui.errors or question.id not in state.typed:
        return {}
    faults = faults_of(state, question, state.typed[question.id], state.now)
    said = state.ui.errors[question.id]
    return {fault.path: (fault.message,) for fault in faults if told(question, (fault,))[0] in said}


def _about_boxes(state: State, question: Question, answer: Answer, fault: Fault) -> Fault:
    """What is no date or no moment is told of the boxes it was typed into, not of how a case file writes it."""
    typed = _at(answer, fault.path)
    if not isinstance(typed, str):
        return fault
    types = {question.type} if not fault.path else {one.type for one in question.fields if one.id == fault.path[-1]}
    if "date" in types and day_of(typed) is None:
        return replace(fault, message=wrong_with_date(typed))
    if "date_time" in types and moment_given(state, typed) is None:
        return replace(fault, message=wrong_with_moment(typed, state.protocol.time_zone))
    return fault


def _at(answer: object, path: Path) -> object:
    for step in path:
        if isinstance(answer, Mapping):
            answer = answer.get(step)
        elif isinstance(answer, tuple) and isinstance(step, int):
            answer = answer[step]
    return answer


def moment_given(state: State, answer: Answer) -> datetime | None:
    """The moment that an answer is; None if it is none."""
    return moment(answer, checker(state.protocol).zone)
