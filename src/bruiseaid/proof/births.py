"""Dates of birth, and how early the child was born, in classes that no age can tell apart.

The ages of one date are not free of each other: whoever is under 15 days old is under six months. So all ages that are
counted from one date, with the numbers that move it, are looked at together, on several days of the year, since months
have different lengths.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import product
from typing import TypeAlias

from bruiseaid.engine.clocks import completed_months
from bruiseaid.protocol.model import AgeFact, Question

SEEN_ON = (
    date(2025, 11, 24), date(2025, 3, 1), date(2024, 2, 29), date(2025, 2, 28), date(2025, 8, 31), date(2025, 5, 30),
)  # fmt: skip
"""Days on which marks are seen in the proof: an ordinary one, and days around the ends of months long and short."""
EARLIEST = date(1900, 1, 2)


@dataclass(frozen=True, slots=True)
class Birth:
    """One class of births: an example, and between which borders each age and number falls."""

    seen_on: date
    born: date
    numbers: tuple[tuple[str, int], ...]
    bands: tuple[int, ...]


Age: TypeAlias = tuple[str, str, str, tuple[int, ...]]
"""An age: its name, its unit, the number that moves it ('' for none), and its borders."""


@dataclass(frozen=True, slots=True)
class Births:
    """All classes of one date of birth. `names`: the ages and numbers that `bands` speak of, with their borders.

    `younger`: pairs of classes of which the second can be had from the first by being born later.
    """

    names: tuple[tuple[str, tuple[int, ...]], ...]
    ages: tuple[Age, ...]
    classes: tuple[Birth, ...]
    younger: frozenset[tuple[int, int]]

    def between(self, name: str, low: int | None, under: int | None) -> frozenset[int]:
        """The classes in which the age or number is at least `low` and below `under`, both of them known borders."""
        index = next(i for i, (known, _) in enumerate(self.names) if known == name)
        borders = self.names[index][1]
        least = 0 if low is None else borders.index(low) + 1
        most = len(borders) if under is None else borders.index(under)
        return frozenset(i for i, one in enumerate(self.classes) if least <= one.bands[index] <= most)


def placed(found: Births, seen_on: date, born: date, numbers: Mapping[str, int]) -> int | None:
    """The class of a date of birth; None if none was foreseen for it."""
    bands = [
        bisect_right(at, _age(unit, born + timedelta(weeks=numbers.get(later, 0)), seen_on))
        for _, unit, later, at in found.ages
    ]
    bands += [bisect_right(at, numbers.get(name, 0)) for name, at in found.names[len(found.ages) :]]
    return next((i for i, one in enumerate(found.classes) if one.bands == tuple(bands)), None)


def _age(unit: str, since: date, until: date) -> int:
    return completed_months(since, until) if unit == "months" else (until - since).days


def births(ages: Iterable[AgeFact], numbers: Iterable[Question], borders: Mapping[str, tuple[int, ...]]) -> Births:
    """The classes of births that the ages can tell apart. `numbers`: the questions that move a date by weeks."""
    facts = tuple((a.id, a.unit, a.weeks_later, borders.get(a.id, ())) for a in ages)
    ranges = tuple((q.id, q.least or 0, max(q.greatest or 0, q.least or 0), borders.get(q.id, ())) for q in numbers)
    return _births(facts, ranges)


@lru_cache(maxsize=64)
def _births(facts: tuple[Age, ...], ranges: tuple[tuple[str, int, int, tuple[int, ...]], ...]) -> Births:
    names = tuple((f[0], f[3]) for f in facts) + tuple((r[0], r[3]) for r in ranges)
    found: dict[tuple[int, ...], int] = {}
    classes: list[Birth] = []
    younger: set[tuple[int, int]] = set()
    for seen_on in SEEN_ON:
        for weeks in product(*(range(low, high + 1) for _, low, high, _ in ranges)):
            moved = {name: n for (name, *_), n in zip(ranges, weeks, strict=True)}
            fixed = tuple(bisect_right(r[3], n) for r, n in zip(ranges, weeks, strict=True))
            line: list[int] = []
            for born, bands in _intervals(facts, moved, seen_on):
                vector = bands + fixed
                if vector not in found:
                    found[vector] = len(classes)
                    classes.append(Birth(seen_on, born, tuple(moved.items()), vector))
                line.append(found[vector])
            younger.update((old, new) for i, new in enumerate(line) for old in line[i + 1 :] if old != new)
    return Births(names, facts, tuple(classes), frozenset(younger))


def _intervals(facts: tuple[Age, ...], moved: Mapping[str, int], seen_on: date) -> list[tuple[date, tuple[int, ...]]]:
    """The latest date of birth of each stretch between borders, latest first, with the bands of every age."""
    lasts = [
        [_latest(unit, border, seen_on) - timedelta(weeks=moved.get(later, 0)) for border in at]
        for _, unit, later, at in facts
    ]
    days = {seen_on, *(day for row in lasts for day in row if EARLIEST <= day <= seen_on)}
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
