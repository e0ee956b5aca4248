"""The protocol as values: what the admins wrote, read and checked, and nothing else.

Every text is in the admins' words. No id of a level, question, rule or action is known to any Python module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from bruiseaid.protocol.asking import Field as Field
from bruiseaid.protocol.asking import FieldType as FieldType
from bruiseaid.protocol.asking import Option as Option
from bruiseaid.protocol.asking import Question as Question
from bruiseaid.protocol.asking import QuestionType as QuestionType
from bruiseaid.protocol.asking import Step as Step
from bruiseaid.protocol.conditions import ALWAYS, Condition
from bruiseaid.protocol.ringing import Borough as Borough
from bruiseaid.protocol.ringing import Calendar as Calendar
from bruiseaid.protocol.ringing import Contact as Contact
from bruiseaid.protocol.ringing import Hours as Hours
from bruiseaid.protocol.ringing import Line as Line
from bruiseaid.protocol.second_look import SecondLook as SecondLook
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file name inside the protocol folder, line and column, both from 1. 0 and 0: it is about
    the whole file or folder."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A citation: key, what it is, address, and how it was read. `short`, else the key, is said where it is cited."""

    key: str
    title: str
    kind: str
    address: str
    note: str
    short: str = ""


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
class ActionGroup:
    """A heading of the list of actions, and under it those that stand together."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class DoneBy:
    """The answer that says that an action is done: each of `fields` (none: the question itself) has one of `values`
    or, without values, anything is written there that does not begin with one of `not_if_it_begins`.

    `at`: the detail that says when; empty: there is none.
    """

    question: str
    fields: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    at: str = ""
    not_if_it_begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `contact`: whose number stands beside it. `if_open`: it stands even while its condition
    is not yet decided. `from_call`: its clock starts again when the call is recorded. `for_parents`: what it says is
    also a page for parents or carers. `advice`: a talk in which advice is asked for, and no referral. `group`: the
    heading that it stands under, by id. `done_by`: the answer that says that it is done."""

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
    for_parents: bool = False
    advice: bool = False
    group: str = ""
    done_by: DoneBy | None = None


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
    second_looks: tuple[SecondLook, ...] = ()
    groups: tuple[ActionGroup, ...] = ()
    sha256: str = ""
