"""Compares two cases that differ in one thing: is there a pair of which the more worrying case has a lower level?

The answers that may differ are forgotten on both sides; all others are the same. The lists are the same too, but what
is seen of them may change with the answers, so the second case has atoms of its own where that can happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bruiseaid.proof.contexts import Known, pieces, primed, rests_on
from bruiseaid.proof.diagrams import NONE
from bruiseaid.proof.prover import Prover
from bruiseaid.proof.search import Said, Witness, witness_in


@dataclass(frozen=True, slots=True)
class Difference:
    """What two cases may differ in: the `freed` variables. The first is in `calmer`, the second in `worse`.

    `alike`: sets in which both or neither of them are.
    """

    freed: frozenset[int]
    calmer: int
    worse: int
    alike: tuple[int, ...] = ()


def lower(prover: Prover, difference: Difference, within: int) -> tuple[Witness, Witness] | None:
    """Two cases in `within` of which the second is more worrying and has a lower level."""
    for level in prover.reached:
        first = prover.diagrams.every([within, difference.calmer, level])
        second = prover.diagrams.less(prover.diagrams.both(within, difference.worse), level)
        found = pair(prover, first, second, difference)
        if found is not None:
            return found
    return None


def pair(prover: Prover, first: int, second: int, difference: Difference) -> tuple[Witness, Witness] | None:
    """A case of each set that differ only as they may."""
    if first == NONE or second == NONE:
        return None
    for one, other in _alike(prover, first, second, difference.alike):
        found = _pair(prover, one, other, difference.freed)
        if found is not None:
            return found
    return None


def _alike(prover: Prover, first: int, second: int, sets: Iterable[int]) -> Iterator[tuple[int, int]]:
    for known, piece in pieces(prover.space, first, sets):
        there = prover.diagrams.every(
            [second, *(one if inside else prover.diagrams.no(one) for one, inside in known.items())]
        )
        if there != NONE:
            yield piece, there


def _pair(prover: Prover, first: int, second: int, freed: frozenset[int]) -> tuple[Witness, Witness] | None:
    space, forget = prover.space, freed.__contains__
    if prover.diagrams.both(_without_lists(prover, first, freed), _without_lists(prover, second, freed)) == NONE:
        return None
    same = not any(freed & prover.diagrams.names(one) for one in rests_on(space, (first, second)))
    if same:
        together = prover.diagrams.both(space.diagrams.some(first, forget), space.diagrams.some(second, forget))
        for known, piece in pieces(space, together, rests_on(space, (together,))):
            found = witness_in(space, piece, known, {}, prover.calm)
            if found is not None:
                return _both_cases(prover, found, (first, second), (known, known), freed)
        return None
    ones = [(known, piece, space.diagrams.some(piece, forget)) for known, piece in _pieces(prover, first)]
    others = [(known, piece, primed(space, space.diagrams.some(piece, forget))) for known, piece in _pieces(prover, second)]
    for known, one, open_one in ones:
        for known_other, other, open_other in others:
            together = prover.diagrams.both(open_one, open_other)
            found = None if together == NONE else witness_in(space, together, known, known_other, prover.calm)
            if found is not None:
                return _both_cases(prover, found, (one, other), (known, known_other), freed)
    return None


def _without_lists(prover: Prover, cases: int, freed: frozenset[int]) -> int:
    return prover.diagrams.some(cases, lambda variable: variable in freed or variable in prover.space.atoms)


def _pieces(prover: Prover, cases: int) -> list[tuple[Known, int]]:
    return list(pieces(prover.space, cases, rests_on(prover.space, (cases,))))


def _both_cases(
    prover: Prover, found: Witness, sets: tuple[int, int], known: tuple[Known, Known], freed: frozenset[int]
) -> tuple[Witness, Witness]:
    """The freed answers chosen on each side, as calm as the set allows."""
    space = prover.space
    shared = {v: found.answers.get(v, prover.calm.values.get(v, 0)) for v in space.answers if v not in freed}
    cases = []
    for one, here in zip(sets, known, strict=True):
        said = Said(space, here, {})
        atoms = {v: said.truth(v, found.lists) for v in space.diagrams.names(one) if v in space.atoms}
        rest = space.diagrams.cheapest(space.diagrams.pinned(one, {**shared, **atoms}), prover.calm.cost) or {}
        cases.append(Witness({**shared, **rest}, found.lists))
    return cases[0], cases[1]
