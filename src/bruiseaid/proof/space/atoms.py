"""What is seen of a list as a whole: is there an entry such that..., are there two or more, on both sides.

Each is a variable of its own. Two protocols, or two conditions, that mean the same by it have one atom between them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from bruiseaid.proof.space.entries import Kinds
from bruiseaid.proof.space.inside import facts_of_entries, is_inside
from bruiseaid.proof.space.looks import question_of, resolved
from bruiseaid.protocol.conditions import AllOf, Always, AnyOf, AtLeast, Condition, Is, Not, TwoOrMore
from bruiseaid.protocol.model import Protocol, ValueFact

if TYPE_CHECKING:
    from bruiseaid.proof.space.meaning import Meaning

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

    @cached_property
    def columns(self) -> tuple[tuple[int, str], ...]:
        """The kinds of entry (bits) with each value of the column."""
        return _columns(self.meaning.protocol, self.meaning.space.kinds[self.list_id], self.column)


def asks_as_much(one: Atom, other: Atom) -> bool:
    """Whether the first atom can hold without the second only where some entry counts for the first alone."""
    if one.list_id != other.list_id:
        return False
    if other.kind == "count":
        return (2 * one.least if one.kind == "both_sides" else one.least) >= other.least
    return one.kind == other.kind and one.column == other.column and one.least >= other.least


def _columns(protocol: Protocol, kinds: Kinds, column: str) -> tuple[tuple[int, str], ...]:
    if not column:
        return ()
    field = next((one for one in kinds.fields if one.id == column), None)
    if field is not None and not is_inside(protocol, kinds.list_id, column):
        return ()
    if field is not None:
        return tuple((kinds.with_values(column, group[:1]), group[0]) for group in field.groups)
    values = dict.fromkeys(region.columns.get(column, "") for region in protocol.regions)
    places = {v: [r.id for r in protocol.regions if r.columns.get(column, "") == v] for v in values}
    return tuple((kinds.with_values(kinds.place, places[value]), value) for value in values)


class Shapes:
    """What conditions inside a list look like with all names of the protocol spelt out: equal shapes mean the same.

    What is written in another order has the same shape where the order says nothing.
    """

    def __init__(self, protocol: Protocol, list_id: str, holds: Callable[[Condition], int]) -> None:
        self.protocol = protocol
        self.list_id = list_id
        self._holds = holds
        self._facts = facts_of_entries(protocol, list_id)
        self._kept: dict[int, tuple[Condition, object]] = {}
        self.of_list = self._of_list()
        """What entries the list can have: its fields, their options, and when they are asked."""

    def _of_list(self) -> object:
        question = question_of(self.protocol, self.list_id)
        if question is None:
            return ()
        places = frozenset(region.id for region in self.protocol.regions)
        return frozenset(
            (one.id, frozenset(o.id for o in one.options) or (places if one.type == "region" else frozenset()),
             one.needed, one.if_absent, self.of(one.ask_when))
            for one in question.fields
        )  # fmt: skip

    def of(self, condition: Condition) -> object:
        """The shape of a condition."""
        kept = self._kept.get(id(condition))
        if kept is None:
            kept = self._kept[id(condition)] = (condition, self._of(condition))
        return kept[1]

    def _of(self, condition: Condition) -> object:
        match condition:
            case Always():
                return ()
            case AllOf(parts) | AnyOf(parts):
                return "all" if isinstance(condition, AllOf) else "any", frozenset(map(self.of, parts))
            case Not(part):
                return "not", self.of(part)
            case Is(name, values) if name in self._facts:
                return self._of_fact(self._facts[name], frozenset(values))
            case AtLeast(name, value) if name in self._facts:
                ordered = self._facts[name].values
                return self._of_fact(self._facts[name], frozenset(ordered[ordered.index(value) :]))
            case Is(name, values) | TwoOrMore(name, values) if is_inside(self.protocol, self.list_id, name):
                _, field, wanted = resolved(self.protocol, self.list_id, name, frozenset(values))
                return type(condition).__name__, field, wanted
            case _:
                return self._holds(condition)

    def _of_fact(self, fact: ValueFact, wanted: frozenset[str]) -> object:
        branches = tuple((value in wanted, self.of(when)) for value, when in fact.branches)
        return "fact", branches, fact.otherwise in wanted
