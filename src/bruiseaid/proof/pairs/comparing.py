"""Compares two cases that differ in one thing: is there a pair of which the more worrying case has a lower level?

The answers that may differ are forgotten on both sides; all others are the same. The lists are the same too, but what
is seen of them may change with the answers, so the second case has atoms of its own where that can happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.lists.company import Seen, possible, seen
from bruiseaid.proof.lists.contexts import Known, changing_atoms, pieces, rests_on, unsteady_atoms
from bruiseaid.proof.lists.search import Said, Witness, witness_in
from bruiseaid.proof.pairs.differences import Difference
from bruiseaid.proof.sets.diagrams import NONE
from bruiseaid.proof.space.space import Space
from bruiseaid.values import dataclass


def lower(prover: Prover, difference: Difference, within: int) -> tuple[Witness, Witness] | None:
    """Two cases in `within` of which the second is more worrying and has a lower level."""
    moved = difference.freed | unsteady_atoms(prover.space, difference.freed)
    for level, sets in zip(prover.reached, prover.ladder.pieces, strict=True):
        steady = prover.diagrams.any([one for one in sets if not prover.diagrams.names(one) & moved])
        others = prover.diagrams.any([one for one in sets if prover.diagrams.names(one) & moved])
        second = prover.diagrams.less(prover.diagrams.both(within, difference.worse), level)
        if not _may_be(prover, difference, within, others, second):
            continue
        first = prover.diagrams.less(prover.diagrams.every([within, difference.calmer, others]), steady)
        found = pair(prover, first, second, difference)
        if found is not None:
            return found
    return None


def _may_be(prover: Prover, difference: Difference, within: int, others: int, second: int) -> bool:
    """Whether there is such a pair at all, looked at without the answers that only one side depends on."""
    calmer = prover.diagrams.both(difference.calmer, others)
    kept = prover.diagrams.names(calmer).union(difference.freed, *map(prover.diagrams.names, difference.alike))

    def is_gone(variable: int) -> bool:
        return variable not in kept and variable in prover.space.answers

    first = prover.diagrams.both(calmer, prover.diagrams.some(within, is_gone))
    return pair(prover, first, prover.diagrams.some(second, is_gone), difference) is not None


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
    needed = rests_on(space, (first, second))
    apart = _seen_differently(prover, first, second, freed)
    together = prover.diagrams.both(space.diagrams.some(first, forget), space.diagrams.some(second, forget))
    together = prover.diagrams.less(together, apart)
    for known, piece in pieces(space, together, needed):
        real = prover.diagrams.both(piece, possible(space, seen(space, sorted(space.diagrams.names(piece)), known)))
        found = None if real == NONE else witness_in(space, real, known, {}, prover.calm)
        if found is not None:
            return _both_cases(prover, found, (first, second), (known, known), freed)
    first, second = prover.diagrams.both(first, apart), prover.diagrams.both(second, apart)
    shared = _shared(prover, first, second, freed)
    first, second = prover.diagrams.both(first, shared), prover.diagrams.both(second, shared)
    if NONE in (first, second):
        return None
    ones, others = _pieces(prover, first, needed, freed), _pieces(prover, second, needed, freed)
    for one in ones:
        for other in others:
            together = told_together(space, one, other)
            found = None if together == NONE else witness_in(space, together, one.known, other.known, prover.calm)
            if found is not None:
                return _both_cases(prover, found, (one.cases, other.cases), (one.known, other.known), freed)
    return None


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a set of cases in which the same is seen of lists: all of it, without the freed answers, and without
    lists as well."""

    known: Known
    cases: int
    freed: int
    answers: int
    atoms: tuple[Seen, ...]


def told_together(space: Space, first: Piece, second: Piece) -> int:
    """The pairs of cases of the two pieces that have the same lists. Atoms that see the same of a list on both sides
    are shared; of the others the second case has its own."""
    if space.diagrams.both(first.answers, second.answers) == NONE:
        return NONE
    here = {one.variable: one.kinds for one in seen(space, [s.variable for s in second.atoms], first.known)}
    own = [one for one in second.atoms if one.kinds != here[one.variable]]
    names = {one.variable: one.variable + 1 for one in own}
    if not names:
        return space.diagrams.both(first.freed, second.freed)
    mine = {one.variable for one in first.atoms}
    more = seen(
        space,
        [s.variable for s in second.atoms if s.variable not in mine and s.variable not in names],
        first.known,
    )
    theirs = [replace(one, variable=one.variable + 1) for one in own]
    limited = space.diagrams.both(first.freed, possible(space, [*first.atoms, *more, *theirs]))
    return space.diagrams.both(limited, space.diagrams.renamed(second.freed, names))


def _seen_differently(prover: Prover, first: int, second: int, freed: frozenset[int]) -> int:
    """The cases, but for the freed answers, in which what may differ can change which entries meet a condition.

    Atoms that rest on what may differ are forgotten: the second case can see another value of them.
    """
    sets = rests_on(prover.space, (first, second))
    unsteady = changing_atoms(prover.space, sets, freed)
    found = []
    for one in sets:
        if prover.diagrams.names(one) & (freed | unsteady):
            ways = [
                [
                    prover.diagrams.some(part, (freed | unsteady).__contains__)
                    for part in _inside_and_outside(prover, s, one)
                ]
                for s in (first, second)
            ]
            found.append(prover.diagrams.both(ways[0][0], ways[1][1]))
            found.append(prover.diagrams.both(ways[0][1], ways[1][0]))
    return prover.diagrams.any(found)


def _shared(prover: Prover, first: int, second: int, freed: frozenset[int]) -> int:
    """What both sets leave open in the answers and atoms that are the same in both cases."""
    gone = freed | changing_atoms(prover.space, rests_on(prover.space, (first, second)), freed)
    ones, others = (prover.diagrams.some(one, gone.__contains__) for one in (first, second))
    return prover.diagrams.both(ones, others)


def _inside_and_outside(prover: Prover, cases: int, one: int) -> tuple[int, int]:
    return prover.diagrams.both(cases, one), prover.diagrams.less(cases, one)


def _without_lists(prover: Prover, cases: int, freed: frozenset[int]) -> int:
    return prover.diagrams.some(cases, lambda variable: variable in freed or variable in prover.space.atoms)


def _pieces(prover: Prover, cases: int, needed: frozenset[int], freed: frozenset[int]) -> list[Piece]:
    """The set in pieces by what is seen of lists; where the same is seen they stay together."""
    space = prover.space
    found: dict[tuple[tuple[int, int], ...], tuple[Known, int]] = {}
    for known, piece in pieces(space, cases, needed):
        key = tuple((one.variable, one.kinds) for one in seen(space, sorted(space.diagrams.names(piece)), known))
        before = found.get(key)
        found[key] = (known, piece) if before is None else (before[0], space.diagrams.either(before[1], piece))
    return [_piece(space, known, piece, freed) for known, piece in found.values()]


def _piece(space: Space, known: Known, cases: int, freed: frozenset[int]) -> Piece:
    without = space.diagrams.some(cases, freed.__contains__)
    answers = space.diagrams.some(without, space.atoms.__contains__)
    return Piece(known, cases, without, answers, tuple(seen(space, sorted(space.diagrams.names(without)), known)))


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
