"""promised: every promise of the protocol holds, in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.stands import stands_of
from bruiseaid.proof.promises import static
from bruiseaid.proof.promises.holding import Broken, asked_for, never_lower, same_level, single, where
from bruiseaid.proof.promises.promise_rules import (
    AtLeastLevel,
    HasActions,
    Never,
    NeverLower,
    OnlyWhen,
    Rule,
    SameLevel,
    Static,
    rules_of,
)
from bruiseaid.proof.promises.wording import NotUnderstood, Reader
from bruiseaid.proof.stories.finding import Finding, Where
from bruiseaid.protocol.model import Promise, Protocol


def read_promises(protocol: Protocol) -> tuple[dict[str, tuple[Rule, ...]], list[Finding]]:
    """The rules of every promise, and a finding for each that cannot be read."""
    reader = Reader(protocol)
    rules: dict[str, tuple[Rule, ...]] = {}
    findings = []
    for promise in protocol.promises:
        try:
            rules[promise.id] = tuple(rules_of(promise.rule, reader))
        except NotUnderstood as problem:
            message = f"The promise {promise.id} cannot be shown, because it cannot be understood. {problem}"
            findings.append(Finding("promised", Where("promises", promise.id), message))
    return rules, findings


def promised(prover: Prover, promise: Promise, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """What breaks one promise."""
    for rule in rules:
        yield from _broken(prover, promise, rule, asked_for(rules))


def _broken(prover: Prover, promise: Promise, rule: Rule, asked: list[str]) -> Iterator[Finding]:
    match rule:
        case AtLeastLevel() | Never() | OnlyWhen():
            found = single(prover, rule)
            if found is not None:
                yield _finding(prover, promise, found)
        case SameLevel():
            found = same_level(prover, rule)
            if found is not None:
                yield _finding(prover, promise, found)
        case NeverLower():
            for found in never_lower(prover, rule, asked):
                yield _finding(prover, promise, found)
        case HasActions():
            yield from _without_action(prover, promise, rule)
        case Static(kind, table):
            for place, sentence in static.broken(prover, kind, table):
                yield Finding("promised", place, f"{promise.id} does not hold: {promise.text} {sentence}")


def _finding(prover: Prover, promise: Promise, found: Broken) -> Finding:
    story = prover.story(*found.cases)
    levels = [prover.name(one.proved) for one in story.cases]
    if len(levels) == 1:
        said = f"There is a case that comes to {levels[0]}."
    else:
        said = f"Two cases that differ only in {found.along} come to {levels[0]} and to {levels[1]}."
    return Finding(
        "promised", Where("promises", promise.id), f"{promise.id} does not hold: {promise.text} {said}", story
    )


def _without_action(prover: Prover, promise: Promise, rule: HasActions) -> Iterator[Finding]:
    stands = stands_of(prover)
    cases = where(prover, rule.when)
    for name in rule.actions:
        found = prover.find(prover.diagrams.less(cases, stands.action(name)))
        if found is not None:
            message = f"{promise.id} does not hold: {promise.text} There is a case in which {name} does not stand."
            yield Finding("promised", Where("actions", name), message, prover.story(found))
