"""Dates and times as the record prints them: 23-Nov-2026, 24 hours, in the record's time zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bruiseaid.record.model import Record, RecordAction, RecordDecision

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def zone(name: str) -> tzinfo | None:
    """The time zone of that name; None when it is not known here: times then keep their own offset."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def day(moment: datetime) -> str:
    """'23-Nov-2026'."""
    return f"{moment.day:02d}-{_MONTHS[moment.month - 1]}-{moment.year:04d}"


def clock(moment: datetime) -> str:
    """'10:15'; in the hour that comes twice in October also which one it is, as '01:30 GMT'."""
    return f"{moment.hour:02d}:{moment.minute:02d}{_which_of_two(moment)}"


def day_and_clock(moment: datetime) -> str:
    """'23-Nov-2026 10:15'."""
    return f"{day(moment)} {clock(moment)}"


def weekday_and_clock(moment: datetime) -> str:
    """'Mon 23-Nov-2026, 10:15'."""
    return f"{_DAYS[moment.weekday()]} {day(moment)}, {clock(moment)}"


def _which_of_two(moment: datetime) -> str:
    first, second = moment.replace(fold=0), moment.replace(fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    if before is None or after is None or before <= after:
        return ""
    return f" {moment.tzname()}"


def in_local_time(record: Record) -> Record:
    """The same record with every moment in its own time zone."""
    place = zone(record.time_zone)
    return replace(
        record,
        started_at=_at(record.started_at, place),
        finished_at=_at(record.finished_at, place),
        seen_at=_at(record.seen_at, place),
        actions=tuple(_action(action, place) for action in record.actions),
        ladder=tuple(replace(rung, due=_moved(rung.due, place)) for rung in record.ladder),
        chronology=tuple(replace(event, at=_at(event.at, place)) for event in record.chronology),
        entered=tuple(replace(e, first=_at(e.first, place), last=_at(e.last, place)) for e in record.entered),
        decision=_decision(record.decision, place),
    )


def _decision(decision: RecordDecision | None, place: tzinfo | None) -> RecordDecision | None:
    if decision is None:
        return None
    return replace(decision, made=replace(decision.made, at=_at(decision.made.at, place)))


def _action(action: RecordAction, place: tzinfo | None) -> RecordAction:
    done = replace(action.done, at=_at(action.done.at, place)) if action.done else None
    answered = replace(action.answered, at=_moved(action.answered.at, place)) if action.answered else None
    return replace(action, due=_moved(action.due, place), done=done, answered=answered)


def _moved(moment: datetime | None, place: tzinfo | None) -> datetime | None:
    return None if moment is None else _at(moment, place)


def _at(moment: datetime, place: tzinfo | None) -> datetime:
    return moment.astimezone(place or moment.tzinfo)
