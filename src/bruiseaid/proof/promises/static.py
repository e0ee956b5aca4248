"""Promises that are seen from the files alone: times, names that must not be looked at, the order of actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.stands import stands_of
from bruiseaid.proof.promises.spans import in_words, is_longer
from bruiseaid.proof.stories.finding import Where
from bruiseaid.protocol.conditions import Condition, names
from bruiseaid.protocol.model import AgeFact, CountFact, Protocol, Timing, ValueFact


def broken(prover: Prover, kind: str, table: Mapping[str, object]) -> Iterator[tuple[Where, str]]:
    """Each place at which such a promise does not hold, with a sentence."""
    check = str(table.get("check", ""))
    if kind == "times":
        yield from _times(prover, check, table)
    elif kind == "never_named":
        yield from _never_named(prover.protocol, table)
    elif kind == "actions" and check == "complete":
        yield from _numbers(prover.protocol, texts(table.get("number_if_words")))
    elif kind == "actions" and check == "never_together":
        yield from _together(prover, texts(table.get("actions")))
    elif kind == "actions" and check == "in_order":
        yield from _in_order(prover.protocol, str(table.get("first", "")), texts(table.get("then")))


def texts(plain: object) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(str(one) for one in plain) if isinstance(plain, list | tuple) else ()


def _times(prover: Prover, check: str, table: Mapping[str, object]) -> Iterator[tuple[Where, str]]:
    for action in prover.protocol.actions:
        for timing in action.timings:
            span = timing.span
            if check == "within_ceiling" and is_longer(span, timing.ceiling):
                ceiling = in_words(timing.ceiling)
                yield (
                    Where("actions", action.id),
                    f"{action.id} is due within {in_words(span)}. Its ceiling is {ceiling}.",
                )
            elif check == "at_once" and action.id in texts(table.get("actions")) and (span is None or span.amount != 0):
                yield (
                    Where("actions", action.id),
                    f"{action.id} has to be done at once, but is due within {in_words(span)}.",
                )
            elif check == "no_working_days" and _waits(prover, action.id, timing, table):
                levels = " or ".join(texts(table.get("levels")))
                yield (
                    Where("actions", action.id),
                    f"{action.id} can stand at level {levels} and is counted in working days.",
                )
    if check == "within_ceiling":
        for step in prover.protocol.ladder:
            if is_longer(step.timing.span, step.timing.ceiling):
                ceiling = in_words(step.timing.ceiling)
                said = f"{step.id} is due within {in_words(step.timing.span)}. Its ceiling is {ceiling}."
                yield Where("ladder", step.id), said


def _waits(prover: Prover, action: str, timing: Timing, table: Mapping[str, object]) -> bool:
    span = timing.span
    return span is not None and span.unit == "working_day" and _is_due_at(prover, action, timing.when, table)


def _is_due_at(prover: Prover, action: str, when: Condition, table: Mapping[str, object]) -> bool:
    if action in texts(table.get("except")):
        return False
    ids = [level.id for level in prover.protocol.levels]
    for level in texts(table.get("levels")):
        index = ids.index(level)
        stands = stands_of(prover, index)
        cases = prover.diagrams.every([prover.in_scope, stands.action(action), stands.where(when)])
        if cases and prover.find(prover.diagrams.both(cases, prover.ladder.exactly(prover.reached)[index])):
            return True
    return False


def _never_named(protocol: Protocol, table: Mapping[str, object]) -> Iterator[tuple[Where, str]]:
    forbidden = frozenset(texts(table.get("names")))
    files = texts(table.get("files"))
    for where, looked in _named(protocol, files, texts(table.get("actions"))):
        for name in sorted(looked & forbidden):
            yield where, f"{where.id} looks at {name}, which must change no level."


def _named(
    protocol: Protocol, files: tuple[str, ...], actions: tuple[str, ...]
) -> Iterator[tuple[Where, frozenset[str]]]:
    if "facts" in files:
        for fact in protocol.facts:
            match fact:
                case ValueFact():
                    looked = frozenset().union(*(names(when) for _, when in fact.branches))
                case CountFact():
                    looked = names(fact.where) | {fact.different, fact.both_sides_of}
                case AgeFact():
                    looked = frozenset((fact.since, fact.weeks_later))
            yield Where("facts", fact.id), looked
    if "rules" in files:
        for rule in protocol.rules:
            for effect in rule.effects:
                marks = names(effect.for_each_mark) if effect.for_each_mark is not None else frozenset[str]()
                yield Where("rules", rule.id), names(effect.when) | marks
    for action in protocol.actions:
        if action.id in actions:
            yield Where("actions", action.id), names(action.when)


def _numbers(protocol: Protocol, words: tuple[str, ...]) -> Iterator[tuple[Where, str]]:
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE) if words else None
    for action in protocol.actions:
        if pattern is not None and pattern.search(action.text) and not action.contact:
            yield (
                Where("actions", action.id),
                f'{action.id} says "{action.text}", but no number stands beside it.',
            )


def _together(prover: Prover, ids: tuple[str, ...]) -> Iterator[tuple[Where, str]]:
    stands = stands_of(prover)
    for index, one in enumerate(ids):
        for other in ids[index + 1 :]:
            cases = prover.diagrams.every([prover.in_scope, stands.action(one), stands.action(other)])
            if prover.find(cases) is not None:
                yield Where("actions", one), f"{one} and {other} can stand together, and must not."


def _in_order(protocol: Protocol, first: str, then: tuple[str, ...]) -> Iterator[tuple[Where, str]]:
    order = [action.id for action in protocol.actions]
    for later in then:
        if first in order and later in order and order.index(first) > order.index(later):
            yield Where("actions", first), f"{first} stands after {later}, and has to come before it."
