"""The record: what was seen, told, decided and done, in the words that were shown.

It keeps words, not references: it prints the same in ten years, whatever the rules have become.
Times are aware datetimes. An empty text means the thing was not recorded, and is printed as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Literal, TypeAlias

from bruiseaid.record.decision import Decision as Decision
from bruiseaid.record.decision import RecordDecision as RecordDecision
from bruiseaid.record.decision import RecordLevel as RecordLevel
from bruiseaid.record.parts import PARTS as PARTS
from bruiseaid.values import dataclass

SCHEMA = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and what was recorded under it. `text` empty: not recorded. `quoted`: somebody's exact words."""

    label: str
    text: str
    quoted: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the record. `groups`: one per person, call or quotation; `entries`: single answers."""

    id: str
    title: str
    entries: tuple[Entry, ...] = ()
    groups: tuple[tuple[Entry, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ProtocolIdentity:
    """Which rules were used. `sha256` is the hash of the whole folder, as 64 hexadecimal digits."""

    id: str
    title: str
    version: str
    sha256: str
    approval: str
    approval_note: str
    proved: bool


@dataclass(frozen=True, slots=True)
class RecordMark:
    """One mark: number (from 1), region and side ids for the figure, and its details in words."""

    number: int
    region: str
    side: str
    view: str
    place: str
    kind: str
    size: str
    description: str
    seen_by: str
    on_record: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, word for word."""

    words: str
    said_by: str
    to: str
    said_at: str
    heard_by: str


@dataclass(frozen=True, slots=True)
class RecordRule:
    """A rule that fired, in the words that were shown."""

    id: str
    because: str
    effect: str
    sources: tuple[str, ...]
    own_choice: str


@dataclass(frozen=True, slots=True)
class Done:
    """That an action was done: when, by whom, with what result and reference."""

    at: datetime
    by: str
    result: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class AsAnswered:
    """That an answer says that an action is done; nobody recorded it. `words`: which answer.

    `at`: when it was done where `said_when`, else when the answer was entered; None where neither is known.
    """

    words: str
    at: datetime | None = None
    said_when: bool = False


NUMBERS_APART = "; "


@dataclass(frozen=True, slots=True)
class RecordAction:
    """An action as it was asked for. `due` None: it lasts until handover. `say`: words for a call, not printed.

    `number`: 'name: phone'; where a borough's hours are not known each of its numbers, NUMBERS_APART between them.
    `group`: the heading that it stood under. `answered`: the answer that says it is done, where nobody recorded it.
    """

    id: str
    text: str
    detail: str
    who: str
    to: str
    due: datetime | None
    due_words: str
    number: str
    sources: tuple[str, ...]
    asked_of_others: bool
    done: Done | None = None
    say: str = ""
    group: str = ""
    answered: AsAnswered | None = None

    @property
    def is_done(self) -> bool:
        """Whether it was recorded as done, or an answer says so."""
        return self.done is not None or self.answered is not None


@dataclass(frozen=True, slots=True)
class RecordRung:
    """A step of the escalation ladder: due time, and what came of it."""

    id: str
    who: str
    to: str
    due: datetime | None
    due_words: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as it stood when the record was made."""

    key: str
    title: str
    kind: str
    address: str


@dataclass(frozen=True, slots=True)
class Entered:
    """When an answer was first entered and last changed, and by whom. `ask`: the question as it was asked."""

    ask: str
    first: datetime
    last: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the chronology."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Trace:
    """How the engine came to the outcome, in its own ids: for machines, not printed. Levels '' where there is none.

    `facts`: every fact that had one value. The rules that fired stand in the record itself.
    """

    least: str = ""
    greatest: str = ""
    standing_level: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Annex:
    """What must not leave with the shared record: details, changes to them, and the answers as data."""

    sections: tuple[Section, ...] = ()
    chronology: tuple[Event, ...] = ()
    answers: Mapping[str, object] = field(default_factory=dict)


Kind: TypeAlias = Literal["final", "draft", "practice"]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is printed, as one value.

    `case`: the answers as data, without what is restricted. `supersedes`, `superseded_by`: in words, which record this
    one takes the place of, and which one has taken its place; empty for neither. `level` and `actions` are those in
    force: of the `decision` where one holds, else what the answers lead to. `entered`: when each answer was given.
    """

    id: str
    version: int
    kind: Kind
    started_at: datetime
    finished_at: datetime
    seen_at: datetime
    time_zone: str
    borough: str
    protocol: ProtocolIdentity
    status: Literal["concluded", "open", "out_of_scope"]
    level: RecordLevel | None
    scope_title: str
    scope_sentence: str
    levels_possible: str
    child: tuple[Entry, ...]
    child_age: str
    practitioner: tuple[Entry, ...]
    first_page: tuple[Entry, ...]
    sections: tuple[Section, ...]
    marks: tuple[RecordMark, ...]
    figure: Literal["infant", "child"]
    quotes: tuple[Quote, ...]
    child_words: tuple[Entry, ...]
    rules: tuple[RecordRule, ...]
    counted: tuple[Entry, ...]
    actions: tuple[RecordAction, ...]
    ladder: tuple[RecordRung, ...]
    calls: tuple[tuple[Entry, ...], ...]
    not_answered: tuple[str, ...]
    statements: tuple[str, ...]
    sources: tuple[CitedSource, ...]
    chronology: tuple[Event, ...]
    case: Mapping[str, object]
    annex: Annex = field(default_factory=Annex)
    trace: Trace = field(default_factory=Trace)
    decision: RecordDecision | None = None
    entered: tuple[Entered, ...] = ()
    supersedes: str = ""
    superseded_by: str = ""
    schema: int = SCHEMA
