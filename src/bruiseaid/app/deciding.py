"""The practitioner's own decision about the level: higher freely, lower only as the protocol allows. Pure.

A decision is kept among what was done, under `DECISION`, so that it is in the draft and in the record's chronology.
It holds for the result it was made about: when another answer changes that result, it falls away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bruiseaid.engine.actions import Moment, set_levels, standing_actions, timed
from bruiseaid.engine.case import Case
from bruiseaid.engine.levels import levels_of
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.ready import ready
from bruiseaid.engine.recommend import borough_of, call_recorded_at, recommend
from bruiseaid.engine.world import answered, world_of
from bruiseaid.protocol.conditions import AllOf, Condition, Is
from bruiseaid.protocol.model import Action, Level, Protocol
from bruiseaid.record.model import Done
from bruiseaid.record.progress import DECISION, Draft

_ARROW = " to "


def outcome_of(draft: Draft, now: datetime) -> Outcome:
    """What follows from the answers, at the level that was decided on if a decision stands."""
    found = recommend(draft.case, now)
    decided = decided_level(draft, found)
    return found if decided is None else _at_level(found, draft.case, decided, now)


def decided_level(draft: Draft, found: Outcome) -> Level | None:
    """The level decided on, if the decision was about this very result and is still allowed."""
    done = draft.done.get(DECISION)
    if done is None:
        return None
    was, _, chosen = done.reference.partition(_ARROW)
    levels = {level.id: level for level in draft.case.protocol.levels}
    if was != found.level or chosen not in levels:
        return None
    allowed = (*higher_levels(draft.case.protocol, found), *lower_levels(draft.case.protocol, found, draft.done))
    return levels[chosen] if levels[chosen] in allowed else None


def higher_levels(protocol: Protocol, found: Outcome) -> tuple[Level, ...]:
    """The levels that one may always go up to."""
    place = _place(protocol, found)
    return protocol.levels[place + 1 :] if place >= 0 else ()


def lower_levels(protocol: Protocol, found: Outcome, done: Mapping[str, Done]) -> tuple[Level, ...]:
    """The levels that a lead may go down to; none while `why_not_lower` says why."""
    place = _place(protocol, found)
    return protocol.levels[: max(place, 0)] if not why_not_lower(protocol, found, done) else ()


def why_not_lower(protocol: Protocol, found: Outcome, done: Mapping[str, Done]) -> str:
    """Why the level cannot be lowered just now; empty if it can."""
    place = _place(protocol, found)
    if found.status != "concluded" or place < 0:
        return "The result is not final yet, so it cannot be lowered."
    if protocol.levels[place].never_lower:
        return f"Level {protocol.levels[place].id} is never lowered."
    if place == 0:
        return "There is no lower level."
    first = next((action.text for action in _must_be_done(protocol, found) if action.id not in done), "")
    return f"Not before this is recorded as done: {first}." if first else ""


def decided(draft: Draft, found: Outcome, level: str, by: str, reason: str, now: datetime) -> Draft:
    """The draft with that decision."""
    places = [one.id for one in draft.case.protocol.levels]
    way = "Gone higher" if places.index(level) > places.index(found.level or places[0]) else "Gone lower"
    words = f"{way}: level {level} instead of {found.level}. Decided by {by}. Reason: {reason}"
    return _with(draft, Done(now, by, words, f"{found.level}{_ARROW}{level}"))


def undecided(draft: Draft) -> Draft:
    """The draft with the level that the answers lead to."""
    return replace(draft, done=MappingProxyType({key: one for key, one in draft.done.items() if key != DECISION}))


def _with(draft: Draft, done: Done) -> Draft:
    return replace(draft, done=MappingProxyType({**draft.done, DECISION: done}))


def _place(protocol: Protocol, found: Outcome) -> int:
    return next((place for place, level in enumerate(protocol.levels) if level.id == found.level), -1)


def _must_be_done(protocol: Protocol, found: Outcome) -> list[Action]:
    """The actions that belong to this level alone and to a rule that has fired: a doctor's look, for one."""
    fired = {rule.id for rule in found.rules}
    standing = {action.id for action in found.actions}
    return [
        action
        for action in protocol.actions
        if action.id in standing and _is_for(action.when, found.level or "", fired)
    ]


def _is_for(when: Condition, level: str, fired: set[str]) -> bool:
    tests = {part.name: part.values for part in when.parts if isinstance(part, Is)} if isinstance(when, AllOf) else {}
    return tests.get("level") == (level,) and bool(fired.intersection(tests.get("fired", ())))


def _at_level(found: Outcome, case: Case, level: Level, now: datetime) -> Outcome:
    """The outcome with the actions of another level; everything else stands as it was found."""
    made = ready(case.protocol)
    world = world_of(made, answered(made, case), still_open=False)
    place, levels = case.protocol.levels.index(level), levels_of(made, world)
    standing = max(place, levels.standing_greatest) if place > levels.greatest else place
    set_levels(world, (place, place), (standing, standing), levels.fired)
    actions = timed(
        made,
        world,
        standing_actions(made, world, place, is_open=False),
        Moment(case.seen_at, call_recorded_at(case), now, borough_of(case)),
    )
    return replace(found, level=level.id, act_now=level.opens_act_now, actions=actions)
