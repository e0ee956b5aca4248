"""The least and the greatest level that can still come of an open case. Never too narrow.

A world in which open answers are left open gives bounds at once, but they may be too wide, since it forgets that two
conditions look at the same thing. So whatever is undecided is decided both ways, one fact after the other, until what
is certain meets a level that was found by really answering; or until enough was tried, when the wider bound stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from bruiseaid.engine.classes import (
    Looks,
    birth_dates,
    choice_classes,
    level_conditions,
    looks_at,
    ready_key,
    region_classes,
    some_ticks,
    thresholds,
    tick_classes,
)
from bruiseaid.engine.compiled import MAYBE, YES, World
from bruiseaid.engine.levels import NO_LEVEL, Levels, levels_of
from bruiseaid.engine.ready import Ready
from bruiseaid.engine.world import Answered, Pin, Pins, has_age, world_of
from bruiseaid.protocol.conditions import AnyIn, Condition, names, walk
from bruiseaid.protocol.model import AgeFact, Question, ValueFact

MOST_TRIES = 80


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and greatest level as indices; the least is 0 where an end outside the scope can still come."""

    least: int
    greatest: int


@dataclass(frozen=True, slots=True)
class Trials:
    """For each question the answers worth trying out, calmest first.

    `answers` leaves out ticks of which there are too many ways. `split`: what can be decided both ways, in the order
    worked out, with the rules that look at it.
    """

    answers: dict[str, tuple[int, ...]]
    calmest: dict[str, int]
    worst: dict[str, int]
    numbers: dict[str, tuple[int, ...]]
    dates: frozenset[str]
    calm_marks: tuple[dict[str, int], ...]
    entries: dict[str, tuple[tuple[dict[str, int], ...], ...]]
    split: dict[str, frozenset[int]]
    borders: dict[str, tuple[int, ...]]


_trials: dict[int, Trials] = {}


def bounds_of(ready: Ready, given: Answered) -> Bounds:
    """The bounds over every way of answering what was not answered, as long as the case stays in scope."""
    trials = _trials_of(ready, given)
    first = _levels(ready, given)
    least = _search(ready, trials, given, first, lowest=True)
    greatest = _search(ready, trials, given, first, lowest=False)
    return Bounds(max(least, 0), max(greatest, 0))


def _levels(ready: Ready, given: Answered) -> Levels:
    return levels_of(ready, world_of(ready, given, still_open=True))


def _trials_of(ready: Ready, given: Answered) -> Trials:
    key = ready_key(ready)
    if key not in _trials:
        _trials[key] = _make_trials(ready, given)
    return _trials[key]


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


def _make_trials(ready: Ready, given: Answered) -> Trials:
    conditions = tuple(level_conditions(ready.protocol))
    looks, borders = looks_at(conditions), thresholds(conditions)
    blank = Answered({}, {}, {}, {}, frozenset(), given.seen_on)
    answers, numbers, entries = {}, {}, {}
    too_many: dict[str, tuple[int, ...]] = {}
    for question in ready.protocol.questions:
        known = ready.questions[question.id]
        if question.type == "choice" and question.id in looks:
            firsts = [group[0] for group in choice_classes(known.bits, looks[question.id])]
            allowed = [known.bits[value] for value in firsts if not known.bits[value] & known.out_of_scope_bits]
            answers[question.id] = tuple(allowed)
        elif question.type == "ticks" and question.id in looks:
            sets, is_whole = _ticks_to_try(question, looks[question.id])
            into = answers if is_whole else too_many
            into[question.id] = tuple(sum(known.bits[tick] for tick in ticks) for ticks in sets)
        elif question.type == "number":
            numbers[question.id] = _number_ways(ready, question.id, borders)
        elif question.type in ("people", "entries"):
            ways = _entry_ways(ready, question.id, conditions)
            if len(ways) > 1:
                entries[question.id] = ways
    dates = frozenset(q.id for q in ready.protocol.questions if q.type == "date")
    marks = _marks_to_try(ready, looks)
    tried = {**answers, **too_many}
    return Trials(
        answers, _calmest(ready, blank, tried, marks),
        {name: _alone(ready, blank, name, ways, False) for name, ways in tried.items() if ways},
        numbers, dates, marks, entries, _looked_at_by_rules(ready), borders,
    )  # fmt: skip


