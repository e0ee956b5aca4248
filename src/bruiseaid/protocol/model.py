"""The protocol as values: what the admins wrote, read and checked, and nothing else.

Every text is in the admins' words. No id of a level, question, rule or action is known to any Python module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, TypeAlias

from bruiseaid.protocol.conditions import ALWAYS, Condition

FieldType: TypeAlias = Literal["text", "long_text", "choice", "ticks", "number", "date", "date_time", "region"]
QuestionType: TypeAlias = Literal[
    "choice", "ticks", "number", "date", "date_time", "text", "marks", "people", "entries", "group"
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file name inside the protocol folder, line and column, both from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A citation: key, what it is, address, and how it was read."""

    key: str
    title: str
    kind: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen or ticked. `alone`: it cannot stand beside another tick."""

    id: str
    label: str
    hint: str = ""
    short: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One detail of a mark, a person or a group."""

    id: str
    type: FieldType
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    needed: bool = False
    finish: str = ""
    if_absent: str | None = None
    ask_when: Condition = ALWAYS
    unit: str = ""
    restricted: bool = False
    first_page: bool = False
    short: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Which answers it takes follows from `type`.

    `needed`: no conclusion while it is open. `if_absent`: what counts when an optional one was not answered
    (None: nothing counts). `finish`: the sentence shown when it is still missing at the end; empty: not insisted on.
    `same_page_as`: shown on the page of that question. `stored`: key of the case file if not under `answers`.
    """

    id: str
    step: str
    type: QuestionType
    ask: str
    short: str
    help: str = ""
    why: str = ""
    options: tuple[Option, ...] = ()
    fields: tuple[Field, ...] = ()
    needed: bool = False
    if_absent: tuple[str, ...] | None = None
    finish: str = ""
    ask_when: Condition = ALWAYS
    put_off_when: Condition | None = None
    put_off_until_after: str = ""
    same_page_as: str = ""
    stored: str = ""
    least: int | None = None
    greatest: int | None = None
    not_after: str = ""
    unit: str = ""
    none_label: str = ""
    none_asked_label: str = ""
    sources: tuple[str, ...] = ()
    record_part: str = ""
    restricted: bool = False
    first_page: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the rail."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome. Their order in the protocol is from least to most urgent."""

    id: str
    name: str
    sentence: str
    shape: Literal["octagon", "diamond", "triangle", "circle", "square"]
    opens_act_now: bool = False
    closes_case: bool = False
    never_lower: bool = False
    least: tuple[LeastSet, ...] = ()
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeastSet:
    """Actions that an outcome always has: all of them, or exactly one, or at least one of them."""

    kind: Literal["all_of", "one_of", "exactly_one_of"]
    actions: tuple[str, ...]
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Region:
    """A place on the body: what the rules know of it are its columns (`area`, `class`, ...)."""

    id: str
    name: str
    sides: tuple[str, ...]
    views: tuple[str, ...]
    columns: Mapping[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ValueFact:
    """A fact with named values, from least to most worrying if `ordered`: the first branch that holds."""

    id: str
    means: str
    values: tuple[str, ...]
    branches: tuple[tuple[str, Condition], ...]
    otherwise: str
    ordered: bool = True
    of_each_mark: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgeFact:
    """Completed calendar months, or days, from a date answer (moved later by some weeks) to when the mark was seen."""

    id: str
    means: str
    unit: Literal["months", "days"]
    since: str
    weeks_later: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountFact:
    """How many marks meet a condition; or how many different values of `different` they have; or how many
    values of `both_sides_of` are met on side left and on side right."""

    id: str
    means: str
    where: Condition
    different: str = ""
    both_sides_of: str = ""
    sources: tuple[str, ...] = ()


Fact: TypeAlias = ValueFact | AgeFact | CountFact


EffectKind: TypeAlias = Literal["at_least", "base", "cap", "raise_by"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule does: at_least (the case), base or cap (a mark) name a level; raise_by counts steps."""

    kind: EffectKind
    level: str
    steps: int
    when: Condition
    for_each_mark: Condition | None
    late: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: it has fired when any of its effects holds. Its place in the file never matters.

    `statements`: keys of `words` that the record prints when it fired.
    """

    id: str
    because: str
    sources: tuple[str, ...]
    effects: tuple[Effect, ...]
    locked: str = ""
    own_choice: str = ""
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time. `working_day`: bank holidays and weekends are skipped; a `day` is a calendar day."""

    amount: int
    unit: Literal["minute", "hour", "day", "working_day"]


@dataclass(frozen=True, slots=True)
class Timing:
    """By when: `span` after the start (None: it lasts until handover); `words` say it as people do."""

    span: Span | None
    words: str
    ceiling: Span | None
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `contact`: whose number stands beside it. `if_open`: it stands even while its condition
    is not yet decided. `from_call`: its clock starts again when the call is recorded."""

    id: str
    text: str
    detail: str
    say: str
    who: str
    to: str
    contact: str
    timings: tuple[Timing, ...]
    when: Condition
    if_open: bool
    from_call: bool
    sources: tuple[str, ...]
    locked: str = ""
    ladder: bool = False
    asked_of_others: bool = False
    referral: bool = False
    own_choice: str = ""


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One rung for when a referral was declined."""

    id: str
    who: str
    to: str
    timing: Timing
    say: str
    when_hours: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScopeEnd:
    """A case that this protocol is not for, with words and actions of its own."""

    id: str
    title: str
    sentence: str
    when: Condition
    only_without_level: bool
    actions: tuple[str, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hours:
    """When a line is open: weekday 0 (Monday) to 6, from and until local time."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone line. `hours` None: not known; an empty tuple is never used (see `always`)."""

    id: str
    name: str
    phone: str
    hours: tuple[Hours, ...] | None
    always: bool
    status: str
    checked: date | None
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Borough:
    """Whom to ring: `daytime` and `out_of_hours` may be the same line; both None: outside the area."""

    id: str
    name: str
    hub_name: str
    daytime: Line
    out_of_hours: Line
    form_name: str
    form_address: str
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A number that is the same everywhere, such as 999."""

    id: str
    name: str
    phone: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A safety promise in plain words. `way`: P over the space of cases, S static, T by a product test."""

    id: str
    text: str
    way: tuple[str, ...]
    rule: Mapping[str, object]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story with a whole case and what must come out."""

    id: str
    title: str
    story: str
    case: Mapping[str, object]
    level: str
    rules: tuple[str, ...]
    actions: tuple[str, ...]
    sources: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days that are holidays, or are not, against the usual bank holidays of England."""

    extra: tuple[date, ...] = ()
    not_holidays: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Protocol:
    """The whole content of a protocol folder."""

    id: str
    title: str
    version: str
    approval: str
    approval_note: str
    time_zone: str
    steps: tuple[Step, ...]
    levels: tuple[Level, ...]
    cap_of_a_mark: str
    standing_level_without: tuple[str, ...]
    scope_ends: tuple[ScopeEnd, ...]
    questions: tuple[Question, ...]
    facts: tuple[Fact, ...]
    rules: tuple[Rule, ...]
    actions: tuple[Action, ...]
    ladder: tuple[LadderStep, ...]
    contacts: tuple[Contact, ...]
    boroughs: tuple[Borough, ...]
    regions: tuple[Region, ...]
    sources: tuple[Source, ...]
    promises: tuple[Promise, ...]
    scenarios: tuple[Scenario, ...]
    calendar: Calendar
    words: Mapping[str, str]
    in_words: Mapping[str, str] = field(default_factory=dict)
    statements: tuple[str, ...] = ()
    sha256: str = ""
