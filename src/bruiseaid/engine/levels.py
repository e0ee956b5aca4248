"""From a world to its level: bases, steps and caps of each mark, then every "at least", then the late effects.

Levels are indices from least (0) to most urgent; -1 is no level. Everything is a pair, the least and the greatest
that are still possible; they are equal when everything is answered.
"""

from __future__ import annotations

from dataclasses import replace

from bruiseaid.engine.compiled import MAYBE, NO, YES, World
from bruiseaid.engine.ready import SO_FAR, Ready, ReadyEffect
from bruiseaid.values import dataclass

NO_LEVEL = -1


@dataclass(frozen=True, slots=True)
class Held:
    """An effect that holds or may hold: for the case (`marks` None), or for each mark in its order."""

    ready: ReadyEffect
    case: int
    marks: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Levels:
    """The level, the level without the rules that do not count for the standing level, and which rules fired.

    `fired`: YES or MAYBE by rule index; rules that cannot fire are left out.
    """

    least: int
    greatest: int
    standing_least: int
    standing_greatest: int
    fired: dict[int, int]
    held: tuple[Held, ...]


def levels_of(ready: Ready, world: World) -> Levels:
    """The levels of a world."""
    early = [held for effect in ready.effects if not effect.effect.late and (held := _held(effect, world))]
    least, greatest, late = _level(ready, world, early, frozenset())
    standing = _level(ready, world, early, ready.without_for_standing)
    every = (*early, *late.held)
    fired = _fired(every, world) | dict.fromkeys(late.sure, YES)
    return Levels(least, greatest, standing[0], standing[1], fired, every)


def level_without(ready: Ready, world: World, levels: Levels, rules: frozenset[int]) -> int:
    """The greatest level that the world can have without some rules (indices). `levels`: those with them."""
    early = [held for held in levels.held if not held.ready.effect.late]
    return _level(ready, world, early, rules)[1]


def _held(effect: ReadyEffect, world: World) -> Held | None:
    case = effect.when(world, None)
    if case == NO:
        return None
    if effect.marks is None:
        return Held(effect, case, None)
    marks = tuple(_and(case, effect.marks(world, mark)) for mark in world.marks)
    if all(mark == NO for mark in marks):
        return None
    return Held(effect, case, marks)


def _and(first: int, second: int) -> int:
    if first == NO or second == NO:
        return NO
    return YES if first == YES and second == YES else MAYBE


@dataclass(frozen=True, slots=True)
class _Late:
    """The late effects that hold or may hold, and the rules of which one holds whatever the level so far is."""

    held: list[Held]
    sure: frozenset[int] = frozenset()


def _level(ready: Ready, world: World, early: list[Held], without: frozenset[int]) -> tuple[int, int, _Late]:
    counted = [held for held in early if held.ready.rule not in without] if without else early
    least, greatest = _highest(counted, world)
    for low, high in _mark_levels(ready, counted, world):
        least, greatest = max(least, low), max(greatest, high)
    late = [effect for effect in ready.effects if effect.effect.late and effect.rule not in without]
    if not late:
        return least, greatest, _Late([])
    return _after(late, world, least, greatest)


def _after(late: list[ReadyEffect], world: World, least: int, greatest: int) -> tuple[int, int, _Late]:
    """The level once the late effects have seen each level so far that is possible."""
    low, high, every = len(late) + 10**3, NO_LEVEL, []
    sure: list[set[int]] = []
    for so_far in range(least, greatest + 1):
        world.facts[SO_FAR] = 1 << (so_far + 1)
        held = [one for effect in late if (one := _held(effect, world))]
        at_least, at_most = _highest(held, world)
        low, high = min(low, max(so_far, at_least)), max(high, so_far, at_most)
        every.append(held)
        sure.append({one.ready.rule for one in held if _certain(one, world)})
    return low, high, _Late(_together(every), frozenset(set.intersection(*sure)) if sure else frozenset())


def _together(every: list[list[Held]]) -> list[Held]:
    """Effects that hold whatever the level so far as they are; those that hold for some only as MAYBE."""
    if len(every) == 1:
        return every[0]
    times: dict[int, list[Held]] = {}
    for held in every:
        for one in held:
            times.setdefault(id(one.ready), []).append(one)
    sure = len(every)
    return [
        found[0] if len(found) == sure and all(one.case == YES for one in found) else replace(found[0], case=MAYBE)
        for found in times.values()
    ]


def _highest(effects: list[Held], world: World) -> tuple[int, int]:
    """The highest "at least" that certainly holds, and the highest that may."""
    least = greatest = NO_LEVEL
    for held in effects:
        if held.ready.effect.kind != "at_least":
            continue
        level = held.ready.level
        greatest = max(greatest, level)
        if level > least and _certain(held, world):
            least = level
    return least, greatest


def _certain(held: Held, world: World) -> bool:
    if held.marks is None:
        return held.case == YES
    return any(mark == YES and not entry.unknown for mark, entry in zip(held.marks, world.marks, strict=True))


def _mark_levels(ready: Ready, effects: list[Held], world: World) -> list[tuple[int, int]]:
    on_marks = [held for held in effects if held.ready.effect.kind != "at_least"]
    return [_mark_level(ready, on_marks, index, entry.unknown) for index, entry in enumerate(world.marks)]


def _mark_level(ready: Ready, effects: list[Held], index: int, unknown: bool) -> tuple[int, int]:
    base_low = base_high = NO_LEVEL
    steps_low = steps_high = 0
    cap_low = cap_high = ready.general_cap
    for held in effects:
        holds = held.case if held.marks is None else held.marks[index]
        if holds == NO:
            continue
        kind, level = held.ready.effect.kind, held.ready.level
        sure = holds == YES
        if kind == "base":
            base_high = max(base_high, level)
            base_low = max(base_low, level) if sure else base_low
        elif kind == "cap":
            cap_low = min(cap_low, level)
            cap_high = min(cap_high, level) if sure else cap_high
        else:
            steps_high += held.ready.effect.steps
            steps_low += held.ready.effect.steps if sure else 0
    low = NO_LEVEL if base_low < 0 or unknown else min(base_low + steps_low, cap_low)
    return low, NO_LEVEL if base_high < 0 else min(base_high + steps_high, cap_high)


def _fired(effects: tuple[Held, ...], world: World) -> dict[int, int]:
    fired: dict[int, int] = {}
    for held in effects:
        rule = held.ready.rule
        fired[rule] = YES if fired.get(rule) == YES or _certain(held, world) else MAYBE
    return fired
