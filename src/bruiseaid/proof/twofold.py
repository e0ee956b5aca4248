"""Shows quickly that no case of a pair comes to a lower level than the other, where it can be seen from its parts.

Both cases of a pair are told in one set: what may differ has a second variable beside the first. What reaches a level
in the calmer case - one effect, or one mark - is shown to reach it in the more worrying one too. Nothing else is said
of the lists than this: what is seen of them can differ only where some entry is seen differently, and the entry that
an effect works on is there in both cases. So the answer "shown" is certain; "not shown" means that whole cases have to
be looked at (`comparing`, `changing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bruiseaid.proof.diagrams import ALL, NONE
from bruiseaid.proof.differences import EntryChange
from bruiseaid.proof.reaches import Parts, Reach, not_lower
from bruiseaid.proof.two_cases import TwoCases


class Pairs(TwoCases):
    """Pairs of cases, with what is left of them once their parts were compared."""

    def __init__(
        self, parts: Parts, freed: frozenset[int], unsteady: frozenset[int], change: EntryChange | None = None
    ) -> None:
        super().__init__(parts, freed, unsteady, change)
        self.atoms = parts.meaning.space.atoms
        self.shown = parts.meaning.space.shown
        self.shown_by = parts.meaning.space.shown_by
        marks = self.diagrams.marks
        self._last_first = [(v, marks[v], marks[v + 1]) for v in sorted(self.atoms, reverse=True)]
        self._said: list[int] = []
        self._used: set[int] = set()
        self._about_others = ALL
        self._apart: dict[int, int] = {}
        self._unseen: dict[tuple[int, bool], int] = {}

    def left(self, within: int) -> Iterator[tuple[int, int]]:
        """What is not shown: a level, and pairs in which the second case may not reach it though the first does.

        Nothing: in none of these pairs the second case has a lower level.
        """
        if within == NONE:
            return
        self._about_others = self._without_changed(within)
        names = self.diagrams.names(within)
        self._said = sorted(v for v in self.atoms if v in names or v + 1 in names)
        for one in self.parts.reaches:
            if self.diagrams.names(one.cases) & self.moved:
                yield one.level, self._left_of(one, within)
            if one.of_mark and self.change is not None and self.change.calmer is not None:
                yield one.level, self._left_of_changed(one, within)
        yield from self._left_of_late(within)

    def _left_of_changed(self, one: Reach, within: int) -> int:
        """The pairs in which the part reaches its level on the changed entry of the first case, and perhaps none does
        in the second."""
        kept = "changed", self.way, one.cases, within
        if self._was_shown(kept, one.level):
            return NONE
        others = [r for r in self.parts.reaches if r.level >= one.level]
        bad = self.diagrams.both(self.changed_first(one.cases), within)
        self._used.clear()
        bad = self._without(bad, [self.changed_second(r.cases) for r in others if r.of_mark])
        bad = self._without(bad, [self.second(r.cases) for r in others if not r.of_mark])
        bad = self._possible(bad, False, True)
        if bad == NONE:
            self._keep(kept, others)
        return bad

    def _left_of(self, one: Reach, within: int) -> int:
        """The pairs in which the part reaches its level in the first case, and perhaps none does in the second. A mark
        that it works on is not the changed one. What was shown, by the part itself or by others, is kept."""
        kept = self.way, one.cases, one.of_mark, within
        if kept in self.shown or self._was_shown(kept, one.level):
            return NONE
        with_change = self.change is not None
        others = [r for r in self.parts.reaches if r.level >= one.level]
        itself = [self.second(one.cases)]
        named = [self.second(r.cases) for r in others if one.of_mark or not r.of_mark]
        bad = self.diagrams.both(one.cases, self._about_others)
        self._used.clear()
        for within_lists in (False, True) if with_change else (False,):
            if within_lists:
                named += [self.changed_second(r.cases) for r in others if r.of_mark]
                bad = self.diagrams.both(one.cases, within)
            bad = self._without(bad, itself)
            if not self._is_possible(bad, one.of_mark, within_lists):
                self.shown.add(kept)
                return NONE
            bad = self._without(bad, named)
            if not self._is_possible(bad, one.of_mark, within_lists):
                self._keep(kept, others)
                return NONE
        bad = self._possible(bad, one.of_mark, with_change)
        if not one.of_mark:
            bad = self._with_witness(bad, [self.second(r.cases) for r in others if r.of_mark])
        if bad == NONE:
            self._keep(kept, others)
        return bad

    def _was_shown(self, kept: object, level: int) -> bool:
        """Whether it was shown before, by parts that all lie within those there are now."""
        return any(self.parts.covers(level, parts) for parts in reversed(self.shown_by.get(kept, ())))

    def _keep(self, kept: object, others: Iterable[Reach]) -> None:
        """Keeps by which parts it was shown: those that took something away."""
        by = [r for r in others if self._used & {self.second(r.cases), self.changed_second(r.cases)}]
        self.shown_by.setdefault(kept, []).append(frozenset((r.cases, r.of_mark) for r in by))

    def _without(self, bad: int, ways: Iterable[int]) -> int:
        """The pairs in none of the ways. Those that look at late variables come first."""
        for way in sorted(ways, key=lambda one: -self.diagrams.first(one)):
            left = self.diagrams.less(bad, way)
            if left != bad:
                self._used.add(way)
            bad = left
        return bad

    def _with_witness(self, bad: int, others: list[int]) -> int:
        """What is left where a mark that must be there is looked at: one that something sees in one of the cases."""
        if self.change is not None:
            return bad
        for variable, here, there in reversed(self._last_first):
            if self.atoms[variable].list_id != self.parts.marks or not self.diagrams.looks[bad] & (here | there):
                continue
            where = self._where(variable)
            for number, seen in ((variable + 1, self.second(where)), (variable, where)):
                if number not in self.diagrams.names(bad):
                    continue
                holds = self.diagrams.among(number, (1,))
                with_mark = self.diagrams.every([bad, holds, seen])
                if self._is_possible(self._without(with_mark, others), True, False):
                    continue
                bad = self._possible(self.diagrams.less(bad, holds), False, False)
                if bad == NONE:
                    return NONE
        return bad

    def _where(self, variable: int) -> int:
        atom = self.atoms[variable]
        return self.parts.entry(atom.meaning, atom.list_id).where(atom.where)

    def _is_possible(self, bad: int, with_mark: bool, with_change: bool) -> bool:
        """Whether there are such pairs."""
        limits = self._limits(bad, with_mark, with_change)
        pairs = [[*limits[i], *(limits[i + 1] if i + 1 < len(limits) else ())] for i in range(0, len(limits), 2)]
        return self.diagrams.meet(bad, pairs)

    def _possible(self, bad: int, with_mark: bool, with_change: bool) -> int:
        """The pairs without those that no lists can have."""
        if not self._is_possible(bad, with_mark, with_change):
            return NONE
        limits = self._limits(bad, with_mark, with_change)
        return self.diagrams.together([bad, *(one for same in limits for one in same)])

    def _limits(self, bad: int, with_mark: bool, with_change: bool) -> list[list[int]]:
        """What lists can have, atom by atom. What rests on other atoms comes before these."""
        found = []
        looks = self.diagrams.looks[bad]
        for variable, here, there in self._last_first:
            if not looks & (here | there):
                continue
            limits = []
            if looks & here and looks & there and variable in self.unsteady:
                apart = self._may_differ(variable)
                limits.append(apart if with_change else self._without_changed(apart))
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
        return self.diagrams.less(self._where(variable), self.diagrams.among(variable, (1,)))

    def _may_differ(self, variable: int) -> int:
        """The pairs in which what is seen may differ as it does: some entry is seen differently."""
        found = self._apart.get(variable)
        if found is None:
            where = self._where(variable)
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
        for other in self._said if atom.list_id == self.parts.marks else ():
            cases = self.diagrams.less(cases, self._unseen_mark(other))
        fields = frozenset(self.parts.entry(atom.meaning, atom.list_id).fields.values())
        return self.diagrams.without(cases, fields)

    def _without_changed(self, cases: int) -> int:
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

    def _left_of_late(self, within: int) -> Iterator[tuple[int, int]]:
        """Where the late effects may not keep the order of the levels so far. Value 0 of that variable is: no level."""
        so_far, size = self.parts.so_far, self.parts.size
        names = {**self.names, so_far: so_far + 1}
        for level, late in enumerate(self.parts.late):
            if late != NONE:
                reached = self.diagrams.either(self.diagrams.among(so_far, range(level + 1, size + 1)), late)
                lower = self.diagrams.less(reached, self.diagrams.renamed(reached, names))
                bad = self.diagrams.every([lower, not_lower(self.diagrams, so_far, size), within])
                yield level, self._possible(bad, False, self.change is not None)
