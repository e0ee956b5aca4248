"""Every part that can reach a level: an effect that names a level of the case, or the effects that work on one mark.

A part that works on a mark is told with one mark beside the case (`one_entry`), whatever other marks there are.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from bruiseaid.proof.levels.ladder import SO_FAR, Ladder, Part
from bruiseaid.proof.sets.diagrams import NONE, Diagrams
from bruiseaid.proof.space.meaning import Meaning, Words
from bruiseaid.proof.space.one_entry import OneEntry
from bruiseaid.proof.space.placing import ROOM
from bruiseaid.protocol.conditions import ALWAYS
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Reach:
    """What reaches a level: an effect of the case, or what works on one mark (`of_mark`).

    `named`: the rule and which of its effects, as in other versions of the rules; nothing for what all effects on a
    mark reach together.
    """

    level: int
    cases: int
    of_mark: bool
    named: str = ""


class Parts:
    """Every part that can reach a level, told with one mark beside the case."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.meaning = ladder.meaning
        self.diagrams = ladder.diagrams
        self.size = ladder.size
        self._entries: dict[tuple[int, str], OneEntry] = {}
        self.marks = ladder.meaning.marks
        self._covered: dict[tuple[int, int, bool], bool] = {}
        self.so_far = self.diagrams.new_variable(ROOM * 10_000, self.size + 1)
        _ = self.reaches, self.late  # all atoms are made before any pairs are looked at

    def entry(self, meaning: Meaning, list_id: str) -> OneEntry:
        """One entry of a list, as a protocol sees it."""
        key = id(meaning), list_id
        if key not in self._entries:
            self._entries[key] = OneEntry(meaning, list_id)
        return self._entries[key]

    def changed(self, variable: int) -> int:
        """The variable of a field of the entry that is changed, by that of an entry that stays the same."""
        found = variable + ROOM // 2
        if found not in self.diagrams.sizes:
            self.diagrams.new_variable(found, self.diagrams.sizes[variable])
        return found

    @cached_property
    def reaches(self) -> tuple[Reach, ...]:
        """All parts before the late effects."""
        found: dict[tuple[int, bool], Reach] = {}
        for part in self.ladder.named:
            of_mark = part.effect.for_each_mark is not None
            cases = self._at(part) if of_mark else part.when
            rule = self.meaning.protocol.rules[part.rule]
            _add(found, Reach(part.level, cases, of_mark, f"{rule.id} {rule.effects.index(part.effect)}"))
        for level, cases in enumerate(self._of_a_mark()):
            _add(found, Reach(level, cases, True))
        return tuple(one for one in found.values() if one.cases != NONE)

    def covers(self, level: int, parts: frozenset[tuple[int, bool]]) -> bool:
        """Whether each of these parts, of a mark or not, lies within one that reaches the level here."""
        return all(self._covers(level, cases, of_mark) for cases, of_mark in parts)

    def _covers(self, level: int, cases: int, of_mark: bool) -> bool:
        key = level, cases, of_mark
        if key not in self._covered:
            here = [one.cases for one in self.reaches if one.level >= level and one.of_mark == of_mark]
            self._covered[key] = cases in here or any(self.diagrams.less(cases, one) == NONE for one in here)
        return self._covered[key]

    def _at(self, part: Part) -> int:
        where = ALWAYS if part.effect.for_each_mark is None else part.effect.for_each_mark
        return self.diagrams.both(part.when, self.entry(self.meaning, self.marks).where(where))

    def _of_a_mark(self) -> tuple[int, ...]:
        if self.marks not in self.meaning.space.kinds:
            return ()
        working = [replace(p, when=self._at(p)) for p in self.ladder.parts if p.effect.kind != "at_least"]
        return self.ladder.levels_of_mark(working)

    @cached_property
    def late(self) -> tuple[int, ...]:
        """By level, the cases in which late effects reach it. The level so far is a variable of its own; 0: none."""
        words = Words({SO_FAR: tuple(self.diagrams.among(self.so_far, (i + 1,)) for i in range(self.size))})
        found = [NONE] * self.size
        for rule in self.meaning.protocol.rules:
            for effect in rule.effects:
                if effect.late and effect.kind == "at_least":
                    holds = self.meaning.holds(effect.when, words)
                    if effect.for_each_mark is not None:
                        holds = self.diagrams.both(holds, self.meaning.seen(self.marks, effect.for_each_mark))
                    for level in range(self.ladder.level.get(effect.level, 0) + 1):
                        found[level] = self.diagrams.either(found[level], holds)
        return tuple(found)


def _add(found: dict[tuple[int, bool], Reach], one: Reach) -> None:
    """Keeps of those with the same cases the one that reaches the highest level."""
    known = found.get((one.cases, one.of_mark))
    if known is None or known.level < one.level:
        found[one.cases, one.of_mark] = one


def not_lower(diagrams: Diagrams, so_far: int, size: int) -> int:
    """The pairs of which the second has no lower level so far."""
    return diagrams.any(
        diagrams.both(diagrams.among(so_far, (i,)), diagrams.among(so_far + 1, range(i, size + 1)))
        for i in range(size + 1)
    )
