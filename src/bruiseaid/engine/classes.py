"""Answers that no rule can tell apart, put together: a few answers stand for all. Derived from the conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import product

from bruiseaid.engine.clocks import completed_months
from bruiseaid.engine.ready import Ready
from bruiseaid.protocol.conditions import Between, Condition, Is, TwoOrMore, walk
from bruiseaid.protocol.model import AgeFact, CountFact, Protocol, Question, ValueFact
from bruiseaid.values import dataclass

MOST_TICK_CLASSES = 4096


def level_conditions(protocol: Protocol) -> Iterator[Condition]:
    """Every condition that a level can rest on: of facts, of effects, of when a question is asked, of the scope."""
    for fact in protocol.facts:
        if isinstance(fact, ValueFact):
            yield from (when for _, when in fact.branches)
        elif isinstance(fact, CountFact):
            yield fact.where
    for rule in protocol.rules:
        for effect in rule.effects:
            yield effect.when
            if effect.for_each_mark is not None:
                yield effect.for_each_mark
    for question in protocol.questions:
        yield question.ask_when
    for end in protocol.scope_ends:
        yield end.when


@dataclass(frozen=True, slots=True)
class Looks:
    """How conditions look at one answer: sets of values one of which is enough, and sets of which two are needed."""

    any_of: frozenset[frozenset[str]]
    two_of: frozenset[frozenset[str]]


def looks_at(conditions: Iterable[Condition]) -> dict[str, Looks]:
    """How the conditions look at each name."""
    any_of: dict[str, set[frozenset[str]]] = {}
    two_of: dict[str, set[frozenset[str]]] = {}
    for condition in conditions:
        for part in walk(condition):
            if isinstance(part, Is):
                any_of.setdefault(part.name, set()).add(frozenset(part.values))
            elif isinstance(part, TwoOrMore):
                two_of.setdefault(part.name, set()).add(frozenset(part.values))
    return {
        name: Looks(frozenset(any_of.get(name, ())), frozenset(two_of.get(name, ()))) for name in {*any_of, *two_of}
    }


def choice_classes(values: Iterable[str], looks: Looks | None) -> tuple[tuple[str, ...], ...]:
    """The values in groups that no condition tells apart, in the order of their first member."""
    groups: dict[tuple[bool, ...], list[str]] = {}
    tests = sorted((*looks.any_of, *looks.two_of), key=sorted) if looks else []
    for value in values:
        groups.setdefault(tuple(value in test for test in tests), []).append(value)
    return tuple(tuple(group) for group in groups.values())


def tick_classes(question: Question, looks: Looks | None) -> tuple[tuple[str, ...], ...]:
    """Sets of ticks, one for each way in which conditions can see the ticks; never the empty set.

    Raises:
        OverflowError: there are too many of them to be looked at one by one.
    """
    alone, together = _alone_and_together(question, looks)
    twos = looks.two_of if looks else frozenset()
    counts = [range(min(len(group), 2 if _counted(group, twos) else 1) + 1) for group in together]
    sets: dict[object, tuple[str, ...]] = {}
    for value in alone:
        sets.setdefault(_seen((value,), looks), (value,))
    for taken in _bounded(counts):
        ticks = tuple(v for group, n in zip(together, taken, strict=True) for v in group[:n])
        if ticks:
            sets.setdefault(_seen(ticks, looks), ticks)
    return tuple(sets.values())


def some_ticks(question: Question, looks: Looks | None) -> tuple[tuple[str, ...], ...]:
    """A few sets of ticks where there are too many: each that stands alone, each other by itself, and all together."""
    alone, together = _alone_and_together(question, looks)
    singles = [(value,) for value in (*alone, *(group[0] for group in together))]
    return (*singles, tuple(value for group in together for value in group))


def _alone_and_together(question: Question, looks: Looks | None) -> tuple[list[str], tuple[tuple[str, ...], ...]]:
    """The ticks that stand alone, and the others in groups that no condition tells apart."""
    alone = [option.id for option in question.options if option.alone]
    return alone, choice_classes((o.id for o in question.options if not o.alone), looks)


def _counted(group: tuple[str, ...], twos: Iterable[frozenset[str]]) -> bool:
    return any(group[0] in test for test in twos)


def _bounded(counts: list[range]) -> Iterator[tuple[int, ...]]:
    total = 1
    for count in counts:
        total *= len(count)
    if total > MOST_TICK_CLASSES:
        raise OverflowError("too many kinds of ticks to look at one by one")
    return product(*counts)


def _seen(ticks: tuple[str, ...], looks: Looks | None) -> object:
    if looks is None:
        return ()
    chosen = frozenset(ticks)
    return (
        frozenset(test for test in looks.any_of if chosen & test),
        frozenset(test for test in looks.two_of if len(chosen & test) >= 2),
    )


def thresholds(conditions: Iterable[Condition]) -> dict[str, tuple[int, ...]]:
    """For each number, the values at which a condition changes its mind, rising."""
    found: dict[str, set[int]] = {}
    for condition in conditions:
        for part in walk(condition):
            if isinstance(part, Between):
                found.setdefault(part.name, set()).update(n for n in (part.low, part.under) if n is not None)
    return {name: tuple(sorted(values)) for name, values in found.items()}


def birth_dates(ready: Ready, question: str, seen_on: date, numbers: Mapping[str, int]) -> tuple[date, ...]:
    """Dates, latest first, that stand for every date the conditions can tell apart.

    `numbers`: the weeks born early, where they are known; else all of them are thought of. Dates that by themselves
    lie outside the scope are left out.
    """
    known = tuple(sorted(numbers.items()))
    return _birth_dates(ready_key(ready), question, seen_on, known)


_by_key: dict[int, Ready] = {}


def ready_key(ready: Ready) -> int:
    """A key for caches; the protocol is kept as long as the key is used."""
    _by_key[id(ready)] = ready
    return id(ready)


@lru_cache(maxsize=1024)
def _birth_dates(key: int, question: str, seen_on: date, numbers: tuple[tuple[str, int], ...]) -> tuple[date, ...]:
    ready = _by_key[key]
    borders = thresholds(level_conditions(ready.protocol))
    ages = [
        (fact, weeks, borders.get(fact.id, ()))
        for fact in ready.protocol.facts
        if isinstance(fact, AgeFact) and fact.since == question
        for weeks in _weeks(ready, fact, dict(numbers))
    ]
    candidates = {seen_on}
    for fact, weeks, at in ages:
        for border in at:
            candidates |= _around(fact, border, weeks, seen_on)
    kinds: dict[object, date] = {}
    for day in sorted((day for day in candidates if day <= seen_on), reverse=True):
        kinds.setdefault(tuple(_band(fact, day, weeks, at, seen_on) for fact, weeks, at in ages), day)
    return tuple(day for day in kinds.values() if not _outside(ready, question, day, seen_on))


def _band(fact: AgeFact, born: date, weeks: int, borders: tuple[int, ...], seen_on: date) -> int:
    """Between which borders the age falls."""
    start = born + timedelta(weeks=weeks)
    age = completed_months(start, seen_on) if fact.unit == "months" else (seen_on - start).days
    return sum(1 for border in borders if age >= border)


def _outside(ready: Ready, question: str, born: date, seen_on: date) -> bool:
    """Whether the date of birth alone puts the case outside the scope."""
    for end in ready.protocol.scope_ends:
        when = end.when
        fact = ready.facts[when.name].fact if isinstance(when, Between) and when.name in ready.facts else None
        if isinstance(fact, AgeFact) and isinstance(when, Between) and fact.since == question and not fact.weeks_later:
            age = completed_months(born, seen_on) if fact.unit == "months" else (seen_on - born).days
            return (when.low is None or age >= when.low) and (when.under is None or age < when.under)
    return False


def _weeks(ready: Ready, fact: AgeFact, known: Mapping[str, int]) -> range:
    if not fact.weeks_later:
        return range(1)
    if fact.weeks_later in known:
        return range(known[fact.weeks_later], known[fact.weeks_later] + 1)
    question = ready.questions[fact.weeks_later].question
    return range(question.least or 0, (question.greatest or 0) + 1)


def _around(fact: AgeFact, border: int, weeks: int, seen_on: date) -> set[date]:
    """The days of birth just on both sides of a border."""
    if fact.unit == "days":
        last = seen_on - timedelta(days=border + 7 * weeks)
        return {last, last + timedelta(days=1)}
    low, high = seen_on - timedelta(days=32 * max(border, 0) + 62), seen_on + timedelta(days=62)
    while (high - low).days > 1:
        middle = low + (high - low) / 2
        if completed_months(middle, seen_on) >= border:
            low = middle
        else:
            high = middle
    return {low - timedelta(weeks=weeks), high - timedelta(weeks=weeks)}


def region_classes(ready: Ready, looks: Mapping[str, Looks]) -> tuple[str, ...]:
    """One place for each kind of place that conditions can tell apart."""
    kinds: dict[object, str] = {}
    where = next((f.id for q in ready.protocol.questions for f in q.fields if f.type == "region"), "")
    for region in ready.protocol.regions:
        seen = [_seen((region.id,), looks.get(where))]
        seen += [_seen((region.columns.get(column, ""),), looks.get(column)) for column in ready.columns]
        kinds.setdefault(tuple(seen), region.id)
    return tuple(kinds.values())
