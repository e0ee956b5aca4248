"""What lists can have in two cases that are told in one set: pairs that no lists can have are set aside.

Nothing is said of the lists but this: what is seen of them can differ only where some entry is seen differently, and
an entry that is looked at is there in both cases.
"""

from __future__ import annotations

from bruiseaid.proof.levels.reaches import Parts
from bruiseaid.proof.pairs.differences import EntryChange
from bruiseaid.proof.pairs.two_cases import TwoCases
from bruiseaid.proof.sets.diagrams import ALL, NONE


class Limits(TwoCases):
    """Pairs of cases with what their lists can have. `said`: the atoms that the pairs looked at speak of."""

    def __init__(
        self, parts: Parts, freed: frozenset[int], unsteady: frozenset[int], change: EntryChange | None
    ) -> None:
        super().__init__(parts, freed, unsteady, change)
        self.atoms = parts.meaning.space.atoms
        marks = self.diagrams.marks
        self.last_first = [(v, marks[v], marks[v + 1]) for v in sorted(self.atoms, reverse=True)]
        self.said: list[int] = []
        self._apart: dict[int, int] = {}
        self._unseen: dict[tuple[int, bool], int] = {}

    def where(self, variable: int) -> int:
        """Where an entry beside the case is one that the atom sees."""
        atom = self.atoms[variable]
        return self.parts.entry(atom.meaning, atom.list_id).where(atom.where)

    def is_possible(self, bad: int, with_mark: bool, with_change: bool) -> bool:
        """Whether there are such pairs."""
        limits = self._limits(bad, with_mark, with_change)
        pairs = [[*limits[i], *(limits[i + 1] if i + 1 < len(limits) else ())] for i in range(0, len(limits), 2)]
        return self.diagrams.meet(bad, pairs)

    def possible(self, bad: int, with_mark: bool, with_change: bool) -> int:
        """The pairs without those that no lists can have."""
        if not self.is_possible(bad, with_mark, with_change):
            return NONE
        limits = self._limits(bad, with_mark, with_change)
        return self.diagrams.together([bad, *(one for same in limits for one in same)])

    def _limits(self, bad: int, with_mark: bool, with_change: bool) -> list[list[int]]:
        """What lists can have, atom by atom. What rests on other atoms comes before these."""
        found = []
        looks = self.diagrams.looks[bad]
        for variable, here, there in self.last_first:
            if not looks & (here | there):
                continue
            limits = []
            if looks & here and looks & there and variable in self.unsteady:
                apart = self._may_differ(variable)
                limits.append(apart if with_change else self.without_changed(apart))
            if with_mark:
                limits.append(self.diagrams.no(self._unseen_mark(variable)))
            if with_change:
                limits.append(self.diagrams.no(self._unseen_change(variable)))
            if limits:
                for one in limits:
                    looks |= self.diagrams.looks[one]
                found.append(limits)
        return found

    def _unseen_mark(self, variable: int) -> int:
        """The pairs in which nothing is seen although the mark itself would be."""
        key = variable, False
        if key not in self._unseen:
            here = self._seen_by_no_one(variable, self.parts.marks)
            self._unseen[key] = self.diagrams.either(here, self.second(here))
        return self._unseen[key]

    def _unseen_change(self, variable: int) -> int:
        """The pairs in which nothing is seen although the changed entry would be."""
        key = variable, True
        if key not in self._unseen:
            assert self.change is not None
            here = self._seen_by_no_one(variable, self.change.list_id)
            before = NONE if self.change.calmer is None else self.changed_first(here)
            self._unseen[key] = self.diagrams.either(before, self.changed_second(here))
        return self._unseen[key]

    def _seen_by_no_one(self, variable: int, list_id: str) -> int:
        atom = self.atoms[variable]
        if atom.list_id != list_id or atom.kind != "count" or atom.least != 1:
            return NONE
        return self.diagrams.less(self.where(variable), self.diagrams.among(variable, (1,)))

    def _may_differ(self, variable: int) -> int:
        """The pairs in which what is seen may differ as it does: some entry is seen differently."""
        found = self._apart.get(variable)
        if found is None:
            where = self.where(variable)
            there = self.second(where)
            falls, rises = self._differs(variable, where, there), self._differs(variable, there, where)
            if self.change is not None and self.atoms[variable].list_id == self.change.list_id:
                falls = self.diagrams.either(falls, self._fallen(variable, where))
                rises = self.diagrams.either(rises, self._risen(variable, where))
            yes, also = (self.diagrams.among(v, (1,)) for v in (variable, variable + 1))
            found = self._apart[variable] = self.diagrams.both(
                self.diagrams.either(self.diagrams.no(self.diagrams.less(yes, also)), falls),
                self.diagrams.either(self.diagrams.no(self.diagrams.less(also, yes)), rises),
            )
        return found

    def _differs(self, variable: int, seen: int, unseen: int) -> int:
        """The pairs in which some entry, the same in both cases, is in the one set and not in the other."""
        atom = self.atoms[variable]
        cases = self.diagrams.less(seen, unseen)
        for other in self.said if atom.list_id == self.parts.marks else ():
            cases = self.diagrams.less(cases, self._unseen_mark(other))
        fields = frozenset(self.parts.entry(atom.meaning, atom.list_id).fields.values())
        return self.diagrams.without(cases, fields)

    def without_changed(self, cases: int) -> int:
        """The set with the changed entry forgotten."""
        if self.change is None:
            return cases
        fields = frozenset(self.before.values()) | {v + 1 for v in self.before.values()}
        return self.diagrams.without(cases, fields)

    def _fallen(self, variable: int, where: int) -> int:
        """The pairs in which the changed entry is seen in the first case alone."""
        assert self.change is not None
        if self.change.calmer is None:
            return NONE
        if self.atoms[variable].column in self.change.free:
            return ALL
        return self.diagrams.less(self.changed_first(where), self.changed_second(where))

    def _risen(self, variable: int, where: int) -> int:
        """The pairs in which the changed entry is seen in the second case alone."""
        assert self.change is not None
        there = self.changed_second(where)
        if self.change.calmer is None:
            return there
        if self.atoms[variable].column in self.change.free:
            return ALL
        return self.diagrams.less(there, self.changed_first(where))
