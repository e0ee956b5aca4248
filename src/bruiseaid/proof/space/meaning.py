"""What the conditions of one protocol mean in the space: each becomes the set of cases in which it holds.

What conditions see of a list as a whole (is there an entry such that..., are there two or more) becomes an `Atom`: a
variable of its own, placed after all answers. Whether values of several atoms can come together is for `fitting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.space.atoms import Atom, SeenAs, Shapes
from bruiseaid.proof.space.inside import Inside
from bruiseaid.proof.space.looks import marks_list, number_key
from bruiseaid.proof.space.placing import LAST
from bruiseaid.proof.space.sight import Sight, looked_outside
from bruiseaid.proof.space.space import Space
from bruiseaid.proof.space.variables import BirthDate, Choice, Number, Ticks, ticked, two_ticked
from bruiseaid.protocol.conditions import (
    ALWAYS,
    AllOf,
    Always,
    AnyIn,
    AnyMark,
    AnyOf,
    AtLeast,
    Between,
    Condition,
    EveryMark,
    Is,
    Not,
    TwoOrMore,
    names,
    walk,
)
from bruiseaid.protocol.model import AgeFact, CountFact, Protocol, Question, ValueFact
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Sets for the words that only later conditions know: levels by name and index, and rules or actions by id."""

    levels: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    chosen: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


NO_WORDS = Words()


