"""When every action stands, as sets of cases: by its own condition, or because it belongs to the level's least set."""

from __future__ import annotations

from bruiseaid.proof.levels.ladder import ACTION, LEVEL, STANDING
from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.space.meaning import NO_WORDS, Words
from bruiseaid.protocol.conditions import Condition, names
from bruiseaid.protocol.model import Action


class Stands:
    """The cases in which each action stands. An action is worked out when it is asked for.

    In place of the whole level an action can be looked at with the level fixed (`at_level`): then most conditions
    become small, and what remains open in them is looked at over the cases of that level only where it matters.
    """

    def __init__(self, prover: Prover, at_level: int | None = None) -> None:
        self.prover = prover
        self.diagrams = prover.diagrams
        self.at_level = at_level
        self.earlier: dict[str, int] = {}
        self.by_id: dict[str, Action] = {action.id: action for action in prover.protocol.actions}
        self._stands: dict[str, int] = {}
        self._forced = self._least_sets()

    def where(self, condition: Condition) -> int:
        """The cases in which a condition of an action holds."""
        if not names(condition) & {"level", "standing_level", "fired", "action", "level_so_far"}:
            return self.prover.meaning.holds(condition, NO_WORDS)
        return self.prover.meaning.holds(condition, self._words(condition))

    def _words(self, condition: Condition) -> Words:
        levels = dict(self._levels())
        chosen = {**self.prover.ladder.words.chosen}
        if ACTION in names(condition):
            chosen[ACTION] = self.earlier
        return Words(levels, chosen)

    def _levels(self) -> dict[str, tuple[int, ...]]:
        words = self.prover.ladder.words.levels
        if self.at_level is None:
            return dict(words)
        fixed = tuple(ALL if index == self.at_level else NONE for index in range(len(self.prover.protocol.levels)))
        return {**words, LEVEL: fixed, STANDING: words[STANDING]}

    def _least_sets(self) -> dict[str, list[tuple[int, Condition]]]:
        found: dict[str, list[tuple[int, Condition]]] = {}
        for index, level in enumerate(self.prover.protocol.levels):
            for least in level.least:
                if least.kind == "all_of":
                    for action in least.actions:
                        found.setdefault(action, []).append((index, least.when))
        return found

    def action(self, name: str) -> int:
        """The cases in which the action stands; actions before it in the file are worked out first."""
        if name not in self._stands:
            for action in self.prover.protocol.actions:
                if action.id not in self._stands:
                    found = self.diagrams.either(self.where(action.when), self.forced(action.id))
                    self._stands[action.id] = self.earlier[action.id] = found
                if action.id == name:
                    break
        return self._stands.get(name, NONE)

    def forced(self, name: str) -> int:
        """The cases in which the action stands because it is in the least set of the level."""
        levels = self._levels()[LEVEL]
        ways = [self.diagrams.both(levels[index], self.where(when)) for index, when in self._forced.get(name, ())]
        return self.diagrams.any(ways)


def stands_of(prover: Prover, at_level: int | None = None) -> Stands:
    """When each action stands, worked out once for a prover."""
    if at_level not in prover.stands:
        prover.stands[at_level] = Stands(prover, at_level)
    return prover.stands[at_level]
