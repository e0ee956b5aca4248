"""The proof, the running engine and the second statement of the rules come to the same level."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from bruiseaid.engine.recommend import recommend
from tests.engine.cases import NOW, case_of
from tests.oracle.cases import random_case
from tests.oracle.statement import outcome
from tests.proof.setting import shipped, shipped_prover, told


def as_text(plain: Any) -> Any:
    """Plain data with every single value as text, as case files have it."""
    if isinstance(plain, dict):
        return {key: as_text(value) for key, value in plain.items()}
    return [as_text(value) for value in plain] if isinstance(plain, list) else str(plain)


def test_three_ways_give_the_same_level_on_random_cases() -> None:
    rng, prover = Random(11), shipped_prover()
    prover.ladder.reached()
    compared = 0
    for _ in range(1500):
        data = as_text(random_case(rng))
        case = case_of(data)
        found = recommend(case, NOW)
        if found.status == "out_of_scope" and found.reason != "no_mark":
            continue
        stated = outcome(json.loads(json.dumps(data)))
        level = prover.level_id(told(prover, case).level(prover.ladder))
        assert (level, found.level) == (stated.level, stated.level), data
        compared += 1
    assert compared > 1300


def test_rules_fire_in_the_space_as_in_the_engine() -> None:
    rng, prover = Random(12), shipped_prover()
    for _ in range(200):
        case = case_of(as_text(random_case(rng)))
        found = recommend(case, NOW)
        if found.status == "concluded":
            here = told(prover, case)
            fired = {name for name, cases in prover.ladder.fired.items() if here.is_in(cases)}
            assert fired == {rule.id for rule in found.rules}


def test_the_space_is_told_in_figures() -> None:
    from bruiseaid.proof.figures import figures

    kinds, raw, marks = figures(shipped_prover())
    assert 10**12 < kinds < raw
    assert marks > 500
    assert shipped().id == "gm-bruising"
