"""Checks answers against the questions they answer, and says in plain words what is wrong with them.

What rules look at is checked strictly: a value that does not exist is a fault. A detail that is only recorded is
kept as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bruiseaid.protocol.conditions import Condition, names
from bruiseaid.protocol.model import CountFact, Field, Protocol, Question, ValueFact
from bruiseaid.protocol.problems import nearest
from bruiseaid.values import dataclass

EARLIEST_YEAR, LATEST_YEAR = 1900, 9000

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an answer. `path`: where inside it, e.g. (0, 'region'); `message` is a whole sentence."""

    path: Path
    message: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks the answers of one protocol. `looked_at`: every name that some condition looks at."""

    protocol: Protocol
    looked_at: frozenset[str]
    zone: ZoneInfo

    def faults(self, question: Question, answer: object, seen_at: datetime | None) -> tuple[Fault, ...]:
        """Every fault of one answer; `seen_at` None: not known, so dates are not compared with it."""
        return tuple(self._faults(question, answer, seen_at))

    def _faults(self, question: Question, answer: object, seen_at: datetime | None) -> Iterator[Fault]:
        match question.type:
            case "choice":
                yield from _choice(question, answer)
            case "ticks":
                yield from _ticks(question, answer)
            case "number":
                yield from _number(question, answer)
            case "date":
                yield from self._date(question, answer, seen_at)
            case "date_time":
                if not isinstance(answer, str) or moment(answer, self.zone) is None:
                    yield Fault((), "Write the date and time like 2026-11-23T10:15:00+00:00.")
            case "text":
                if not isinstance(answer, str):
                    yield Fault((), "A text is needed here.")
            case "group":
                yield from self._entry(question, answer, (), seen_at)
            case _:
                yield from self._entries(question, answer, seen_at)

    def _date(self, question: Question, answer: object, seen_at: datetime | None) -> Iterator[Fault]:
        day = day_of(answer)
        if day is None:
            yield Fault((), "There is no such date. Give day, month and year, like 2026-07-20.")
        elif question.not_after and seen_at is not None and day > (seen := seen_at.astimezone(self.zone).date()):
            yield Fault((), f"{question.short} is after the day the mark was seen, {seen:%d/%m/%Y}. Check both.")
        elif day.year < EARLIEST_YEAR:
            yield Fault((), "The year is too long ago. Check the year.")

    def _entries(self, question: Question, answer: object, seen_at: datetime | None) -> Iterator[Fault]:
        if not isinstance(answer, list | tuple):
            yield Fault((), "A list is needed here.")
            return
        for index, entry in enumerate(answer):
            yield from self._entry(question, entry, (index,), seen_at)

    def _entry(self, question: Question, entry: object, path: Path, seen_at: datetime | None) -> Iterator[Fault]:
        if not isinstance(entry, Mapping):
            yield Fault(path, "A table is needed here, for example {name: Jo Example}.")
            return
        known = {detail.id: detail for detail in question.fields}
        for key, value in entry.items():
            if key not in known:
                yield Fault((*path, key), f"There is no detail called {key} here.", nearest(str(key), known))
            else:
                yield from self._detail(known[key], value, (*path, key), seen_at)

    def _detail(self, detail: Field, value: object, path: Path, seen_at: datetime | None) -> Iterator[Fault]:
        if not isinstance(value, str):
            yield Fault(path, "A single value is needed here.")
        elif detail.type == "region":
            places = [region.id for region in self.protocol.regions]
            if value not in places:
                yield Fault(path, "There is no such place on the body.", nearest(value, places))
        elif detail.type in ("choice", "ticks") and detail.id in self.looked_at:
            ids = [option.id for option in detail.options]
            if value not in ids:
                yield Fault(path, f"{detail.label} has no such answer.", nearest(value, ids))
        elif detail.type == "date" and seen_at is not None:
            yield from self._detail_date(detail, value, path, seen_at)

    def _detail_date(self, detail: Field, value: str, path: Path, seen_at: datetime) -> Iterator[Fault]:
        if detail.id not in BEFORE_SEEN or not value:
            return
        day = day_of(value)
        if day is None:
            yield Fault(path, "There is no such date. Give day, month and year, like 2026-07-20.")
        elif day >= seen_at.astimezone(self.zone).date():
            yield Fault(path, f"{detail.label} has to be before the day the mark was seen.")


BEFORE_SEEN = frozenset({"doc_date"})
"""Details of the case format that have to be earlier than when the mark was seen."""


def _choice(question: Question, answer: object) -> Iterator[Fault]:
    ids = [option.id for option in question.options]
    if not isinstance(answer, str):
        yield Fault((), "One answer is needed here, not a list or a table.")
    elif answer not in ids:
        yield Fault((), f"{question.short} has no such answer. It can be: {', '.join(ids)}.", nearest(answer, ids))


def _ticks(question: Question, answer: object) -> Iterator[Fault]:
    if not isinstance(answer, list | tuple):
        yield Fault((), "A list of ticks is needed here, for example [none].")
        return
    known = {option.id: option for option in question.options}
    for index, tick in enumerate(answer):
        if not isinstance(tick, str) or tick not in known:
            suggestion = nearest(tick, known) if isinstance(tick, str) else ""
            yield Fault((index,), f"{question.short} has no such answer.", suggestion)
        elif known[tick].alone and len(set(map(str, answer))) > 1:
            yield Fault((index,), f'"{known[tick].label}" cannot be ticked together with others.')


def _number(question: Question, answer: object) -> Iterator[Fault]:
    if not isinstance(answer, str) or not re.fullmatch(r"-?[0-9]{1,6}", answer):
        yield Fault((), f"{question.short} has to be a whole number in digits.")
        return
    low, high = question.least, question.greatest
    if (low is not None and int(answer) < low) or (high is not None and int(answer) > high):
        yield Fault((), f"{question.short} has to be from {low} to {high}.")


def day_of(value: object) -> date | None:
    """The date of a text YYYY-MM-DD in ASCII digits; None if there is no such date."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
)


