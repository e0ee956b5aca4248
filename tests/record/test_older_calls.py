"""When a call that was made is older than the answers that ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bruiseaid.cli.protocol_test import scenario_cases
from bruiseaid.engine.case import Answer, Case
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.model import Done, Event
from bruiseaid.record.older_calls import is_older_than_its_answers
from bruiseaid.record.progress import Change, Draft, Given
from tests.journeys.driver import NOW, shipped

POLICE, AMBULANCE = "A-POLICE-999", "A-999"
CALM: Mapping[str, Answer] = {"emergency_signs": ("none",), "immediate_danger": "no"}
BABY: Mapping[str, Answer] = next(case.answers for one, case in scenario_cases(shipped())[0] if one.id == "V01")
BEFORE, RANG, AFTER = (NOW + timedelta(minutes=minute) for minute in (1, 2, 3))


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return shipped()


def called(
    protocol: Protocol,
    action: str,
    answers: Mapping[str, Answer],
    given: Mapping[str, tuple[datetime, datetime]],
    changes: tuple[Change, ...] = (),
) -> Draft:
    """A draft in which that was rung at RANG; what is not in `given` was answered before."""
    times = {name: Given(*given.get(name, (BEFORE, BEFORE)), "Pat Sample") for name in answers}
    case = Case(protocol, NOW, "rochdale", answers)
    done = {action: Done(RANG, "Pat Sample", "", "")}
    return Draft("R-T001", NOW, NOW, case, done=done, given=times, changes=changes)


EARLY, LATE, CHANGED = (BEFORE, BEFORE), (AFTER, AFTER), (BEFORE, AFTER)
TABLE: Mapping[str, tuple[str, Mapping[str, Answer], Mapping[str, tuple[datetime, datetime]], tuple[Change, ...], bool]]
TABLE = {
    "asked for by an answer of before": (POLICE, {**CALM, "immediate_danger": "yes"}, {}, (), False),
    "asked for by an answer of after": (
        POLICE,
        {**CALM, "immediate_danger": "yes"},
        {"immediate_danger": LATE},
        (),
        True,
    ),
    "asked for no longer, and again by another answer": (
        POLICE,
        {**BABY, **CALM, "cooperation": "removing_child"},
        {"immediate_danger": CHANGED, "cooperation": LATE},
        (Change(AFTER, "immediate_danger", "Yes", "No"),),
        True,
    ),
    "changed and changed back": (
        POLICE,
        {**CALM, "immediate_danger": "yes"},
        {"immediate_danger": CHANGED},
        (Change(AFTER, "immediate_danger", "Yes", "No"), Change(AFTER, "immediate_danger", "No", "Yes")),
        False,
    ),
    "changed to what asks for it": (
        POLICE,
        {**CALM, "immediate_danger": "yes"},
        {"immediate_danger": CHANGED},
        (Change(AFTER, "immediate_danger", "No", "Yes"),),
        True,
    ),
    "another sign beside the one that was rung for": (
        AMBULANCE,
        {**CALM, "emergency_signs": ("fit", "pale_floppy")},
        {"emergency_signs": CHANGED},
        (),
        False,
    ),
    "something else answered since": (
        POLICE,
        {**CALM, "immediate_danger": "yes", "safe_now": "yes"},
        {"safe_now": LATE},
        (),
        False,
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_a_call_is_older_where_only_later_answers_ask_for_it(protocol: Protocol, name: str) -> None:
    action, answers, given, changes, expected = TABLE[name]
    assert is_older_than_its_answers(called(protocol, action, answers, given, changes), action, AFTER) is expected


def test_ticks_are_those_that_the_note_of_the_change_has(protocol: Protocol) -> None:
    question = next(one for one in protocol.questions if one.id == "emergency_signs")
    none, fit = (next(one.short or one.label for one in question.options if one.id == name) for name in ("none", "fit"))
    answers = {**CALM, "emergency_signs": ("fit",)}
    was = {"none": none, "fit": fit}
    older = {
        name: is_older_than_its_answers(
            called(
                protocol,
                AMBULANCE,
                answers,
                {"emergency_signs": CHANGED},
                (Change(AFTER, "emergency_signs", words, fit),),
            ),
            AMBULANCE,
            AFTER,
        )
        for name, words in was.items()
    }
    assert older == {"none": True, "fit": False}


def test_what_was_written_down_once_more_since_then_stands(protocol: Protocol) -> None:
    draft = called(protocol, POLICE, {**CALM, "immediate_danger": "yes"}, {"immediate_danger": LATE})
    later = Event(AFTER, "Done: Ring 999 and ask for police")
    assert is_older_than_its_answers(draft, POLICE, AFTER)
    assert not is_older_than_its_answers(replace(draft, events=(later,)), POLICE, AFTER)
