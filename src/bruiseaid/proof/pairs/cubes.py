"""Where to look first for a case: whole answers taken from a set of pairs that was not shown to be empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.sets.diagrams import NONE, Diagrams
from bruiseaid.proof.space.variables import STEP

MOST = 12
"""How many are looked at before whole sets of cases are."""


def first_looks(prover: Prover, bad: int, freed: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Sets of cases with all answers fixed, of the first and of the second case, calm where it does not matter.

    `freed`: the variables of which the second case has its own.
    """
    diagrams, answers = prover.diagrams, prover.space.answers
    second = {v + 1 for v in freed}
    for _ in range(MOST):
        found = diagrams.cheapest(bad, lambda variable, value: prover.calm.cost(variable - variable % STEP, value))
        if found is None:
            return
        known = {v: x for v, x in found.items() if v in answers or v in second}
        mine = {v: known.get(v, prover.calm.values.get(v, 0)) for v in answers}
        other = {v: known.get(v + 1, mine[v]) if v in freed else mine[v] for v in answers}
        yield cube(diagrams, mine), cube(diagrams, other)
        bad = diagrams.less(bad, cube(diagrams, known)) if known else NONE


def cube(diagrams: Diagrams, values: Mapping[int, int]) -> int:
    """The cases with these values."""
    return diagrams.every([diagrams.among(variable, (value,)) for variable, value in values.items()])
