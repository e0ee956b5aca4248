"""Decision diagrams with many values: sets of assignments, each set held once, so that equal sets are one number.

A variable has a number of values; a diagram is a number, 0 for the empty set and 1 for everything. Two diagrams of one
`Diagrams` are the same set exactly if they are the same number. What was worked out once is remembered.
Source: Srinivasan, Kam, Malik and Brayton 1990, "Algorithms for discrete function manipulation".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

NONE, ALL = 0, 1
_LAST = 1 << 60


class Diagrams:
    """A family of sets over the same variables. A variable is a number, and they stand in the order of their numbers;
    `sizes`: how many values each has."""

    def __init__(self) -> None:
        self.sizes: dict[int, int] = {}
        self.variable: list[int] = [_LAST, _LAST]
        self.branches: list[tuple[int, ...]] = [(), ()]
        self._known: dict[tuple[int, tuple[int, ...]], int] = {}
        self._both, self._either = dict[tuple[int, int], int](), dict[tuple[int, int], int]()
        self._without: dict[frozenset[int], dict[int, int]] = {}
        self._renamed: dict[frozenset[tuple[int, int]], dict[int, int]] = {}
        self._not: dict[int, int] = {NONE: ALL, ALL: NONE}
        self._names: dict[int, frozenset[int]] = {NONE: frozenset(), ALL: frozenset()}

    def new_variable(self, number: int, size: int) -> int:
        """Makes a variable with values 0 to size - 1, and returns its number."""
        self.sizes[number] = size
        return number

    @property
    def size(self) -> int:
        """How many sets there are."""
        return len(self.variable)

    def node(self, variable: int, branches: tuple[int, ...]) -> int:
        """The set that is `branches[v]` where the variable has value v; all its variables come later."""
        first = branches[0]
        if branches.count(first) == len(branches):
            return first
        key = (variable, branches)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self.variable)
            self.variable.append(variable)
            self.branches.append(branches)
        return found

    def among(self, variable: int, values: Iterable[int]) -> int:
        """All assignments in which the variable has one of the values."""
        wanted = frozenset(values)
        return self.node(variable, tuple(ALL if v in wanted else NONE for v in range(self.sizes[variable])))

    def both(self, a: int, b: int) -> int:
        """What is in both sets."""
        return self._merge(a, b, self._both, NONE, ALL)

    def either(self, a: int, b: int) -> int:
        """What is in at least one of the sets."""
        return self._merge(a, b, self._either, ALL, NONE)

    def _merge(self, a: int, b: int, kept: dict[tuple[int, int], int], ends: int, neutral: int) -> int:
        """Two sets put together: `ends` with anything gives itself, `neutral` with anything the other."""
        variable, branches, known = self.variable, self.branches, self._known

        def merge(a: int, b: int) -> int:
            if a == b or b == neutral:
                return a
            if a == neutral:
                return b
            if a == ends or b == ends:
                return ends
            if a > b:
                a, b = b, a
            pair = (a, b)
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
                key = (first, below)
                got = known.get(key)
                if got is None:
                    got = known[key] = len(variable)
                    variable.append(first)
                    branches.append(below)
                found = got
            kept[pair] = found
            return found

        return merge(a, b)

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

    def names(self, a: int) -> frozenset[int]:
        """The variables that the set depends on."""
        found = self._names.get(a)
        if found is None:
            variable, branches, seen, queue = self.variable, self.branches, {NONE, ALL}, [a]
            names: set[int] = set()
            while queue:
                one = queue.pop()
                if one not in seen:
                    seen.add(one)
                    names.add(variable[one])
                    queue.extend(branches[one])
            found = self._names[a] = frozenset(names)
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

    def without(self, a: int, variables: frozenset[int]) -> int:
        """The set with these variables forgotten; what was forgotten once is kept."""
        done = self._without.setdefault(variables, {})

        def visit(one: int) -> int:
            if one < 2:
                return one
            found = done.get(one)
            if found is None:
                variable, branches = self.variable[one], self.branches[one]
                if variable in variables:
                    found = self.any([visit(x) for x in frozenset(branches)])
                else:
                    found = self.node(variable, tuple(map(visit, branches)))
                done[one] = found
            return found

        return visit(a)

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
