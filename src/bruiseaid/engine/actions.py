"""Which actions an outcome has, by when each is due, and whose number stands beside it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import datetime

from bruiseaid.engine.clocks import due_at
from bruiseaid.engine.compiled import MAYBE, NO, YES, World
from bruiseaid.engine.contacts import everywhere, line_is_open, number_now
from bruiseaid.engine.outcome import ContactNow, Due, DueAction, LadderRung
from bruiseaid.engine.ready import ACTION, FIRED, LEVEL, STANDING, Ready, ReadyAction
from bruiseaid.protocol.model import Action, Borough, LadderStep, ScopeEnd, Timing
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """The clocks of a case: when the mark was seen, when the call was recorded (None: not yet), and now."""

    seen: datetime
    call: datetime | None
    now: datetime
    borough: Borough

    @property
    def start_from_call(self) -> datetime:
        """From when times run that start again at the call. A call still to come, by a slip of the pen, moves none."""
        return self.call if self.call is not None and self.call <= self.now else self.seen


def _mask(least: int, greatest: int) -> int:
    """Bits of the levels from least to greatest; bit 0 stands for no level."""
    return sum(1 << (level + 1) for level in range(least, greatest + 1))


def set_levels(world: World, level: tuple[int, int], standing: tuple[int, int], fired: dict[int, int]) -> None:
    """Puts the outcome into the world, for the conditions of actions."""
    world.facts[LEVEL] = _mask(*level)
    world.facts[STANDING] = _mask(*standing)
    sure = sum(1 << rule for rule, holds in fired.items() if holds == YES)
    possible = sum(1 << rule for rule in fired)
    world.values[FIRED] = (sure,) if sure == possible else (sure, possible)
    world.values[ACTION] = (0,)


def standing_actions(ready: Ready, world: World, level: int | None, *, is_open: bool) -> list[Action]:
    """The actions of the outcome in the order of the file: those whose condition holds, and the level's least set.

    While the case is open, an action that says so stands as long as its condition may still hold. One that may still
    come is not yet absent: what stands only without it is not certain either.
    """
    forced = _forced(ready, world, level, is_open)
    found, sure, possible = [], 0, 0
    for index, one in enumerate(ready.actions):
        holds = one.when(world, None)
        if holds == YES or one.action.id in forced or (holds == MAYBE and is_open and one.action.if_open):
            found.append(one.action)
            sure |= 1 << index
        elif holds == MAYBE:
            possible |= 1 << index
        world.values[ACTION] = (sure, sure | possible) if possible else (sure,)
    return found


def merely_possible(ready: Ready, world: World, level: int | None) -> frozenset[str]:
    """The actions of an open case that an answer still to come decides: they stand only while it is not given."""
    maybe = {one.action.id for one in ready.actions if one.when(world, None) == MAYBE}
    return frozenset(maybe - _forced(ready, world, level, is_open=True))


def _forced(ready: Ready, world: World, level: int | None, is_open: bool) -> set[str]:
    if level is None:
        return set()
    forced: set[str] = set()
    for least, when in ready.least[level]:
        holds = when(world, None)
        if least.kind == "all_of" and (holds == YES or (holds == MAYBE and is_open)):
            forced.update(least.actions)
    return forced


def scope_actions(ready: Ready, world: World, end: ScopeEnd) -> list[Action]:
    """The actions of an end outside the scope: those it names that hold, or that stand only there."""
    found = []
    for one in ready.actions:
        if one.action.id in end.actions and (one.when(world, None) == YES or _only_named(one)):
            found.append(one.action)
    return found


def _only_named(one: ReadyAction) -> bool:
    return one.when(World(), None) == NO if not _looks(one) else False


def _looks(one: ReadyAction) -> bool:
    from bruiseaid.protocol.conditions import names

    return bool(names(one.action.when))


def timed(
    ready: Ready, world: World, actions: Iterable[Action], moment: Moment, possible: Container[str] = ()
) -> tuple[DueAction, ...]:
    """The actions with clock times and numbers. `possible`: those that are not certain."""
    by_id = {one.action.id: one for one in ready.actions}
    return tuple(_timed(ready, world, by_id[action.id], moment, possible=action.id in possible) for action in actions)


def _timed(ready: Ready, world: World, one: ReadyAction, moment: Moment, *, possible: bool) -> DueAction:
    action = one.action
    start = moment.start_from_call if action.from_call else moment.seen
    due = _due(ready, _timing(one, world), start, moment.now, action.from_call)
    return DueAction(
        action.id, action.text, action.detail, action.say, action.who, action.to, due,
        contact_for(ready, action.contact, moment), action.sources, action.referral, action.asked_of_others,
        action.advice, one.group, possible,
    )  # fmt: skip


def _timing(one: ReadyAction, world: World) -> Timing:
    """The first time whose condition holds; while open the first that may."""
    for timing, when in zip(one.action.timings, one.timings, strict=True):
        if when(world, None) != NO:
            return timing
    return one.action.timings[-1]


def _due(ready: Ready, timing: Timing, start: datetime, now: datetime, from_call: bool) -> Due:
    if timing.span is None:
        return Due(None, timing.words, False, from_call)
    at = due_at(start, timing.span, ready.zone, ready.protocol.calendar)
    return Due(at, timing.words, now > at, from_call)


def contact_for(ready: Ready, contact: str, moment: Moment) -> ContactNow | None:
    """The number for a contact id of an action; None where the action has no number."""
    if not contact:
        return None
    for known in ready.protocol.contacts:
        if known.id == contact:
            return everywhere(known)
    return number_now(moment.borough, moment.now, ready.zone, ready.protocol.calendar)


def ladder(ready: Ready, start: datetime, moment: Moment) -> tuple[LadderRung, ...]:
    """The escalation ladder with its clock times, counted from when the referral was declined."""
    is_open = line_is_open(moment.borough.daytime, moment.now, ready.zone, ready.protocol.calendar)
    return tuple(_rung(ready, step, start, moment, is_open) for step in ready.protocol.ladder)


def _rung(ready: Ready, step: LadderStep, start: datetime, moment: Moment, is_open: bool | None) -> LadderRung:
    fits = not step.when_hours or is_open is None or (step.when_hours == "in_hours") == is_open
    due = _due(ready, step.timing, start, moment.now, False)
    return LadderRung(step.id, step.who, step.to, due, step.say, fits, step.sources)
