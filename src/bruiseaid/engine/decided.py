"""Another level than the answers lead to, decided by people: which may be chosen, and what follows at it. Pure.

Higher is always open. Lower is open only where the protocol lets it be, and never from a level marked `never_lower`.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import datetime

from bruiseaid.engine.actions import Moment, merely_possible, set_levels, standing_actions, timed
from bruiseaid.engine.case import Case
from bruiseaid.engine.compiled import NO, World
from bruiseaid.engine.levels import levels_of
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.ready import Ready, ready
from bruiseaid.engine.recommend import borough_of, call_recorded_at, ladder_of
from bruiseaid.engine.world import answered, world_of
from bruiseaid.protocol.conditions import AllOf, Condition, Is
from bruiseaid.protocol.model import Action, Level, Protocol


def higher_levels(protocol: Protocol, found: Outcome) -> tuple[Level, ...]:
    """The levels that one may always go up to; while the case is open, those above what is certain already."""
    if found.status == "out_of_scope":
        return ()
    return protocol.levels[_place(protocol, found.level or found.least) + 1 :]


def lower_levels(protocol: Protocol, found: Outcome, done: Container[str]) -> tuple[Level, ...]:
    """The levels that a lead may go down to; none while `why_not_lower` says why. `done`: ids of actions."""
    place = _place(protocol, found.level)
    return protocol.levels[: max(place, 0)] if not why_not_lower(protocol, found, done) else ()


def why_not_lower(protocol: Protocol, found: Outcome, done: Container[str]) -> str:
    """Why the level cannot be lowered just now; empty if it can."""
    place = _place(protocol, found.level)
    if found.status != "concluded" or place < 0:
        return "The result is not final yet, so it cannot be lowered."
    if protocol.levels[place].never_lower:
        return f"Level {protocol.levels[place].id} is never lowered."
    if place == 0:
        return "There is no lower level."
    first = next((action.text for action in _must_be_done(protocol, found) if action.id not in done), "")
    return f"Not before this is recorded as done: {first}." if first else ""


def at_level(case: Case, found: Outcome, level_id: str, now: datetime) -> Outcome:
    """The outcome with the level, actions and clocks of another level; rules, facts and bounds stay as found.

    A level that needs one of several actions, of which none stands by the answers, gets the first of them.
    """
    made, place = ready(case.protocol), _place(case.protocol, level_id)
    level, is_open = case.protocol.levels[place], found.status == "open"
    world = world_of(made, answered(made, case), still_open=is_open)
    levels = levels_of(made, world)
    standing = max(place, levels.standing_greatest) if place > levels.greatest or is_open else place
    set_levels(world, (place, place), (standing, standing), levels.fired)
    actions = standing_actions(made, world, place, is_open=is_open)
    actions = _with_one_of_each(made, world, place, actions)
    possible = merely_possible(made, world, place) if is_open else ()
    moment = Moment(case.seen_at, call_recorded_at(case), now, borough_of(case))
    return replace(
        found, level=level.id, act_now=level.opens_act_now, actions=timed(made, world, actions, moment, possible),
        ladder=ladder_of(made, actions, moment),
    )  # fmt: skip


def _with_one_of_each(made: Ready, world: World, place: int, actions: list[Action]) -> list[Action]:
    """The actions, and of each set of which one must stand the first where none does; in the order of the file."""
    wanted = {action.id for action in actions}
    for least, when in made.least[place]:
        if least.kind != "all_of" and when(world, None) != NO and not wanted.intersection(least.actions):
            wanted.add(least.actions[0])
    return [one.action for one in made.actions if one.action.id in wanted]


def _place(protocol: Protocol, level_id: str | None) -> int:
    return next((place for place, level in enumerate(protocol.levels) if level.id == level_id), -1)


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
