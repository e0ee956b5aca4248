"""Every single edit of the rules: an effect lowered or raised a step, a condition dropped or weakened, an action
dropped, a border moved. Each is a protocol of its own, with a sentence that says what was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bruiseaid.proof.space.looks import conditions_of
from bruiseaid.protocol.conditions import AllOf, AnyOf, Between, Condition, Is, Not, walk
from bruiseaid.protocol.model import Action, Effect, Fact, Protocol, Rule, ValueFact
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed protocol. `said`: what was changed; `section` and `id`: where."""

    section: str
    id: str
    said: str
    protocol: Protocol


def edits(protocol: Protocol) -> Iterator[Edit]:
    """Every single edit, in the order of the files."""
    for index, rule in enumerate(protocol.rules):
        for said, other in _rule_edits(protocol, rule):
            rules = (*protocol.rules[:index], *other, *protocol.rules[index + 1 :])
            yield Edit("rules", rule.id, said, replace(protocol, rules=rules, sha256=""))
    for index, fact in enumerate(protocol.facts):
        for said, changed in _fact_edits(fact):
            facts = (*protocol.facts[:index], changed, *protocol.facts[index + 1 :])
            yield Edit("facts", fact.id, said, replace(protocol, facts=facts, sha256=""))
    for index, action in enumerate(protocol.actions):
        actions = (*protocol.actions[:index], *protocol.actions[index + 1 :])
        if not _is_named(protocol, action):
            yield Edit("actions", action.id, "dropped", replace(protocol, actions=actions, sha256=""))


def _is_named(protocol: Protocol, action: Action) -> bool:
    """Whether a least set or an end names it, so that dropping it would be an unknown name."""
    least = {name for level in protocol.levels for one in level.least for name in one.actions}
    return action.id in least | {name for end in protocol.scope_ends for name in end.actions}


def _named_rules(protocol: Protocol) -> frozenset[str]:
    """The rules that something else names, so that dropping one would leave an unknown name."""
    conditions = [one.condition for one in conditions_of(protocol)]
    fired = (
        part for condition in conditions for part in walk(condition) if isinstance(part, Is) and part.name == "fired"
    )
    named = {value for part in fired for value in part.values}
    return frozenset(named | set(protocol.standing_level_without))


def _rule_edits(protocol: Protocol, rule: Rule) -> Iterator[tuple[str, tuple[Rule, ...]]]:
    if rule.id not in _named_rules(protocol):
        yield "dropped", ()
    ids = [level.id for level in protocol.levels]
    for index, effect in enumerate(rule.effects):
        for said, changed in _effect_edits(ids, effect):
            effects = (*rule.effects[:index], *changed, *rule.effects[index + 1 :])
            if effects:
                yield f"effect {index + 1}: {said}", (replace(rule, effects=effects),)


def _effect_edits(ids: list[str], effect: Effect) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    yield "dropped", ()
    if effect.kind != "raise_by":
        at = ids.index(effect.level)
        for step, word in ((-1, "lowered"), (1, "raised")):
            if 0 <= at + step < len(ids):
                yield f"{word} a step", (replace(effect, level=ids[at + step]),)
    for said, when in weakened(effect.when):
        yield said, (replace(effect, when=when),)
    if effect.for_each_mark is not None:
        for said, where in weakened(effect.for_each_mark):
            yield f"for each mark, {said}", (replace(effect, for_each_mark=where),)


def _fact_edits(fact: Fact) -> Iterator[tuple[str, Fact]]:
    if not isinstance(fact, ValueFact):
        return
    for index, (value, when) in enumerate(fact.branches):
        for said, changed in weakened(when):
            branches = (*fact.branches[:index], (value, changed), *fact.branches[index + 1 :])
            yield f"{value}: {said}", replace(fact, branches=branches)


def weakened(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """The condition with one line or one value dropped, or one border moved."""
    match condition:
        case AllOf(parts):
            yield from _parts(parts, AllOf)
        case AnyOf(parts):
            yield from _parts(parts, AnyOf)
        case Not(part):
            yield from ((said, Not(changed)) for said, changed in weakened(part))
        case Is(name, values) if len(values) > 1:
            for index, value in enumerate(values):
                yield f"{name} without {value}", Is(name, (*values[:index], *values[index + 1 :]))
        case Between(name, low, under):
            for step in (-1, 1):
                moved = Between(name, None if low is None else low + step, None if under is None else under + step)
                yield f"{name} moved by {step}", moved
        case _:
            return


def _parts(
    parts: tuple[Condition, ...], make: Callable[[tuple[Condition, ...]], Condition]
) -> Iterator[tuple[str, Condition]]:
    for index, part in enumerate(parts):
        rest = (*parts[:index], *parts[index + 1 :])
        if rest:
            yield f"line {index + 1} dropped", make(rest)
        for said, changed in weakened(part):
            yield said, make((*parts[:index], changed, *parts[index + 1 :]))
