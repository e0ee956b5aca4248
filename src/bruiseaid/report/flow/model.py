"""The protocol as a flow that a person can follow: ends outside the scope, groups of rules, levels with their actions.

Made from the protocol alone; nothing about one protocol is known here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bruiseaid.engine.condition_words import condition_words
from bruiseaid.protocol.conditions import ALWAYS, AllOf, Always, Condition, Is
from bruiseaid.protocol.model import Effect, Level, Protocol, Rule, Span
from bruiseaid.values import dataclass

FEWEST_IN_A_GROUP = 3
MOST_GROUPS = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One effect of a rule: the level it leads to (None: it adds a step or sets a cap), and when, in words."""

    rule: str
    level: Level | None
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that share a situation. An empty title: whatever the situation."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Everything the drawing shows, in the order in which it is followed."""

    ends: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    late: tuple[Row, ...]
    levels: tuple[tuple[Level, tuple[str, ...]], ...]


def flow_of(protocol: Protocol) -> Flow:
    """The flow of a protocol."""
    shared = _situations(protocol)
    groups = tuple(group for situation in (None, *shared) if (group := _group(protocol, situation, shared)).rows)
    late = tuple(_row(protocol, rule, e, None) for rule in protocol.rules for e in rule.effects if e.late)
    ends = tuple((condition_words(protocol, end.when), end.title) for end in protocol.scope_ends)
    levels = tuple((level, tuple(_actions(protocol, level))) for level in reversed(protocol.levels))
    return Flow(ends, groups, late, levels)


def _parts(condition: Condition) -> Iterator[Condition]:
    """The lines of a condition, all of which must hold."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _parts(part)
    elif not isinstance(condition, Always):
        yield condition


def _situations(protocol: Protocol) -> tuple[Is, ...]:
    """The lines that several rules share, most shared first: each makes a group."""
    counted: Counter[Is] = Counter()
    yes_or_no = {fact.id for fact in protocol.facts if set(getattr(fact, "values", ())) == {"yes", "no"}}
    for rule in protocol.rules:
        found = {
            part
            for effect in rule.effects
            if not effect.late
            for part in _parts(effect.when)
            if isinstance(part, Is) and part.name in yes_or_no and len(part.values) == 1
        }
        counted.update(found)
    often = [part for part, times in counted.most_common() if times >= FEWEST_IN_A_GROUP]
    return tuple(sorted(often[:MOST_GROUPS], key=lambda part: counted[part]))


def _home(effect: Effect, shared: tuple[Is, ...]) -> Is | None:
    """The group an effect belongs to: the first of the shared lines that it has."""
    parts = set(_parts(effect.when))
    return next((situation for situation in shared if situation in parts), None)


def _group(protocol: Protocol, situation: Is | None, shared: tuple[Is, ...]) -> Group:
    rows = [
        _row(protocol, rule, effect, situation)
        for rule in protocol.rules
        for effect in rule.effects
        if not effect.late and _home(effect, shared) == situation
    ]
    order = {level.id: index for index, level in enumerate(protocol.levels)}
    rows.sort(key=lambda row: -order[row.level.id] if row.level else 1)
    return Group(condition_words(protocol, situation) if situation else "", tuple(dict.fromkeys(rows)))


def _row(protocol: Protocol, rule: Rule, effect: Effect, situation: Is | None) -> Row:
    parts = [part for part in _parts(effect.when) if part != situation]
    if effect.for_each_mark is not None:
        parts.append(effect.for_each_mark)
    joined = AllOf(tuple(parts)) if len(parts) > 1 else parts[0] if parts else ALWAYS
    level = next((level for level in protocol.levels if level.id == effect.level), None)
    sign = {"raise_by": f"+{effect.steps}", "cap": "most"}.get(effect.kind, "")
    return Row(rule.id, level, sign, condition_words(protocol, joined))


def _actions(protocol: Protocol, level: Level) -> Iterator[str]:
    """The least set of a level in words, each action with its time, in the order of the page."""
    forced = {name for least in level.least if isinstance(least.when, Always) for name in least.actions}
    later = {name for least in level.least if not isinstance(least.when, Always) for name in least.actions}
    choice = {name for least in level.least if least.kind != "all_of" for name in least.actions}
    for action in protocol.actions:
        if action.id in forced | later:
            when = action.timings[-1].words or span_words(action.timings[-1].span)
            note = (
                " (one of these)"
                if action.id in choice
                else " (where social care is needed as well)"
                if action.id in later - forced
                else ""
            )
            yield f"{action.text.rstrip('.')}: {when}{note}"


def span_words(span: Span | None) -> str:
    """A length of time as people say it: 'at once', '4 hours', '1 working day', 'until handover'."""
    if span is None:
        return "until handover"
    if span.amount == 0:
        return "at once"
    unit = {"minute": "minute", "hour": "hour", "day": "day", "working_day": "working day"}[span.unit]
    return f"{span.amount} {unit}" + ("" if span.amount == 1 else "s")
