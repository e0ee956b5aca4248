"""alive: everything in the files is there for a reason. A rule that can never matter is mostly a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol as TypingProtocol

from bruiseaid.proof.checks.second_looks import never_shown
from bruiseaid.proof.levels.ladder import Part
from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.stands import stands_of
from bruiseaid.proof.lists.search import is_empty
from bruiseaid.proof.sets.diagrams import NONE
from bruiseaid.proof.space.looks import conditions_of
from bruiseaid.proof.stories.finding import Finding, Where
from bruiseaid.proof.stories.seen_in import SeenIn
from bruiseaid.protocol.conditions import Condition, Is, names, walk
from bruiseaid.protocol.model import AgeFact, CountFact, Protocol, Source, ValueFact

NOTHING_SEEN = SeenIn()


class Sourced(TypingProtocol):
    """Anything that names its sources."""

    @property
    def sources(self) -> tuple[str, ...]: ...


def alive(prover: Prover, shipped: Protocol, seen: SeenIn = NOTHING_SEEN) -> Iterator[Finding]:
    """Rules, actions, questions, facts, values, second looks and sources that nothing depends on. `seen`: what example
    cases of this protocol show already."""
    yield from _rules(prover, seen)
    yield from _actions(prover, seen)
    used = _used_names(prover.protocol)
    yield from _questions(prover, used)
    yield from _facts(prover, used)
    yield from never_shown(prover.protocol)
    yield from _sources(prover, shipped)


def _rules(prover: Prover, seen: SeenIn) -> Iterator[Finding]:
    named = _fired_that_count(prover.protocol)
    for index, rule in enumerate(prover.protocol.rules):
        if rule.id in seen.deciding:
            continue
        fires = prover.diagrams.both(prover.in_scope, prover.ladder.fired[rule.id])
        if is_empty(prover.space, fires):
            message = f"The rule {rule.id} never fires: there is no case in which what it asks for comes together."
            yield Finding("alive", Where("rules", rule.id), message)
        elif rule.id not in named and not _matters(prover, index):
            message = (
                f"The rule {rule.id} never matters: without it every case has the same level and the same actions."
            )
            yield Finding("alive", Where("rules", rule.id), message)


def _matters(prover: Prover, rule: int) -> bool:
    """Whether some case has another level, or another standing level, without the rule.

    Looked at first where no late effect can fire, whatever the level so far: there what is changed is changed for good.
    """
    late = prover.diagrams.some(prover.diagrams.any(prover.parts.late), {prover.parts.so_far}.__contains__)
    plain = prover.diagrams.less(prover.in_scope, late)
    own = [part for part in prover.ladder.parts if part.rule == rule]
    if any(part.effect.kind == "at_least" and _decides(prover, rule, part, plain) for part in own):
        return True
    standing = prover.ladder.without_for_standing
    for others in (frozenset[int](), standing):
        pairs = zip(prover.ladder.so_far(others), prover.ladder.so_far(others | {rule}), strict=True)
        if own and _differ(prover, pairs, plain):
            return True
        pairs = zip(prover.ladder.reached(others), prover.ladder.reached(others | {rule}), strict=True)
        if _differ(prover, pairs, prover.in_scope):
            return True
    return False


def _decides(prover: Prover, rule: int, part: Part, plain: int) -> bool:
    """Whether the effect alone reaches its level in some case: a quick way to see that the rule matters."""
    left = prover.diagrams.both(plain, prover.ladder.fires(part))
    for other in prover.ladder.named:
        if left == NONE:
            return False
        if other.rule != rule and other.level >= part.level:
            left = prover.diagrams.less(left, prover.ladder.fires(other))
    left = prover.diagrams.less(left, prover.ladder.of_marks(frozenset((rule,)))[part.level])
    return not is_empty(prover.space, left)


def _differ(prover: Prover, pairs: Iterable[tuple[int, int]], within: int) -> bool:
    for one, other in pairs:
        if one != other:
            changed = prover.diagrams.either(prover.diagrams.less(one, other), prover.diagrams.less(other, one))
            if not is_empty(prover.space, prover.diagrams.both(within, changed)):
                return True
    return False


def _fired_that_count(protocol: Protocol) -> frozenset[str]:
    """Rules whose firing some action looks at."""
    conditions = [a.when for a in protocol.actions] + [t.when for a in protocol.actions for t in a.timings]
    conditions += [least.when for level in protocol.levels for least in level.least]
    parts = [part for condition in conditions for part in walk(condition)]
    return frozenset(value for part in parts if isinstance(part, Is) and part.name == "fired" for value in part.values)


def _actions(prover: Prover, seen: SeenIn) -> Iterator[Finding]:
    stands = stands_of(prover)
    named = {name for end in prover.protocol.scope_ends for name in end.actions}
    for action in prover.protocol.actions:
        if action.id not in named | seen.standing and is_empty(
            prover.space, prover.diagrams.both(prover.in_scope, stands.action(action.id))
        ):
            message = f"The action {action.id} never stands: there is no case in which anyone is told to do it."
            yield Finding("alive", Where("actions", action.id), message)


def _questions(prover: Prover, used: frozenset[str]) -> Iterator[Finding]:
    for question in prover.protocol.questions:
        if is_empty(prover.space, prover.diagrams.both(prover.given, prover.meaning.asked(question.id))):
            message = f'The question "{question.ask}" ({question.id}) is never asked.'
            yield Finding("alive", Where("questions", question.id), message)
    for question in prover.protocol.questions:
        counts = question.needed and question.type in ("choice", "ticks", "number", "date", "marks")
        if counts and question.id not in used:
            message = (
                f'The answer to "{question.ask}" ({question.id}) can never matter: no rule, fact or action looks at it.'
            )
            yield Finding("alive", Where("questions", question.id), message)


def _facts(prover: Prover, used: frozenset[str]) -> Iterator[Finding]:
    for fact in prover.protocol.facts:
        if fact.id not in used:
            yield Finding("alive", Where("facts", fact.id), f"Nothing looks at the fact {fact.id}.")
        if isinstance(fact, ValueFact) and not fact.of_each_mark:
            for value, cases in zip(fact.values, prover.meaning.values(fact.id), strict=True):
                if is_empty(prover.space, prover.diagrams.both(prover.in_scope, cases)):
                    message = f"The fact {fact.id} never has the value {value}."
                    yield Finding("alive", Where("facts", fact.id), message)
        elif isinstance(fact, ValueFact):
            yield from _of_marks(prover, fact)


def _of_marks(prover: Prover, fact: ValueFact) -> Iterator[Finding]:
    for value in fact.values:
        some = prover.meaning.seen(prover.meaning.marks, Is(fact.id, (value,)))
        if is_empty(prover.space, prover.diagrams.both(prover.in_scope, some)):
            yield Finding("alive", Where("facts", fact.id), f"No mark ever has the value {value} of {fact.id}.")


def _used_names(protocol: Protocol) -> frozenset[str]:
    """Every name that something looks at, and the lists whose entries something looks at."""
    found: set[str] = set()
    for one in conditions_of(protocol):
        found |= names(one.condition)
        if _looks_at_marks(one.condition) or (one.scope and one.condition is not None):
            found |= {q.id for q in protocol.questions if q.type == "marks"}
    for fact in protocol.facts:
        if isinstance(fact, AgeFact):
            found |= {fact.since, fact.weeks_later}
        elif isinstance(fact, CountFact):
            found |= {fact.different, fact.both_sides_of}
    return frozenset(found)


def _looks_at_marks(condition: Condition) -> bool:
    return any(type(part).__name__ in ("AnyMark", "EveryMark") for part in walk(condition))


def _sources(prover: Prover, shipped: Protocol) -> Iterator[Finding]:
    """Sources that nothing names; those that the shipped protocol lists for further reading are no finding."""
    unused = unused_sources(prover.protocol)
    reading = {source.key for source in unused_sources(shipped)}
    for source in unused:
        if source.key not in reading:
            message = f'Nothing names the source {source.key} ("{source.title}").'
            yield Finding("alive", Where("sources", source.key), message)


def unused_sources(protocol: Protocol) -> list[Source]:
    """The sources that no part of the protocol names."""
    lines = [line for borough in protocol.boroughs for line in (borough.daytime, borough.out_of_hours)]
    sections: tuple[Iterable[Sourced], ...] = (
        protocol.questions, protocol.facts, protocol.rules, protocol.actions, protocol.ladder, protocol.contacts,
        protocol.scope_ends, protocol.boroughs, protocol.promises, protocol.scenarios, protocol.second_looks,
    )  # fmt: skip
    used = {key for section in sections for one in section for key in one.sources} | {line.source for line in lines}
    text = " ".join([*protocol.words.values(), *(source.note + source.title for source in protocol.sources)])
    left = [one for one in protocol.sources if one.key not in used]
    keys = "|".join(re.escape(one.key) for one in sorted(left, key=lambda one: -len(one.key)))
    told = frozenset(re.findall(rf"\b(?:{keys})\b", text))
    return [one for one in left if one.key not in told]
