"""What people did about a case: kept beside the answers, printed in the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from types import MappingProxyType

from bruiseaid.engine.case import Answer, Case
from bruiseaid.record.model import Decision, Done, Event
from bruiseaid.values import dataclass

BEGUN_BESIDE = "of another child of the home was begun"
"""How the event ends that says so in the first child's record: it changes nothing in that record."""
ADDED = "to this record was sealed"
"""How the event ends that says so of an addendum: the record that it was added to stays as it was."""
RANG = "Rang the emergency number"
"""The event that says so, as often as it was rung."""
DONE_WORDS = DONE, NOT_AGREED = "Done", "Not agreed"
"""How the event of an action that is done begins, and of a referral that was refused; its title follows."""
TAKEN_BACK = "Taken back"
"""How the event begins that says that what was done, or written of a step of the ladder, was taken back."""
MADE = "Record made"
"""The event that says so, as often as a record was made of the draft."""
AGREED = "Agreed"
"""What is written at the step of the ladder that settled the disagreement; who agreed may stand behind it."""
CHANGES_NOTHING = (BEGUN_BESIDE, ADDED)
LEARNT_AT = "learnt_at"
"""The part of an addendum that stands from the beginning: the moment at which one began to write."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that was changed: the words before and after, and the level before and after ('' if none)."""

    at: datetime
    question: str
    before: str
    after: str
    level_before: str = ""
    level_after: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """When an answer was first given and last changed, and by whom."""

    first: datetime
    last: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Stood:
    """What a person had answered before a call that was written down answered it otherwise; '' where it was emptied."""

    answer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A case on its way: the answers, what was done, and the page it was left at.

    `decision`: for another level than the answers lead to. `given`: by question id. `because`: why what is missing is
    not known yet. `closing`: its parts by id, as they were written. `made_at`: when the record was last made of it.
    `beside`: the code of the record of another child of the home that it was begun from. `adding`: an addendum to the
    finished record that is not sealed yet, its parts by name as they were written. `noting`: what is being written
    of an action or of a step of the ladder and is not saved yet (`record.noting`); it is no part of the record.
    `typed`: answers that have a fault, by question, as they were typed: the case has them without it, or not at all.
    `earlier`: by action, the calls that were made of it before the one in `done`, the first one first. `stood`: what
    came of the referral as it was answered before calls said it; None: it was not, or no call said anything.
    """

    id: str
    started_at: datetime
    saved_at: datetime
    case: Case
    page: str = ""
    done: Mapping[str, Done] = field(default_factory=lambda: MappingProxyType({}))
    rungs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[Change, ...] = ()
    events: tuple[Event, ...] = ()
    practice: bool = False
    decision: Decision | None = None
    given: Mapping[str, Given] = field(default_factory=lambda: MappingProxyType({}))
    because: str = ""
    closing: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    made_at: datetime | None = None
    beside: str = ""
    adding: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    noting: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    earlier: Mapping[str, tuple[Done, ...]] = field(default_factory=lambda: MappingProxyType({}))
    typed: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    stood: Stood | None = None


def is_as_made(draft: Draft) -> bool:
    """Whether the record was made of it, and nothing was answered or done after that."""
    if draft.made_at is None:
        return False
    done = (one.at for one in draft.events if not one.text.endswith(CHANGES_NOTHING))
    answered = (one.last for one in draft.given.values())
    return all(at <= draft.made_at for at in (*done, *answered))


def is_adding(parts: Mapping[str, str]) -> bool:
    """Whether anything was written of an addendum yet."""
    return any(words.strip() for name, words in parts.items() if name != LEARNT_AT)


def rang_at(draft: Draft) -> datetime | None:
    """When it was last written down that the emergency number was rung; None if it never was."""
    return next((event.at for event in reversed(draft.events) if event.text == RANG), None)


def is_agreed(outcome: str) -> bool:
    """Whether that step of the ladder settled it."""
    return outcome == AGREED or outcome.startswith(f"{AGREED}: ")


def calls_made(draft: Draft) -> tuple[tuple[str, Done], ...]:
    """What was done, each with its action: the last time, and the calls of it before that."""
    earlier = ((action, done) for action, calls in draft.earlier.items() for done in calls)
    return (*draft.done.items(), *earlier)


def made_before(draft: Draft) -> tuple[datetime, ...]:
    """When records were made of the draft, the one that is being made just now included."""
    return tuple(event.at for event in draft.events if event.text == MADE)
