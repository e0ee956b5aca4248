"""Questions, their answers and their details, as values."""

from __future__ import annotations

from typing import Literal, TypeAlias

from bruiseaid.protocol.conditions import ALWAYS, Condition
from bruiseaid.values import dataclass

FieldType: TypeAlias = Literal["text", "long_text", "choice", "ticks", "number", "date", "date_time", "region"]
QuestionType: TypeAlias = Literal[
    "choice", "ticks", "number", "date", "date_time", "text", "marks", "people", "entries", "group"
]


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
    """One detail of a mark, a person or a group. `may_be_later`: a date of it may still be to come."""

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
    may_be_later: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Which answers it takes follows from `type`.

    `needed`: no conclusion while it is open. `if_absent`: what counts when an optional one was not answered
    (None: nothing counts). `finish`: the sentence shown when it is still missing at the end; empty: not insisted on.
    `finish_when`: only then is it insisted on, its details too.
    `same_page_as`: shown on the page of that question. `stored`: key of the case file if not under `answers`.
    `contact`: whose number stands beside it, where one has to ring to know the answer; `contact_head` what it is for.
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
    finish_when: Condition = ALWAYS
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
    entry_label: str = ""
    sources: tuple[str, ...] = ()
    record_part: str = ""
    restricted: bool = False
    first_page: bool = False
    contact: str = ""
    contact_head: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the rail. `after_result`: its questions are asked once what to do now was seen."""

    id: str
    title: str
    after_result: bool = False
