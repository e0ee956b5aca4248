"""The second statement of the rules, held against the vignettes, its own cases and the promises."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest

from .cases import one_worsening, partial, random_case, worsenings
from .statement import Outcome, outcome

VIGNETTES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("vignettes.json").read_text(encoding="utf-8"))
NUMBERS = (*range(1, 9), *range(10, 14), *range(20, 23), *range(30, 47))
RULES = {f"R{number:02}" for number in NUMBERS}
LEAST_SETS = {
    "A": {"A-STAY", "A-RECORD"},
    "B": {
        *("A-CSC-PHONE", "A-PAED", "A-INTERIM", "A-ARRIVED", "A-WRITTEN", "A-SIBS", "A-SIBS-SEEN"),
        *("A-CHASE-CALL", "A-CHASE", "A-RECORD"),
    },
    "C": {"A-DISCUSS-4H", "A-CONVERT", "A-RECORD"},
    "D": {"A-LEAD-1WD", "A-RECORD"},
    "E": {"A-RATIONALE", "A-COUNTERSIGN", "A-RECORD"},
}
REFERRED_EMERGENCY = {
    *("A-CSC-PHONE", "A-WRITTEN", "A-SIBS", "A-CHASE-CALL", "A-CHASE", "A-POLICE-CONSIDER"),
}
TO_THE_RESCUE = {"A-999", "A-POLICE-999", "A-ED-NOW"}


def cases(number: int, seed: int) -> Iterator[dict[str, Any]]:
    rng = Random(seed)
    return (random_case(rng) for _ in range(number))


def concluded(number: int, seed: int) -> Iterator[tuple[dict[str, Any], Outcome]]:
    """That many random cases that come to a level."""
    rng = Random(seed)
    endless = (random_case(rng) for _ in iter(int, 1))
    judged = ((case, outcome(case)) for case in endless)
    return islice((pair for pair in judged if pair[1].status == "concluded"), number)


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda vignette: vignette["id"])
def test_every_vignette_gives_its_level_rules_and_actions(vignette: dict[str, Any]) -> None:
    reached, expected = outcome(vignette["case"]), vignette["expect"]
    assert reached.status == "concluded"
    assert (reached.level, reached.rules) == (expected["level"], frozenset(expected["rules"]))
    assert set(expected["actions_at_least"]) - reached.actions == set()


def test_there_are_fifty_two_vignettes() -> None:
    assert len({vignette["id"] for vignette in VIGNETTES}) == 52


def test_random_cases_reach_every_level_reason_and_rule() -> None:
    reached = [outcome(case) for case in cases(10_000, seed=1)]
    assert {result.status for result in reached} == {"concluded", "out_of_scope"}
    assert {result.level for result in reached} == {"A", "B", "C", "D", "E", None}
    assert {result.reason for result in reached} == {"unborn", "adult", "no_mark", None}
    times_fired = Counter(rule for result in reached for rule in result.rules)
    assert set(times_fired) == RULES
    assert min(times_fired.values()) >= 20


def test_no_level_falls_when_one_answer_is_made_worse() -> None:
    rng = Random(2)
    for case, before in concluded(20_000, seed=3):
        name, worse_case = one_worsening(case, rng)
        assert_not_lower(name, before, case, worse_case)


def test_no_level_falls_under_any_of_all_worsenings_of_a_case() -> None:
    rng = Random(4)
    for case, before in concluded(500, seed=5):
        for name, worse_case in worsenings(case, rng):
            assert_not_lower(name, before, case, worse_case)


def assert_not_lower(name: str, before: Outcome, case: dict[str, Any], worse_case: dict[str, Any]) -> None:
    after = outcome(worse_case)
    assert after.status == "concluded", (name, case, worse_case)
    assert (after.level or "Z") <= (before.level or ""), (name, case, worse_case)


def test_every_level_brings_its_least_set_of_actions() -> None:
    for case, result in concluded(5_000, seed=6):
        assert least_set(result) <= result.actions, case
        assert result.level != "A" or result.actions & TO_THE_RESCUE, case


def least_set(result: Outcome) -> set[str]:
    level = result.level or ""
    serious = (result.safeguarding_level or "Z") <= "C"
    return LEAST_SETS[level] | (REFERRED_EMERGENCY if level == "A" and serious else set())


def test_parents_are_told_or_must_wait_from_level_c_and_never_both() -> None:
    for case, result in concluded(5_000, seed=7):
        told = {"A-PARENTS", "A-PARENTS-WAIT"} & result.actions
        assert len(told) == (1 if (result.level or "Z") <= "C" else 0), case


def test_a_case_with_questions_left_out_is_open_or_as_it_was() -> None:
    rng = Random(8)
    seen = Counter(outcome(partial(case, rng)).status for case in cases(5_000, seed=9))
    assert set(seen) == {"concluded", "open", "out_of_scope"}
    assert seen["open"] > 2_500


def test_an_open_case_names_what_is_missing_and_nothing_else() -> None:
    rng = Random(10)
    for case in cases(3_000, seed=11):
        left = partial(case, rng)
        result = outcome(left)
        if result.status == "open":
            assert result == Outcome("open", missing=result.missing)
            assert not any(left["answers"].get(question) for question in result.missing)


def test_the_same_seed_gives_the_same_cases() -> None:
    assert list(cases(50, seed=12)) == list(cases(50, seed=12))
