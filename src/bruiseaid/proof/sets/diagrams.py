"""What is asked of sets of assignments: what they depend on, without some variables, of other variables, counted.

As in `nodes`, a set of assignments is a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from oxidd.bcdd import BCDDFunction, BCDDSubstitution
from oxidd.util import BooleanOperator

from bruiseaid.proof.sets.nodes import ALL, NONE, Nodes, within_room

__all__ = ["ALL", "NONE", "Diagrams"]


class Diagrams(Nodes):
    """A family of sets over the same variables, with what is asked of them."""

    def __init__(self) -> None:
        super().__init__()
        self._named: dict[int, frozenset[int]] = {}
        self._support: dict[BCDDFunction, int] = {}
        self._cubes: dict[int, BCDDFunction] = {}
        self._without: dict[tuple[int, int], int] = {}
        self._renamings: dict[frozenset[tuple[int, int]], tuple[BCDDSubstitution, dict[int, int]]] = {}

    def names(self, a: int) -> frozenset[int]:
        """The variables that the set depends on."""
        looks = self.looks[a] = self._exact(self._sets[a])
        return self._variables(looks)

    def may_look_at(self, a: int, variable: int) -> bool:
        """Whether the set may depend on the variable: known sooner than whether it does."""
        return bool(self.looks[a] & self.marks[variable])

    def _variables(self, looks: int) -> frozenset[int]:
        found = self._named.get(looks)
        if found is None:
            found = self._named[looks] = frozenset(v for v, mark in self.marks.items() if looks & mark)
        return found

    def _exact(self, whole: BCDDFunction) -> int:
        """The marks of the variables that the set depends on. Without recursion: diagrams are deep."""
        known, left = self._support, [whole]
        while left:
            one = left[-1]
            below = one.cofactors()
            if one in known or below is None:
                known.setdefault(one, 0)
                left.pop()
                continue
            first, second = known.get(below[0]), known.get(below[1])
            if first is None or second is None:
                left += [x for x, found in zip(below, (first, second), strict=True) if found is None]
            else:
                bit = one.node_var()
                assert bit is not None
                known[one] = self.marks[self._told_by[bit][0]] | first | second
                left.pop()
        return known[whole]

    def _looked_at(self, variables: Iterable[int]) -> int:
        looks = 0
        for variable in variables:
            looks |= self.marks.get(variable, 0)
        return looks

    def _cube(self, looks: int) -> BCDDFunction:
        found = self._cubes.get(looks)
        if found is None:
            found = self._sets[ALL]
            with within_room():
                for variable in sorted(self._variables(looks), reverse=True):
                    for bit in reversed(self.bits_of(variable)):
                        found = self._manager.var(bit) & found
            self._cubes[looks] = found
        return found

    def some(self, a: int, freed: Callable[[int], bool]) -> int:
        """The set with the freed variables forgotten: there is some value of them."""
        return self.without(a, [variable for variable in self._variables(self.looks[a]) if freed(variable)])

    def without(self, a: int, variables: Iterable[int]) -> int:
        """The set with these variables forgotten; what was forgotten once is kept."""
        return self._free(a, self._looked_at(variables))

    def _free(self, a: int, gone: int) -> int:
        gone &= self.looks[a]
        if not gone:
            return a
        found = self._without.get((a, gone))
        if found is None:
            with within_room():
                found = self._number(self._sets[a].exists(self._cube(gone)), self.looks[a] & ~gone)
            self._without[a, gone] = found
        return found

    def _both_without(self, a: int, b: int, gone: int) -> int:
        """What is in both sets, with variables forgotten."""
        looks = self.looks[a] | self.looks[b]
        gone &= looks
        if not gone or a == b or a < 2 or b < 2:
            return self._free(self.both(a, b), gone)
        with within_room():
            found = self._sets[a].apply_exists(BooleanOperator.AND, self._sets[b], self._cube(gone))
        return self._number(found, looks & ~gone)

    def meet(self, a: int, groups: Sequence[Sequence[int]]) -> bool:
        """Whether something is in the set and in all sets of the groups. Variables are forgotten as soon as no group
        that is still to come looks at them, so that what is kept stays small."""
        later = [0]
        for group in reversed(groups):
            looks = later[-1]
            for one in group:
                looks |= self.looks[one]
            later.append(looks)
        a = self._free(a, ~later.pop())
        for group in groups:
            gone = ~later.pop()
            for at, one in enumerate(group):
                a = self._both_without(a, one, gone) if at + 1 == len(group) else self.both(a, one)
                if a == NONE:
                    return False
        return a != NONE

    def pinned(self, a: int, values: Mapping[int, int]) -> int:
        """The set with some variables fixed, which it then no longer depends on."""
        looked_at = self.looks[a]
        fixed = {v: value for v, value in values.items() if self.marks.get(v, 0) & looked_at}
        cube = self.every([self.among(variable, (value,)) for variable, value in fixed.items()])
        return self._both_without(a, cube, self._looked_at(fixed))

    def renamed(self, a: int, names: Mapping[int, int]) -> int:
        """The set told of other variables, which have as many values as those they replace."""
        key = frozenset(names.items())
        if key not in self._renamings:
            with within_room():
                pairs = [
                    (bit, self._manager.var(other))
                    for before, after in names.items()
                    for bit, other in zip(self.bits_of(before), self.bits_of(after), strict=True)
                ]
                self._renamings[key] = BCDDFunction.make_substitution(pairs), {}
        way, done = self._renamings[key]
        found = done.get(a)
        if found is None:
            looks = self._looked_at(names.get(v, v) for v in self._variables(self.looks[a]))
            with within_room():
                found = done[a] = self._number(self._sets[a].substitute(way), looks)
        return found

    def count(self, a: int, variables: frozenset[int]) -> int:
        """How many assignments of `variables` are in the set, which must depend on no others."""
        real, width = a, 0
        for variable in variables:
            width += len(self.bits_of(variable))
            real = self.both(real, self._real(variable))
        return self._sets[real].sat_count(width)

    def _real(self, variable: int) -> int:
        """The codes that stand for a value of the variable."""
        bits, last = self.bits_of(variable), self.sizes[variable] - 1
        found = self._sets[ALL]
        with within_room():
            for place, bit in enumerate(reversed(bits)):
                one = self._manager.var(bit)
                found = one.ite(found, self._sets[ALL]) if last >> place & 1 else ~one & found
        return self._number(found, self.marks[variable])

    def cheapest(self, a: int, cost: Callable[[int, int], int]) -> dict[int, int] | None:
        """Values of the variables that matter, of the member with the least sum of costs; None if the set is empty."""
        done: dict[int, tuple[int, int]] = {NONE: (1 << 40, 0), ALL: (0, 0)}

        def visit(one: int) -> int:
            if one not in done:
                variable = self.first(one)
                done[one] = min((visit(x) + cost(variable, v), v) for v, x in enumerate(self.branches(one)))
            return done[one][0]

        if visit(a) >= 1 << 40:
            return None
        chosen: dict[int, int] = {}
        while a > 1:
            chosen[self.first(a)] = done[a][1]
            a = self.branches(a)[done[a][1]]
        return chosen
