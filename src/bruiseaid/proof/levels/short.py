"""The parts of a protocol told in short, for comparing two cases that have most facts alike.

A fact that two cases have alike needs no answers behind it: it becomes a variable of its own, which may have any value.
That allows more than there can be, so what is shown of it is certain; it is shown much sooner.
"""

from __future__ import annotations

from bruiseaid.proof.levels.ladder import Ladder
from bruiseaid.proof.levels.reaches import Parts
from bruiseaid.proof.lists.contexts import unsteady_atoms
from bruiseaid.proof.space.meaning import Meaning
from bruiseaid.proof.space.space import Space
from bruiseaid.protocol.model import Protocol, ValueFact


class ShortMeaning(Meaning):
    """A meaning in which some facts stand for themselves. `told`: their variables by name."""

    def __init__(self, protocol: Protocol, space: Space, told: dict[str, int]) -> None:
        super().__init__(protocol, space)
        self._told = told

    def values(self, name: str) -> tuple[int, ...]:
        """For each value of a fact of the case, the cases in which it has that value."""
        variable = self._told.get(name)
        if variable is None:
            return super().values(name)
        return tuple(self.diagrams.among(variable, (index,)) for index in range(self.diagrams.sizes[variable]))


class Short:
    """A protocol in short, as often as it is needed: for each set of facts that are alike."""

    def __init__(self, meaning: Meaning) -> None:
        self.meaning = meaning
        self.space = meaning.space.in_short
        self._parts: dict[frozenset[str], Parts] = {}

    def parts(self, freed: frozenset[int]) -> Parts:
        """The parts where the `freed` answers, or atoms, may differ."""
        alike = self._alike(freed)
        if alike not in self._parts:
            told = {name: self._variable(name) for name in sorted(alike)}
            self._parts[alike] = Parts(Ladder(ShortMeaning(self.meaning.protocol, self.space, told)))
        return self._parts[alike]

    def _alike(self, freed: frozenset[int]) -> frozenset[str]:
        moved = freed | unsteady_atoms(self.meaning.space, freed)
        names = self.meaning.diagrams.names
        facts = [f.id for f in self.meaning.protocol.facts if isinstance(f, ValueFact) and not f.of_each_mark]
        return frozenset(f for f in facts if not any(names(cases) & moved for cases in self.meaning.values(f)))

    def _variable(self, name: str) -> int:
        fact = self.meaning.facts[name]
        assert isinstance(fact, ValueFact)
        key = name, len(fact.values)
        if key not in self.space.told:
            number = self.space.places[name]
            while number in self.space.diagrams.sizes:
                number += 2
            self.space.told[key] = self.space.diagrams.new_variable(number, len(fact.values))
        return self.space.told[key]
