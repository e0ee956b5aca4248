"""Which level every case has: the sets of cases that reach each level, made of parts and put together by the highest.

Bases, steps and caps work on each mark: marks that the effects cannot tell apart reach the same level, so there is one
part for each kind of effect that can come together on a mark.
"""

from __future__ import annotations

from functools import cached_property

from bruiseaid.proof.lists.contexts import pieces
from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.space.meaning import Meaning, Words
from bruiseaid.proof.space.sight import looked_outside
from bruiseaid.protocol.conditions import ALWAYS, AllOf, AnyOf, Condition, Not
from bruiseaid.protocol.model import Effect, ValueFact
from bruiseaid.values import dataclass

LEVEL, STANDING, SO_FAR, FIRED, ACTION = "level", "standing_level", "level_so_far", "fired", "action"


@dataclass(frozen=True, slots=True)
class Part:
    """An effect with the cases in which its own condition holds. `rule` and `level` are indices."""

    rule: int
    effect: Effect
    level: int
    when: int


class Ladder:
    """The levels of a protocol as sets of cases, indexed from the least urgent level."""

    def __init__(self, meaning: Meaning) -> None:
        self.meaning = meaning
        self.diagrams = meaning.diagrams
        protocol = meaning.protocol
        self.size = len(protocol.levels)
        self.level = {one.id: index for index, one in enumerate(protocol.levels)}
        self.rule = {one.id: index for index, one in enumerate(protocol.rules)}
        self.cap = self.level.get(protocol.cap_of_a_mark, self.size - 1)
        self._so_far: dict[frozenset[int], tuple[int, ...]] = {}
        self._reached: dict[frozenset[int], tuple[int, ...]] = {}
        self._marks: dict[frozenset[int], list[int]] = {}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every effect that does not look at the level so far."""
        for fact in self.meaning.protocol.facts:
            if isinstance(fact, ValueFact) and not fact.of_each_mark:
                self.meaning.values(fact.id)
        return tuple(
            Part(index, effect, self.level.get(effect.level, 0), self.meaning.holds(effect.when))
            for index, rule in enumerate(self.meaning.protocol.rules)
            for effect in rule.effects
            if not effect.late
        )

    def so_far(self, without: frozenset[int] = frozenset()) -> tuple[int, ...]:
        """For each level, the cases that reach it before the late effects; `without` some rules."""
        found = self._so_far.get(without)
        if found is None:
            found = self._so_far[without] = self._worked_out(without)
        return found

    def _worked_out(self, without: frozenset[int]) -> tuple[int, ...]:
        marks = self.of_marks(without)
        named = [(part.level, self.fires(part)) for part in self.named if part.rule not in without]
        return tuple(
            self.diagrams.any([marks[level], *(one for reached, one in named if reached >= level)])
            for level in range(self.size)
        )

    @cached_property
    def named(self) -> tuple[Part, ...]:
        """The effects that name a level of the case."""
        return tuple(part for part in self.parts if part.effect.kind == "at_least")

    def of_marks(self, without: frozenset[int]) -> list[int]:
        """For each level, the cases in which some mark by itself reaches it; `without` some rules."""
        working = [part for part in self.parts if part.effect.kind != "at_least" and part.rule not in without]
        key = frozenset(part.rule for part in working)
        if key not in self._marks:
            self._marks[key] = self._of_marks(working)
        return self._marks[key]

    def fires(self, part: Part) -> int:
        """The cases in which the effect holds, for the case or for some mark."""
        where = part.effect.for_each_mark
        if where is None:
            return part.when
        return self.diagrams.both(part.when, self.meaning.seen(self.meaning.marks, where))

    def reached(self, without: frozenset[int] = frozenset()) -> tuple[int, ...]:
        """For each level, the cases that reach it or a more urgent one."""
        found = self._reached.get(without)
        if found is None:
            so_far = self.so_far(without)
            late = [
                (self.level.get(effect.level, 0), self._late(effect, so_far))
                for index, rule in enumerate(self.meaning.protocol.rules)
                for effect in rule.effects
                if effect.late and index not in without and effect.kind == "at_least"
            ]
            found = tuple(
                self.diagrams.any([so_far[level], *(one for reached, one in late if reached >= level)])
                for level in range(self.size)
            )
            self._reached[without] = found
        return found

    @cached_property
    def pieces(self) -> tuple[tuple[int, ...], ...]:
        """For each level, sets that together are the cases that reach it: each effect's own, and those of marks."""
        so_far, marks = self.so_far(), self.of_marks(frozenset())
        sets = [(part.level, self.fires(part)) for part in self.named]
        sets += [
            (self.level.get(effect.level, 0), self._late(effect, so_far))
            for rule in self.meaning.protocol.rules
            for effect in rule.effects
            if effect.late and effect.kind == "at_least"
        ]
        return tuple((marks[level], *(one for at, one in sets if at >= level)) for level in range(self.size))

    def _late(self, effect: Effect, so_far: tuple[int, ...]) -> int:
        holds = self.meaning.holds(effect.when, Words({SO_FAR: self.exactly(so_far)}))
        if effect.for_each_mark is None:
            return holds
        return self.diagrams.both(holds, self.meaning.seen(self.meaning.marks, effect.for_each_mark))

    def exactly(self, reached: tuple[int, ...]) -> tuple[int, ...]:
        """For each level, the cases that have just that level."""
        above = (*reached[1:], NONE)
        return tuple(self.diagrams.less(one, more) for one, more in zip(reached, above, strict=True))

    @cached_property
    def without_for_standing(self) -> frozenset[int]:
        """The rules that do not count for the standing level."""
        return frozenset(self.rule[name] for name in self.meaning.protocol.standing_level_without)

    @cached_property
    def fired(self) -> dict[str, int]:
        """For each rule the cases in which it fires."""
        so_far = self.so_far()
        by_rule: dict[str, list[int]] = {rule.id: [] for rule in self.meaning.protocol.rules}
        for part in self.parts:
            by_rule[self.meaning.protocol.rules[part.rule].id].append(self.fires(part))
        for rule in self.meaning.protocol.rules:
            by_rule[rule.id] += [self._late(effect, so_far) for effect in rule.effects if effect.late]
        return {name: self.diagrams.any(sets) for name, sets in by_rule.items()}

    @cached_property
    def words(self) -> Words:
        """The words that promises and actions may use of the outcome."""
        levels = {
            LEVEL: self.exactly(self.reached()),
            STANDING: self.exactly(self.reached(self.without_for_standing)),
            SO_FAR: self.exactly(self.so_far()),
        }
        return Words(levels, {FIRED: self.fired})

    def _of_marks(self, parts: list[Part]) -> list[int]:
        """For each level, the cases in which some mark by itself reaches it."""
        together: dict[tuple[int, ...], list[Condition]] = {}
        for kind, working in self._kinds_of_mark(parts):
            levels = self.levels_of_mark(working)
            if any(levels):
                together.setdefault(levels, []).append(kind)
        found = [NONE] * self.size
        for levels, kinds in together.items():
            some = self.meaning.seen(self.meaning.marks, kinds[0] if len(kinds) == 1 else AnyOf(tuple(kinds)))
            for level, reached in enumerate(levels):
                found[level] = self.diagrams.either(found[level], self.diagrams.both(some, reached))
        return found

    def _kinds_of_mark(self, parts: list[Part]) -> list[tuple[Condition, list[Part]]]:
        """The ways in which the effects can come together on a mark: a condition, and the effects that work there."""
        tests = list(dict.fromkeys(one.effect.for_each_mark or ALWAYS for one in parts))
        found: list[tuple[Condition, list[Part]]] = []
        for met in sorted(self._met_together(tests), reverse=True):
            kind = AllOf(tuple(test if met[i] else Not(test) for i, test in enumerate(tests)))
            chosen = {test for test, holds in zip(tests, met, strict=True) if holds}
            working = [one for one in parts if (one.effect.for_each_mark or ALWAYS) in chosen]
            if any(one.effect.kind == "base" for one in working):
                found.append((kind, working))
        return found

    def _met_together(self, tests: list[Condition]) -> set[tuple[bool, ...]]:
        """Which of the tests a mark can meet together, in any case."""
        marks = self.meaning.marks
        if marks not in self.meaning.space.kinds:
            return set()
        protocol, every = self.meaning.protocol, [*tests, ALWAYS]
        sets = {self.meaning.holds(one) for test in every for one in looked_outside(protocol, marks, test)}
        found: set[tuple[bool, ...]] = set()
        for known, _ in pieces(self.meaning.space, ALL, sets - {NONE, ALL}):
            sight = self.meaning.sight(marks, known)
            cells: list[tuple[int, tuple[bool, ...]]] = [(sight.valid, ())]
            for test in tests:
                bits = sight.where(test)
                cells = [(c & b, (*m, h)) for c, m in cells for b, h in ((bits, True), (~bits, False)) if c & b]
            found |= {met for _, met in cells}
        return found

    def levels_of_mark(self, working: list[Part]) -> tuple[int, ...]:
        """For each level, the cases in which a mark on which these effects work reaches it."""
        steps = [ALL]
        for part in working:
            if part.effect.kind == "raise_by":
                for _ in range(part.effect.steps):
                    steps.append(NONE)
                steps = [
                    self.diagrams.either(one, self.diagrams.both(part.when, steps[max(0, n - part.effect.steps)]))
                    for n, one in enumerate(steps)
                ]
        return tuple(self._reaches(working, steps, level) for level in range(self.size))

    def _reaches(self, working: list[Part], steps: list[int], level: int) -> int:
        if level > self.cap:
            return NONE
        ways = [
            self.diagrams.both(part.when, steps[max(0, level - part.level)])
            for part in working
            if part.effect.kind == "base" and max(0, level - part.level) < len(steps)
        ]
        capped = [part.when for part in working if part.effect.kind == "cap" and part.level < level]
        return self.diagrams.less(self.diagrams.any(ways), self.diagrams.any(capped))
