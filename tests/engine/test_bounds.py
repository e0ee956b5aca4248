"""An open case never shows less, or more, than what can still come of it."""

from __future__ import annotations

import random
from typing import Any

import pytest

from bruiseaid.engine.recommend import recommend
from tests.engine.cases import NOW, SEEN, case_of, mark, outcome_of, shipped
from tests.oracle import outcome, partial, random_case

ORDER = "EDCBA"
PARTIAL_CASES = 6_000


def _is_between(least: str | None, level: str, greatest: str | None) -> bool:
    assert least is not None
    assert greatest is not None
    return ORDER.index(least) <= ORDER.index(level) <= ORDER.index(greatest)


def test_what_can_still_come_always_includes_what_comes() -> None:
    rng = random.Random(7)
    open_cases = 0
    while open_cases < PARTIAL_CASES:
        whole = random_case(rng)
        level = outcome(whole).level
        if level is None:
            continue
        for _ in range(3):
            some = partial(whole, rng)
            found = outcome_of(some)
            if found.status == "open":
                open_cases += 1
                assert _is_between(found.least, level, found.greatest), (some, whole)
    print(f"{open_cases} open cases looked at")


def _prefixes(case: dict[str, Any]) -> list[dict[str, Any]]:
    order = [question.id for question in shipped().questions]
    given = [name for name in order if name in case["answers"]]
    return [{**case, "answers": {name: case["answers"][name] for name in given[:count]}} for count in range(len(given))]


def test_every_prefix_of_the_question_order_bounds_what_comes() -> None:
    rng = random.Random(8)
    looked_at = 0
    for _ in range(150):
        whole = random_case(rng)
        level = outcome(whole).level
        for some in _prefixes(whole):
            found = outcome_of(some)
            if level is not None and found.status == "open":
                looked_at += 1
                assert _is_between(found.least, level, found.greatest), (some, level)
    assert looked_at > 1000


def test_bounds_only_come_closer_as_answers_are_given() -> None:
    rng = random.Random(9)
    for _ in range(60):
        whole = random_case(rng)
        if outcome(whole).level is None:
            continue
        least = 0
        for some in _prefixes(whole):
            found = outcome_of(some)
            if found.status == "open" and found.act_now:
                assert found.least is not None
                assert ORDER.index(found.least) >= least
                least = ORDER.index(found.least)


def test_whatever_detail_of_a_mark_is_still_given_what_was_certain_while_describing_it_stays() -> None:
    rng = random.Random(11)
    certain = tightened = 0
    for _ in range(1200):
        whole = random_case(rng)
        marks = whole["answers"].get("marks")
        level = outcome(whole).level
        if level is None or not marks:
            continue
        begun = [{key: value for key, value in mark.items() if key not in ("opinion", "seen_by")} for mark in marks]
        some = partial({**whole, "answers": {**whole["answers"], "marks": begun}}, rng)
        found = recommend(case_of(some), NOW, describing="marks")
        if found.status == "open" and "marks" in some["answers"]:
            assert _is_between(found.least, level, found.greatest), (some, whole)
            certain += found.act_now
            tightened += not found.act_now and outcome_of(some).act_now
    assert certain > 20
    assert tightened > 2


FIVE_ANSWERS = {
    "emergency_signs": ["none"],
    "immediate_danger": "no",
    "safe_now": "yes",
    "dob": "2026-07-20",
    "marks": [{"region": "cheek_soft", "kind": "bruise", "doc_status": "not_documented"}],
}


@pytest.fixture
def baby_after_five_answers() -> dict[str, Any]:
    return {"case": 1, "seen_at": "2026-11-23T10:15:00+00:00", "borough": "rochdale", "answers": FIVE_ANSWERS}


def test_a_baby_with_a_bruise_is_act_now_after_five_answers(baby_after_five_answers: dict[str, Any]) -> None:
    found = outcome_of(baby_after_five_answers)
    assert (found.status, found.level, found.least, found.act_now) == ("open", "B", "B", True)
    assert "A-CSC-PHONE" in {action.id for action in found.actions}


def test_while_open_telling_the_parents_waits(baby_after_five_answers: dict[str, Any]) -> None:
    actions = {action.id for action in outcome_of(baby_after_five_answers).actions}
    assert "A-PARENTS-WAIT" in actions
    assert "A-PARENTS" not in actions


@pytest.mark.parametrize("sign", ["fit", "unsure", "head_injury_signs"])
def test_an_emergency_sign_alone_is_enough_to_act(sign: str) -> None:
    found = outcome_of({"case": 1, "seen_at": "2026-11-23T10:15:00+00:00", "answers": {"emergency_signs": [sign]}})
    assert (found.status, found.level, found.act_now) == ("open", "A", True)
    assert "A-999" in {action.id for action in found.actions}


def test_with_nothing_answered_every_level_is_possible_and_nothing_is_concluded() -> None:
    found = outcome_of({"case": 1, "seen_at": "2026-11-23T10:15:00+00:00", "answers": {}})
    assert (found.status, found.level, found.least, found.greatest, found.act_now) == (
        "open",
        None,
        "E",
        "A",
        False,
    )


def test_a_mark_without_a_place_leaves_the_case_open() -> None:
    rng = random.Random(10)
    whole = random_case(rng)
    while outcome(whole).level is None or not whole["answers"].get("marks"):
        whole = random_case(rng)
    marks = [{key: value for key, value in whole["answers"]["marks"][0].items() if key != "region"}]
    found = outcome_of({**whole, "answers": {**whole["answers"], "marks": marks}})
    assert found.status == "open"
    assert "marks" in found.open_questions
    assert case_of(whole).seen_at <= NOW


def test_while_open_a_rule_that_looks_at_the_level_so_far_shows_the_least_it_can_lead_to() -> None:
    answers = {"marks": [mark()], "cooperation": "removing_child"}
    found = outcome_of({"case": 1, "seen_at": SEEN, "answers": answers})
    assert found.status == "open"
    assert [(rule.id, rule.level) for rule in found.rules] == [("R07", "B")]
