"""Every case of a small protocol, tried one by one by the engine: what the proof is compared with.

A case is a row of answers (answered whether asked or not, as the proof has it) and a list of marks, of any order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import combinations, combinations_with_replacement, product
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.clocks import completed_months
from bruiseaid.engine.compiled import NO, YES, Test, World, compiled
from bruiseaid.engine.journey import missing_details, scope_end
from bruiseaid.engine.levels import Levels, level_without, levels_of
from bruiseaid.engine.ready import Ready, ready
from bruiseaid.engine.world import answered, world_of
from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.told import Told
from bruiseaid.proof.space.births import SEEN_ON
from bruiseaid.proof.space.fitting import Found
from bruiseaid.proof.space.looks import conditions_of
from bruiseaid.proof.stories.cases import place_of
from bruiseaid.protocol.asking import Question
from bruiseaid.protocol.conditions import Between, Condition, Is, walk
from bruiseaid.protocol.model import AgeFact, Protocol

MOST_LISTS = 84
Row: TypeAlias = tuple[Answer, ...]
Mark: TypeAlias = tuple[tuple[str, str], ...]
Marks: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """One case as the engine sees it. `level` -1: none."""

    row: int
    marks: Marks
    world: World
    levels: Levels
    in_scope: bool
    told: Told

    @property
    def level(self) -> int:
        return self.levels.greatest


@dataclass
class Brute:
    """All cases of a protocol, as far as they are few enough to be tried."""

    protocol: Protocol
    prover: Prover
    tried: dict[tuple[int, Marks], Tried] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.made: Ready = ready(self.protocol)
        self.asked_for = [q for q in self.protocol.questions if q.type != "marks"]
        self.list_id = next((q.id for q in self.protocol.questions if q.type == "marks"), "")
        zone = ZoneInfo(self.protocol.time_zone)
        self.seen_at = datetime.combine(SEEN_ON[0], datetime.min.time().replace(hour=10), zone)
        self.rows: list[Row] = list(product(*(self._answers(q) for q in self.asked_for)))
        self.marks: list[Mark] = list(self._marks()) if self.list_id else []
        self.most = next((n for n in (3, 2) if self._lists(n) <= MOST_LISTS), 1)
        places: list[Found] = [self._place(mark) for mark in self.marks]
        for number, row in enumerate(self.rows):
            here = place_of(self.prover.space, self._case(row, ()))
            for marks in self.lists():
                lists = {self.list_id: tuple(places[i] for i in marks)} if self.list_id else {}
                self.tried[number, marks] = self._tried(number, marks, Told(self.prover.space, here, lists))

    def _lists(self, longest: int) -> int:
        total, ways = 1, 1
        for n in range(1, longest + 1):
            ways = ways * (len(self.marks) + n - 1) // n
            total += ways
        return total

    def lists(self) -> Iterator[Marks]:
        """Every list of marks that is tried, without regard to order."""
        for length in range(self.most + 1 if self.marks else 1):
            yield from combinations_with_replacement(range(len(self.marks)), length)

    def _case(self, row: Row, marks: Marks) -> Case:
        answers = {q.id: answer for q, answer in zip(self.asked_for, row, strict=True) if answer}
        if self.list_id:
            answers[self.list_id] = tuple(dict(self.marks[i]) for i in marks)
        return Case(self.protocol, self.seen_at, self.protocol.boroughs[0].id, answers)

    def case(self, one: Tried) -> Case:
        return self._case(self.rows[one.row], one.marks)

    def _tried(self, row: int, marks: Marks, told: Told) -> Tried:
        case = self._case(self.rows[row], marks)
        given = answered(self.made, case)
        world = world_of(self.made, given, still_open=False)
        open_ = any(self._is_asked(q, world) and q.needed and q.id not in given.given for q in self.protocol.questions)
        ends = scope_end(self.made, world, level_is_possible=True) is not None
        return Tried(row, marks, world, levels_of(self.made, world), not (open_ or ends), told)

    def _is_asked(self, question: Question, world: World) -> bool:
        test = self.made.questions[question.id].asked
        return test is None or test(world, None) != NO

    def _answers(self, question: Question) -> list[Answer]:
        left: list[Answer] = [""] if not question.needed and question.if_absent is None else []
        if question.type == "choice":
            return [*(option.id for option in question.options), *left]
        if question.type == "number":
            return [*(str(n) for n in range(question.least or 0, (question.greatest or 0) + 1)), *left]
        if question.type == "date":
            return [one.isoformat() for one in self._dates(question)]
        alone = [(option.id,) for option in question.options if option.alone]
        ids = [option.id for option in question.options if not option.alone]
        return [*alone, *(c for n in range(1, len(ids) + 1) for c in combinations(ids, n)), *left]

    def _dates(self, question: Question) -> list[date]:
        """Of each stretch of days that no border tells apart (however early the birth) the latest day."""
        ages = [f for f in self.protocol.facts if isinstance(f, AgeFact) and f.since == question.id]
        found: dict[object, date] = {}
        for back in range(130):
            day = SEEN_ON[0] - timedelta(days=back)
            found.setdefault(tuple(self._bands(one, day) for one in ages), day)
        return list(found.values())

    def _bands(self, age: AgeFact, day: date) -> tuple[int, ...]:
        borders = sorted(self._borders.get(age.id, ()))
        bands = []
        for week in range(3 if age.weeks_later else 1):
            start = day + timedelta(weeks=week)
            old = completed_months(start, SEEN_ON[0]) if age.unit == "months" else (SEEN_ON[0] - start).days
            bands.append(bisect_right(borders, old))
        return tuple(bands)

    @cached_property
    def _borders(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for one in (c for protocol in self.prover.space.protocols for c in conditions_of(protocol)):
            for part in walk(one.condition):
                if isinstance(part, Between):
                    found.setdefault(part.name, set()).update(n for n in (part.low, part.under) if n is not None)
        return found

    def _marks(self) -> Iterator[Mark]:
        """Every mark with all details that are asked of it, and a side where sides are counted."""
        fields = self.made.questions[self.list_id].question.fields
        inside = [f for f in fields if f.options and f.id != "side"]
        for region in self.protocol.regions:
            sides = region.sides if self.prover.space.looks.sides_matter else ("",)
            for values in product(*([*(o.id for o in f.options), *([] if f.needed else [""])] for f in inside)):
                mark = {f.id: v for f, v in zip(inside, values, strict=True) if v}
                if any(f.id in mark and not self._fits(f.ask_when, mark) for f in inside):
                    continue
                if any(f.id not in mark and f.if_absent is not None and self._fits(f.ask_when, mark) for f in inside):
                    continue
                for side in sides:
                    extra = {"side": side} if side else {}
                    yield tuple({"region": region.id, **mark, **extra}.items())

    def _fits(self, condition: Condition, mark: dict[str, str]) -> bool:
        return not isinstance(condition, Is) or mark.get(condition.name, "") in condition.values

    def _place(self, mark: Mark) -> Found:
        nothing = {one: False for atom in self.prover.space.atoms.values() for one in atom.rests_on}
        entry = dict(mark)
        return self.prover.meaning.sight(self.list_id, nothing).kind_of(entry), entry.get("side", "")

    def test(self, condition: Condition, inside: str = "") -> Test:
        """The condition as the engine runs it."""
        return compiled(condition, self.made.names, inside)

    def holds(self, condition: Condition) -> set[tuple[int, Marks]]:
        """The cases in which a condition over the case holds."""
        test = self.test(condition)
        return {key for key, one in self.tried.items() if test(one.world, None) == YES}

    def level_without(self, one: Tried, rules: frozenset[int]) -> int:
        """The level the case has without some rules."""
        return level_without(self.made, one.world, one.levels, rules)


def is_whole(brute: Brute, entry: Mark) -> bool:
    """Whether the engine misses no detail of the mark."""
    return not missing_details(brute.made, brute.list_id, dict(entry))
