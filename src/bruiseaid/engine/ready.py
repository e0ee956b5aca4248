"""A protocol made ready to run: every condition compiled, every name given its bit. Made once for each protocol."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from bruiseaid.engine.compiled import Names, Test, compiled
from bruiseaid.protocol.conditions import Always, Condition, Is, names, walk
from bruiseaid.protocol.model import (
    Action,
    AgeFact,
    CountFact,
    Effect,
    Fact,
    Field,
    LeastSet,
    Protocol,
    Question,
    ScopeEnd,
    ValueFact,
)
from bruiseaid.protocol.order import working_order
from bruiseaid.values import dataclass

LEVEL, STANDING, SO_FAR, FIRED, ACTION = "level", "standing_level", "level_so_far", "fired", "action"


@dataclass(frozen=True, slots=True)
class ReadyField:
    """A detail of a mark or entry: bits by option, and whether it is asked."""

    field: Field
    bits: Mapping[str, int]
    asked: Test | None
    absent: int | None


@dataclass(frozen=True, slots=True)
class ReadyQuestion:
    """A question: bits by option, when it is asked (None: always), and what counts when it was not answered."""

    question: Question
    bits: Mapping[str, int]
    asked: Test | None
    put_off: Test | None
    absent: int | None
    fields: tuple[ReadyField, ...]
    out_of_scope_bits: int


@dataclass(frozen=True, slots=True)
class ReadyFact:
    """A fact with its compiled branches (value bit, test), or the compiled condition of a count."""

    fact: Fact
    branches: tuple[tuple[int, Test], ...]
    otherwise: int
    where: Test | None


@dataclass(frozen=True, slots=True)
class ReadyEffect:
    """An effect of the rule with that index; `level` is an index from least to most urgent."""

    effect: Effect
    rule: int
    level: int
    when: Test
    marks: Test | None


@dataclass(frozen=True, slots=True)
class ReadyAction:
    """An action: when it stands, and when each of its times is the one. `group`: the heading that it stands under."""

    action: Action
    when: Test
    timings: tuple[Test, ...]
    group: str


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything the engine needs of one protocol."""

    protocol: Protocol
    zone: ZoneInfo
    names: Names
    order: tuple[str, ...]
    questions: Mapping[str, ReadyQuestion]
    facts: Mapping[str, ReadyFact]
    effects: tuple[ReadyEffect, ...]
    actions: tuple[ReadyAction, ...]
    scope_ends: tuple[tuple[ScopeEnd, Test], ...]
    least: tuple[tuple[tuple[LeastSet, Test], ...], ...]
    levels: Mapping[str, int]
    act_now_from: int
    general_cap: int
    without_for_standing: frozenset[int]
    columns: Mapping[str, Mapping[str, int]]
    marks_question: str


_made: list[Ready] = []


def ready(protocol: Protocol) -> Ready:
    """The protocol made ready; the last few are kept."""
    for one in _made:
        if one.protocol is protocol:
            return one
    made = _make(protocol)
    _made.insert(0, made)
    del _made[8:]
    return made


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: 1 << index for index, value in enumerate(dict.fromkeys(values))}


def _make(protocol: Protocol) -> Ready:
    level_bits = {level.id: 2 << index for index, level in enumerate(protocol.levels)}
    columns = _columns(protocol)
    names_ = _names(protocol, level_bits, columns)
    levels = {level.id: index for index, level in enumerate(protocol.levels)}
    rule_index = {rule.id: index for index, rule in enumerate(protocol.rules)}
    titles = {group.id: group.title for group in protocol.groups}
    opening = [index for index, level in enumerate(protocol.levels) if level.opens_act_now]
    return Ready(
        protocol=protocol, zone=ZoneInfo(protocol.time_zone), names=names_,
        order=working_order(protocol.questions, protocol.facts),
        questions={q.id: _question(q, names_, protocol) for q in protocol.questions},
        facts={fact.id: _fact(fact, names_) for fact in protocol.facts},
        effects=tuple(
            ReadyEffect(
                effect, rule_index[rule.id], levels.get(effect.level, 0), compiled(effect.when, names_),
                None if effect.for_each_mark is None else compiled(effect.for_each_mark, names_, "mark"),
            )
            for rule in protocol.rules for effect in rule.effects
        ),
        actions=tuple(
            ReadyAction(
                a, compiled(a.when, names_), tuple(compiled(t.when, names_) for t in a.timings), titles.get(a.group, "")
            )
            for a in protocol.actions
        ),
        scope_ends=tuple((end, compiled(end.when, names_)) for end in protocol.scope_ends),
        least=tuple(tuple((s, compiled(s.when, names_)) for s in level.least) for level in protocol.levels),
        levels=levels, act_now_from=min(opening) if opening else len(levels),
        general_cap=levels.get(protocol.cap_of_a_mark, len(levels) - 1),
        without_for_standing=frozenset(rule_index[id_] for id_ in protocol.standing_level_without),
        columns=columns, marks_question=next((q.id for q in protocol.questions if q.type == "marks"), ""),
    )  # fmt: skip


