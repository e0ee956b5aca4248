"""Turns tables that were read into the values of `model`. Names are checked later, in `crosscheck`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType

from bruiseaid.protocol.conditions import ALWAYS, AllOf, Always, Condition, Not
from bruiseaid.protocol.kinds import UNTIL_HANDOVER, Read, Reading
from bruiseaid.protocol.model import (
    Action,
    ActionGroup,
    AgeFact,
    CountFact,
    DoneBy,
    Effect,
    EffectKind,
    Fact,
    Field,
    LadderStep,
    LeastSet,
    Level,
    Option,
    Question,
    Region,
    Rule,
    ScopeEnd,
    Span,
    Step,
    Timing,
    ValueFact,
)
from bruiseaid.protocol.tree import Seq, Table, Text
from bruiseaid.protocol.when import When

NEVER: Condition = Not(ALWAYS)


@dataclass(slots=True)
class Built:
    """Everything that was built so far, with the conditions to be checked and where they stand.

    `conditions`: (condition, scope it stands in, what it belongs to: 'question', 'fact:<index>', 'effect', ...).
    `mentions`: (name, what kind of thing it must be, the table, the key).
    """

    conditions: list[tuple[When, str, str]] = field(default_factory=list)
    mentions: list[tuple[str, str, Read, str]] = field(default_factory=list)

    def when(self, table: Read, key: str, owner: str, inside: str = "") -> Condition:
        """The condition under `key`; holds always when left out."""
        when = table.get(key)
        if not isinstance(when, When):
            return ALWAYS
        self.conditions.append((when, inside, owner))
        return when.condition

    def mention(self, kind: str, table: Read, *keys: str) -> None:
        """Notes that the texts under `keys` have to be names of the given kind."""
        for key in keys:
            value = table.get(key)
            for name in value if isinstance(value, tuple) else (value,) if value else ():
                if isinstance(name, str) and name:
                    self.mentions.append((name, kind, table, key))


def both(first: Condition, second: Condition) -> Condition:
    """A condition that holds when both do."""
    if isinstance(first, Always):
        return second
    return first if isinstance(second, Always) else AllOf((first, second))


def options(tables: Iterable[Read]) -> tuple[Option, ...]:
    """The options in their order."""
    return tuple(
        Option(t.text("id"), t.text("label"), t.text("hint"), t.text("short"), bool(t.get("alone"))) for t in tables
    )


def details(tables: Iterable[Read], inside: str, built: Built) -> tuple[Field, ...]:
    """The details of a mark, a person or a group. Their conditions look at the same entry."""
    return tuple(
        Field(
            t.text("id"),
            t.get("type", "text"),
            t.text("label"),
            t.text("hint"),
            options(t.get("options", ())),
            bool(t.get("needed")),
            t.text("finish"),
            t.get("if_absent"),
            built.when(t, "ask_when", "field", inside),
            t.text("unit"),
            bool(t.get("restricted")),
            bool(t.get("first_page")),
            t.text("short"),
            bool(t.get("may_be_later")),
        )
        for t in tables
    )


def step(t: Read) -> Step:
    """One stop on the rail."""
    return Step(t.text("id"), t.text("title"), bool(t.get("after_result")))


def question(t: Read, built: Built) -> Question:
    """One question."""
    built.mention("step", t, "step")
    built.mention("question", t, "same_page_as", "put_off_until_after")
    built.mention("contact", t, "contact")
    built.mention("source", t, "sources")
    inside = "mark" if t.get("type") == "marks" else t.text("id")
    return Question(
        id=t.text("id"), step=t.text("step"), type=t.get("type", "text"), ask=t.text("ask"), short=t.text("short"),
        help=t.text("help"), why=t.text("why"), options=options(t.get("options", ())),
        fields=details(t.get("fields", ()), inside, built), needed=bool(t.get("needed")), if_absent=t.get("if_absent"),
        finish=t.text("finish"), finish_when=built.when(t, "finish_when", "question"),
        ask_when=built.when(t, "ask_when", "question"),
        put_off_when=built.when(t, "put_off_when", "question") if "put_off_when" in t else None,
        put_off_until_after=t.text("put_off_until_after"), same_page_as=t.text("same_page_as"),
        stored=t.text("stored"), least=t.get("least"), greatest=t.get("greatest"), not_after=t.text("not_after"),
        unit=t.text("unit"), none_label=t.text("none_label"), none_asked_label=t.text("none_asked_label"),
        entry_label=t.text("entry_label"),
        sources=tuple(t.get("sources", ())), record_part=t.text("record_part"), restricted=bool(t.get("restricted")),
        first_page=bool(t.get("first_page")), contact=t.text("contact"), contact_head=t.text("contact_head"),
    )  # fmt: skip


def fact(t: Read, index: int, built: Built, reading: Reading) -> Fact:
    """One fact, of whichever of the three kinds its keys say."""
    built.mention("source", t, "sources")
    sources = tuple(t.get("sources", ()))
    owner = f"fact:{index}"
    kinds = [key for key in ("holds_when", "values", "age_in", "count_marks") if key in t]
    if len(kinds) != 1:
        reading.add(
            t.place,
            "A fact has exactly one of holds_when, values, age_in or count_marks.",
            words=t.text("id"),
        )
    if "age_in" in t:
        built.mention("question", t, "since", "weeks_later")
        return AgeFact(t.text("id"), t.text("means"), t["age_in"], t.text("since"), t.text("weeks_later"), sources)
    if "count_marks" in t:
        where = built.when(t, "count_marks", owner, "mark")
        built.mention("mark detail", t, "different", "both_sides_of")
        return CountFact(t.text("id"), t.text("means"), where, t.text("different"), t.text("both_sides_of"), sources)
    return _value_fact(t, owner, built, reading, sources)


def _value_fact(t: Read, owner: str, built: Built, reading: Reading, sources: tuple[str, ...]) -> ValueFact:
    of_mark = bool(t.get("of_each_mark"))
    inside = "mark" if of_mark else ""
    ordered = bool(t.get("ordered", True))
    if "values" not in t:
        branches: tuple[tuple[str, Condition], ...] = (("yes", built.when(t, "holds_when", owner, inside)),)
        return ValueFact(t.text("id"), t.text("means"), ("no", "yes"), branches, "no", ordered, of_mark, sources)
    values = tuple(t.get("values", ()))
    branches = tuple((b.text("value"), built.when(b, "when", owner, inside)) for b in t.get("is", ()))
    for branch in t.get("is", ()):
        if "value" in branch and branch["value"] not in values:
            reading.add(branch.place_of("value"), "The fact has no such value.", words=branch.text("value"))
    if not t.text("otherwise") or t.text("otherwise") not in values:
        reading.add(t.place_of("otherwise"), "The fact needs otherwise, with one of its values.", words=t.text("id"))
    return ValueFact(t.text("id"), t.text("means"), values, branches, t.text("otherwise"), ordered, of_mark, sources)


def rule(t: Read, built: Built, reading: Reading) -> Rule:
    """One rule with its effects; `late` effects look at the level reached so far."""
    built.mention("source", t, "sources")
    given = t.get("effects", ())
    direct = [key for key in ("at_least", "base", "cap", "raise_by") if key in t]
    if bool(given) == bool(direct):
        reading.add(t.place, "A rule has either one level of its own or a list of effects.", words=t.text("id"))
    common = built.when(t, "when", "effect"), built.when(t, "for_each_mark", "effect", "mark")
    tables = given or ((t,) if direct else ())
    effects = tuple(_effect(e, t, common, built, reading) for e in tables)
    built.mention("text", t, "statements")
    return Rule(
        t.text("id"), t.text("because"), tuple(t.get("sources", ())), effects, t.text("locked"), t.text("own_choice"),
        tuple(t.get("statements", ())),
    )  # fmt: skip


_EFFECT_KINDS: dict[str, EffectKind] = {
    "at_least": "at_least", "base": "base", "cap": "cap", "raise_by": "raise_by",
}  # fmt: skip


def _effect(e: Read, owner: Read, common: tuple[Condition, Condition], built: Built, reading: Reading) -> Effect:
    kinds = [key for key in ("at_least", "base", "cap", "raise_by") if key in e]
    if len(kinds) != 1:
        reading.add(e.place, "An effect has exactly one of at_least, base, cap or raise_by.", words=owner.text("id"))
    kind: EffectKind = _EFFECT_KINDS[kinds[0]] if kinds else "at_least"
    own_when = ALWAYS if e is owner else built.when(e, "when", "effect")
    own_mark = ALWAYS if e is owner else built.when(e, "for_each_mark", "effect", "mark")
    has_marks = "for_each_mark" in owner or "for_each_mark" in e
    if kind in ("base", "cap") and not has_marks:
        reading.add(e.place_of(kind), f"A {kind} works on marks: the rule needs for_each_mark.", words=owner.text("id"))
    built.mention("level", e, "at_least", "base", "cap")
    when = both(common[0], own_when)
    late = _names_level_so_far(e, "when") or _names_level_so_far(owner, "when")
    if (late and kind != "at_least") or any(_names_level_so_far(t, "for_each_mark") for t in (e, owner)):
        message = "Only an at_least can look at level_so_far, and only in its when: marks are looked at before that."
        reading.add(e.place_of(kind), message, words="level_so_far")
    return Effect(
        kind=kind, level=e.text(kind) if kind != "raise_by" else "", steps=int(e.get("raise_by", 0)), when=when,
        for_each_mark=both(common[1], own_mark) if has_marks else None, late=late,
    )  # fmt: skip


def _names_level_so_far(table: Read, key: str) -> bool:
    when = table.get(key)
    return isinstance(when, When) and any(use.name == "level_so_far" for use in when.uses)


def _timing(t: Read, built: Built) -> Timing:
    return _as_timing(t.get("time"), t.text("words"), t.get("ceiling"), built.when(t, "when", "action"))


def _as_timing(span: Span | None, words: str, ceiling: Span | None, when: Condition = ALWAYS) -> Timing:
    lasting = span is None or span == UNTIL_HANDOVER
    return Timing(None if lasting else span, words, ceiling, when)


def action(t: Read, built: Built) -> Action:
    """One action with its times."""
    built.mention("source", t, "sources")
    built.mention("contact", t, "contact")
    built.mention("group", t, "group")
    by = t.get("by")
    if isinstance(by, Span):
        timings: tuple[Timing, ...] = (_as_timing(by, t.text("words"), t.get("ceiling")),)
    else:
        timings = tuple(_timing(entry, built) for entry in by or ())
    when = NEVER if t.get("only_named") else built.when(t, "when", "action")
    return Action(
        t.text("id"), t.text("text"), t.text("detail"), t.text("say"), t.text("who"), t.text("to"), t.text("contact"),
        timings, when, bool(t.get("if_open")), bool(t.get("from_call")), tuple(t.get("sources", ())),
        t.text("locked"), bool(t.get("ladder")), bool(t.get("asked_of_others")), bool(t.get("referral")),
        t.text("own_choice"), bool(t.get("for_parents")), bool(t.get("advice")), t.text("group"),
        _done_by(t.get("done_by"), built),
    )  # fmt: skip


def _done_by(t: Read | None, built: Built) -> DoneBy | None:
    if t is None:
        return None
    built.mention("question", t, "question")
    begins = tuple(t.get("not_if_it_begins", ()))
    return DoneBy(t.text("question"), tuple(t.get("field", ())), tuple(t.get("is", ())), t.text("at"), begins)


def action_group(t: Read) -> ActionGroup:
    """One heading of the list of actions."""
    return ActionGroup(t.text("id"), t.text("title"))


def ladder_step(t: Read, built: Built) -> LadderStep:
    """One step of the escalation ladder."""
    built.mention("source", t, "sources")
    timing = _as_timing(t.get("by"), t.text("words"), t.get("ceiling"))
    return LadderStep(
        t.text("id"),
        t.text("who"),
        t.text("to"),
        timing,
        t.text("say"),
        t.text("when_hours"),
        tuple(t.get("sources", ())),
    )


def level(t: Read, built: Built) -> Level:
    """One level with its least sets of actions."""
    built.mention("text", t, "statements")
    return Level(
        t.text("id"), t.text("name"), t.text("sentence"), t.get("shape", "circle"), bool(t.get("opens_act_now")),
        bool(t.get("closes_case")), bool(t.get("never_lower")),
        tuple(_least(entry, built) for entry in t.get("least", ())),
        tuple(t.get("statements", ())),
    )  # fmt: skip


def _least(t: Read, built: Built) -> LeastSet:
    kinds = [key for key in ("all_of", "one_of", "exactly_one_of") if key in t]
    kind = kinds[0] if kinds else "all_of"
    built.mention("action", t, "all_of", "one_of", "exactly_one_of")
    return LeastSet(kind, tuple(t.get(kind, ())), built.when(t, "when", "action"))  # type: ignore[arg-type]


def scope_end(t: Read, built: Built) -> ScopeEnd:
    """One end outside the scope."""
    built.mention("action", t, "actions")
    built.mention("source", t, "sources")
    return ScopeEnd(
        t.text("id"), t.text("title"), t.text("sentence"), built.when(t, "when", "scope"),
        bool(t.get("only_without_level")), tuple(t.get("actions", ())), tuple(t.get("sources", ())),
    )  # fmt: skip


_REGION_KEYS = ("id", "name", "sides", "views", "note")


def region(table: Table, reading: Reading) -> Region:
    """One place on the body; every key besides the known ones is a column that rules may look at."""
    for key in ("id", "name", "sides", "views"):
        if key not in table.entries:
            reading.add(table, f"A place on the body needs {key} as well.")
    columns = {
        key: node.value for key, node in table.entries.items() if key not in _REGION_KEYS and isinstance(node, Text)
    }
    return Region(
        _plain(table, "id"), _plain(table, "name"), _list(table, "sides"), _list(table, "views"),
        MappingProxyType(columns), _plain(table, "note"),
    )  # fmt: skip


def _plain(table: Table, key: str) -> str:
    node = table.entries.get(key)
    return node.value if isinstance(node, Text) else ""


def _list(table: Table, key: str) -> tuple[str, ...]:
    node = table.entries.get(key)
    if isinstance(node, Seq):
        return tuple(item.value for item in node.items if isinstance(item, Text))
    return tuple(_plain(table, key).split())
