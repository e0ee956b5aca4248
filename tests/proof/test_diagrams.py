"""Decision diagrams against sets written out."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from bruiseaid.proof.sets import nodes
from bruiseaid.proof.sets.diagrams import ALL, NONE, Diagrams
from bruiseaid.proof.sets.undecided import Undecided

SIZES = (2, 3, 2, 5)
"""How many values the variables 0, 2, 4 and 6 have."""
EVERY = list(product(*(range(size) for size in SIZES)))
VARIABLES = frozenset(range(0, 2 * len(SIZES), 2))


def family() -> Diagrams:
    diagrams = Diagrams()
    for index, size in enumerate(SIZES):
        assert diagrams.new_variable(2 * index, size) == 2 * index
    return diagrams


def random_set(diagrams: Diagrams, rng: Random) -> int:
    found = NONE
    for _ in range(rng.randint(1, 5)):
        cube = ALL
        for variable, size in enumerate(SIZES):
            if rng.random() < 0.6:
                values = rng.sample(range(size), rng.randint(1, size))
                cube = diagrams.both(cube, diagrams.among(2 * variable, values))
        found = diagrams.either(found, cube) if rng.random() < 0.8 else diagrams.less(cube, found)
    return found


def members(diagrams: Diagrams, one: int) -> set[tuple[int, ...]]:
    def is_in(case: tuple[int, ...]) -> bool:
        return diagrams.holds(one, lambda variable: case[variable // 2])

    return {case for case in EVERY if is_in(case)}


@pytest.mark.parametrize("seed", range(30))
def test_operations_are_those_of_sets(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    a, b = random_set(diagrams, rng), random_set(diagrams, rng)
    first, second = members(diagrams, a), members(diagrams, b)
    assert members(diagrams, diagrams.both(a, b)) == first & second
    assert members(diagrams, diagrams.either(a, b)) == first | second
    assert members(diagrams, diagrams.less(a, b)) == first - second
    assert diagrams.count(a, VARIABLES) == len(first)
    assert (a == b) == (first == second)


@pytest.mark.parametrize("seed", range(20))
def test_forgetting_pinning_and_choosing(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    a = random_set(diagrams, rng)
    inside = members(diagrams, a)
    for variable in range(len(SIZES)):
        open_ = members(diagrams, diagrams.some(a, (2 * variable,).__contains__))
        assert open_ == {case for case in EVERY if any(alike(case, other, variable) for other in inside)}
        pinned = members(diagrams, diagrams.pinned(a, {2 * variable: 1}))
        assert pinned == {case for case in EVERY if (*case[:variable], 1, *case[variable + 1 :]) in inside}
    chosen = diagrams.cheapest(a, lambda variable, value: value)
    if inside:
        assert chosen is not None
        assert sum(chosen.values()) == min(sum(case) for case in inside)
    else:
        assert chosen is None


@pytest.mark.parametrize("seed", range(60))
def test_many_sets_side_by_side_are_what_they_are_one_by_one(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    sets = [random_set(diagrams, rng) for _ in range(rng.randint(0, 7))]
    inside = set(EVERY).intersection(*(members(diagrams, one) for one in sets))
    assert members(diagrams, diagrams.together(sets)) == inside
    assert diagrams.together(sets) == diagrams.every(sets)
    first, groups = (sets or [ALL])[0], [sets[1:3], sets[3:4], sets[4:]]
    assert diagrams.meet(first, groups) == bool(inside)
    assert diagrams.meet(first, groups[::-1]) == bool(inside)


def test_a_value_that_is_ruled_out_says_nothing_of_the_values_around_it() -> None:
    diagrams = family()
    ends = diagrams.among(2, (0, 2))
    below = [diagrams.among(6, (0, 1)), diagrams.among(6, (1, 2)), diagrams.either(diagrams.among(4, (1,)), ends)]
    sets = [diagrams.both(ends, one) for one in below]
    assert members(diagrams, diagrams.together(sets)) == {c for c in EVERY if c[1] != 1 and c[3] == 1}


@pytest.mark.parametrize("seed", range(20))
def test_forgetting_is_the_same_whichever_way_it_is_asked(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    a = random_set(diagrams, rng)
    gone = frozenset(rng.sample(sorted(VARIABLES), 2))
    assert diagrams.without(a, gone) == diagrams.some(a, gone.__contains__)
    inside = members(diagrams, a)
    matters = {v for v in VARIABLES if any((case in inside) != (other in inside) for case, other in pairs(v // 2))}
    assert all(diagrams.may_look_at(a, variable) for variable in matters)
    assert diagrams.names(a) == matters


@pytest.mark.parametrize("seed", range(20))
def test_a_set_told_of_the_second_case_says_the_same_of_it(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    a, b = random_set(diagrams, rng), random_set(diagrams, rng)
    there = diagrams.renamed(a, {variable: variable + 1 for variable in VARIABLES})
    assert diagrams.names(there) == {variable + 1 for variable in diagrams.names(a)}
    assert diagrams.renamed(there, {variable + 1: variable for variable in VARIABLES}) == a
    both = diagrams.both(b, there)
    pairs_of_cases = diagrams.count(both, VARIABLES | {variable + 1 for variable in VARIABLES})
    assert pairs_of_cases == len(members(diagrams, a)) * len(members(diagrams, b))


@pytest.mark.parametrize("seed", range(20))
def test_branches_tell_the_set_value_by_value_of_its_first_variable(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    a = random_set(diagrams, rng)
    if a > 1:
        first, branches = diagrams.first(a), diagrams.branches(a)
        assert first == min(diagrams.names(a))
        assert len(branches) == SIZES[first // 2]
        told = [diagrams.both(diagrams.among(first, (value,)), one) for value, one in enumerate(branches)]
        assert diagrams.any(told) == a


def test_a_variable_made_later_stands_in_its_place_and_changes_no_set() -> None:
    diagrams = family()
    before = diagrams.either(diagrams.among(2, (1,)), diagrams.among(6, (3,)))
    inside = members(diagrams, before)
    diagrams.new_variable(-2, 6)
    diagrams.new_variable(1 << 20, 2, ahead=3)
    diagrams.new_variable((1 << 20) + 2, 7)
    both = diagrams.every([before, diagrams.among(-2, (5,)), diagrams.among((1 << 20) + 2, (6, 2))])
    assert [diagrams.first(both), diagrams.first(before)] == [-2, 2]
    assert diagrams.count(both, VARIABLES | {-2, (1 << 20) + 2}) == 2 * len(inside)
    assert members(diagrams, before) == inside


def test_a_variable_keeps_the_number_of_its_values() -> None:
    with pytest.raises(ValueError, match="Variable 2 has 3 values, not 4"):
        family().new_variable(2, 4)


def test_sets_too_large_for_the_room_are_left_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "ROOM_FOR_NODES", 200)
    diagrams = Diagrams()
    halves = [diagrams.new_variable(2 * n, 2) for n in range(24)]
    with pytest.raises(Undecided):
        diagrams.every(
            diagrams.either(
                diagrams.both(diagrams.among(a, (0,)), diagrams.among(b, (0,))),
                diagrams.both(diagrams.among(a, (1,)), diagrams.among(b, (1,))),
            )
            for a, b in zip(halves[:12], halves[12:], strict=True)
        )


def pairs(variable: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(one, other) for one in EVERY for other in EVERY if alike(one, other, variable)]


def alike(one: tuple[int, ...], other: tuple[int, ...], but: int) -> bool:
    return all(x == y for index, (x, y) in enumerate(zip(one, other, strict=True)) if index != but)
