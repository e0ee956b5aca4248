"""What is seen of a list as a whole: is there an entry such that..., are there two or more, on both sides.

Each is a variable of its own. Two protocols, or two conditions, that mean the same by it have one atom between them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from bruiseaid.proof.looks import question_of, resolved
from bruiseaid.proof.sight import facts_of_entries, is_inside
from bruiseaid.protocol.conditions import AllOf, Always, AnyOf, AtLeast, Condition, Is, Not, TwoOrMore
from bruiseaid.protocol.model import Protocol

if TYPE_CHECKING:
    from bruiseaid.proof.meaning import Meaning

SeenAs: TypeAlias = Literal["count", "different", "both_sides"]


@dataclass(frozen=True, eq=False)
class Atom:
    """At least `least` entries meet `where`; or so many different values of `column` are among them; or so many values
    of `column` are on both sides.

    `variable` has value 1 where it holds; `variable` + 1 says the same of a second case that is compared.
    `rests_on`: the sets of cases that decide which entries meet `where`.
    """

    variable: int
    list_id: str
    kind: SeenAs
    where: Condition
    least: int
    column: str
    rests_on: frozenset[int]
    meaning: Meaning


def asks_as_much(one: Atom, other: Atom) -> bool:
    """Whether the first atom can hold without the second only where some entry counts for the first alone."""
    if one.list_id != other.list_id:
        return False
    if other.kind == "count":
        return (2 * one.least if one.kind == "both_sides" else one.least) >= other.least
    return one.kind == other.kind and one.column == other.column and one.least >= other.least


def shape_of_list(protocol: Protocol, list_id: str, holds: Callable[[Condition], int]) -> object:
    """What entries a list can have: its fields, their options, and when they are asked."""
    question = question_of(protocol, list_id)
    if question is None:
        return ()
    places = tuple(region.id for region in protocol.regions)
    return tuple(
        (one.id, tuple(o.id for o in one.options) or (places if one.type == "region" else ()), one.needed,
         one.if_absent,
         shape(protocol, list_id, one.ask_when, holds))
        for one in question.fields
    )  # fmt: skip


def shape(protocol: Protocol, list_id: str, condition: Condition, holds: Callable[[Condition], int]) -> object:
    """The condition inside a list with all names of the protocol spelt out, so that equal shapes mean the same."""
    match condition:
        case Always():
            return ()
        case AllOf(parts) | AnyOf(parts):
            kind = "all" if isinstance(condition, AllOf) else "any"
            return kind, tuple(shape(protocol, list_id, part, holds) for part in parts)
        case Not(part):
            return "not", shape(protocol, list_id, part, holds)
        case Is(name) | AtLeast(name) if name in facts_of_entries(protocol, list_id):
            return _fact_shape(protocol, list_id, condition, holds)
        case Is(name, values) | TwoOrMore(name, values) if is_inside(protocol, list_id, name):
            _, field, wanted = resolved(protocol, list_id, name, frozenset(values))
            return type(condition).__name__, field, wanted
        case _:
            return holds(condition)


def _fact_shape(protocol: Protocol, list_id: str, condition: Condition, holds: Callable[[Condition], int]) -> object:
    assert isinstance(condition, Is | AtLeast)
    fact = facts_of_entries(protocol, list_id)[condition.name]
    if isinstance(condition, AtLeast):
        wanted = frozenset(fact.values[fact.values.index(condition.value) :])
    else:
        wanted = frozenset(condition.values)
    branches = tuple((value in wanted, shape(protocol, list_id, when, holds)) for value, when in fact.branches)
    return "fact", branches, fact.otherwise in wanted
