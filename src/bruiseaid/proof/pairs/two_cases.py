"""Two cases told in one set: what may differ between them has a second variable beside the first."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.proof.levels.reaches import Parts
from bruiseaid.proof.pairs.differences import EntryChange


class TwoCases:
    """Pairs of cases that differ in the `freed` variables, in what is seen of lists because of it, and, if there is a
    `change`, in one entry of a list. `before`: the variables of the changed entry in the first case, by those of an
    entry that stays the same."""

    def __init__(
        self, parts: Parts, freed: frozenset[int], unsteady: frozenset[int], change: EntryChange | None
    ) -> None:
        self.parts = parts
        self.diagrams = parts.diagrams
        self.freed = freed
        self.unsteady = unsteady
        self.change = change
        self.moved = freed | unsteady
        self.names = {v: v + 1 for v in self.moved}
        self._told: dict[tuple[int, str], int] = {}
        self.before, self._after = self._names_of_changed()
        self.way = self._number()

    def _names_of_changed(self) -> tuple[dict[int, int], dict[int, int]]:
        """The variables of the changed entry, by those of an entry that stays the same: in each of the cases."""
        if self.change is None:
            return {}, {}
        before, after = {}, dict(self.names)
        for field, variable in self.parts.entry(self.parts.meaning, self.change.list_id).fields.items():
            mine = self.parts.changed(variable)
            before[variable] = mine
            after[variable] = mine + 1 if field in self.change.free else mine
        return before, after

    def _number(self) -> int:
        """A number for the way in which the cases may differ: the same for the next protocol in the same space.

        It does not tell which atoms are unsteady: an atom that was there before is so by the freed answers alone, and
        a new one stands in no set that was."""
        change = self.change and (self.change.list_id, self.change.free, self.change.calmer is None)
        ways = self.parts.meaning.space.ways
        return ways.setdefault((self.freed, change), len(ways))

    def second(self, cases: int) -> int:
        """The set told of the second case."""
        return self._renamed(cases, "second", self.names)

    def changed_first(self, cases: int) -> int:
        """The set told of the changed entry in the first case."""
        return self._renamed(cases, "before", self.before)

    def changed_second(self, cases: int) -> int:
        """The set told of the changed entry in the second case."""
        return self._renamed(cases, "after", self._after)

    def _renamed(self, cases: int, way: str, names: Mapping[int, int]) -> int:
        found = self._told.get((cases, way))
        if found is None:
            found = self._told[cases, way] = self.diagrams.renamed(cases, names)
        return found

    def alike(self, cases: int) -> int:
        """The pairs of which both or neither are in the set."""
        there = self.second(cases)
        neither = self.diagrams.no(self.diagrams.either(cases, there))
        return self.diagrams.either(self.diagrams.both(cases, there), neither)
