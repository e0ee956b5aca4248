"""What follows from the answers, as values. Nothing here decides; `recommend` fills it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Literal, TypeAlias

from bruiseaid.values import dataclass

Status: TypeAlias = Literal["concluded", "open", "out_of_scope"]


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule that fired. `level` is the highest level it names; None if it only raises or caps.

    `raises`: it goes a step up from what other rules name.
    """

    id: str
    level: str | None
    because: str
    sources: tuple[str, ...]
    own_choice: str
    effect: str
    raises: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number with the name to ring under. `open_now` None: hours not known."""

    name: str
    phone: str
    open_now: bool | None
    hours: str
    status: str
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ContactNow:
    """Whom to ring at this hour: `first` before `others`; others are never empty when hours are not known."""

    first: Number
    others: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """By when. `at` None: it lasts until handover. `words` is how people say it ('same call')."""

    at: datetime | None
    words: str
    overdue: bool
    from_call: bool


@dataclass(frozen=True, slots=True)
class DueAction:
    """One action of the outcome with its clock time and number. `group`: the heading that it stands under, in words.

    `possible`: it stands only while an answer that decides about it is not given.
    """

    id: str
    text: str
    detail: str
    say: str
    who: str
    to: str
    due: Due
    contact: ContactNow | None
    sources: tuple[str, ...]
    referral: bool
    asked_of_others: bool
    advice: bool = False
    group: str = ""
    possible: bool = False


@dataclass(frozen=True, slots=True)
class LadderRung:
    """One step of the escalation ladder with its clock time."""

    id: str
    who: str
    to: str
    due: Due
    say: str
    for_this_hour: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that follows from a case at one moment.

    `level` is None while the case is open below the levels that open "act now", and when it is out of scope.
    `least` and `greatest` bound every level that can still come; they are never too narrow.
    """

    status: Status
    level: str | None
    least: str | None
    greatest: str | None
    act_now: bool
    rules: tuple[FiredRule, ...] = ()
    actions: tuple[DueAction, ...] = ()
    ladder: tuple[LadderRung, ...] = ()
    open_questions: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    reason: str | None = None
    standing_level: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
