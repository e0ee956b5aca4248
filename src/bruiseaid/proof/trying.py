"""Tries the scenarios of a protocol: does each come to what it expects, and if not, what is the first difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.diagrams import NONE
from bruiseaid.proof.edits import Edit, edits
from bruiseaid.proof.looks import conditions_of
from bruiseaid.proof.prover import Prover
from bruiseaid.proof.search import Witness
from bruiseaid.proof.space import Space, space_of
from bruiseaid.protocol.model import Protocol, Scenario


@dataclass(frozen=True, slots=True)
class Failed:
    """A scenario that does not come to what it expects."""

    id: str
    difference: str


@dataclass(frozen=True, slots=True)
class Survivor:
    """An edit that no scenario notices, with the smallest case that would."""

    edit: Edit
    case: Case
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Score:
    """How many single edits change some level, and how many of those some scenario notices. `equivalent`: the edits
    that change no case's level."""

    edits: int
    equivalent: int
    noticed: int
    survivors: tuple[Survivor, ...]


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
    changed = [edit for edit in edits(protocol) if edit.section != "actions"]
    prover = Prover(protocol, space_for_edits(protocol, changed))
    equivalent = noticed = 0
    survivors = []
    for number, edit in enumerate(changed, start=1):
        tell(f"edit {number} of {len(changed)}")
        if any(_notices(edit.protocol, scenario, case) for scenario, case in cases):
            noticed += 1
            continue
        found = told_apart(prover, edit.protocol)
        if found is None:
            equivalent += 1
        else:
            other = Prover(edit.protocol, prover.space)
            before, after = prover.told_case(found), other.told_case(found)
            survivors.append(Survivor(edit, before.case, before.replayed, after.replayed))
    return Score(len(changed), equivalent, noticed, tuple(survivors))


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
    given = prover.diagrams.both(prover.in_scope, there.in_scope)
    for one, two in zip(prover.reached, there.reached, strict=True):
        if one != two:
            differ = prover.diagrams.either(prover.diagrams.less(one, two), prover.diagrams.less(two, one))
            found = prover.find(prover.diagrams.both(given, differ)) if differ != NONE else None
            if found is not None:
                return Witness({**prover.calm.values, **found.answers}, found.lists)
    return None
