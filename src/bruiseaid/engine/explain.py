"""On which answers an outcome rests: the ones that made the rules fire, through facts and marks."""

from __future__ import annotations

from collections.abc import Iterable

from bruiseaid.engine.compiled import YES, World, compiled
from bruiseaid.engine.levels import Levels
from bruiseaid.engine.ready import Ready
from bruiseaid.protocol.conditions import (
    AllOf,
    AnyIn,
    AnyMark,
    AnyOf,
    Condition,
    EveryMark,
    Not,
    names,
)
from bruiseaid.protocol.model import AgeFact, CountFact, ValueFact


def answers_that_counted(ready: Ready, world: World, levels: Levels) -> tuple[str, ...]:
    """Ids of the questions whose answers made the fired rules fire, in the order asked."""
    found: set[str] = set()
    for held in levels.held:
        effect = held.ready.effect
        if held.case == YES and (held.marks is None or YES in held.marks):
            found |= _grounds(ready, world, effect.when, frozenset())
            if held.marks is not None:
                found.add(ready.marks_question)
                found |= _names(ready, world, names(effect.for_each_mark or effect.when), frozenset())
    return tuple(question.id for question in ready.protocol.questions if question.id in found)


def _grounds(ready: Ready, world: World, condition: Condition, seen: frozenset[str]) -> set[str]:
    match condition:
        case AllOf(parts):
            return set().union(*(_grounds(ready, world, part, seen) for part in parts))
        case AnyOf(parts):
            held = [part for part in parts if compiled(part, ready.names)(world, None) == YES]
            return set().union(*(_grounds(ready, world, part, seen) for part in held))
        case Not(part):
            return _names(ready, world, names(part), seen)
        case AnyMark(part) | EveryMark(part):
            return {ready.marks_question} | _names(ready, world, names(part), seen)
        case AnyIn(name, _):
            return {name}
        case _:
            return _names(ready, world, names(condition), seen)


def _names(ready: Ready, world: World, wanted: Iterable[str], seen: frozenset[str]) -> set[str]:
    found: set[str] = set()
    for name in wanted:
        if name in seen:
            continue
        if name in ready.questions:
            found.add(name)
        elif name in ready.facts:
            found |= _fact(ready, world, name, seen | {name})
    return found


def _fact(ready: Ready, world: World, name: str, seen: frozenset[str]) -> set[str]:
    known = ready.facts[name]
    match known.fact:
        case AgeFact() as age:
            weeks = (
                {age.weeks_later} if age.weeks_later and world.numbers.get(age.weeks_later, (0, 0)) != (0, 0) else set()
            )
            return {age.since} | weeks
        case CountFact():
            return {ready.marks_question}
        case ValueFact() as fact if fact.of_each_mark:
            return {ready.marks_question}
        case ValueFact() as fact:
            for (_, test), (_, condition) in zip(known.branches, fact.branches, strict=True):
                if test(world, None) == YES:
                    return _grounds(ready, world, condition, seen)
            return _directly(ready, fact)


def _directly(ready: Ready, fact: ValueFact) -> set[str]:
    """Where no branch held: only the answers that the branches look at themselves."""
    looked = set().union(*(names(condition) for _, condition in fact.branches))
    return {name for name in looked if name in ready.questions}
