"""Decision diagrams with many values, and what is asked of them: what they depend on, without some variables, counted.

As in `nodes`, a set of assignments is a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from bruiseaid.proof.nodes import ALL, NONE, Nodes

__all__ = ["ALL", "NONE", "Diagrams"]


class Diagrams(Nodes):
    """A family of sets over the same variables, with what is asked of them."""

    def __init__(self) -> None:
        super().__init__()
        self._named: dict[int, frozenset[int]] = {}
        self._without: dict[int, dict[int, int]] = {}
        self._renamed: dict[frozenset[tuple[int, int]], dict[int, int]] = {}

    def names(self, a: int) -> frozenset[int]:
        """The variables that the set depends on."""
        looks = self.looks[a]
        found = self._named.get(looks)
        if found is None:
            found = self._named[looks] = frozenset(v for v, bit in self.bits.items() if looks & bit)
        return found

    def some(self, a: int, freed: Callable[[int], bool]) -> int:
        """The set with the freed variables forgotten: there is some value of them."""
        done: dict[int, int] = {}

        def visit(one: int) -> int:
            if one < 2:
                return one
            found = done.get(one)
            if found is None:
                below = [visit(x) for x in dict.fromkeys(self.branches[one])]
                if freed(self.variable[one]):
                    found = self.any(below)
                else:
                    by = dict(zip(dict.fromkeys(self.branches[one]), below, strict=True))
                    found = self.node(self.variable[one], tuple(by[x] for x in self.branches[one]))
                done[one] = found
            return found

        return visit(a)

    def without(self, a: int, variables: Iterable[int]) -> int:
        """The set with these variables forgotten; what was forgotten once is kept."""
        gone = 0
        for variable in variables:
            gone |= self.bits.get(variable, 0)
        if not self.looks[a] & gone:
            return a
        done, looks, bits = self._without.setdefault(gone, {}), self.looks, self.bits

        def visit(one: int) -> int:
            if not looks[one] & gone:
                return one
            found = done.get(one)
            if found is None:
                variable, branches = self.variable[one], self.branches[one]
                if bits[variable] & gone:
                    found = self.any([visit(x) for x in frozenset(branches)])
                else:
                    found = self.node(variable, tuple(map(visit, branches)))
                done[one] = found
            return found

        return visit(a)

    def meet(self, a: int, groups: Sequence[Sequence[int]]) -> bool:
        """Whether something is in the set and in all sets of the groups. Variables are forgotten as soon as no group
        that is still to come looks at them, so that what is kept stays small."""
        later = [frozenset[int]()]
        for group in reversed(groups):
            later.append(later[-1].union(*map(self.names, group)))
        for group in groups:
            a = self.without(a, self.names(a) - later.pop())
            a = self.together([a, *group])
            if a == NONE:
                return False
        return a != NONE

    def pinned(self, a: int, values: Mapping[int, int]) -> int:
        """The set with some variables fixed, which it then no longer depends on."""
        done: dict[int, int] = {}

        def visit(one: int) -> int:
            if one < 2:
                return one
            found = done.get(one)
            if found is None:
                variable, branches = self.variable[one], self.branches[one]
                if variable in values:
                    found = visit(branches[values[variable]])
                else:
                    found = self.node(variable, tuple([visit(x) for x in branches]))
                done[one] = found
            return found

        return visit(a)

    def renamed(self, a: int, names: Mapping[int, int]) -> int:
        """The set told of other variables, which must stand in the same order as those they replace."""
        done = self._renamed.setdefault(frozenset(names.items()), {})

        def visit(one: int) -> int:
            if one < 2:
                return one
            found = done.get(one)
            if found is None:
                variable = self.variable[one]
                found = self.node(names.get(variable, variable), tuple([visit(x) for x in self.branches[one]]))
                done[one] = found
            return found

        return visit(a)

    def count(self, a: int, variables: frozenset[int]) -> int:
        """How many assignments of `variables` are in the set, which must depend on no others."""
        order = sorted(variables)
        rank = {variable: index for index, variable in enumerate(order)}
        sizes = [self.sizes[variable] for variable in order]
        done: dict[int, int] = {}

        def level(one: int) -> int:
            return len(order) if one < 2 else rank[self.variable[one]]

        def visit(one: int) -> int:
            if one < 2:
                return one
            found = done.get(one)
            if found is None:
                found = sum(visit(x) * _product(sizes[level(one) + 1 : level(x)]) for x in self.branches[one])
                done[one] = found
            return found

        return visit(a) * _product(sizes[: level(a)])

    def holds(self, a: int, value: Callable[[int], int]) -> bool:
        """Whether an assignment is in the set; `value` gives the value of a variable, asked only where it matters."""
        while a > 1:
            a = self.branches[a][value(self.variable[a])]
        return a == ALL

    def cheapest(self, a: int, cost: Callable[[int, int], int]) -> dict[int, int] | None:
        """Values of the variables that matter, of the member with the least sum of costs; None if the set is empty."""
        done: dict[int, tuple[int, int]] = {NONE: (1 << 40, 0), ALL: (0, 0)}

        def visit(one: int) -> int:
            if one not in done:
                variable = self.variable[one]
                done[one] = min((visit(x) + cost(variable, v), v) for v, x in enumerate(self.branches[one]))
            return done[one][0]

        if visit(a) >= 1 << 40:
            return None
        chosen: dict[int, int] = {}
        while a > 1:
            chosen[self.variable[a]] = done[a][1]
            a = self.branches[a][done[a][1]]
        return chosen


def _product(numbers: Iterable[int]) -> int:
    total = 1
    for number in numbers:
        total *= number
    return total
