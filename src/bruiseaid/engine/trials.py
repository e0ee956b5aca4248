"""Which answers to open questions are worth trying out: one for each way in which the rules can see them."""

from __future__ import annotations

from collections.abc import Mapping

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
from bruiseaid.engine.levels import levels_of
from bruiseaid.engine.ready import Ready
from bruiseaid.engine.world import Answered, world_of
from bruiseaid.protocol.conditions import AnyIn, Condition, names, walk
from bruiseaid.protocol.model import Question, ValueFact
from bruiseaid.values import dataclass


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


def trials_of(ready: Ready, given: Answered) -> Trials:
    """The answers of a protocol that are worth trying, worked out once for each."""
    key = ready_key(ready)
    if key not in _trials:
        _trials[key] = _make_trials(ready, given)
    return _trials[key]


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
