"""What has to be known of a case before one can say which entries of its lists meet a condition.

The atoms of a list rest on a few sets of cases (is the account unsuitable, is the child under 15 days old). A set of
cases is split by these until in every piece it is known of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from bruiseaid.proof.sets.diagrams import NONE
from bruiseaid.proof.space.space import Space

Known: TypeAlias = Mapping[int, bool]
"""For some sets of cases, whether the case is in them."""


def rests_on(space: Space, cases: Iterable[int]) -> frozenset[int]:
    """The sets that the atoms in these sets of cases rest on, by themselves or through other atoms."""
    found: set[int] = set()
    for one in cases:
        for variable, atom in space.atoms.items():
            if space.diagrams.may_look_at(one, variable):
                found |= atom.rests_on
    return frozenset(found)


def pieces(space: Space, cases: int, sets: Iterable[int]) -> Iterator[tuple[Known, int]]:
    """The set of cases in pieces that lie wholly inside or outside each of the sets; empty pieces are left out."""
    yield from _pieces(space, cases, sorted(sets), {})


def _pieces(space: Space, cases: int, sets: list[int], known: dict[int, bool]) -> Iterator[tuple[Known, int]]:
    if cases == NONE:
        return
    if not sets:
        yield known, cases
        return
    first, *others = sets
    inside = space.diagrams.both(cases, first)
    yield from _pieces(space, inside, others, {**known, first: True})
    yield from _pieces(space, space.diagrams.less(cases, first), others, {**known, first: False})


def unsteady_atoms(space: Space, freed: frozenset[int]) -> frozenset[int]:
    """The atoms of which the value can differ when the freed answers, or atoms, do; freed atoms among them."""
    every = frozenset[int]().union(*(atom.rests_on for atom in space.atoms.values()))
    return changing_atoms(space, every, freed) | (freed & space.atoms.keys())


def changing_atoms(space: Space, sets: frozenset[int], freed: frozenset[int]) -> frozenset[int]:
    """The atoms of which the value can change with the freed answers alone."""
    atoms, changing = space.atoms, frozenset[int]()
    while True:
        bits = {one for one in sets if space.diagrams.names(one) & (freed | changing)}
        more = frozenset(v for v, atom in atoms.items() if atom.rests_on & bits)
        if more <= changing:
            return changing
        changing |= more