class Meaning:
    """The conditions of a protocol as sets over a space."""

    def __init__(self, protocol: Protocol, space: Space) -> None:
        self.protocol = protocol
        self.space = space
        self.diagrams = space.diagrams
        self.questions: dict[str, Question] = {q.id: q for q in protocol.questions}
        self.facts = {fact.id: fact for fact in protocol.facts}
        self.marks = marks_list(protocol)
        self._values: dict[str, tuple[int, ...]] = {}
        self._asked: dict[str, int] = {}
        self._outside: int | None = None
        self._kept: dict[int, tuple[Condition, int]] = {}
        self._sights: dict[tuple[str, tuple[tuple[int, bool], ...]], Sight] = {}
        self._inside: dict[str, Inside] = {}
        self._shapes: dict[str, Shapes] = {}
        self._working_out = [LAST]

    def holds(self, condition: Condition, words: Words = NO_WORDS) -> int:
        """The cases in which the condition holds."""
        if words is not NO_WORDS:
            return self._holds(condition, words)
        kept = self._kept.get(id(condition))
        if kept is None:
            kept = self._kept[id(condition)] = (condition, self._holds(condition, words))
        return kept[1]

    def _holds(self, condition: Condition, words: Words) -> int:
        match condition:
            case Always():
                return ALL
            case AllOf(parts):
                return self.diagrams.every([self.holds(part, words) for part in parts])
            case AnyOf(parts):
                return self.diagrams.any([self.holds(part, words) for part in parts])
            case Not(part):
                return self.diagrams.no(self.holds(part, words))
            case Is(name, values):
                return self._is(name, values, words)
            case AtLeast(name, value):
                return self._at_least(name, value, words)
            case TwoOrMore(name, values):
                known = self.space.variables.get(name)
                found = two_ticked(self.diagrams, known, values) if isinstance(known, Ticks) else NONE
                return self.diagrams.both(found, self.asked(name))
            case Between(name, low, under):
                return self._between(name, low, under)
            case AnyMark(part):
                return self.seen(self.marks, part)
            case EveryMark(part):
                return self.diagrams.less(self.seen(self.marks, ALWAYS), self.seen(self.marks, Not(part)))
            case AnyIn(name, part):
                return self.seen(name, part)

    def _is(self, name: str, values: tuple[str, ...], words: Words) -> int:
        if name in words.levels:
            ids = [level.id for level in self.protocol.levels]
            return self.diagrams.any([words.levels[name][ids.index(value)] for value in values if value in ids])
        if name in words.chosen:
            return self.diagrams.any([words.chosen[name].get(value, NONE) for value in values])
        if name in self.facts:
            fact = self.facts[name]
            sets = self.values(name)
            assert isinstance(fact, ValueFact)
            return self.diagrams.any([sets[fact.values.index(value)] for value in values])
        return self._answered(name, values)

    def _answered(self, name: str, values: Iterable[str]) -> int:
        known = self.space.variables.get(name)
        if isinstance(known, Choice):
            found = self.diagrams.among(known.variable, known.among(values))
        elif isinstance(known, Ticks):
            found = ticked(self.diagrams, known, values)
        else:
            found = NONE
        return self.diagrams.both(found, self.asked(name))

    def _at_least(self, name: str, value: str, words: Words) -> int:
        if name in words.levels:
            ids = [level.id for level in self.protocol.levels]
            return self.diagrams.any(words.levels[name][ids.index(value) :])
        fact = self.facts[name]
        assert isinstance(fact, ValueFact)
        return self.diagrams.any(self.values(name)[fact.values.index(value) :])

    def values(self, name: str) -> tuple[int, ...]:
        """For each value of a fact of the case, the cases in which it has that value."""
        found = self._values.get(name)
        if found is None:
            fact = self.facts[name]
            assert isinstance(fact, ValueFact)
            self._working_out.append(name)
            found = self._values[name] = self._first_that_holds(fact)
            self._working_out.pop()
        return found

    def _first_that_holds(self, fact: ValueFact) -> tuple[int, ...]:
        sets = dict.fromkeys(fact.values, NONE)
        left = ALL
        for value, when in fact.branches:
            here = self.diagrams.both(left, self.holds(when))
            sets[value] = self.diagrams.either(sets[value], here)
            left = self.diagrams.less(left, here)
        sets[fact.otherwise] = self.diagrams.either(sets[fact.otherwise], left)
        return tuple(sets.values())

    def asked(self, name: str) -> int:
        """The cases in which the question is asked."""
        found = self._asked.get(name)
        if found is None:
            question = self.questions.get(name)
            found = self._asked[name] = NONE if question is None else self.holds(question.ask_when)
        return found

    def _asked_or_outside(self, name: str) -> int:
        """The cases in which the question is asked, with those that end outside the scope by an answer alone. What
        those would come to is told by nothing (unless a promise speaks of every case), and the sets are smaller."""
        if self._outside is None:
            self._outside = NONE  # where those answers are asked by age themselves
            ends = [end.when for end in self.protocol.scope_ends if not end.only_without_level]
            by_answers = [when for when in ends if names(when) <= self.questions.keys()]
            spoken_of = any(_says_everywhere(promise.rule) for promise in self.protocol.promises)
            self._outside = NONE if spoken_of else self.diagrams.any(map(self.holds, by_answers))
        return self.diagrams.either(self.asked(name), self._outside)

    def _between(self, name: str, low: int | None, under: int | None) -> int:
        fact = self.facts.get(name)
        if isinstance(fact, AgeFact):
            known = self.space.variables.get(fact.since)
            assert isinstance(known, BirthDate)
            found = known.births.between(number_key(self.protocol, name), low, under)
            return self.diagrams.both(self.diagrams.among(known.variable, found), self._asked_or_outside(fact.since))
        if isinstance(fact, CountFact):
            return self.diagrams.less(
                self._so_many(fact, low or 0), NONE if under is None else self._so_many(fact, under)
            )
        return self._number_between(name, low, under)

    def _number_between(self, name: str, low: int | None, under: int | None) -> int:
        variable = self.space.variables.get(self.space.moves.get(name, name))
        if isinstance(variable, BirthDate):
            found = self.diagrams.among(variable.variable, variable.births.between(name, low, under))
        elif isinstance(variable, Number):
            found = self.diagrams.among(variable.variable, variable.between(low, under))
        else:
            return NONE
        absent = self.questions[name].if_absent
        otherwise = int(absent[0]) if absent else 0
        counts = (low is None or otherwise >= low) and (under is None or otherwise < under)
        asked = self.asked(name)
        found = self.diagrams.both(found, asked)
        return self.diagrams.either(found, self.diagrams.no(asked)) if counts else found

    def _so_many(self, fact: CountFact, least: int) -> int:
        if least <= 0:
            return ALL
        if fact.both_sides_of:
            return self.seen(self.marks, fact.where, least, "both_sides", fact.both_sides_of)
        if fact.different and least > 1:
            return self.seen(self.marks, fact.where, least, "different", fact.different)
        return self.seen(self.marks, fact.where, least)

    def seen(
        self, list_id: str, where: Condition, least: int = 1, kind: SeenAs = "count", column: str = ""
    ) -> int:  # fmt: skip
        """The cases in which the list has so many such entries; the atom is made at first use."""
        if list_id not in self.space.kinds:
            return NONE
        key = (list_id, kind, self._shape(list_id, where), least, self._column(column))
        variable = self.space.atom_of.get(key)
        if variable is None:
            variable = self._next_number()
            self.diagrams.new_variable(variable, 2, ahead=8)
            rests_on = self._closure(looked_outside(self.protocol, list_id, where))
            self.space.atom_of[key] = variable
            self.space.atoms[variable] = Atom(variable, list_id, kind, where, least, column, rests_on, self)
        return self.diagrams.among(variable, (1,))

    def make_atoms(self, condition: Condition) -> None:
        """Makes the atoms of a condition over the case, so that all there are going to be are there."""
        for part in walk(condition):
            match part:
                case AnyMark(inside):
                    self.seen(self.marks, inside)
                case EveryMark(inside):
                    self.seen(self.marks, ALWAYS)
                    self.seen(self.marks, Not(inside))
                case AnyIn(name, inside):
                    self.seen(name, inside)
                case _:
                    pass

    def _next_number(self) -> int:
        """The number of a new atom, beside the answers that the fact it is made for looks at."""
        number = self.space.places[self._working_out[-1]]
        while number in self.diagrams.sizes:
            number += 2
        return number

    def holds_inside(self, list_id: str, where: Condition) -> frozenset[int]:
        """The sets of cases that decide which entries of the list meet the condition."""
        return self._closure(looked_outside(self.protocol, list_id, where))

    def _shape(self, list_id: str, where: Condition) -> object:
        if list_id not in self._shapes:
            self._shapes[list_id] = Shapes(self.protocol, list_id, self.holds)
        shapes = self._shapes[list_id]
        return shapes.of_list, shapes.of(where)

    def _column(self, column: str) -> object:
        if not column or not any(column in region.columns for region in self.protocol.regions):
            return column
        return frozenset((region.id, region.columns.get(column, "")) for region in self.protocol.regions)

    def _closure(self, conditions: frozenset[Condition]) -> frozenset[int]:
        """The sets of the conditions, and those that the atoms in them rest on."""
        found = {self.holds(condition) for condition in conditions}
        for one in tuple(found):
            for variable in self.diagrams.names(one):
                if variable in self.space.atoms:
                    found |= self.space.atoms[variable].rests_on
        return frozenset(found - {NONE, ALL})

    def sight(self, list_id: str, known: Mapping[int, bool]) -> Sight:
        """What conditions see of an entry, where it is known of each set of cases whether the case is in it."""
        key = (list_id, tuple(sorted(known.items())))
        found = self._sights.get(key)
        if found is None:
            truth = {**known, NONE: False, ALL: True}
            if list_id not in self._inside:
                self._inside[list_id] = Inside(self.protocol, self.space.kinds[list_id])
            found = self._sights[key] = Sight(self._inside[list_id], lambda one: truth[self.holds(one)])
        return found


def _says_everywhere(rule: object) -> bool:
    """Whether a promise, or one inside it, speaks of cases outside the scope as well."""
    if isinstance(rule, Mapping):
        return "everywhere" in rule or any(map(_says_everywhere, rule.values()))
    return isinstance(rule, list | tuple) and any(map(_says_everywhere, rule))
