"""What is wrong with an answer, in sentences about what stands on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.typed import wrong_with_date, wrong_with_moment
from bruiseaid.engine.case import Answer
from bruiseaid.protocol.answers import Fault, Path, checker, day_of, moment
from bruiseaid.protocol.model import Question

_CLOCKS_DIFFER_BY = timedelta(minutes=5)


def faults_of(state: State, question: Question, answer: Answer, now: datetime) -> tuple[Fault, ...]:
    """What is wrong with that answer to that question; nothing if it can be taken in as it is."""
    assert state.draft is not None
    faults = checker(state.protocol).faults(question, answer, state.draft.case.seen_at)
    if faults:
        return tuple(_about_boxes(state, question, answer, fault) for fault in faults)
    if question.stored == "seen_at":
        at = moment_given(state, answer)
        if at is not None and at > now + _CLOCKS_DIFFER_BY:
            return (Fault((), f"{question.short}: that is still to come. Check the date and the time."),)
    return ()


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


def messages(faults: tuple[Fault, ...]) -> tuple[str, ...]:
    """What they say, each once."""
    return tuple(dict.fromkeys(fault.message for fault in faults))
