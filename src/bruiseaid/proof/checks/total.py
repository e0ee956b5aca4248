"""total: every case has an outcome with its least set of actions, and actions are complete."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.stands import stands_of
from bruiseaid.proof.stories.finding import Finding, Where
from bruiseaid.protocol.model import Action, LeastSet, Level


def total(prover: Prover) -> Iterator[Finding]:
    """Cases without an outcome, levels without their least set, incomplete actions."""
    yield from _without_outcome(prover)
    for index, level in enumerate(prover.protocol.levels):
        for least in level.least:
            yield from _least_set(prover, index, level, least)
    for action in prover.protocol.actions:
        yield from incomplete(prover, action)


def _without_outcome(prover: Prover) -> Iterator[Finding]:
    ends = [prover.meaning.holds(end.when) for end in prover.protocol.scope_ends if end.only_without_level]
    lost = prover.diagrams.less(prover.in_scope, prover.diagrams.any([*ends, *prover.reached[:1]]))
    found = prover.find(lost)
    if found is not None:
        message = "There is a case that comes to no level and to no other end. Every case has to end somewhere."
        yield Finding("total", Where("rules"), message, prover.story(found))


def _least_set(prover: Prover, index: int, level: Level, least: LeastSet) -> Iterator[Finding]:
    """`all_of` always stands, since the engine adds it; of the others the right number has to stand."""
    if least.kind == "all_of":
        return
    stands = stands_of(prover, index)
    here = prover.diagrams.both(prover.in_scope, stands.where(least.when))
    sets = [stands.action(name) for name in least.actions]
    bad = prover.diagrams.less(here, prover.diagrams.any(sets))
    if least.kind == "exactly_one_of":
        for i, one in enumerate(sets):
            for other in sets[i + 1 :]:
                bad = prover.diagrams.either(bad, prover.diagrams.every([here, one, other]))
    if bad == 0:
        return
    found = prover.find(prover.diagrams.both(bad, prover.ladder.exactly(prover.reached)[index]))
    if found is not None:
        wanted = "one" if least.kind == "exactly_one_of" else "at least one"
        names = ", ".join(least.actions)
        message = (
            f"At level {prover.name(level.id)} {wanted} of these actions has to stand: {names}. In a case it is not so."
        )
        yield Finding("total", Where("levels", level.id), message, prover.story(found))


def incomplete(prover: Prover, action: Action) -> Iterator[Finding]:
    """What an action does not say."""
    missing = [
        words
        for words, is_there in (
            ("who does it", action.who), ("to whom", action.to), ("by when", action.timings),
            ("a source", action.sources),
        )
        if not is_there
    ]  # fmt: skip
    known = {contact.id for contact in prover.protocol.contacts} | {"social_care"}
    if missing:
        yield Finding(
            "total", Where("actions", action.id), f"The action {action.id} does not say {', '.join(missing)}."
        )
    if action.contact and action.contact not in known:
        yield Finding(
            "total",
            Where("actions", action.id),
            f"The action {action.id} names a number that nobody knows: {action.contact}.",
        )
