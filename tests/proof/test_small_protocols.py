"""Small protocols made by chance: what is proved of each is what is found by trying every case.

A list of marks has no end, so lists of up to three marks are tried (fewer where there are many kinds of mark). What the
proof finds beyond them has to be reproduced by the engine.
"""

from __future__ import annotations

import pytest

from bruiseaid.proof.checks.alive import alive
from bruiseaid.proof.pairs.differences import Difference
from bruiseaid.proof.pairs.steps import answer_steps, date_steps, fact_steps
from bruiseaid.proof.promises.holding import pair_that_falls
from bruiseaid.proof.promises.promise_rules import Along, AlongDate, AlongFact, AlongQuestion
from tests.proof.falling import Pair, by_answer, by_date, by_fact
from tests.proof.laid_out import SEEDS, Small, assert_falls, made, words


@pytest.fixture(scope="module", params=SEEDS)
def small(request: pytest.FixtureRequest) -> Small:
    return made(request.param)


def test_every_case_has_the_level_that_the_engine_gives_it(small: Small) -> None:
    ladder, in_scope = small.prover.ladder, small.prover.in_scope
    for one in small.brute.tried.values():
        assert one.told.is_in(in_scope) == one.in_scope, small.brute.case(one).answers
        if one.in_scope:
            assert one.told.level(ladder) == one.level, small.brute.case(one).answers
            standing = one.told.level(ladder, ladder.without_for_standing)
            assert standing == one.levels.standing_greatest, small.brute.case(one).answers


def test_every_rule_fires_where_the_engine_says_so(small: Small) -> None:
    fired = small.prover.ladder.fired
    for one in small.brute.tried.values():
        if one.in_scope:
            here = {index for index, rule in enumerate(small.prover.protocol.rules) if one.told.is_in(fired[rule.id])}
            assert here == set(one.levels.fired), small.brute.case(one).answers


def test_a_pair_that_falls_is_found_just_where_there_is_one(small: Small) -> None:
    for along in small.along:
        steps, tried = _compared(small, along)
        if steps is not None:
            found = pair_that_falls(small.prover, steps, small.prover.in_scope)
            assert found is not None or tried is None, (along, words(small, tried))
            if found is not None:
                assert_falls(small, *found)


def _compared(small: Small, along: Along) -> tuple[list[Difference] | None, Pair | None]:
    match along:
        case AlongQuestion(name, ranks):
            return list(answer_steps(small.prover, name, ranks)), by_answer(small.brute, name, ranks)
        case AlongDate(name):
            return list(date_steps(small.prover, name)), by_date(small.brute, name)
        case AlongFact(name) if not small.prover.meaning.facts[name].of_each_mark:  # type: ignore[union-attr]
            steps = list(fact_steps(small.prover, name, strict=bool(small.seed % 2)))
            return steps, by_fact(small.brute, name, steps)
        case _:
            return None, None


def test_a_rule_that_never_fires_or_matters_is_told_just_then(small: Small) -> None:
    protocol, brute = small.prover.protocol, small.brute
    told = {one.place.id: one.message for one in alive(small.prover, protocol) if one.place.section == "rules"}
    standing = small.prover.ladder.without_for_standing
    fires: set[int] = set()
    matters: set[int] = set()
    for one in brute.tried.values():
        for fired in one.levels.fired if one.in_scope else ():
            fires.add(fired)
            if fired not in matters and (
                brute.level_without(one, frozenset((fired,))) != one.level
                or brute.level_without(one, standing | {fired}) != one.levels.standing_greatest
            ):
                matters.add(fired)
    for index, rule in enumerate(protocol.rules):
        said = told.get(rule.id, "")
        if index in matters:
            assert not said
        elif index in fires:
            assert "never fires" not in said
        if brute.most == 3:
            assert ("never fires" in said) == (index not in fires), (rule.id, said)
            assert bool(said) == (index not in matters), (rule.id, said)
