"""Dates of birth, and how early the child was born, in classes that no age can tell apart.

The ages of one date are not free of each other: whoever is under 15 days old is under six months. So all ages that are
counted from one date, with the numbers that move it, are looked at together, on several days of the year, since months
have different lengths.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from typing import TypeAlias

from bruiseaid.engine.clocks import completed_months
from bruiseaid.protocol.conditions import Always
from bruiseaid.protocol.model import AgeFact, Question
from bruiseaid.values import dataclass

SEEN_ON = (
    date(2025, 11, 24), date(2025, 3, 1), date(2024, 2, 29), date(2025, 2, 28), date(2025, 8, 31), date(2025, 5, 30),
)  # fmt: skip
"""Days on which marks are seen in the proof: an ordinary one, and days around the ends of months long and short."""
EARLIEST = date(1900, 1, 2)


@dataclass(frozen=True, slots=True)
class Birth:
    """One class of births: an example, and between which borders each age and number falls (-1: it has no value).
    `born` None: the date is not given."""

    seen_on: date
    born: date | None
    numbers: tuple[tuple[str, int], ...]
    bands: tuple[int, ...]


Borders: TypeAlias = tuple[int, ...]
Age: TypeAlias = tuple[str, str, str, Borders]
"""An age: its name, its unit, the number that moves it ('' for none), and its borders."""


@dataclass(frozen=True, slots=True)
class Births:
    """All classes of one date of birth. `names`: the ages and numbers that `bands` speak of, with their borders.

    `younger`: pairs of classes of which the second can be had from the first by being born later. `on_day`: an example
    of the class for each day on which there is one.
    """

    names: tuple[tuple[str, tuple[int, ...]], ...]
    ages: tuple[Age, ...]
    classes: tuple[Birth, ...]
    younger: frozenset[tuple[int, int]]
    on_day: Mapping[tuple[int, date], Birth]

    def between(self, name: str, low: int | None, under: int | None) -> frozenset[int]:
        """The classes in which the age or number is at least `low` and below `under`, both of them known borders."""
        index = next(i for i, (known, _) in enumerate(self.names) if known == name)
        borders = self.names[index][1]
        least = 0 if low is None else borders.index(low) + 1
        most = len(borders) if under is None else borders.index(under)
        return frozenset(i for i, one in enumerate(self.classes) if least <= one.bands[index] <= most)


def placed(found: Births, seen_on: date, born: date | None, numbers: Mapping[str, int]) -> int | None:
    """The class of a date of birth (None: not given); None if none was foreseen for it."""
    bands = [
        -1 if born is None else bisect_right(at, _age(unit, born + timedelta(weeks=numbers.get(later, 0)), seen_on))
        for _, unit, later, at in found.ages
    ]
    bands += [bisect_right(at, numbers.get(name, 0)) for name, at in found.names[len(found.ages) :]]
    return next((i for i, one in enumerate(found.classes) if one.bands == tuple(bands)), None)


def _age(unit: str, since: date, until: date) -> int:
    return completed_months(since, until) if unit == "months" else (until - since).days


Moving: TypeAlias = tuple[str, tuple[int, ...], tuple[int, ...]]
"""A number that moves a date: its question, what it can be, and its borders."""


def births(
    ages: Iterable[AgeFact], questions: Iterable[Question], dates: Iterable[Question], borders: Mapping[str, Borders]
) -> Births:
    """The classes of births that the ages can tell apart. `questions`: those that move a date by weeks; `dates`: the
    question of the date, in every protocol that has it."""
    facts = tuple((a.id, a.unit, a.weeks_later, borders.get(a.id, ())) for a in ages)
    values: dict[str, set[int]] = {}
    for one in questions:
        low = one.least or 0
        values.setdefault(one.id, set()).update(range(low, max(one.greatest or 0, low) + 1))
        values[one.id] |= {absent(one)} if not one.needed or is_conditional(one) else set()
    moving = tuple((name, tuple(sorted(v)), borders.get(name, ())) for name, v in values.items())
    asked = list(dates)
    may_be_left, may_come = any(not q.needed for q in asked), any(not q.not_after for q in asked)
    return _births(facts, moving, may_be_left, may_come)


def absent(question: Question) -> int:
    """What a number counts as where it is not given or not asked for."""
    return int(question.if_absent[0]) if question.if_absent else 0


def is_conditional(question: Question) -> bool:
    """Whether the question is asked in some cases only."""
    return not isinstance(question.ask_when, Always)


@lru_cache(maxsize=64)
def _births(facts: tuple[Age, ...], moving: tuple[Moving, ...], may_be_left: bool, may_come: bool) -> Births:
    names = tuple((f[0], f[3]) for f in facts) + tuple((m[0], m[2]) for m in moving)
    found: dict[Borders, int] = {}
    classes: list[Birth] = []
    younger: set[tuple[int, int]] = set()
    on_day: dict[tuple[int, date], Birth] = {}
    for seen_on in SEEN_ON:
        for weeks in product(*(values for _, values, _ in moving)):
            moved = {name: n for (name, *_), n in zip(moving, weeks, strict=True)}
            fixed = tuple(bisect_right(m[2], n) for m, n in zip(moving, weeks, strict=True))
            line: list[int] = []
            days = _intervals(facts, moved, seen_on, may_come)
            left: list[tuple[date | None, Borders]] = [(None, (-1,) * len(facts))] if may_be_left else []
            for born, bands in (*days, *left):
                one = Birth(seen_on, born, tuple(moved.items()), bands + fixed)
                if one.bands not in found:
                    found[one.bands] = len(classes)
                    classes.append(one)
                on_day.setdefault((found[one.bands], seen_on), one)
                line += [found[one.bands]] if born is not None else []
            younger.update((old, new) for i, new in enumerate(line) for old in line[i + 1 :] if old != new)
    return Births(names, facts, tuple(classes), frozenset(younger), on_day)


def _intervals(
    facts: tuple[Age, ...], moved: Mapping[str, int], seen_on: date, may_come: bool
) -> list[tuple[date, Borders]]:
    """The latest date of birth of each stretch between borders, latest first, with the bands of every age. `may_come`:
    the date may lie after the day on which the mark was seen."""
    lasts = [
        [_latest(unit, border, seen_on) - timedelta(weeks=moved.get(later, 0)) for border in at]
        for _, unit, later, at in facts
    ]
    known = [day for row in lasts for day in row if day >= EARLIEST]
    latest = max([seen_on, *(day + timedelta(days=1) for day in known)]) if may_come else seen_on
    days = {seen_on, latest, *(day for day in known if day <= latest)}
    return [(day, tuple(sum(1 for last in row if day <= last) for row in lasts)) for day in sorted(days, reverse=True)]


@lru_cache(maxsize=4096)
def _latest(unit: str, border: int, seen_on: date) -> date:
    """The latest date from which the age is at least `border` on the day."""
    if unit == "days":
        return seen_on - timedelta(days=border)
    low, high = (
        seen_on - timedelta(days=32 * max(border, 0) + 62),
        seen_on + timedelta(days=62 + 32 * max(-border, 0)),
    )
    while (high - low).days > 1:
        middle = low + timedelta(days=(high - low).days // 2)
        low, high = (middle, high) if completed_months(middle, seen_on) >= border else (low, middle)
    return low
