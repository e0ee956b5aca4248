"""Tries the scenarios of a protocol: does each come to what it expects, and if not, what is the first difference."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from dataclasses import replace

from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.stands import stands_of
from bruiseaid.proof.lists.search import Witness
from bruiseaid.proof.pairs.across import case_that_falls
from bruiseaid.proof.scenarios.edits import Edit, edits
from bruiseaid.proof.scenarios.refusing import Refusing
from bruiseaid.proof.sets.undecided import Undecided
from bruiseaid.proof.space.looks import conditions_of
from bruiseaid.proof.space.space import Space, space_of
from bruiseaid.proof.stories.finding import Finding
from bruiseaid.protocol.model import Protocol, Scenario
from bruiseaid.values import dataclass

MOST_NODES = 3_000_000
"""How large the diagrams may become before a new space is laid out."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A scenario that does not come to what it expects."""

    id: str
    difference: str


@dataclass(frozen=True, slots=True)
class Survivor:
    """An edit that no scenario notices, with the smallest case that would: its level before and after, or the action
    that is gone. `refused`: what the proof finds wrong with the edit; None if it lets it pass."""

    edit: Edit
    case: Case
    before: str | None
    after: str | None
    refused: Finding | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """How many single edits change some level or drop an action that stands somewhere, and how many of those some
    scenario notices. `survivors`: the others of these, each with what the proof says of it. `equivalent`: the edits
    that change nothing in any case; `undecided`: those of which this was neither shown nor refuted within the tries
    allowed."""

    edits: int
    equivalent: int
    noticed: int
    survivors: tuple[Survivor, ...]
    undecided: tuple[Edit, ...] = ()


def first_difference(scenario: Scenario, outcome: Outcome) -> str:
    """The first thing in which an outcome differs from what the scenario expects, in words; '' if it does not."""
    if scenario.reason:
        if outcome.reason != scenario.reason:
            return (
                f"It should end as {scenario.reason}, and comes to {outcome.level or outcome.reason or outcome.status}."
            )
    elif outcome.level != scenario.level:
        came = outcome.level or outcome.reason or outcome.status
        return f"It should come to level {scenario.level}, and comes to {came}."
    fired = {rule.id for rule in outcome.rules}
    for rule in scenario.rules:
        if rule not in fired:
            return f"The rule {rule} should fire, and does not."
    more = [rule.id for rule in outcome.rules if rule.id not in scenario.rules]
    if more and not scenario.reason:
        return f"The rule {more[0]} fires, and should not."
    stands = {action.id for action in outcome.actions}
    for action in scenario.actions:
        if action not in stands:
            return f"The action {action} should stand, and does not."
    return ""


def score(
    protocol: Protocol,
    cases: tuple[tuple[Scenario, Case], ...],
    tell: Callable[[str], None] = lambda what: None,
) -> Score:
    """Compares every single edit with the protocol over the whole space, and with what the scenarios expect."""
    changed = tuple(edits(protocol))
    rows = _Rows(protocol, changed)
    equivalent = noticed = 0
    survivors, undecided = [], []
    for number, edit in enumerate(changed, start=1):
        tell(f"edit {number} of {len(changed)}")
        if any(_notices(edit.protocol, scenario, case) for scenario, case in cases):
            noticed += 1
            continue
        try:
            found = rows.survivor(edit)
        except Undecided:
            undecided.append(edit)
            continue
        if found is None:
            equivalent += 1
        else:
            survivors.append(found)
    del rows
    gc.collect()
    refusing = Refusing(protocol, (one.edit for one in survivors), (case for _, case in cases))
    for number, one in enumerate(survivors):
        tell(f"what the proof says of edit {number + 1} of {len(survivors)}")
        survivors[number] = replace(one, refused=refusing.finding(one.edit))
    return Score(len(changed), equivalent, noticed, tuple(survivors), tuple(undecided))


class _Rows:
    """Edits looked at one by one in one space, which is laid out anew when it has become large."""

    def __init__(self, protocol: Protocol, changed: tuple[Edit, ...]) -> None:
        self.protocol = protocol
        self.changed = changed
        self.prover = Prover(protocol, space_for_edits(protocol, changed))

    def survivor(self, edit: Edit) -> Survivor | None:
        """What the edit changes; None if it changes nothing."""
        if self.prover.diagrams.size > MOST_NODES:
            del self.prover
            gc.collect()
            self.prover = Prover(self.protocol, space_for_edits(self.protocol, self.changed))
        if edit.section == "actions":
            return self._without_action(edit)
        there = Prover(edit.protocol, self.prover.space)
        for lower in (True, False):
            found = case_that_falls(self.prover, there) if lower else case_that_falls(there, self.prover)
            if found is not None:
                told = Witness({**self.prover.calm.values, **found[1].answers}, found[1].lists)
                before, after = self.prover.told_case(told), there.told_case(told)
                return Survivor(edit, before.case, before.replayed, after.replayed)
        return None

    def _without_action(self, edit: Edit) -> Survivor | None:
        stands = stands_of(self.prover).action(edit.id)
        with_a_level = self.prover.diagrams.both(self.prover.in_scope, self.prover.reached[0])
        found = self.prover.find(self.prover.diagrams.both(with_a_level, stands))
        if found is None:
            return None
        told = self.prover.told_case(found)
        return Survivor(edit, told.case, told.replayed, told.replayed)


def space_for_edits(protocol: Protocol, changed: Iterable[Edit]) -> Space:
    """The space of a protocol in which everything is told apart that any of the edits tells apart."""
    kept = {id(one.condition) for one in conditions_of(protocol)}
    more = ((e.protocol, one) for e in changed for one in conditions_of(e.protocol) if id(one.condition) not in kept)
    return space_of((protocol,), more)


def _notices(protocol: Protocol, scenario: Scenario, case: Case) -> bool:
    here = replace(case, protocol=protocol)
    return bool(first_difference(scenario, recommend(here, here.seen_at)))


def told_apart(prover: Prover, other: Protocol) -> Witness | None:
    """A case that has another level under the other protocol; None if there is none."""
    there = Prover(other, prover.space)
    for one, two in ((prover, there), (there, prover)):
        found = case_that_falls(one, two)
        if found is not None:
            return Witness({**prover.calm.values, **found[1].answers}, found[1].lists)
    return None
