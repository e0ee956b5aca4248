"""The promises of a protocol as values: what each kind of promise says, read from its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from bruiseaid.proof.promises.promise_names import check_along, check_ordered, check_same, check_table
from bruiseaid.proof.promises.wording import NotUnderstood, Reader
from bruiseaid.proof.space.looks import CASE, Scoped, marks_list
from bruiseaid.protocol.conditions import ALWAYS, Condition, Is, Not
from bruiseaid.protocol.model import Protocol
from bruiseaid.values import dataclass

Ranks: TypeAlias = tuple[tuple[str, ...], ...]
"""Values from least to most worrying; those that stand together count the same."""


@dataclass(frozen=True, slots=True)
class AtLeastLevel:
    """Where `when` holds, the level is this one or a more urgent one."""

    when: Condition
    level: int
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Never:
    """No case meets `when`. `everywhere`: of this and of others, cases outside the scope as well."""

    when: Condition
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class OnlyWhen:
    """Within some cases the level is reached only where `when` holds."""

    within: Condition
    level: int
    when: Condition


@dataclass(frozen=True, slots=True)
class AlongFact:
    """Two cases that differ in an ordered fact, with whatever answers of its own make it so."""

    fact: str
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlongQuestion:
    """Two cases that differ in one answer. Without `ranks` any two answers are compared."""

    question: str
    ranks: Ranks = ()


@dataclass(frozen=True, slots=True)
class AlongDate:
    """Two cases that differ in a date; the later one is the more worrying, or the `earlier` one."""

    question: str
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class AlongMark:
    """Two cases of which one mark differs in one detail or fact; or, without a name, one mark more."""

    name: str = ""
    ranks: Ranks = ()


Along: TypeAlias = AlongFact | AlongQuestion | AlongDate | AlongMark


@dataclass(frozen=True, slots=True)
class SameLevel:
    """Two cases that differ only along one thing have the same level."""

    within: Condition
    along: Along


@dataclass(frozen=True, slots=True)
class NeverLower:
    """The more worrying of two cases that differ only along one thing has no lower level. `besides`: pairs left out
    where it holds on either side, for the `reason`."""

    within: Condition
    along: tuple[Along, ...]
    besides: Condition | None
    reason: str


@dataclass(frozen=True, slots=True)
class Static:
    """A promise about what stands in the files, or shown elsewhere: its kind and its own table."""

    kind: str
    table: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class HasActions:
    """Where `when` holds, all the actions stand."""

    when: Condition
    actions: tuple[str, ...]


Rule: TypeAlias = AtLeastLevel | Never | OnlyWhen | SameLevel | NeverLower | HasActions | Static

STATIC_KINDS = ("actions", "times", "never_named", "open_cases", "not_below_shipped", "by_test")


def rules_of(table: Mapping[str, object], reader: Reader) -> Iterator[Rule]:
    """Every rule of a promise.

    Raises:
        NotUnderstood: it says something unknown.
    """
    check_table(table, reader)
    kind = str(table["kind"])
    if kind == "several":
        for one in _list(table.get("rules")):
            if not isinstance(one, Mapping):
                raise NotUnderstood("Each of its rules has to be a table.")
            yield from rules_of(one, reader)
    elif kind in STATIC_KINDS:
        yield Static(kind, table)
    else:
        yield _KINDS[kind](table, reader)


def _at_least(table: Mapping[str, object], reader: Reader) -> Rule:
    return AtLeastLevel(reader.condition(table.get("when")), reader.level(table.get("level")), "everywhere" in table)


def _never(table: Mapping[str, object], reader: Reader) -> Rule:
    return Never(reader.condition(table.get("when")), "everywhere" in table)


def _only_when(table: Mapping[str, object], reader: Reader) -> Rule:
    within = reader.condition(table.get("within"))
    return OnlyWhen(within, reader.level(table.get("level")), reader.condition(table.get("when")))


def _same_level(table: Mapping[str, object], reader: Reader) -> Rule:
    along = _along(table.get("along"), reader)
    check_same(_table(table.get("along")), table.get("among"), reader)
    among = tuple(str(value) for value in _list(table.get("among")))
    if isinstance(along, AlongFact) and among:
        along = AlongFact(along.fact, among)
    elif isinstance(along, AlongQuestion):
        along = AlongQuestion(along.question, (among,) if among else ())
    return SameLevel(reader.condition(table.get("within")), along)


def _never_lower(table: Mapping[str, object], reader: Reader) -> Rule:
    along = tuple(_along(one, reader) for one in _list(table.get("along")))
    if not along:
        raise NotUnderstood("After along a list is needed, such as [{fact: account}].")
    for one in _list(table.get("along")):
        check_ordered(_table(one), reader)
    besides = table.get("except")
    found = None if besides is None else reader.condition(besides)
    return NeverLower(reader.condition(table.get("within")), along, found, str(table.get("reason", "")))


def _has_actions(table: Mapping[str, object], reader: Reader) -> Rule:
    return HasActions(reader.condition(table.get("when")), tuple(str(one) for one in _list(table.get("actions"))))


_KINDS: dict[str, Callable[[Mapping[str, object], Reader], Rule]] = {
    "at_least": _at_least, "never": _never, "only_when": _only_when, "same_level": _same_level,
    "never_lower": _never_lower, "has_actions": _has_actions,
}  # fmt: skip


def _table(plain: object) -> Mapping[str, object]:
    if not isinstance(plain, Mapping):
        raise NotUnderstood("After along a table is needed, such as {question: delay, order: [...]}.")
    return plain


def _along(given: object, reader: Reader) -> Along:
    plain = _table(given)
    check_along(plain, reader)
    order = plain.get("order")
    if "fact" in plain:
        return AlongFact(str(plain["fact"]))
    if "question" in plain:
        if isinstance(order, str):
            return AlongDate(str(plain["question"]), order == "earlier")
        return AlongQuestion(str(plain["question"]), _ranks(order))
    if "of_a_mark" in plain:
        return AlongMark(str(plain["of_a_mark"]), _ranks(order))
    return AlongMark()


def _ranks(order: object) -> Ranks:
    return tuple(
        tuple(str(value) for value in one) if isinstance(one, list | tuple) else (str(one),) for one in _list(order)
    )


def _list(plain: object) -> list[object]:
    return list(plain) if isinstance(plain, list | tuple) else []


def looked_at(protocol: Protocol, rule: Rule) -> Iterator[Scoped]:
    """The conditions of a promise that the space has to tell apart."""
    match rule:
        case AtLeastLevel(when, _, _) | Never(when, _) | HasActions(when, _):
            yield Scoped(when, CASE)
        case OnlyWhen(within, _, when):
            yield from (Scoped(within, CASE), Scoped(when, CASE))
        case SameLevel(within, along):
            yield Scoped(within, CASE)
            yield from _along_looks(protocol, along)
        case NeverLower(within, along, besides):
            yield from (Scoped(within, CASE), Scoped(besides or ALWAYS, CASE))
            for one in along:
                yield from _along_looks(protocol, one)
        case Static():
            return


def _along_looks(protocol: Protocol, along: Along) -> Iterator[Scoped]:
    match along:
        case AlongQuestion(name, ranks):
            yield from (Scoped(Is(name, rank), CASE) for rank in ranks)
        case AlongMark(name, ranks) if name:
            yield from (Scoped(Not(Is(name, rank)), marks_list(protocol)) for rank in ranks)
        case _:
            return
