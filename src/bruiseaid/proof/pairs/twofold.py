"""Shows quickly that no case of a pair comes to a lower level than the other, where it can be seen from its parts.

Both cases of a pair are told in one set: what may differ has a second variable beside the first. What reaches a level
in the calmer case - one effect, or one mark - is shown to reach it in the more worrying one too. Nothing else is said
of the lists than this: what is seen of them can differ only where some entry is seen differently, and the entry that
an effect works on is there in both cases. So the answer "shown" is certain; "not shown" means that whole cases have to
be looked at (`comparing`, `changing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bruiseaid.proof.levels.reaches import Parts, Reach, not_lower
from bruiseaid.proof.pairs.differences import EntryChange
from bruiseaid.proof.pairs.limits import Limits
from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.space.shown import Before


class Pairs(Limits):
    """Pairs of cases, with what is left of them once their parts were compared."""

    def __init__(
        self, parts: Parts, freed: frozenset[int], unsteady: frozenset[int], change: EntryChange | None = None
    ) -> None:
        super().__init__(parts, freed, unsteady, change)
        self.shown = parts.meaning.space.shown
        self._used: set[int] = set()
        self._about_others = ALL

    def left(self, within: int) -> Iterator[tuple[int, int]]:
        """What is not shown: a level, and pairs in which the second case may not reach it though the first does.

        Nothing: in none of these pairs the second case has a lower level.
        """
        if within == NONE:
            return
        self._about_others = self.without_changed(within)
        names = self.diagrams.names(within)
        self.said = sorted(v for v in self.atoms if v in names or v + 1 in names)
        for one in self.parts.reaches:
            if self.diagrams.names(one.cases) & self.moved:
                yield one.level, self._left_of(one, within)
            if one.of_mark and self.change is not None and self.change.calmer is not None:
                yield one.level, self._left_of_changed(one, within)
        yield from self._left_of_late(within)

    def _left_of_changed(self, one: Reach, within: int) -> int:
        """The pairs in which the part reaches its level on the changed entry of the first case, and perhaps none does
        in the second."""
        about = "changed", self.way, one.named, one.level, within
        if self._was_shown(about, one):
            return NONE
        before = self._shown_before(about, one)
        others = [r for r in self.parts.reaches if r.level >= one.level]
        bad = self.diagrams.both(self._since(one, before, self.changed_first, self.changed_second), within)
        self._used.clear()
        bad = self._without(bad, [self.changed_second(r.cases) for r in others if r.of_mark])
        bad = self._without(bad, [self.second(r.cases) for r in others if not r.of_mark])
        bad = self.possible(bad, False, True)
        if bad == NONE:
            self._keep(about, one, before, others)
        return bad

    def _left_of(self, one: Reach, within: int) -> int:
        """The pairs in which the part reaches its level in the first case, and perhaps none does in the second. A mark
        that it works on is not the changed one. What was shown, by the part itself or by others, is kept."""
        about = self.way, one.named, one.level, one.of_mark, within
        if self._was_shown(about, one):
            return NONE
        before = self._shown_before(about, one)
        others = [r for r in self.parts.reaches if r.level >= one.level]
        pairs = self._since(one, before, lambda cases: cases, self._itself(one, before))
        bad = self._by_parts(pairs, one, others, within)
        if bad != NONE:
            bad = self.possible(bad, one.of_mark, self.change is not None)
            if not one.of_mark:
                bad = self._with_witness(bad, [self.second(r.cases) for r in others if r.of_mark])
        if bad == NONE:
            self._keep(about, one, before, others)
        return bad

    def _by_parts(self, pairs: int, one: Reach, others: list[Reach], within: int) -> int:
        """Of these pairs those in whose second case perhaps no part reaches the level. The part itself comes first,
        since it alone shows most."""
        itself = [self.second(one.cases)]
        named = [self.second(r.cases) for r in others if one.of_mark or not r.of_mark]
        bad = self.diagrams.both(pairs, self._about_others)
        self._used.clear()
        for within_lists in (False, True) if self.change is not None else (False,):
            if within_lists:
                named += [self.changed_second(r.cases) for r in others if r.of_mark]
                bad = self.diagrams.both(pairs, within)
            for ways in (itself, named):
                bad = self._without(bad, ways)
                if not self.is_possible(bad, one.of_mark, within_lists):
                    return NONE
        return bad

    def _was_shown(self, about: object, one: Reach) -> bool:
        """Whether it was shown before, by parts that all lie within those there are now."""
        return self.shown.was(about, one.cases, lambda parts: self.parts.covers(one.level, parts))

    def _shown_before(self, about: object, one: Reach) -> Before | None:
        """How it was shown when the part had other cases, if all that it was shown by, but for the part as it was then,
        lies within what there is now."""
        found = self.shown.last(about)
        if found is None or found.cases == one.cases:
            return None
        return found if self.parts.covers(one.level, found.by - {(found.cases, one.of_mark)}) else None

    def _itself(self, one: Reach, before: Before | None) -> Callable[[int], int]:
        """How the part itself showed it before: on what is the same in both cases, or on the changed entry too."""
        if before is None or (before.cases, one.of_mark) not in before.by:
            return self.second
        return lambda cases: self.diagrams.either(self.second(cases), self.changed_second(cases))

    def _since(
        self, one: Reach, before: Before | None, first: Callable[[int], int], second: Callable[[int], int]
    ) -> int:
        """The pairs to be looked at: those in whose first case the part reaches its level. If it was shown `before` of
        other cases, only those whose first case has come to them or whose second case has gone from them since."""
        if before is None:
            return first(one.cases)
        come, gone = self.diagrams.less(one.cases, before.cases), self.diagrams.less(before.cases, one.cases)
        return self.diagrams.either(first(come), self.diagrams.both(first(one.cases), second(gone)))

    def _keep(self, about: object, one: Reach, before: Before | None, others: Iterable[Reach]) -> None:
        """Keeps by which parts it was shown: those that took something away, now or before. The part itself is among
        them only if it did so on the changed entry."""
        by = set() if before is None else before.by - {(before.cases, one.of_mark)}
        for other in others:
            ways = {self.changed_second(other.cases)} | ({self.second(other.cases)} if other is not one else set())
            if self._used & ways:
                by |= {(other.cases, other.of_mark)}
        self.shown.keep(about, one.cases, frozenset(by))

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
        for variable, here, there in reversed(self.last_first):
            if self.atoms[variable].list_id != self.parts.marks or not self.diagrams.looks[bad] & (here | there):
                continue
            where = self.where(variable)
            for number, seen in ((variable + 1, self.second(where)), (variable, where)):
                if number not in self.diagrams.names(bad):
                    continue
                holds = self.diagrams.among(number, (1,))
                with_mark = self.diagrams.every([bad, holds, seen])
                if self.is_possible(self._without(with_mark, others), True, False):
                    continue
                bad = self.possible(self.diagrams.less(bad, holds), False, False)
                if bad == NONE:
                    return NONE
        return bad

    def _left_of_late(self, within: int) -> Iterator[tuple[int, int]]:
        """Where the late effects may not keep the order of the levels so far. Value 0 of that variable is: no level."""
        so_far, size = self.parts.so_far, self.parts.size
        names = {**self.names, so_far: so_far + 1}
        for level, late in enumerate(self.parts.late):
            if late != NONE:
                reached = self.diagrams.either(self.diagrams.among(so_far, range(level + 1, size + 1)), late)
                lower = self.diagrams.less(reached, self.diagrams.renamed(reached, names))
                bad = self.diagrams.every([lower, not_lower(self.diagrams, so_far, size), within])
                yield level, self.possible(bad, False, self.change is not None)
