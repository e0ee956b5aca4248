"""floored: no case gets less than under the protocol the program was shipped with, and what is locked stays locked."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.lists.search import Witness
from bruiseaid.proof.pairs.across import case_that_falls
from bruiseaid.proof.promises.spans import in_words, is_longer
from bruiseaid.proof.stories.finding import Finding, Story, Where
from bruiseaid.protocol.model import Action, Level, Protocol


def floored(prover: Prover, shipped: Prover) -> Iterator[Finding]:
    """Cases both can tell that come to a lower level here; both provers share one space."""
    yield from kept(prover.protocol, shipped.protocol)
    found = case_that_falls(shipped, prover)
    if found is not None:
        yield _lower(prover, shipped, found[1])


def is_another(ours: Protocol, shipped: Protocol) -> bool:
    """Whether the two are about different things: another id, and not one reason of a rule or text of a promise in
    common. A copy of the shipped protocol that was given an id of its own stays under its floor."""
    if ours.id == shipped.id:
        return False
    texts = {promise.text for promise in shipped.promises} | {rule.because for rule in shipped.rules}
    return not any(one in texts for one in (*(p.text for p in ours.promises), *(r.because for r in ours.rules)))


def _lower(prover: Prover, shipped: Prover, found: Witness) -> Finding:
    told = Witness({**prover.calm.values, **found.answers}, found.lists)
    story = Story((shipped.told_case(told, "as shipped"), prover.told_case(told, "here")))
    before, after = shipped.name(story.cases[0].proved), prover.name(story.cases[1].proved)
    fired = {name for name, cases in shipped.ladder.fired.items() if shipped.told(told).is_in(cases)}
    here = {name for name, cases in prover.ladder.fired.items() if prover.told(told).is_in(cases)}
    gone, new = sorted(fired - here), sorted(here - fired)
    because = f" The rules that no longer fire there: {', '.join(gone)}." if gone else ""
    because += f" The rules that fire there now and did not: {', '.join(new)}." if new else ""
    message = f"A case that was {before} in the shipped protocol is only {after} here.{because}"
    return Finding("floored", _place(prover.protocol, shipped.protocol, gone, new, fired & here), message, story)


def _place(ours: Protocol, shipped: Protocol, gone: list[str], new: list[str], both: set[str]) -> Where:
    """What was edited, as far as it can be told: a rule that fires in the case, else a fact, else whatever fires."""
    rules, facts = {rule.id: rule for rule in ours.rules}, {fact.id: fact for fact in ours.facts}
    there = {rule.id: rule for rule in shipped.rules}
    edited = [name for name in (*gone, *sorted(both), *new) if rules.get(name) != there.get(name)]
    if edited:
        return Where("rules", edited[0])
    changed = [fact.id for fact in shipped.facts if fact.id in facts and facts[fact.id] != fact]
    if changed:
        return Where("facts", changed[0])
    return Where("rules", next(iter([*gone, *new]), ""))


def kept(ours: Protocol, shipped: Protocol) -> Iterator[Finding]:
    """What is locked and was changed: rules, promises, least sets and ceilings."""
    yield from _rules(ours, shipped)
    yield from _promises(ours, shipped)
    levels = {level.id: level for level in ours.levels}
    for level in shipped.levels:
        if level.id in levels:
            yield from _least(levels[level.id], level)
    actions = {action.id: action for action in ours.actions}
    for action in shipped.actions:
        if action.id in actions:
            yield from _ceilings(actions[action.id], action)


def _rules(ours: Protocol, shipped: Protocol) -> Iterator[Finding]:
    rules = {rule.id: rule for rule in ours.rules}
    for rule in shipped.rules:
        if not rule.locked:
            continue
        if rule.id not in rules:
            yield Finding("floored", Where("rules"), f"The rule {rule.id} is locked and is no longer there.")
        elif rules[rule.id].locked != rule.locked:
            message = f"The rule {rule.id} was locked ({rule.locked}) and is not any more."
            yield Finding("floored", Where("rules", rule.id), message)


def _promises(ours: Protocol, shipped: Protocol) -> Iterator[Finding]:
    promises = {promise.id: promise for promise in ours.promises}
    for promise in shipped.promises:
        found = promises.get(promise.id)
        if found is None:
            yield Finding("floored", Where("promises"), f"The promise {promise.id} is no longer there: {promise.text}")
        elif found.rule != promise.rule:
            message = f"The promise {promise.id} was changed. It says: {promise.text}"
            yield Finding("floored", Where("promises", promise.id), message)


def _least(ours: Level, shipped: Level) -> Iterator[Finding]:
    there = {(least.kind, frozenset(least.actions), least.when) for least in ours.least}
    for least in shipped.least:
        wanted = frozenset(least.actions)
        ok = any(
            kind == least.kind and when == least.when and (wanted <= names if kind == "all_of" else wanted == names)
            for kind, names, when in there
        )
        if not ok:
            message = f"The least set of level {shipped.id} lost something: {', '.join(least.actions)}."
            yield Finding("floored", Where("levels", shipped.id), message)


def _ceilings(ours: Action, shipped: Action) -> Iterator[Finding]:
    ceilings = [timing.ceiling for timing in shipped.timings if timing.ceiling is not None]
    if len(ours.timings) != len(shipped.timings) or not ceilings:
        pairs = [(timing, max(ceilings, key=lambda c: c.amount)) for timing in ours.timings] if ceilings else []
    else:
        pairs = [(o, s.ceiling) for o, s in zip(ours.timings, shipped.timings, strict=True) if s.ceiling is not None]
    for timing, ceiling in pairs:
        if timing.ceiling is None or is_longer(timing.ceiling, ceiling):
            message = f"The ceiling of {ours.id} is {in_words(ceiling)} and was raised to {in_words(timing.ceiling)}."
            yield Finding("floored", Where("actions", ours.id), message)
        elif is_longer(timing.span, ceiling):
            message = f"{ours.id} is due within {in_words(timing.span)}. Its ceiling is {in_words(ceiling)}."
            yield Finding("floored", Where("actions", ours.id), message)
