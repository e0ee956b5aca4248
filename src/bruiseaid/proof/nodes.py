"""The nodes of decision diagrams with many values, and how sets of assignments are put together.

A set is a number, 0 for the empty set and 1 for everything; two sets of one `Nodes` are the same exactly if they are
the same number. What was worked out once is remembered, by whole numbers: two sets in one number take less room than a
pair of them, and the garbage collector has nothing to look at.
Source: Srinivasan, Kam, Malik and Brayton 1990, "Algorithms for discrete function manipulation".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

NONE, ALL = 0, 1
_LAST = 1 << 60
_FIRST = 1 << 32


class Nodes:
    """A family of sets over the same variables. A variable is a number, and they stand in the order of their numbers;
    `sizes`: how many values each has. `looks`: for each set the variables it depends on, a bit for each."""

    def __init__(self) -> None:
        self.sizes: dict[int, int] = {}
        self.variable: list[int] = [_LAST, _LAST]
        self.branches: list[tuple[int, ...]] = [(), ()]
        self.looks: list[int] = [0, 0]
        self.bits: dict[int, int] = {}
        self._known: dict[int, dict[tuple[int, ...], int]] = {}
        self.both = self._merging(NONE, ALL)
        """What is in both of two sets."""
        self.either = self._merging(ALL, NONE)
        """What is in at least one of two sets."""
        self._together: dict[tuple[int, ...], int] = {}
        self._not: dict[int, int] = {NONE: ALL, ALL: NONE}

    def new_variable(self, number: int, size: int) -> int:
        """Makes a variable with values 0 to size - 1, and returns its number."""
        self.sizes[number] = size
        if number not in self.bits:
            self.bits[number] = 1 << len(self.bits)
            self._known[number] = {}
        return number

    @property
    def size(self) -> int:
        """How many sets there are."""
        return len(self.variable)

    def node(self, variable: int, branches: tuple[int, ...]) -> int:
        """The set that is `branches[v]` where the variable has value v; all its variables come later."""
        first = branches[0]
        return first if branches.count(first) == len(branches) else self._made(variable, branches)

    def _made(self, variable: int, branches: tuple[int, ...]) -> int:
        known = self._known[variable]
        found = known.get(branches)
        if found is None:
            found = known[branches] = len(self.variable)
            self.variable.append(variable)
            self.branches.append(branches)
            looks, mine = self.looks, self.bits[variable]
            for one in branches:
                mine |= looks[one]
            looks.append(mine)
        return found

    def among(self, variable: int, values: Iterable[int]) -> int:
        """All assignments in which the variable has one of the values."""
        wanted = frozenset(values)
        return self.node(variable, tuple(ALL if v in wanted else NONE for v in range(self.sizes[variable])))

    def _merging(self, ends: int, neutral: int) -> Callable[[int, int], int]:
        """A way to put two sets together: `ends` with anything gives itself, `neutral` with anything the other. Made
        once, since a function made for each pair is in a cycle of memory and would stay."""
        variable, branches, made = self.variable, self.branches, self._made
        kept: dict[int, int] = {}

        def merge(a: int, b: int) -> int:
            if a == b or b == neutral:
                return a
            if a == neutral:
                return b
            if a == ends or b == ends:
                return ends
            pair = a * _FIRST + b if a < b else b * _FIRST + a
            found = kept.get(pair)
            if found is not None:
                return found
            first, second = variable[a], variable[b]
            if first == second:
                below = tuple(map(merge, branches[a], branches[b]))
            elif first < second:
                below = tuple([merge(x, b) for x in branches[a]])
            else:
                first = second
                below = tuple([merge(a, x) for x in branches[b]])
            found = below[0]
            if below.count(found) != len(below):
                found = made(first, below)
            kept[pair] = found
            return found

        return merge

    def no(self, a: int) -> int:
        """What is not in the set."""
        found = self._not.get(a)
        if found is None:
            found = self.node(self.variable[a], tuple([self.no(x) for x in self.branches[a]]))
            self._not[a] = found
            self._not[found] = a
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
        """What is in all of the sets, looked at side by side: quick where a few of them alone would be large."""
        wanted = {*sets} - {ALL}
        return NONE if NONE in wanted else self._side_by_side(wanted) if wanted else ALL

    def _side_by_side(self, sets: set[int]) -> int:
        if len(sets) <= 2:
            return self.both(*sets) if len(sets) == 2 else next(iter(sets))
        key = tuple(sorted(sets))
        known = self._together.get(key)
        if known is not None:
            return known
        variable, branches = self.variable, self.branches
        first = min([variable[one] for one in key])
        rest = [one for one in key if variable[one] != first]
        rows = [branches[one] for one in key if variable[one] == first]
        below: list[int] = []
        found = NONE
        before: tuple[int, ...] = ()
        for row in zip(*rows, strict=True):
            if row != before:
                inside = {*row, *rest}
                inside.discard(ALL)
                found = NONE if NONE in inside else self._side_by_side(inside) if inside else ALL
                before = row
            below.append(found)
        found = self._together[key] = self.node(first, tuple(below))
        return found