def _columns(protocol: Protocol) -> dict[str, dict[str, int]]:
    keys = dict.fromkeys(key for region in protocol.regions for key in region.columns)
    return {key: _numbered(region.columns.get(key, "") for region in protocol.regions) for key in keys}


def _names(protocol: Protocol, level_bits: dict[str, int], columns: dict[str, dict[str, int]]) -> Names:
    chosen = {q.id: _numbered(o.id for o in q.options) for q in protocol.questions if q.options}
    chosen[FIRED] = _numbered(rule.id for rule in protocol.rules)
    chosen[ACTION] = _numbered(action.id for action in protocol.actions)
    facts: dict[str, dict[str, int]] = {LEVEL: level_bits, STANDING: level_bits, SO_FAR: level_bits}
    mark_facts: dict[str, dict[str, int]] = {}
    for fact in protocol.facts:
        if isinstance(fact, ValueFact):
            (mark_facts if fact.of_each_mark else facts)[fact.id] = _numbered(fact.values)
    mark_chosen: dict[str, dict[str, int]] = {}
    list_chosen: dict[str, dict[str, dict[str, int]]] = {}
    for q in protocol.questions:
        details = {f.id: _field_bits(f, protocol) for f in q.fields if f.type in ("choice", "ticks", "region")}
        if q.type == "marks":
            mark_chosen = {**details, **columns}
        elif q.fields:
            list_chosen[q.id] = details
    return Names(chosen, facts, mark_chosen, mark_facts, list_chosen)


def _field_bits(detail: Field, protocol: Protocol) -> dict[str, int]:
    if detail.type == "region":
        return _numbered(region.id for region in protocol.regions)
    return _numbered(option.id for option in detail.options)


def _question(q: Question, names_: Names, protocol: Protocol) -> ReadyQuestion:
    bits = names_.chosen.get(q.id, {})
    inside = "mark" if q.type == "marks" else q.id
    absent = None
    if q.if_absent is not None:
        absent = sum(bits.get(value, 0) for value in set(q.if_absent))
    return ReadyQuestion(
        q, bits, _unless_always(q.ask_when, names_),
        compiled(q.put_off_when, names_) if q.put_off_when else None, absent,
        tuple(_ready_field(f, names_, inside, protocol) for f in q.fields), _out_of_scope_bits(q, bits, protocol),
    )  # fmt: skip


def _unless_always(condition: Condition, names_: Names, inside: str = "") -> Test | None:
    return None if isinstance(condition, Always) else compiled(condition, names_, inside)


def _ready_field(detail: Field, names_: Names, inside: str, protocol: Protocol) -> ReadyField:
    bits = _field_bits(detail, protocol)
    absent = bits.get(detail.if_absent) if detail.if_absent else None
    return ReadyField(detail, bits, _unless_always(detail.ask_when, names_, inside), absent)


def _out_of_scope_bits(q: Question, bits: Mapping[str, int], protocol: Protocol) -> int:
    """The options that by themselves put the case outside the scope."""
    found = 0
    for end in protocol.scope_ends:
        if isinstance(end.when, Is) and end.when.name == q.id:
            found |= sum(bits[value] for value in set(end.when.values))
    return found


def _fact(fact: Fact, names_: Names) -> ReadyFact:
    match fact:
        case AgeFact():
            return ReadyFact(fact, (), 0, None)
        case CountFact():
            return ReadyFact(fact, (), 0, compiled(fact.where, names_, "mark"))
        case _:
            inside = "mark" if fact.of_each_mark else ""
            bits = (names_.mark_facts if fact.of_each_mark else names_.facts)[fact.id]
            branches = tuple((bits[value], compiled(when, names_, inside)) for value, when in fact.branches)
            return ReadyFact(fact, branches, bits[fact.otherwise], None)


def questions_behind(ready_: Ready, wanted: Iterable[str]) -> frozenset[str]:
    """The questions that the named questions and facts rest on, through other facts too."""
    found: set[str] = set()
    seen: set[str] = set()
    queue = list(wanted)
    while queue:
        name = queue.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in ready_.questions:
            found.add(name)
            queue.extend(names(ready_.questions[name].question.ask_when))
        elif name in ready_.facts:
            queue.extend(_needs(ready_, ready_.facts[name].fact))
    return frozenset(found)


def _needs(ready_: Ready, fact: Fact) -> set[str]:
    if isinstance(fact, AgeFact):
        return {name for name in (fact.since, fact.weeks_later) if name}
    conditions = [fact.where] if isinstance(fact, CountFact) else [when for _, when in fact.branches]
    return conditions_need(ready_, conditions, isinstance(fact, CountFact) or fact.of_each_mark)


def conditions_need(ready_: Ready, conditions: Iterable[Condition], of_marks: bool) -> set[str]:
    """Names the conditions look at; the question of the marks where they look at marks."""
    found: set[str] = {ready_.marks_question} if of_marks else set()
    for condition in conditions:
        found |= names(condition)
        if any(type(part).__name__ in ("AnyMark", "EveryMark") for part in walk(condition)):
            found.add(ready_.marks_question)
    return found
