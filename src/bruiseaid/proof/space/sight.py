"""What the conditions inside a list see of one entry, once everything outside the entry that they look at is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce

from bruiseaid.proof.space.inside import Inside, facts_of_entries, is_inside
from bruiseaid.proof.space.looks import question_of
from bruiseaid.protocol.conditions import (
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
)
from bruiseaid.protocol.model import Protocol


class Sight:
    """Sets of kinds of entry of one list under one protocol. `outside` says whether a condition over the case holds."""

    def __init__(self, inside: Inside, outside: Callable[[Condition], bool]) -> None:
        self.inside = inside
        self.kinds = inside.kinds
        self.outside = outside
        self._facts: dict[str, tuple[int, ...]] = {}
        self._kept: dict[int, tuple[Condition, int]] = {}
        self.asked: dict[str, int] = {}
        for name, (ask_when, _, _) in inside.fields.items():
            self.asked[name] = self.kinds.all if ask_when is None else self._where(ask_when)
        self.valid = self._valid()

    def where(self, condition: Condition) -> int:
        """The kinds that meet the condition, those that cannot be left out."""
        kept = self._kept.get(id(condition))
        if kept is None:
            kept = self._kept[id(condition)] = (condition, self._where(condition) & self.valid)
        return kept[1]

    def kind_of(self, values: Mapping[str, str]) -> int:
        """The kind of an entry with these values; what is left out counts as its `if_absent`."""
        question = self.inside.question
        absent = {one.id: one.if_absent or "" for one in question.fields} if question else {}
        number = self.kinds.kind_of({**absent, **values})
        for one in self.kinds.fields:
            if not self.asked[one.id] >> number & 1:
                number -= number // one.stride % len(one.groups) * one.stride
        return number

    def _where(self, condition: Condition) -> int:
        match condition:
            case Always():
                return self.kinds.all
            case AllOf(parts):
                return reduce(lambda found, part: found & self._where(part), parts, self.kinds.all)
            case AnyOf(parts):
                return reduce(lambda found, part: found | self._where(part), parts, 0)
            case Not(part):
                return self.kinds.all ^ self._where(part)
            case Is(name, values) if name in self.inside.facts:
                return self._fact_among(name, frozenset(values))
            case AtLeast(name, value) if name in self.inside.facts:
                ordered = self.inside.facts[name].values
                return self._fact_among(name, frozenset(ordered[ordered.index(value) :]))
            case Is(name, values) if self.inside.is_detail(name):
                field, found = self.inside.among(name, values)
                return found & self.asked.get(field, self.kinds.all)
            case TwoOrMore(name) if self.inside.is_detail(name):
                return 0
            case _:
                return self.kinds.all if self.outside(condition) else 0

    def _fact_among(self, name: str, values: frozenset[str]) -> int:
        found = zip(self.inside.facts[name].values, self._fact(name), strict=True)
        return reduce(lambda kinds, pair: kinds | pair[1] if pair[0] in values else kinds, found, 0)

    def _fact(self, name: str) -> tuple[int, ...]:
        found = self._facts.get(name)
        if found is None:
            fact = self.inside.facts[name]
            sets = dict.fromkeys(fact.values, 0)
            left = self.kinds.all
            for value, when in fact.branches:
                here = left & self._where(when)
                sets[value] |= here
                left &= ~here
            sets[fact.otherwise] |= left
            found = self._facts[name] = tuple(sets.values())
        return found

    def _valid(self) -> int:
        """Kinds whose values the protocol has, and in which a field that is not asked is left at its first class."""
        valid = self.kinds.all
        for name, (_, given, first) in self.inside.fields.items():
            valid &= (self.asked[name] & given) | (~self.asked[name] & first)
        return valid


def looked_outside(protocol: Protocol, list_id: str, condition: Condition) -> frozenset[Condition]:
    """The conditions over the case that a condition inside the list rests on: through facts of the entry too, and
    through what decides which details are asked."""
    question = question_of(protocol, list_id)
    inside = [condition, *(one.ask_when for one in (question.fields if question else ()))]
    return frozenset(outside for one in inside for outside in _outside(protocol, list_id, one, set()))


def _outside(protocol: Protocol, list_id: str, condition: Condition, seen: set[str]) -> Iterator[Condition]:
    match condition:
        case Always():
            return
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _outside(protocol, list_id, part, seen)
        case Not(part):
            yield from _outside(protocol, list_id, part, seen)
        case Is(name) | AtLeast(name) | TwoOrMore(name):
            fact = facts_of_entries(protocol, list_id).get(name)
            if fact is None:
                if not is_inside(protocol, list_id, name):
                    yield condition
            elif name not in seen:
                seen.add(name)
                for _, when in fact.branches:
                    yield from _outside(protocol, list_id, when, seen)
        case Between() | AnyMark() | EveryMark() | AnyIn():
            yield condition
