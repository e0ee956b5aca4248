"""How large the space is: how many kinds of case there are, and how many raw cases they stand for."""

from __future__ import annotations

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.sets.diagrams import Diagrams
from bruiseaid.proof.space.variables import BirthDate, Choice, Number, Ticks

DAYS = 18 * 365


def figures(prover: Prover) -> tuple[int, int, int]:
    """Kinds of answers in scope without the lists, raw answers they stand for, and kinds of mark.

    Raw answers: every choice of options of the questions that conditions look at, every set of ticks, every day of
    birth in eighteen years with every number of weeks.
    """
    space, diagrams = prover.space, prover.diagrams
    given = diagrams.some(prover.in_scope, space.atoms.__contains__)
    kinds = (
        prover.meaning.sight(prover.meaning.marks, _nothing_known(prover)).valid.bit_count()
        if prover.meaning.marks
        else 0
    )
    return diagrams.count(given, space.answers), _raw(prover, diagrams), kinds


def _nothing_known(prover: Prover) -> dict[int, bool]:
    return {one: False for atom in prover.space.atoms.values() for one in atom.rests_on}


def _raw(prover: Prover, diagrams: Diagrams) -> int:
    total = 1
    for known in prover.space.variables.values():
        match known:
            case Choice(_, groups):
                total *= sum(len(group) for group in groups)
            case Ticks(_, alone, counters):
                total *= sum(len(group) for group in alone) + 2 ** sum(len(group) for _, group in counters) - 1
            case Number(_, _, examples):
                total *= max(len(examples), 1)
            case BirthDate(_, births):
                weeks = {one.numbers for one in births.classes}
                total *= DAYS * max(len(weeks), 1)
    return total
