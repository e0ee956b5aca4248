"""What a condition of the protocol says, as a value.

A condition is a table in the files; here it is a tree. It decides nothing itself: the engine evaluates it,
the proof enumerates it. `names` tells what a condition looks at, so that unused and unknown things are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Always:
    """Holds in every case."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds. With no parts it holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds. With no parts it does not hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Is:
    """The named answer or fact is one of the values; of ticks, at least one of the values is ticked."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The named ordered fact or level is this value or one after it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class TwoOrMore:
    """Two or more of the values are ticked."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The named number is at least `low` and below `under`; None leaves that side open."""

    name: str
    low: int | None
    under: int | None


@dataclass(frozen=True, slots=True)
class AnyMark:
    """At least one mark meets the part."""

    part: Condition


@dataclass(frozen=True, slots=True)
class EveryMark:
    """There is at least one mark and every mark meets the part."""

    part: Condition


@dataclass(frozen=True, slots=True)
class AnyIn:
    """At least one entry of the named list meets the part."""

    name: str
    part: Condition


Condition: TypeAlias = Always | AllOf | AnyOf | Not | Is | AtLeast | TwoOrMore | Between | AnyMark | EveryMark | AnyIn

ALWAYS = Always()


def walk(condition: Condition) -> Iterator[Condition]:
    """The condition and every condition inside it, outermost first."""
    yield condition
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from walk(part)
        case Not(part) | AnyMark(part) | EveryMark(part) | AnyIn(_, part):
            yield from walk(part)
        case _:
            return


def names(condition: Condition) -> frozenset[str]:
    """Every question, fact, field or column that the condition looks at."""
    return frozenset(
        part.name for part in walk(condition) if isinstance(part, Is | AtLeast | TwoOrMore | Between | AnyIn)
    )
