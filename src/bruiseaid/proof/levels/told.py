"""One case told in the space: the value of every variable, atoms of its lists included."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.proof.levels.ladder import Ladder
from bruiseaid.proof.lists.contexts import Known
from bruiseaid.proof.lists.search import Said
from bruiseaid.proof.space.fitting import Found
from bruiseaid.proof.space.space import Space


class Told:
    """Whether a case is in any set of cases. `answers`: values of variables of answers; those left out are 0."""

    def __init__(self, space: Space, answers: Mapping[int, int], lists: Mapping[str, tuple[Found, ...]]) -> None:
        self.space = space
        self.values = dict(answers)
        self.lists = lists
        self._in: dict[int, bool] = {}

    def is_in(self, cases: int) -> bool:
        """Whether the case is in the set."""
        found = self._in.get(cases)
        if found is None:
            found = self._in[cases] = self.space.diagrams.holds(cases, self._value)
        return found

    def _value(self, variable: int) -> int:
        atom = self.space.atoms.get(variable)
        if atom is None:
            return self.values.get(variable, 0)
        if variable not in self.values:
            known: Known = {one: self.is_in(one) for one in atom.rests_on}
            self.values[variable] = Said(self.space, known, {}).truth(variable, self.lists)
        return self.values[variable]

    def level(self, ladder: Ladder, without: frozenset[int] = frozenset()) -> int:
        """The index of the level of the case; -1 for none."""
        reached = ladder.reached(without)
        return max((level for level, cases in enumerate(reached) if self.is_in(cases)), default=-1)
