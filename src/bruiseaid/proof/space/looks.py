"""What the conditions of a protocol look at, gathered: the tests that tell answers apart.

Nothing about one protocol is built in. A test of an answer is a set of its values, one of which is enough; a test of a
column of the places is the set of places that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from bruiseaid.protocol.conditions import (
    AllOf,
    AnyIn,
    AnyMark,
    AnyOf,
    Between,
    Condition,
    EveryMark,
    Is,
    Not,
    TwoOrMore,
)
from bruiseaid.protocol.model import AgeFact, CountFact, Protocol, Question, ValueFact
from bruiseaid.values import dataclass

CASE = ""
"""The scope of conditions over the whole case; others are named by the question of their list."""


@dataclass(slots=True)
class Looks:
    """Tests by scope and name: sets of values one of which is enough, sets of which two are needed, borders of numbers.

    `apart`: values that are only counted one by one. `sides_matter`: the lists in which left and right are counted.
    """

    any_of: dict[tuple[str, str], set[frozenset[str]]] = field(default_factory=dict)
    two_of: dict[tuple[str, str], set[frozenset[str]]] = field(default_factory=dict)
    apart: dict[tuple[str, str], set[frozenset[str]]] = field(default_factory=dict)
    borders: dict[str, set[int]] = field(default_factory=dict)
    sides_matter: set[str] = field(default_factory=set)

    def tests(self, scope: str, name: str) -> list[frozenset[str]]:
        """Every test of one answer, in a fixed order."""
        key = (scope, name)
        return sorted({*self.apart.get(key, ()), *self.of_conditions(scope, name)}, key=sorted)

    def of_conditions(self, scope: str, name: str) -> list[frozenset[str]]:
        """The tests of one answer by conditions, without those that are there for counting."""
        key = (scope, name)
        return sorted(self.any_of.get(key, set()) | self.two_of.get(key, set()), key=sorted)


@dataclass(frozen=True, slots=True)
class Scoped:
    """A condition and the scope it stands in."""

    condition: Condition
    scope: str


def marks_list(protocol: Protocol) -> str:
    """The id of the question that lists the marks; '' without one."""
    return next((q.id for q in protocol.questions if q.type == "marks"), CASE)


def conditions_of(protocol: Protocol) -> Iterator[Scoped]:
    """Every condition of facts, rules, actions, least sets, questions and ends."""
    marks = marks_list(protocol)
    yield from _of_facts(protocol, marks)
    for rule in protocol.rules:
        for effect in rule.effects:
            yield Scoped(effect.when, CASE)
            if effect.for_each_mark is not None:
                yield Scoped(effect.for_each_mark, marks)
    for action in protocol.actions:
        yield Scoped(action.when, CASE)
        yield from (Scoped(timing.when, CASE) for timing in action.timings)
    for level in protocol.levels:
        yield from (Scoped(least.when, CASE) for least in level.least)
    yield from (Scoped(end.when, CASE) for end in protocol.scope_ends)
    yield from _of_questions(protocol)


def _of_facts(protocol: Protocol, marks: str) -> Iterator[Scoped]:
    for fact in protocol.facts:
        if isinstance(fact, ValueFact):
            yield from (Scoped(when, marks if fact.of_each_mark else CASE) for _, when in fact.branches)
        elif isinstance(fact, CountFact):
            yield Scoped(fact.where, marks)


def _of_questions(protocol: Protocol) -> Iterator[Scoped]:
    for question in protocol.questions:
        yield Scoped(question.ask_when, CASE)
        if question.put_off_when is not None:
            yield Scoped(question.put_off_when, CASE)
        if question.type in ("marks", "people", "entries"):
            yield from (Scoped(one.ask_when, question.id) for one in question.fields)


def gather(protocol: Protocol, conditions: Iterable[Scoped], into: Looks) -> None:
    """Adds every test of the conditions."""
    seen: set[Scoped] = set()
    for one in conditions:
        if one not in seen:
            seen.add(one)
            _gather(protocol, one.condition, one.scope, into)
    for fact in protocol.facts:
        if isinstance(fact, CountFact):
            _keep_apart(protocol, fact, into)


def _gather(protocol: Protocol, condition: Condition, scope: str, into: Looks) -> None:
    match condition:
        case Is(name, values) | TwoOrMore(name, values):
            where, known, wanted = resolved(protocol, scope, name, frozenset(values))
            tests = into.any_of if isinstance(condition, Is) else into.two_of
            tests.setdefault((where, known), set()).add(wanted)
        case Between(name, low, under):
            key = number_key(protocol, name)
            into.borders.setdefault(key, set()).update(n for n in (low, under) if n is not None)
        case AnyMark(part) | EveryMark(part):
            _gather(protocol, part, marks_list(protocol), into)
        case AnyIn(name, part):
            _gather(protocol, part, name, into)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                _gather(protocol, part, scope, into)
        case Not(part):
            _gather(protocol, part, scope, into)
        case _:
            return


def resolved(protocol: Protocol, scope: str, name: str, values: frozenset[str]) -> tuple[str, str, frozenset[str]]:
    """Where a name inside a scope is found, and the values of the answer there that are meant.

    A column of the places becomes the field of the place, with the places that have one of the values.
    """
    question = question_of(protocol, scope)
    if question is not None:
        if any(one.id == name for one in question.fields):
            return scope, name, values
        place = place_field(question)
        if place and any(name in region.columns for region in protocol.regions):
            return scope, place, places_with(protocol, name, values)
    return CASE, name, values


def question_of(protocol: Protocol, name: str) -> Question | None:
    """The question with that id."""
    return next((q for q in protocol.questions if q.id == name), None) if name else None


def place_field(question: Question) -> str:
    """The field of a list that holds the place on the body; '' without one."""
    return next((one.id for one in question.fields if one.type == "region"), "")


def places_with(protocol: Protocol, column: str, values: frozenset[str]) -> frozenset[str]:
    """The places whose column has one of the values."""
    return frozenset(region.id for region in protocol.regions if region.columns.get(column, "") in values)


def number_key(protocol: Protocol, name: str) -> str:
    """A name for a number that is the same in two protocols that count it alike."""
    fact = next((f for f in protocol.facts if f.id == name), None)
    return f"{fact.unit} since {fact.since} and {fact.weeks_later}" if isinstance(fact, AgeFact) else name


def _keep_apart(protocol: Protocol, fact: CountFact, into: Looks) -> None:
    """Values that are counted one by one are tests of their own."""
    marks = marks_list(protocol)
    for name in (fact.different, fact.both_sides_of):
        if not name:
            continue
        where, known, _ = resolved(protocol, marks, name, frozenset())
        if fact.different == name or known != name:
            into.apart.setdefault((where, known), set()).update(_one_by_one(protocol, marks, name))
    if fact.both_sides_of:
        into.sides_matter.add(marks)


def _one_by_one(protocol: Protocol, marks: str, name: str) -> Iterable[frozenset[str]]:
    """Each value of a detail by itself; of a column, the places that have the value."""
    question = question_of(protocol, marks)
    for one in question.fields if question else ():
        if one.id == name:
            ids = [r.id for r in protocol.regions] if one.type == "region" else [o.id for o in one.options]
            return [frozenset((value,)) for value in ids]
    by_value: dict[str, set[str]] = {}
    for region in protocol.regions:
        by_value.setdefault(region.columns.get(name, ""), set()).add(region.id)
    return map(frozenset, by_value.values())
