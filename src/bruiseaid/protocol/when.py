"""Reads the tables that say when something holds, and checks the names in them against what the protocol has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from bruiseaid.protocol.conditions import (
    ALWAYS,
    AllOf,
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
from bruiseaid.protocol.kinds import Reading, Schema
from bruiseaid.protocol.model import Place
from bruiseaid.protocol.problems import nearest
from bruiseaid.protocol.tree import Node, Seq, Table, Text
from bruiseaid.values import dataclass

Form: TypeAlias = Literal["is", "at_least", "number", "two_or_more", "list"]
Inside: TypeAlias = str
"""'' for the case, 'mark' inside a mark, else the id of the list the condition stands in."""


@dataclass(frozen=True, slots=True)
class Use:
    """One line of a condition: which name is looked at, how, with which values, and where it stands."""

    name: str
    form: Form
    place: Place
    values: tuple[Text, ...]
    inside: Inside | None


@dataclass(slots=True)
class When:
    """A condition that was read, with every use of a name in it. `inside` None: wherever the whole stands."""

    condition: Condition = ALWAYS
    uses: list[Use] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Term:
    """A name that conditions may use."""

    form: Literal["choice", "ticks", "fact", "number", "list"]
    values: tuple[str, ...] = ()
    ordered: bool = False


Vocabulary: TypeAlias = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class ConditionTable:
    """The kind of value that is a condition. `may_be_empty`: it stands for things (every mark), not for cases."""

    may_be_empty: bool = False

    def read(self, node: Node, reading: Reading) -> When:
        """The condition at a node; every part that could not be read is left out."""
        when = When()
        if not self.may_be_empty:
            _not_empty(node, reading)
        when.condition = _table(node, reading, when.uses, None)
        return when

    def schema(self) -> Schema:
        condition: Schema = {"$ref": "#/$defs/condition"}
        return condition if self.may_be_empty else {**condition, "minProperties": 1}


def _not_empty(node: Node, reading: Reading) -> None:
    """An empty table would hold in every case, which nobody writes on purpose: it is left out then."""
    if isinstance(node, Table) and not node.entries:
        message = "The condition is empty. Say when it holds, or take the line out if it always does."
        reading.add(node, message, words="{}")


def _table(node: Node, reading: Reading, uses: list[Use], inside: Inside | None) -> Condition:
    if not isinstance(node, Table):
        reading.add(node, "A condition is a table, for example {nim: yes}.")
        return ALWAYS
    parts = tuple(_line(key, node.key_places[key], value, reading, uses, inside) for key, value in node.entries.items())
    if not parts:
        return ALWAYS
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _line(key: str, place: Place, value: Node, reading: Reading, uses: list[Use], inside: Inside | None) -> Condition:
    match key:
        case "any" | "all":
            return _several(key, value, reading, uses, inside)
        case "not":
            _not_empty(value, reading)
            return Not(_table(value, reading, uses, inside))
        case "any_mark":
            return AnyMark(_table(value, reading, uses, "mark"))
        case "every_mark":
            return EveryMark(_table(value, reading, uses, "mark"))
        case "any_in":
            return _any_in(value, reading, uses)
        case _:
            return _about(key, place, value, reading, uses, inside)


def _several(key: str, value: Node, reading: Reading, uses: list[Use], inside: Inside | None) -> Condition:
    if not isinstance(value, Seq) or not value.items:
        reading.add(value, f"After {key} a list of conditions is needed.", words=key)
        return ALWAYS
    for item in value.items:
        _not_empty(item, reading)
    parts = tuple(_table(item, reading, uses, inside) for item in value.items)
    return AnyOf(parts) if key == "any" else AllOf(parts)


def _any_in(value: Node, reading: Reading, uses: list[Use]) -> Condition:
    if not isinstance(value, Table) or len(value.entries) != 1:
        reading.add(value, "After any_in one list is needed, for example {household: {identified: no}}.")
        return ALWAYS
    (name, inner), *_ = value.entries.items()
    uses.append(Use(name, "list", value.key_places[name], (), None))
    return AnyIn(name, _table(inner, reading, uses, name))


def _about(name: str, place: Place, value: Node, reading: Reading, uses: list[Use], inside: Inside | None) -> Condition:
    if isinstance(value, Text):
        uses.append(Use(name, "is", place, (value,), inside))
        return Is(name, (value.value,))
    if isinstance(value, Seq):
        texts = _texts(value, reading)
        uses.append(Use(name, "is", place, texts, inside))
        return Is(name, tuple(text.value for text in texts))
    return _compared(name, place, value, reading, uses, inside)


def _compared(
    name: str, place: Place, value: Table, reading: Reading, uses: list[Use], inside: Inside | None
) -> Condition:
    keys = set(value.entries)
    if keys == {"at_least"} and isinstance(value.entries["at_least"], Text):
        wanted = value.entries["at_least"]
        uses.append(Use(name, "at_least", place, (wanted,), inside))
        return AtLeast(name, wanted.value)
    if keys == {"two_or_more"} and isinstance(value.entries["two_or_more"], Seq):
        texts = _texts(value.entries["two_or_more"], reading)
        uses.append(Use(name, "two_or_more", place, texts, inside))
        return TwoOrMore(name, tuple(text.value for text in texts))
    if keys and keys <= {"from", "under"}:
        uses.append(Use(name, "number", place, (), inside))
        bounds = {key: _number(node, reading) for key, node in value.entries.items()}
        if len(bounds) == 2 and bounds["from"] >= bounds["under"]:
            message = f"No number is {bounds['from']} or more and under {bounds['under']}, so this could never hold."
            reading.add(place, message, words=name)
        return Between(name, bounds.get("from"), bounds.get("under"))
    strange = sorted(keys - {"at_least", "two_or_more", "from", "under"})
    where = value.key_places[strange[0]] if strange else value.place
    known = ("at_least", "two_or_more", "from", "under")
    reading.add(
        where,
        "A value can be compared with at_least, two_or_more, from or under.",
        nearest(strange[0], known) if strange else "",
        words=strange[0] if strange else name,
    )
    return ALWAYS


def _texts(value: Node, reading: Reading) -> tuple[Text, ...]:
    texts = []
    items = value.items if isinstance(value, Seq) else []
    if not items:
        reading.add(value, "The list of values is empty, so this could never hold.", words="[]")
    for item in items:
        if isinstance(item, Text):
            texts.append(item)
        else:
            reading.add(item, "A value is needed here, not a list or a table.")
    return tuple(texts)


def _number(node: Node, reading: Reading) -> int:
    if isinstance(node, Text) and re.fullmatch(r"-?[0-9]{1,6}", node.value):
        return int(node.value)
    reading.add(node, "A whole number is needed here.")
    return 0


def check_uses(when: When, vocabularies: Mapping[Inside, Vocabulary], reading: Reading, *, inside: Inside = "") -> None:
    """Adds a problem for every name, value or comparison that the protocol does not have."""
    for use in when.uses:
        scope = inside if use.inside is None else use.inside
        terms = vocabularies.get(scope, {})
        term = terms.get(use.name) or vocabularies[""].get(use.name)
        if term is None:
            known = [*terms, *vocabularies[""], "any", "all", "not", "any_mark", "every_mark", "any_in"]
            reading.add(
                use.place,
                "There is no such question, fact or detail here.",
                nearest(use.name, known),
                words=use.name,
            )
        else:
            _check_form(use, term, reading)


def _check_form(use: Use, term: Term, reading: Reading) -> None:
    if (use.form == "number") != (term.form == "number"):
        is_number = "This is a number: compare it with from and under."
        reading.add(use.place, is_number if term.form == "number" else "This is not a number.", words=use.name)
        return
    if (use.form == "list") != (term.form == "list"):
        is_list = "This is a list: use any_in."
        no_list = "This is not a list of people or things."
        reading.add(use.place, is_list if term.form == "list" else no_list, words=use.name)
        return
    if use.form == "at_least" and not term.ordered:
        reading.add(use.place, "This has no order, so at_least cannot be used.", words=use.name)
    if use.form == "two_or_more" and term.form != "ticks":
        reading.add(use.place, "Of this only one can be chosen, so two_or_more cannot hold.", words=use.name)
    for value in use.values:
        if value.value not in term.values:
            reading.add(value, f"There is no such value of {use.name}.", nearest(value.value, term.values))
