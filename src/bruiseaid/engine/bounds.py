"""The least and the greatest level that can still come of an open case. Never too narrow.

A world in which open answers are left open gives bounds at once, but they may be too wide, since it forgets that two
conditions look at the same thing. So whatever is undecided is decided both ways, one fact after the other, until what
is certain meets a level that was found by really answering; or until enough was tried, when the wider bound stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bruiseaid.engine.case import Case
from bruiseaid.engine.classes import birth_dates
from bruiseaid.engine.compiled import MAYBE, YES, World
from bruiseaid.engine.levels import NO_LEVEL, Levels, levels_of
from bruiseaid.engine.ready import Ready, ready
from bruiseaid.engine.trials import Trials, trials_of
from bruiseaid.engine.world import Answered, Pin, Pins, answered, has_age, world_of
from bruiseaid.protocol.model import AgeFact
from bruiseaid.values import dataclass

MOST_TRIES = 80


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and greatest level as indices; the least is 0 where an end outside the scope can still come."""

    least: int
    greatest: int


def bounds_of(ready: Ready, given: Answered) -> Bounds:
    """The bounds over every way of answering what was not answered, as long as the case stays in scope."""
    trials = trials_of(ready, given)
    first = _levels(ready, given)
    least = _search(ready, trials, given, first, lowest=True)
    greatest = _search(ready, trials, given, first, lowest=False)
    return Bounds(max(least, 0), max(greatest, 0))


def reach(case: Case) -> tuple[str, str]:
    """The ids of the least and the greatest level that can still come, also by answers that need not be given.

    Worked out at once, so that it may be too wide; never too narrow. What stands beside an answered question and was
    left as it is understood anyway counts as said.
    """
    made = ready(case.protocol)
    levels, found = case.protocol.levels, _levels(made, _as_understood(made, answered(made, case)))
    return levels[max(found.least, 0)].id, levels[max(found.greatest, 0)].id


def _as_understood(ready: Ready, given: Answered) -> Answered:
    for name, known in ready.questions.items():
        absent = known.question.if_absent
        if absent is None or known.question.same_page_as not in given.given or name in given.given:
            continue
        if known.question.type == "number":
            given = given.with_number(name, int(absent[0]) if absent else 0)
        elif known.question.type in ("choice", "ticks"):
            given = given.with_choice(name, known.absent or 0)
    return given


def _levels(ready: Ready, given: Answered) -> Levels:
    return levels_of(ready, world_of(ready, given, still_open=True))


def _search(ready: Ready, trials: Trials, given: Answered, first: Levels, *, lowest: bool) -> int:
    """The bound on one side: no way of answering goes past it."""
    bound: Callable[[Levels], int] = (lambda found: max(found.least, 0)) if lowest else (lambda found: found.greatest)
    reached = _found(ready, trials, given, bound(first), lowest)
    marks_are_open = bool(ready.marks_question) and ready.marks_question not in given.given
    if reached is None or reached == bound(first) or marks_are_open:
        return bound(first)
    tries = [MOST_TRIES]

    def visit(pins: Pins, world: World, levels: Levels) -> int:
        at = bound(levels)
        if (at >= reached if lowest else at <= reached) or tries[0] <= 0:
            return at
        split = _undecided(ready, trials, world, levels, pins)
        if split is None:
            return at
        below = []
        for pin in split[1]:
            tries[0] -= 1
            inner = {**pins, split[0]: pin}
            there = world_of(ready, given, still_open=True, pins=inner)
            if there.impossible:
                continue
            below.append(visit(inner, there, levels_of(ready, there)))
        if not below:
            return reached
        return max(at, min(below)) if lowest else min(at, max(below))

    world = world_of(ready, given, still_open=True)
    edge = visit({}, world, levels_of(ready, world))
    return min(edge, reached) if lowest else max(edge, reached)


def _found(ready: Ready, trials: Trials, given: Answered, hoped: int, lowest: bool) -> int | None:
    """A level that certainly can come: open answers filled with the calmest (or most worrying) ones."""
    filled = replace(given, describing="")  # as if what is being described were left as it is
    for name, bits in (trials.calmest if lowest else trials.worst).items():
        if name not in given.given:
            filled = filled.with_choice(name, bits)
    for name in trials.dates - given.given:
        dates = birth_dates(ready, name, given.seen_on, given.numbers)
        filled = filled.with_date(name, dates[-1] if lowest else dates[0])
    best: int | None = None
    for entries in _fillings(ready, trials, given, lowest):
        attempt = filled
        for name, one in entries.items():
            attempt = attempt.with_entries(name, one)
        levels = levels_of(ready, world_of(ready, attempt, still_open=False))
        if levels.least == levels.greatest and levels.least > NO_LEVEL:
            level = levels.least
            best = level if best is None else min(best, level) if lowest else max(best, level)
            if best == hoped:
                break
    return best


def _fillings(
    ready: Ready, trials: Trials, given: Answered, lowest: bool
) -> Iterator[dict[str, tuple[dict[str, int], ...]]]:
    marks = ready.marks_question
    lists = {name: ways[0] if lowest else ways[-1] for name, ways in trials.entries.items() if name not in given.given}
    if not marks or marks in given.given:
        yield lists
        return
    yield {**lists, marks: ()}
    for one in trials.calm_marks if lowest else reversed(trials.calm_marks):
        yield {**lists, marks: (one,)}


def _undecided(ready: Ready, trials: Trials, world: World, levels: Levels, pins: Pins) -> tuple[str, list[Pin]] | None:
    """The first thing that a rule which may fire looks at and that is not decided, with each way to decide it."""
    for name in trials.split:
        if name in pins:
            continue
        if not any(levels.fired.get(rule) == MAYBE for rule in trials.split[name]):
            continue
        ways = _ways(ready, trials, world, name)
        if len(ways) > 1:
            return name, ways
    return None


def _ways(ready: Ready, trials: Trials, world: World, name: str) -> list[Pin]:
    if name in ready.names.facts:
        mask = world.facts[name]
        return [bit for bit in ready.names.facts[name].values() if bit & mask]
    if name in world.numbers:
        fact = ready.facts[name].fact
        if isinstance(fact, AgeFact) and has_age(ready, fact, world) != YES:
            return []
        return _pieces(world.numbers[name], trials.borders.get(name, ()))
    possible = world.values.get(name, (0,))
    return [(bits,) for bits in trials.answers.get(name, ())] if possible is None else [(bits,) for bits in possible]


def _pieces(span: tuple[int, int], borders: tuple[int, ...]) -> list[Pin]:
    """The span cut at every border inside it."""
    pieces: list[Pin] = []
    low = span[0]
    for border in borders:
        if low < border <= span[1]:
            pieces.append((low, border - 1))
            low = border
    return [*pieces, (low, span[1])]
