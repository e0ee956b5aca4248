"""A protocol laid out in its space, with what all checks share: levels, the cases in scope, how a story is told."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from bruiseaid.engine.case import Case
from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.levels.ladder import Ladder
from bruiseaid.proof.levels.reaches import Parts
from bruiseaid.proof.levels.short import Short
from bruiseaid.proof.levels.told import Told as InSpace
from bruiseaid.proof.lists.search import Calm, Witness, witness
from bruiseaid.proof.sets.diagrams import NONE
from bruiseaid.proof.space.given import given_cases
from bruiseaid.proof.space.looks import Scoped
from bruiseaid.proof.space.meant import meaning_of
from bruiseaid.proof.space.space import Space, space_of
from bruiseaid.proof.space.uses import Uses
from bruiseaid.proof.space.variables import Choice, Ticks
from bruiseaid.proof.stories.cases import case_of
from bruiseaid.proof.stories.finding import Story, Told
from bruiseaid.protocol.model import Protocol

if TYPE_CHECKING:
    from bruiseaid.proof.levels.stands import Stands


class Prover:
    """One protocol in a space; the space may hold others besides."""

    def __init__(self, protocol: Protocol, space: Space) -> None:
        self.protocol = protocol
        self.space = space
        self.diagrams = space.diagrams
        self.meaning = meaning_of(protocol, space)
        self.ladder = Ladder(self.meaning)
        self.uses = Uses(protocol)
        self.undecided: list[str] = []
        self.shown: set[object] = set()
        self.stands: dict[int | None, Stands] = {}

    @cached_property
    def parts(self) -> Parts:
        """Every part that can reach a level, for comparing two cases."""
        return Parts(self.ladder)

    @cached_property
    def short(self) -> Short:
        """The parts told in short, where two cases have most facts alike."""
        return Short(self.meaning)

    @cached_property
    def given(self) -> int:
        """The cases whose answers can be given."""
        return given_cases(self.meaning)

    @cached_property
    def in_scope(self) -> int:
        """The cases that can be given, but for those that end outside the scope whatever their level."""
        outside = [self.meaning.holds(end.when) for end in self.protocol.scope_ends if not end.only_without_level]
        return self.diagrams.less(self.given, self.diagrams.any(outside))

    @property
    def reached(self) -> tuple[int, ...]:
        """For each level from the least urgent, the cases that reach it."""
        return self.ladder.reached()

    @cached_property
    def calm(self) -> Calm:
        """The answers of a case of the least urgent level: what a story does not need to tell."""
        start = Calm(_usual(self))
        without = self.diagrams.less(self.in_scope, self.reached[0]) if self.reached else self.in_scope
        for cases in (*self.ladder.exactly(self.reached), without):
            inside = self.diagrams.both(self.in_scope, cases)
            found = witness(self.space, inside, start) if inside != NONE else None
            if found is not None:
                return Calm({**start.values, **found.answers})
        return start

    def find(self, cases: int) -> Witness | None:
        """A small case in the set; None if it is empty."""
        return witness(self.space, cases, self.calm) if cases != NONE else None

    def told(self, found: Witness) -> InSpace:
        """The case that was found, with calm values elsewhere."""
        return InSpace(self.space, {**self.calm.values, **found.answers}, found.lists)

    def level_id(self, index: int) -> str | None:
        """The id of a level by index; None for -1."""
        return self.protocol.levels[index].id if index >= 0 else None

    def story(self, *found: Witness) -> Story:
        """The cases told and replayed by the running engine."""
        return Story(tuple(self.told_case(one) for one in found))

    def told_case(self, found: Witness, under: str = "") -> Told:
        """One case told under this protocol, and replayed by the running engine."""
        case = case_of(self.space, self.protocol, found, self.calm)
        return Told(case, self.level_id(self.told(found).level(self.ladder)), replayed(case), under)

    def name(self, level: str | None) -> str:
        """A level in words: 'B (Immediate referral)'; 'no level' for None."""
        found = next((one for one in self.protocol.levels if one.id == level), None)
        return f"{found.id} ({found.name})" if found else "no level"


def replayed(case: Case) -> str | None:
    """The level the running engine gives, or None."""
    outcome = recommend(case, case.seen_at)
    return outcome.level if outcome.status == "concluded" else None


def prover_of(protocol: Protocol, more: Iterable[Scoped] = ()) -> Prover:
    """The protocol in a space of its own. `more`: further conditions that are to be told apart."""
    return Prover(protocol, space_of((protocol,), [(protocol, one) for one in more]))


def _usual(prover: Prover) -> dict[int, int]:
    """Where nothing is said: what stands alone is ticked, and an optional question counts as not answered."""
    values: dict[int, int] = {}
    by_id = {q.id: q for q in prover.protocol.questions}
    for name, known in prover.space.variables.items():
        absent = by_id[name].if_absent if name in by_id else None
        if isinstance(known, Ticks) and known.alone_groups:
            values[known.alone] = 1
        elif isinstance(known, Choice):
            wanted = absent[0] if absent else ""
            values[known.variable] = next((i for i, g in enumerate(known.groups) if wanted in g), 0)
    return values
