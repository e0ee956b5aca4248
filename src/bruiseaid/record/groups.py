"""Groups of details, such as the child and the practitioner, as entries of the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from datetime import time as clock
from zoneinfo import ZoneInfo

from bruiseaid.engine.case import Case
from bruiseaid.engine.details import fields_asked
from bruiseaid.engine.ready import ready
from bruiseaid.engine.words import entry_words
from bruiseaid.protocol.answers import day_of, moment
from bruiseaid.protocol.model import Question
from bruiseaid.record.model import Entry

_OF_A_DECISION = frozenset({"decision", "reason", "reference"})


def stored(case: Case, name: str) -> Question | None:
    """The question with that id or that key of the case file; None if the protocol has none."""
    return next((q for q in case.protocol.questions if name in (q.id, q.stored)), None)


def group_of(case: Case, name: str) -> tuple[Entry, ...]:
    """A group of details by the key of the case format, restricted ones left out."""
    question = stored(case, name)
    if question is None:
        return ()
    return entries_of(case, question, case.answers.get(question.id, {}), restricted=False)


def entries_of(case: Case, question: Question, entry: object, *, restricted: bool) -> tuple[Entry, ...]:
    """The details of one entry: the restricted ones, or all others. One without words only where it was to be given."""
    given = entry if isinstance(entry, Mapping) else {}
    wanted = _wanted(question, given)
    return tuple(
        Entry(label, text, quoted=detail.id == "words" and bool(text))
        for detail, (label, text) in zip(question.fields, entry_words(case.protocol, question, given), strict=True)
        if detail.restricted == restricted and (text or detail.id in wanted)
    )


def _wanted(question: Question, entry: Mapping[str, str]) -> frozenset[str]:
    """The ids of the details that this entry was to have: a talk of which the words are told has no decision."""
    asked = frozenset(detail.id for detail in fields_asked(question, entry))
    is_talk = "decision" in asked and bool(entry.get("said")) and not entry.get("decision")
    return asked - _OF_A_DECISION if is_talk else asked


def in_order_of_time(case: Case, question: Question, answer: object) -> list[Mapping[str, str]]:
    """The entries of a list. Where each begins with its time, the earliest first and those without one last."""
    listed = [one for one in answer if isinstance(one, Mapping)] if isinstance(answer, tuple) else []
    if not question.fields or question.fields[0].type != "date_time":
        return listed
    name, zone = question.fields[0].id, ready(case.protocol).zone
    return sorted(listed, key=lambda one: _begin_of(one.get(name), zone))


def _begin_of(time: object, zone: ZoneInfo) -> datetime:
    """The moment, of a day its beginning; the end of the calendar where it is neither."""
    day = day_of(time)
    found = datetime.combine(day, clock.min, zone) if day else moment(time, zone)
    return found or datetime.max.replace(tzinfo=UTC)
