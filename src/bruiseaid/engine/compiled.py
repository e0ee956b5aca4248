"""Conditions made ready to run: each becomes a function of a `World` that says yes, no or may-be.

The same functions serve a case in which everything is answered and one in which little is: a value is the set of
what is still possible, and a condition answers YES, NO or MAYBE (both). What is answered has one possible value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, TypeAlias

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
from bruiseaid.values import dataclass

YES, NO, MAYBE = 1, 2, 3
_NOT = (0, NO, YES, MAYBE)

Possible: TypeAlias = tuple[int, ...] | None
"""Sets of ticked or chosen options, as bits, that are still possible; None: any. (0,) = not asked, nothing ticked."""


NO_NUMBER = (1, 0)
"""The least and greatest of a number that has no value, such as an age whose date was not asked for."""


@dataclass(slots=True)
class Entry:
    """One mark, or one entry of a list. `unknown`: stands for any number of entries that may still be given."""

    values: dict[str, Possible] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)
    unknown: bool = False


@dataclass(slots=True)
class World:
    """Everything conditions look at. `facts`: a bit for each value still possible; `numbers`: least and greatest."""

    values: dict[str, Possible] = field(default_factory=dict)
    facts: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, tuple[int, int]] = field(default_factory=dict)
    marks: list[Entry] = field(default_factory=list)
    lists: dict[str, list[Entry]] = field(default_factory=dict)
    impossible: bool = False


Test: TypeAlias = Callable[[World, Any], int]
"""A condition ready to run: over the world and, inside marks and lists, the entry it stands in (else None)."""


@dataclass(frozen=True, slots=True)
class Names:
    """How names are to be looked up: the bit of each value, by name.

    `chosen`: answers and details held as possible bit sets; `facts`: held as one bit mask, values in order.
    """

    chosen: Mapping[str, Mapping[str, int]]
    facts: Mapping[str, Mapping[str, int]]
    mark_chosen: Mapping[str, Mapping[str, int]]
    mark_facts: Mapping[str, Mapping[str, int]]
    list_chosen: Mapping[str, Mapping[str, Mapping[str, int]]]


def compiled(condition: Condition, names: Names, inside: str = "") -> Test:
    """The function of a condition that stands `inside` '' (the case), 'mark', or a list."""
    match condition:
        case Always():
            return _always
        case AllOf(parts):
            return _all(tuple(compiled(part, names, inside) for part in parts))
        case AnyOf(parts):
            return _any(tuple(compiled(part, names, inside) for part in parts))
        case Not(part):
            inner = compiled(part, names, inside)
            return lambda world, entry: _NOT[inner(world, entry)]
        case AnyMark(part):
            return _any_entry(None, compiled(part, names, "mark"))
        case EveryMark(part):
            return _every_mark(compiled(part, names, "mark"))
        case AnyIn(name, part):
            return _any_entry(name, compiled(part, names, name))
        case Between(name, low, under):
            return _between(name, low, under)
        case Is(name, values):
            return _is(name, values, names, inside)
        case AtLeast(name, value):
            return _at_least(name, value, names, inside)
        case TwoOrMore(name, values):
            return _two_or_more(name, values, names, inside)


def _always(world: World, entry: Any) -> int:
    return YES


def _all(tests: tuple[Test, ...]) -> Test:
    def test(world: World, entry: Any) -> int:
        result = YES
        for part in tests:
            found = part(world, entry)
            if found == NO:
                return NO
            if found == MAYBE:
                result = MAYBE
        return result

    return test


def _any(tests: tuple[Test, ...]) -> Test:
    def test(world: World, entry: Any) -> int:
        result = NO
        for part in tests:
            found = part(world, entry)
            if found == YES:
                return YES
            if found == MAYBE:
                result = MAYBE
        return result

    return test


def _any_entry(name: str | None, inner: Test) -> Test:
    def test(world: World, entry: Any) -> int:
        result = NO
        for one in world.marks if name is None else world.lists[name]:
            found = inner(world, one)
            if found == YES and not one.unknown:
                return YES
            if found & YES:
                result = MAYBE
        return result

    return test


def _every_mark(inner: Test) -> Test:
    def test(world: World, entry: Any) -> int:
        result, known = YES, False
        for mark in world.marks:
            found = inner(world, mark)
            if mark.unknown:
                result = MAYBE if found & NO else result
                continue
            known = True
            if found == NO:
                return NO
            result = MAYBE if found == MAYBE else result
        if known:
            return result
        return MAYBE if world.marks else NO

    return test


def _between(name: str, low: int | None, under: int | None) -> Test:
    least = -(10**9) if low is None else low
    most = 10**9 if under is None else under

    def test(world: World, entry: Any) -> int:
        first, last = world.numbers[name]
        if first > last:
            return NO
        if first >= least and last < most:
            return YES
        return NO if last < least or first >= most else MAYBE

    return test


def _is(name: str, values: tuple[str, ...], names: Names, inside: str) -> Test:
    if inside == "mark" and name in names.mark_facts:
        return _fact_test(name, _bits(names.mark_facts[name], values), True)
    if inside and name in _local(names, inside):
        return _chosen_test(name, _bits(_local(names, inside)[name], values), True)
    if name in names.facts:
        return _fact_test(name, _bits(names.facts[name], values), False)
    return _chosen_test(name, _bits(names.chosen[name], values), False)


def _local(names: Names, inside: str) -> Mapping[str, Mapping[str, int]]:
    return names.mark_chosen if inside == "mark" else names.list_chosen.get(inside, {})


def _bits(values: Mapping[str, int], wanted: tuple[str, ...]) -> int:
    bits = 0
    for value in wanted:
        bits |= values[value]
    return bits


def _fact_test(name: str, bits: int, of_entry: bool) -> Test:
    others = ~bits
    if of_entry:
        return lambda world, entry: (YES if entry.facts[name] & bits else 0) | (NO if entry.facts[name] & others else 0)
    return lambda world, entry: (YES if world.facts[name] & bits else 0) | (NO if world.facts[name] & others else 0)


def _chosen_test(name: str, bits: int, of_entry: bool) -> Test:
    def test(world: World, entry: Any) -> int:
        possible = (entry if of_entry else world).values[name]
        if possible is None:
            return MAYBE
        result = 0
        for ticked in possible:
            result |= YES if ticked & bits else NO
        return result

    return test


def _at_least(name: str, value: str, names: Names, inside: str) -> Test:
    of_entry = inside == "mark" and name in names.mark_facts
    values = names.mark_facts[name] if of_entry else names.facts[name]
    bits = 0
    for bit in values.values():
        bits |= bit if bit >= values[value] else 0
    return _fact_test(name, bits, of_entry)


def _two_or_more(name: str, values: tuple[str, ...], names: Names, inside: str) -> Test:
    of_entry = bool(inside) and name in _local(names, inside)
    bits = _bits(_local(names, inside)[name] if of_entry else names.chosen[name], values)

    def test(world: World, entry: Any) -> int:
        possible = (entry if of_entry else world).values[name]
        if possible is None:
            return MAYBE
        result = 0
        for ticked in possible:
            result |= YES if (ticked & bits).bit_count() >= 2 else NO
        return result

    return test
