"""Sets of assignments as decision diagrams, and how they are put together.

A set is a number, 0 for the empty set and 1 for everything; two sets of one `Nodes` are the same exactly if they are
the same number. The diagrams themselves are OxiDD's, in which every variable has two values: a variable with more is
told by a few bits, and a code that stands for no value counts as the last value, so that nothing has to be kept out.
Source: Bryant 1986, "Graph-based algorithms for Boolean function manipulation"; Husung et al. 2024, "OxiDD".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from oxidd.bcdd import BCDDFunction, BCDDManager
from oxidd.util import DDMemoryError

from bruiseaid.proof.sets.undecided import Undecided

NONE, ALL = 0, 1
LAST = 1 << 60
"""What stands for the first variable of a set that depends on none."""
ROOM_FOR_NODES = 1 << 24
"""How large all diagrams together may become before what is asked is left undecided."""
REMEMBERED = 1 << 17
"""How many steps of putting sets together are remembered at once."""
NOT_PLACED = -1
"""What stands for a bit that is not made yet."""


@contextmanager
def within_room() -> Iterator[None]:
    """Raises `Undecided` where the diagrams become too large."""
    try:
        yield
    except DDMemoryError as error:
        raise Undecided from error


class Nodes:
    """A family of sets over the same variables. A variable is a number, and they stand in the order of their numbers;
    `sizes`: how many values each has. `looks`: for each set the variables it may depend on, as a sum of their `marks`.

    Whatever makes a set raises `Undecided` if the diagrams become too large.
    """

    def __init__(self) -> None:
        self.sizes: dict[int, int] = {}
        self.marks: dict[int, int] = {}
        self.looks: list[int] = [0, 0]
        self._manager = BCDDManager(ROOM_FOR_NODES, REMEMBERED, 1)
        self._sets: list[BCDDFunction] = [self._manager.false(), self._manager.true()]
        self._numbers: dict[BCDDFunction, int] = {one: number for number, one in enumerate(self._sets)}
        self._bits: dict[int, tuple[int, ...]] = {}
        self._told_by: list[tuple[int, int]] = []
        self._waiting: list[int] = []
        self._among: dict[tuple[int, frozenset[int]], int] = {}
        self._branches: dict[int, tuple[int, ...]] = {}
        self._others: dict[int, int] = {}
        self._firsts: dict[int, int] = {}
        self.both = self._merging(NONE, ALL, BCDDFunction.__and__)
        """What is in both of two sets."""
        self.either = self._merging(ALL, NONE, BCDDFunction.__or__)
        """What is in at least one of two sets."""

    @property
    def size(self) -> int:
        """How many nodes all diagrams have together."""
        return self._manager.approx_num_inner_nodes()

    def new_variable(self, number: int, size: int, ahead: int = 0) -> int:
        """Makes a variable with values 0 to size - 1, and returns its number, which is even. The odd number after it
        is a variable too: the same of a second case of a pair. `ahead`: for how many more such pairs room is made
        after it, since it takes long to put all in order.

        Raises:
            ValueError: it has been made with another size.
        """
        if self.sizes.get(number, size) != size:
            raise ValueError(f"Variable {number} has {self.sizes[number]} values, not {size}.")
        bits = (NOT_PLACED,) * (size - 1).bit_length()
        if number not in self.marks:
            for one in range(number, number + 2 + 2 * ahead):
                if one not in self.marks:
                    self.marks[one] = 1 << len(self.marks)
                    self._place_later(one, bits)
        for one in (number, number + 1):
            if len(self._bits[one]) != len(bits):
                self._place_later(one, bits)
            self.sizes[one] = size
        return number

    def _place_later(self, number: int, bits: tuple[int, ...]) -> None:
        self._bits[number] = bits
        self._waiting.append(number)

    def bits_of(self, variable: int) -> tuple[int, ...]:
        """The bits that tell the value of a variable, the highest first."""
        if self._waiting:
            self._place()
        return self._bits[variable]

    def _place(self) -> None:
        """Gives the new variables their bits, and puts all bits in the order of the variables."""
        for number in dict.fromkeys(self._waiting):
            width = len(self._bits[number])
            self._bits[number] = tuple(self._manager.add_vars(width))
            self._told_by += [(number, width - 1 - place) for place in range(width)]
        self._waiting.clear()
        self._manager.set_var_order([bit for number in sorted(self._bits) for bit in self._bits[number]])

    def _number(self, one: BCDDFunction, looks: int) -> int:
        """The number of a set that depends on no variables but these."""
        found = self._numbers.get(one)
        if found is None:
            found = self._numbers[one] = len(self._sets)
            self._sets.append(one)
            self.looks.append(looks)
        else:
            self.looks[found] &= looks
        return found

    def among(self, variable: int, values: Iterable[int]) -> int:
        """All assignments in which the variable has one of the values."""
        wanted = frozenset(values)
        found = self._among.get((variable, wanted))
        if found is None:
            bits, last = self.bits_of(variable), self.sizes[variable] - 1

            def below(at: int, code: int) -> BCDDFunction:
                if at == len(bits):
                    return self._sets[ALL if min(code, last) in wanted else NONE]
                zero, one = below(at + 1, 2 * code), below(at + 1, 2 * code + 1)
                return zero if zero == one else self._manager.var(bits[at]).ite(one, zero)

            with within_room():
                found = self._number(below(0, 0), self.marks[variable])
            self._among[variable, wanted] = found
        return found

    def _merging(
        self, ends: int, neutral: int, merge: Callable[[BCDDFunction, BCDDFunction], BCDDFunction]
    ) -> Callable[[int, int], int]:
        """A way to put two sets together: `ends` with anything gives itself, `neutral` with anything the other."""
        sets, looks, number = self._sets, self.looks, self._number
        kept: dict[tuple[int, int], int] = {}

        def merged(a: int, b: int) -> int:
            if a == b or b == neutral:
                return a
            if a == neutral:
                return b
            if a == ends or b == ends:
                return ends
            pair = (a, b) if a < b else (b, a)
            found = kept.get(pair)
            if found is None:
                try:
                    one = merge(sets[a], sets[b])
                except DDMemoryError as error:
                    raise Undecided from error
                found = kept[pair] = number(one, looks[a] | looks[b])
            return found

        return merged

    def no(self, a: int) -> int:
        """What is not in the set."""
        found = self._others.get(a)
        if found is None:
            found = self._number(~self._sets[a], self.looks[a])
            self._others[a], self._others[found] = found, a
        return found

    def less(self, a: int, b: int) -> int:
        """What is in a and not in b."""
        return self.both(a, self.no(b))

    def every(self, sets: Iterable[int]) -> int:
        """What is in all of the sets; without sets everything."""
        found = ALL
        for one in sorted(sets, reverse=True):
            found = self.both(found, one)
        return found

    def any(self, sets: Iterable[int]) -> int:
        """What is in at least one of the sets; without sets nothing."""
        found = NONE
        for one in sorted(sets, reverse=True):
            found = self.either(found, one)
        return found

    def together(self, sets: Iterable[int]) -> int:
        """What is in all of the sets, those first that look at late variables: quick where a few alone are large."""
        found = ALL
        for one in sorted(sets, key=lambda one: (-self.first(one), -one)):
            found = self.both(found, one)
        return found

    def first(self, a: int) -> int:
        """The first variable that the set depends on."""
        found = self._firsts.get(a)
        if found is None:
            bit = self._sets[a].node_var()
            found = self._firsts[a] = LAST if bit is None else self._told_by[bit][0]
        return found

    def branches(self, a: int) -> tuple[int, ...]:
        """For each value of the first variable what the set is there; it then no longer depends on the variable."""
        found = self._branches.get(a)
        if found is None:
            variable = self.first(a)
            looks = self.looks[a] & ~self.marks[variable]
            below = (self._where(self._sets[a], variable, value) for value in range(self.sizes[variable]))
            found = tuple(self._number(one, looks) for one in below)
            self._branches[a] = found
        return found

    def _where(self, one: BCDDFunction, variable: int, value: int) -> BCDDFunction:
        """What a set is where its first variable has this value."""
        while (bit := one.node_var()) is not None and self._told_by[bit][0] == variable:
            below = one.cofactors()
            assert below is not None
            one = below[0] if value >> self._told_by[bit][1] & 1 else below[1]
        return one

    def holds(self, a: int, value: Callable[[int], int]) -> bool:
        """Whether an assignment is in the set; `value` gives the value of a variable, asked only where it matters."""
        one = self._sets[a]
        while (bit := one.node_var()) is not None:
            variable = self._told_by[bit][0]
            one = self._where(one, variable, value(variable))
        return one.satisfiable()