def _ticks_to_try(question: Question, looks: Looks) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Sets of ticks, and whether they stand for all there are."""
    try:
        return tick_classes(question, looks), True
    except OverflowError:
        return some_ticks(question, looks), False


def _looked_at_by_rules(ready: Ready) -> dict[str, frozenset[int]]:
    """Facts and answers that effects, or facts of each mark, look at, with the rules that they matter to."""
    rules: dict[str, set[int]] = {}
    every = set(range(len(ready.protocol.rules)))
    for effect in ready.effects:
        marks = effect.effect.for_each_mark
        for name in names(effect.effect.when) | (names(marks) if marks is not None else frozenset()):
            rules.setdefault(name, set()).add(effect.rule)
    for fact in ready.protocol.facts:
        if isinstance(fact, ValueFact) and fact.of_each_mark:
            for _, when in fact.branches:
                for name in names(when):
                    rules.setdefault(name, set()).update(every)
    known = [name for name in ready.order if name in rules and _can_be_split(ready, name)]
    return {name: frozenset(rules[name]) for name in known}


def _can_be_split(ready: Ready, name: str) -> bool:
    if name in ready.questions:
        return ready.questions[name].question.type in ("choice", "ticks")
    fact = ready.facts[name].fact
    return not (isinstance(fact, ValueFact) and fact.of_each_mark)


def _number_ways(ready: Ready, name: str, borders: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    question = ready.questions[name].question
    used = any(getattr(fact, "weeks_later", "") == name for fact in ready.protocol.facts)
    least, greatest = question.least or 0, question.greatest if question.greatest is not None else 0
    if used:
        return tuple(range(least, greatest + 1))
    points = {least, greatest, *(p for b in borders.get(name, ()) for p in (b - 1, b))}
    return tuple(sorted(p for p in points if least <= p <= max(greatest, least)))


def _entry_ways(ready: Ready, name: str, conditions: tuple[Condition, ...]) -> tuple[tuple[dict[str, int], ...], ...]:
    parts = [p.part for c in conditions for p in walk(c) if isinstance(p, AnyIn) and p.name == name]
    looks = looks_at(parts)
    ways: list[tuple[dict[str, int], ...]] = [()]
    for one in ready.questions[name].fields:
        if one.field.id in looks:
            used = [g[0] for g in choice_classes(one.bits, looks[one.field.id])]
            singles = [({one.field.id: one.bits[value]},) for value in used]
            ways += [*singles, tuple(entry for single in singles for entry in single)]
    return tuple(ways)


def _calmest(
    ready: Ready, blank: Answered, answers: dict[str, tuple[int, ...]], marks: tuple[dict[str, int], ...]
) -> dict[str, int]:
    """One answer to each question, together as calm as changing one at a time can make them."""
    start = blank
    for name in (q.id for q in ready.protocol.questions if q.type == "date"):
        start = start.with_date(name, birth_dates(ready, name, blank.seen_on, {})[-1])
    for name, ways in answers.items():
        start = start.with_choice(name, _alone(ready, blank, name, ways, True))
    sample = marks[:: max(1, len(marks) // 6)]
    best = _sum_of_levels(ready, start, sample)
    for name, ways in answers.items():
        for bits in ways:
            attempt = start.with_choice(name, bits)
            reached = _sum_of_levels(ready, attempt, sample)
            if reached < best:
                best, start = reached, attempt
    return {name: start.chosen[name] for name in answers}


def _sum_of_levels(ready: Ready, given: Answered, marks: tuple[dict[str, int], ...]) -> int:
    attempts = [given.with_entries(ready.marks_question, (mark,)) for mark in marks] or [given]
    return sum(levels_of(ready, world_of(ready, attempt, still_open=False)).least for attempt in attempts)


def _alone(ready: Ready, blank: Answered, name: str, ways: tuple[int, ...], lowest: bool) -> int:
    """The way of answering one question that by itself leaves the ordered facts calmest (or worst)."""
    worry = {bits: _worry(ready, blank.with_choice(name, bits)) for bits in ways}
    return min(ways, key=worry.__getitem__) if lowest else max(reversed(ways), key=worry.__getitem__)


def _worry(ready: Ready, given: Answered) -> tuple[int, int]:
    world = world_of(ready, given, still_open=True)
    total = 0
    for fact in ready.protocol.facts:
        if isinstance(fact, ValueFact) and fact.ordered and not fact.of_each_mark:
            mask = world.facts[fact.id]
            total += mask.bit_length() + (mask & -mask).bit_length()
    return levels_of(ready, world).least, total


def _marks_to_try(ready: Ready, looks: Mapping[str, Looks]) -> tuple[dict[str, int], ...]:
    """Single marks of every kind of place, each as calm as its other details allow."""
    if not ready.marks_question:
        return ()
    fields = ready.questions[ready.marks_question].fields
    tries: list[dict[str, int]] = []
    for place in region_classes(ready, looks):
        for calm in range(3):
            mark = {}
            for one in fields:
                bits = list(one.bits.values())
                if one.field.type == "region":
                    mark[one.field.id] = one.bits[place]
                elif bits:
                    mark[one.field.id] = bits[min(calm, len(bits) - 1)] if calm < 2 else bits[-1]
            tries.append(mark)
    return tuple(tries)
