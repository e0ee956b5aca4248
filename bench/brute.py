"""Brute force for `proof.py`: the levels of every case, a bit for each case, as long integers and with numpy.

It is the same `Meaning` and `Ladder` as in the proof, so the yardstick cannot have other rules than the proof. Which
case a bit stands for is drawn by chance: that changes nothing in how long the passes take.

Merged level classes: the answers to one question that no level tells apart, whatever else is answered, are one; and so
are the kinds of one mark that nothing which is seen of marks tells apart in any case. There is no such product over
*lists* of marks: how many marks of which classes there are has no end, and telling lists apart by what is seen of them
(34 yes-or-no values for the shipped protocol, most of which cannot come together) would need the exact search that the
proof has and a table has not. So the numpy brute force stands for cases with no mark or one, and for one
level of each case: no pairs of cases, no actions, no rule left out. It is given every benefit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from random import Random
from time import process_time
from typing import Any, cast

import numpy as np

from bruiseaid.proof.levels.ladder import Ladder
from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.lists.contexts import pieces
from bruiseaid.proof.sets.diagrams import ALL, NONE, Diagrams
from bruiseaid.proof.space.meaning import Meaning
from bruiseaid.proof.space.space import Space, space_of, variables_of
from bruiseaid.protocol.model import Protocol

BLOCK = 1 << 22


class Bits:
    """Sets of the cases of one block, as long integers, with what a `Ladder` asks of `Diagrams`."""

    def __init__(self, sizes: dict[int, int], cases: int) -> None:
        self.sizes = dict(sizes)
        self.cases = cases
        self.sets: list[Any] = [0, (1 << cases) - 1]
        self.known: dict[int, int] = {0: NONE, self.sets[1]: ALL}
        self.looked: list[frozenset[int]] = [frozenset(), frozenset()]
        self.values: dict[int, list[Any]] = {}
        self.rng = Random(1)

    def new_variable(self, number: int, size: int, ahead: int = 0) -> int:
        self.sizes[number] = size
        return number

    def drawn(self) -> Any:
        """A set drawn by chance."""
        return self.rng.getrandbits(self.cases)

    def _made(self, cases: Any, looked: frozenset[int]) -> int:
        if cases in (0, self.sets[1]):
            return NONE if cases == 0 else ALL
        self.sets.append(cases)
        self.looked.append(looked)
        return len(self.sets) - 1

    def among(self, variable: int, values: Iterable[int]) -> int:
        if variable not in self.values:
            left, parts = self.sets[1], []
            for _ in range(self.sizes[variable] - 1):
                parts.append(left & self.drawn())
                left = left & ~parts[-1]
            self.values[variable] = [*parts, left]
        total = self.sets[NONE]
        for value in values:
            total = total | self.values[variable][value]
        return self._made(total, frozenset((variable,)))

    def both(self, a: int, b: int) -> int:
        return self._made(self.sets[a] & self.sets[b], self.looked[a] | self.looked[b])

    def either(self, a: int, b: int) -> int:
        return self._made(self.sets[a] | self.sets[b], self.looked[a] | self.looked[b])

    def no(self, a: int) -> int:
        return self._made(self.sets[a] ^ self.sets[1], self.looked[a])

    def less(self, a: int, b: int) -> int:
        return self._made(self.sets[a] & ~self.sets[b], self.looked[a] | self.looked[b])

    def every(self, sets: Iterable[int]) -> int:
        found = ALL
        for one in sets:
            found = self.both(found, one)
        return found

    def any(self, sets: Iterable[int]) -> int:
        found = NONE
        for one in sets:
            found = self.either(found, one)
        return found

    def names(self, a: int) -> frozenset[int]:
        return self.looked[a]


class Packed(Bits):
    """The same with numpy: eight cases to a byte, eight bytes to a word."""

    def __init__(self, sizes: dict[int, int], cases: int) -> None:
        super().__init__(sizes, 0)
        self.words = cases // 64
        self.sets = [np.zeros(self.words, np.uint64), np.full(self.words, 2**64 - 1, np.uint64)]
        self.chance = np.random.default_rng(1)

    def drawn(self) -> Any:
        return self.chance.integers(0, 2**64 - 1, self.words, np.uint64, endpoint=True)

    def _made(self, cases: Any, looked: frozenset[int]) -> int:
        self.sets.append(cases)
        self.looked.append(looked)
        return len(self.sets) - 1

    def both(self, a: int, b: int) -> int:
        if NONE in (a, b):
            return NONE
        return b if a == ALL else a if b == ALL else super().both(a, b)

    def either(self, a: int, b: int) -> int:
        if ALL in (a, b):
            return ALL
        return b if a == NONE else a if b == NONE else super().either(a, b)


def block_of_cases(shipped: Protocol, kind: type[Bits]) -> float:
    """Seconds for the levels of one block of cases, without drawing them."""
    first = space_of((shipped,))
    bits = kind(first.diagrams.sizes, BLOCK)
    for _ in range(2):
        space: Space = replace(first, diagrams=cast(Diagrams, bits), atoms={}, atom_of={}, together={}, meanings=[])
        bits.sizes = dict(first.diagrams.sizes)
        began = process_time()
        Ladder(Meaning(shipped, space)).reached()
        took = process_time() - began
    return took


def merged_answers(prover: Prover) -> int:
    """How many combinations of answers there are once those to one question that no level tells apart are one."""
    diagrams, total = prover.diagrams, 1
    for known in prover.space.variables.values():
        own = sorted(variables_of(known) & frozenset().union(*map(diagrams.names, prover.reached)))
        ways = product(*(range(diagrams.sizes[variable]) for variable in own))
        cases = (dict(zip(own, values, strict=True)) for values in ways)
        total *= len({tuple(diagrams.pinned(level, values) for level in prover.reached) for values in cases})
    return total


def merged_marks(prover: Prover) -> int:
    """How many classes of mark what is seen of marks tells apart, in some case."""
    space, marks = prover.space, prover.meaning.marks
    atoms = [atom for atom in space.atoms.values() if atom.list_id == marks]
    sets = frozenset().union(*(atom.rests_on for atom in atoms))
    cells = [space.kinds[marks].all]
    for known, _ in pieces(space, prover.in_scope, sets):
        for atom in atoms:
            seen = atom.meaning.sight(marks, known).where(atom.where)
            cells = [part for cell in cells for part in (cell & seen, cell & ~seen) if part]
    return len(cells)
