"""Decision diagrams against sets written out."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from bruiseaid.proof.diagrams import ALL, NONE, Diagrams

SIZES = (2, 3, 2, 4)
EVERY = list(product(*(range(size) for size in SIZES)))


def family() -> Diagrams:
    diagrams = Diagrams()
    for number, size in enumerate(SIZES):
        diagrams.new_variable(number, size)
    return diagrams


def random_set(diagrams: Diagrams, rng: Random) -> int:
    found = NONE
    for _ in range(rng.randint(1, 5)):
        cube = ALL
        for variable, size in enumerate(SIZES):
            if rng.random() < 0.6:
                values = rng.sample(range(size), rng.randint(1, size))
                cube = diagrams.both(cube, diagrams.among(variable, values))
        found = diagrams.either(found, cube) if rng.random() < 0.8 else diagrams.less(cube, found)
    return found


def members(diagrams: Diagrams, one: int) -> set[tuple[int, ...]]:
    return {case for case in EVERY if diagrams.holds(one, case.__getitem__)}


@pytest.mark.parametrize("seed", range(30))
def test_operations_are_those_of_sets(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    a, b = random_set(diagrams, rng), random_set(diagrams, rng)
    first, second = members(diagrams, a), members(diagrams, b)
    assert members(diagrams, diagrams.both(a, b)) == first & second
    assert members(diagrams, diagrams.either(a, b)) == first | second
    assert members(diagrams, diagrams.less(a, b)) == first - second
    assert diagrams.count(a, frozenset(range(len(SIZES)))) == len(first)
    assert (a == b) == (first == second)


@pytest.mark.parametrize("seed", range(20))
def test_forgetting_pinning_and_choosing(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    a = random_set(diagrams, rng)
    inside = members(diagrams, a)
    for variable in range(len(SIZES)):
        open_ = members(diagrams, diagrams.some(a, (variable,).__contains__))
        assert open_ == {case for case in EVERY if any(alike(case, other, variable) for other in inside)}
        pinned = members(diagrams, diagrams.pinned(a, {variable: 1}))
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
    ends = diagrams.among(1, (0, 2))
    below = [diagrams.among(3, (0, 1)), diagrams.among(3, (1, 2)), diagrams.either(diagrams.among(2, (1,)), ends)]
    sets = [diagrams.both(ends, one) for one in below]
    assert members(diagrams, diagrams.together(sets)) == {c for c in EVERY if c[1] != 1 and c[3] == 1}


@pytest.mark.parametrize("seed", range(20))
def test_forgetting_is_the_same_whichever_way_it_is_asked(seed: int) -> None:
    rng, diagrams = Random(seed), family()
    a = random_set(diagrams, rng)
    gone = frozenset(rng.sample(range(len(SIZES)), 2))
    assert diagrams.without(a, gone) == diagrams.some(a, gone.__contains__)
    inside = members(diagrams, a)
    matters = {v for v in range(len(SIZES)) if any((case in inside) != (other in inside) for case, other in pairs(v))}
    assert diagrams.names(a) == matters


def pairs(variable: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(one, other) for one in EVERY for other in EVERY if alike(one, other, variable)]


def alike(one: tuple[int, ...], other: tuple[int, ...], but: int) -> bool:
    return all(x == y for index, (x, y) in enumerate(zip(one, other, strict=True)) if index != but)
