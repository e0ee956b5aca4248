"""Answers of the case as variables: one value for each class of answers that no condition tells apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TypeAlias

from bruiseaid.proof.sets.diagrams import ALL, NONE, Diagrams
from bruiseaid.proof.space.births import Births
from bruiseaid.protocol.model import Question
from bruiseaid.values import dataclass

NOT_GIVEN = ""
STEP = 2
"""From one variable to the next: between them is room for the same variable of a second case that is compared."""
Groups: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice: each value is a group of options; '' stands for no answer."""

    variable: int
    groups: Groups

    def among(self, values: Iterable[str]) -> list[int]:
        """The values of the variable whose options are among the given ones."""
        wanted = frozenset(values)
        return [i for i, group in enumerate(self.groups) if group[0] in wanted]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Ticks: which one stands alone (value 0: none does), and for each group of the others how many are ticked."""

    alone: int
    alone_groups: Groups
    counters: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number: each value is a stretch between borders; `examples` has a number of each."""

    variable: int
    borders: tuple[int, ...]
    examples: tuple[int, ...]

    def between(self, low: int | None, under: int | None) -> list[int]:
        """The values of the variable that lie in the range."""
        return [i for i, n in enumerate(self.examples) if (low is None or n >= low) and (under is None or n < under)]


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date that ages are counted from, with the numbers that move it."""

    variable: int
    births: Births


Variable: TypeAlias = Choice | Ticks | Number | BirthDate


def grouped(values: Iterable[str], tests: list[frozenset[str]]) -> Groups:
    """The values in groups that no test tells apart, in the order of their first member."""
    groups: dict[tuple[bool, ...], list[str]] = {}
    for value in values:
        groups.setdefault(tuple(value in test for test in tests), []).append(value)
    return tuple(tuple(group) for group in groups.values())


def choice(questions: list[Question], tests: list[frozenset[str]], diagrams: Diagrams, at: int) -> Choice:
    """The variable of a choice, with the options of every protocol that has the question."""
    values = list(dict.fromkeys(option.id for q in questions for option in q.options))
    if any(not q.needed and q.if_absent is None for q in questions):
        values.append(NOT_GIVEN)
    groups = grouped(values, tests)
    return Choice(diagrams.new_variable(at, len(groups)), groups)


def ticks(
    questions: list[Question],
    tests: list[frozenset[str]],
    counted: Iterable[frozenset[str]],
    diagrams: Diagrams,
    at: int,
) -> Ticks:
    """The variables of a set of ticks. `counted`: sets of which a condition wants two."""
    options = {option.id: option for q in reversed(questions) for option in q.options}
    alone = grouped([o.id for o in options.values() if o.alone], tests)
    variable = diagrams.new_variable(at, len(alone) + 1)
    counters = []
    wanted = list(counted)
    for index, group in enumerate(grouped([o.id for o in options.values() if not o.alone], tests), start=1):
        number = at + index * STEP
        most = min(len(group), 2 if any(group[0] in test for test in wanted) else 1)
        counters.append((diagrams.new_variable(number, most + 1), group))
    return Ticks(variable, alone, tuple(counters))


def number(questions: list[Question], borders: Iterable[int], diagrams: Diagrams, at: int) -> Number:
    """The variable of a number that stands for itself."""
    least = min(q.least if q.least is not None else -(10**6) for q in questions)
    most = max(q.greatest if q.greatest is not None else 10**6 for q in questions)
    absent = [int(q.if_absent[0]) if q.if_absent else 0 for q in questions if not q.needed]
    known = tuple(sorted(borders))
    points = sorted({min(max(0, least), most), *(b for b in known if least <= b <= most), least, *absent})
    by_band: dict[int, int] = {}
    for point in points:
        band = bisect_right(known, point)
        if band not in by_band or abs(point) < abs(by_band[band]):
            by_band[band] = point
    examples = tuple(by_band[band] for band in sorted(by_band))
    return Number(diagrams.new_variable(at, len(examples)), known, examples)


def ticked(diagrams: Diagrams, variables: Ticks, values: Iterable[str]) -> int:
    """Where at least one of the values is ticked."""
    wanted = frozenset(values)
    found = [
        diagrams.among(variable, range(1, diagrams.sizes[variable]))
        for variable, group in variables.counters
        if group[0] in wanted
    ]
    alone = [i + 1 for i, group in enumerate(variables.alone_groups) if group[0] in wanted]
    return diagrams.any([*found, diagrams.among(variables.alone, alone)])


def two_ticked(diagrams: Diagrams, variables: Ticks, values: Iterable[str]) -> int:
    """Where two or more of the values are ticked."""
    wanted = frozenset(values)
    one, two = NONE, NONE
    for variable, group in reversed(variables.counters):
        if group[0] not in wanted:
            continue
        size = diagrams.sizes[variable]
        least_one = diagrams.among(variable, range(1, size))
        two = diagrams.any([two, diagrams.both(least_one, one), diagrams.among(variable, range(2, size))])
        one = diagrams.either(one, least_one)
    return two


def proper(diagrams: Diagrams, variables: Ticks, may_be_empty: bool, known: frozenset[str]) -> int:
    """Sets of ticks that can be given: one that stands alone, or one or more of the others, all of them known."""
    others = [diagrams.among(v, range(1, diagrams.sizes[v])) for v, group in variables.counters if group[0] in known]
    strange = [
        diagrams.among(v, range(1, diagrams.sizes[v])) for v, group in variables.counters if group[0] not in known
    ]
    alone = [i + 1 for i, group in enumerate(variables.alone_groups) if group[0] in known]
    some = ALL if may_be_empty else diagrams.any(others)
    together = diagrams.every([diagrams.among(variables.alone, [0]), some])
    single = diagrams.less(diagrams.among(variables.alone, alone), diagrams.any(others))
    return diagrams.less(diagrams.either(together, single), diagrams.any(strange))