def moment(value: object, zone: ZoneInfo) -> datetime | None:
    """The aware moment of an ISO text; without an offset it is local time in `zone`. None if it is no moment.

    Years that no case can mean are none: near the ends of the calendar no time can be reckoned from them.
    """
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _conditions(protocol: Protocol) -> Iterator[Condition]:
    for fact in protocol.facts:
        if isinstance(fact, ValueFact):
            yield from (when for _, when in fact.branches)
        elif isinstance(fact, CountFact):
            yield fact.where
    for rule in protocol.rules:
        for effect in rule.effects:
            yield effect.when
            yield from (effect.for_each_mark,) if effect.for_each_mark is not None else ()
    for action in protocol.actions:
        yield action.when
        yield from (timing.when for timing in action.timings)
    for question in protocol.questions:
        yield question.ask_when
        yield from (detail.ask_when for detail in question.fields)


_made: list[Checker] = []


def checker(protocol: Protocol) -> Checker:
    """The checker of a protocol; the last few are kept."""
    for one in _made:
        if one.protocol is protocol:
            return one
    looked_at: set[str] = {f.both_sides_of for f in protocol.facts if isinstance(f, CountFact)} | {"side"}
    for condition in _conditions(protocol):
        looked_at |= names(condition)
    made = Checker(protocol, frozenset(looked_at), ZoneInfo(protocol.time_zone))
    _made.insert(0, made)
    del _made[8:]
    return made


def faults_in(protocol: Protocol, question: Question, answer: object, *, seen_at: datetime | None) -> tuple[str, ...]:
    """The faults of one answer as sentences, for the person who gave it."""
    return tuple(fault.message for fault in checker(protocol).faults(question, answer, seen_at))
