"""One entry of a list, such as a mark: the kinds of entry that conditions can tell apart, as bits of one integer.

An entry is a choice of one class of values for each field that some condition looks at. All kinds of entry are numbered
as in a mixed-radix number, and a set of kinds is an integer with a bit for each. A condition inside the list is then a
few operations on long integers, whatever the number of kinds. A field that is not asked has class 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bruiseaid.proof.space.looks import Looks, place_field, question_of
from bruiseaid.protocol.model import Field, Protocol
from bruiseaid.values import dataclass

NOTHING = ""
SIDES = ("left", "right")
"""Values of the field `side` that a count of both sides looks at: names of the case format, not of one protocol."""


@dataclass(frozen=True, slots=True)
class FieldClasses:
    """A field that matters: its values in groups no condition tells apart; the value '' stands for nothing given."""

    id: str
    groups: tuple[tuple[str, ...], ...]
    stride: int


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of entry of one list. `total`: how many numbers there are, those that cannot be among them included."""

    list_id: str
    fields: tuple[FieldClasses, ...]
    total: int
    place: str
    mirrored: frozenset[str]

    @property
    def all(self) -> int:
        """Every number."""
        return (1 << self.total) - 1

    def with_values(self, name: str, values: Iterable[str]) -> int:
        """The kinds whose field has one of the values; nothing if no condition looks at the field."""
        wanted = frozenset(values)
        for one in self.fields:
            if one.id == name:
                chosen = [i for i, group in enumerate(one.groups) if group[0] in wanted]
                return _pattern(one.stride, len(one.groups), chosen, self.total)
        return 0

    def values(self, kind: int) -> dict[str, str]:
        """The first value of each field of a kind."""
        return {one.id: one.groups[kind // one.stride % len(one.groups)][0] for one in self.fields}

    def group(self, kind: int, name: str) -> tuple[str, ...]:
        """All values that a field of the kind stands for; empty if no condition looks at the field."""
        for one in self.fields:
            if one.id == name:
                return one.groups[kind // one.stride % len(one.groups)]
        return ()

    def spread(self, kinds: int, free: frozenset[str]) -> int:
        """The kinds that differ from one of these in nothing but the free fields."""
        for one in self.fields:
            if one.id in free:
                size = len(one.groups)
                least = 0
                for digit in range(size):
                    least |= (kinds & _pattern(one.stride, size, [digit], self.total)) >> (digit * one.stride)
                kinds = 0
                for digit in range(size):
                    kinds |= least << (digit * one.stride)
        return kinds

    def kind_of(self, values: Mapping[str, str]) -> int:
        """The number of an entry with these values; fields left out or of an unknown value have class 0."""
        number = 0
        for one in self.fields:
            value = values.get(one.id, NOTHING)
            index = next((i for i, group in enumerate(one.groups) if value in group), 0)
            number += index * one.stride
        return number


def _pattern(stride: int, size: int, chosen: Iterable[int], total: int) -> int:
    return _bits(stride, size, tuple(chosen), total)


@lru_cache(maxsize=4096)
def _bits(stride: int, size: int, chosen: tuple[int, ...], total: int) -> int:
    """The bits of all numbers whose digit (of this stride and size) is one of the chosen."""
    run = (1 << stride) - 1
    block = 0
    for digit in chosen:
        block |= run << (digit * stride)
    width, bits = stride * size, block
    while width < total:
        bits |= bits << width
        width *= 2
    return bits & ((1 << total) - 1)


def kinds_of(protocols: tuple[Protocol, ...], list_id: str, looks: Looks) -> Kinds:
    """The kinds of entry of a list that the tests can tell apart, in all of the protocols together."""
    place, mirrored = "", frozenset[str]()
    stride, fields = 1, []
    for name, values in _fields(protocols, list_id).items():
        tests = looks.tests(list_id, name)
        if _is_place(protocols, list_id, name):
            place = name
            if list_id in looks.sides_matter:
                mirrored = _with_both_sides(protocols)
                tests = [*tests, mirrored]
        if tests:
            groups = _groups(values, tests)
            fields.append(FieldClasses(name, groups, stride))
            stride *= len(groups)
    return Kinds(list_id, tuple(fields), stride, place, mirrored)


def _fields(protocols: tuple[Protocol, ...], list_id: str) -> dict[str, list[str]]:
    """Every field of the list with its values; '' among them where it may be left out."""
    found: dict[str, list[str]] = {}
    for protocol in protocols:
        question = question_of(protocol, list_id)
        for one in question.fields if question else ():
            values = _values(protocol, one)
            if values:
                known = found.setdefault(one.id, [])
                known += [value for value in values if value not in known]
    return found


def _values(protocol: Protocol, one: Field) -> list[str]:
    if one.type == "region":
        return [region.id for region in protocol.regions]
    values = [option.id for option in one.options]
    return [*values, NOTHING] if values and not one.needed and one.if_absent is None else values


def _is_place(protocols: tuple[Protocol, ...], list_id: str, name: str) -> bool:
    return any(
        question is not None and place_field(question) == name
        for p in protocols
        for question in (question_of(p, list_id),)
    )


def _with_both_sides(protocols: tuple[Protocol, ...]) -> frozenset[str]:
    return frozenset(region.id for p in protocols for region in p.regions if set(SIDES) <= set(region.sides))


def _groups(values: Iterable[str], tests: list[frozenset[str]]) -> tuple[tuple[str, ...], ...]:
    groups: dict[tuple[bool, ...], list[str]] = {}
    for value in values:
        groups.setdefault(tuple(value in test for test in tests), []).append(value)
    return tuple(tuple(group) for group in groups.values())
