"""What is told to do while answers are missing: nothing that a missing answer would forbid, and whom to ring."""

from __future__ import annotations

import random
from typing import Any

import pytest

from bruiseaid.engine.outcome import Outcome
from tests.engine.cases import case_data, mark, outcome_of
from tests.oracle import random_case


def _actions(outcome: Outcome) -> set[str]:
    return {action.id for action in outcome.actions}


def test_parents_are_not_told_while_an_answer_is_missing_that_may_forbid_it() -> None:
    missing: dict[str, Any] = dict.fromkeys(("disclosure", "context", "safe_home"))
    found = outcome_of(case_data(own_worry="very", **missing))
    assert (found.status, found.least) == ("open", "C")
    assert "A-PARENTS" not in _actions(found)
    assert "A-PARENTS" in _actions(outcome_of(case_data(own_worry="very")))


@pytest.mark.parametrize("seed", range(60))
def test_who_is_to_tell_the_parents_is_never_told_to_wait_after_one_more_answer(seed: int) -> None:
    chance = random.Random(seed)
    whole = random_case(chance)
    known = dict(whole["answers"])
    for name in chance.sample(sorted(known), min(4, len(known))):
        known.pop(name)
    early, late = outcome_of({**whole, "answers": known}), outcome_of(whole)
    assert not ("A-PARENTS" in _actions(early) and "A-PARENTS-WAIT" in _actions(late))


def test_police_are_rung_as_soon_as_it_is_certain_that_the_child_being_taken_away_is_an_emergency() -> None:
    burn = mark("foot_top", kind="burn_scald", seen_by="no_longer_visible")
    missing: dict[str, Any] = dict.fromkeys(("dob", "explanation", "disclosure", "context"))
    found = outcome_of(
        case_data(
            marks=[burn], mobility="independent_wheelchair", cooperation="removing_child",
            practitioner_group="social_care", **missing,
        )
    )  # fmt: skip
    assert (found.status, found.level) == ("open", "A")
    assert "R07" in {rule.id for rule in found.rules}
    assert "A-POLICE-999" in _actions(found)
