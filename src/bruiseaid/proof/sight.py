"""What the conditions inside a list see of one entry, once everything outside the entry that they look at is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce

from bruiseaid.proof.entries import Kinds
from bruiseaid.proof.looks import CASE, question_of, resolved
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
from bruiseaid.protocol.model import Protocol, ValueFact


class Sight:
    """Sets of kinds of entry of one list under one protocol. `outside` says whether a condition over the case holds."""

    def __init__(self, protocol: Protocol, kinds: Kinds, outside: Callable[[Condition], bool]) -> None:
        self.protocol = protocol
        self.kinds = kinds
        self.outside = outside
        self._facts: dict[str, tuple[int, ...]] = {}
        self._kept: dict[int, tuple[Condition, int]] = {}
        self._known = facts_of_entries(protocol, kinds.list_id)
        self.asked: dict[str, int] = {}
        for one in kinds.fields:
            self.asked[one.id] = self._asked(one.id)
        self.valid = self._valid()

    def where(self, condition: Condition) -> int:
        """The kinds that meet the condition, those that cannot be left out."""
        kept = self._kept.get(id(condition))
        if kept is None:
            kept = self._kept[id(condition)] = (condition, self._where(condition) & self.valid)
        return kept[1]

    def kind_of(self, values: Mapping[str, str]) -> int:
        """The kind of an entry with these values; what is left out counts as its `if_absent`."""
        question = question_of(self.protocol, self.kinds.list_id)
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
            case Is(name, values) if name in self._known:
                return self._fact_among(name, frozenset(values))
            case AtLeast(name, value) if name in self._known:
                ordered = self._known[name].values
                return self._fact_among(name, frozenset(ordered[ordered.index(value) :]))
            case Is(name, values) if is_inside(self.protocol, self.kinds.list_id, name):
                _, field, wanted = resolved(self.protocol, self.kinds.list_id, name, frozenset(values))
                return self.kinds.with_values(field, wanted) & self.asked.get(field, self.kinds.all)
            case TwoOrMore() if is_inside(self.protocol, self.kinds.list_id, condition.name):
                return 0
            case _:
                return self.kinds.all if self.outside(condition) else 0

    def _fact_among(self, name: str, values: frozenset[str]) -> int:
        sets = self._fact(name)
        return reduce(
            lambda found, pair: found | pair[1] if pair[0] in values else found,
            zip(self._known[name].values, sets, strict=True),
            0,
        )

    def _fact(self, name: str) -> tuple[int, ...]:
        found = self._facts.get(name)
        if found is None:
            fact = self._known[name]
            sets = dict.fromkeys(fact.values, 0)
            left = self.kinds.all
            for value, when in fact.branches:
                here = left & self._where(when)
                sets[value] |= here
                left &= ~here
            sets[fact.otherwise] |= left
            found = self._facts[name] = tuple(sets.values())
        return found

    def _asked(self, name: str) -> int:
        question = question_of(self.protocol, self.kinds.list_id)
        field = next((one for one in question.fields if one.id == name), None) if question else None
        if field is None or isinstance(field.ask_when, Always):
            return self.kinds.all
        return self._where(field.ask_when)

    def _valid(self) -> int:
        """Kinds whose values the protocol has, and in which a field that is not asked is left at its first class."""
        question = question_of(self.protocol, self.kinds.list_id)
        known = {one.id: one for one in question.fields} if question else {}
        valid = self.kinds.all
        for one in self.kinds.fields:
            first = self.kinds.with_values(one.id, one.groups[0][:1])
            field = known.get(one.id)
            if field is None:
                valid &= first
                continue
            ids = {r.id for r in self.protocol.regions} if field.type == "region" else {o.id for o in field.options}
            given = self.kinds.with_values(one.id, [g[0] for g in one.groups if not g[0] or ids.intersection(g)])
            valid &= (self.asked[one.id] & given) | (~self.asked[one.id] & first)
        return valid


def facts_of_entries(protocol: Protocol, list_id: str) -> dict[str, ValueFact]:
    """The facts worked out for every entry: those of marks, if the list is of marks."""
    question = question_of(protocol, list_id)
    if question is None or question.type != "marks":
        return {}
    return {f.id: f for f in protocol.facts if isinstance(f, ValueFact) and f.of_each_mark}


def is_inside(protocol: Protocol, list_id: str, name: str) -> bool:
    """Whether the name, used inside the list, is a detail of the entry itself."""
    return resolved(protocol, list_id, name, frozenset())[0] != CASE


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
