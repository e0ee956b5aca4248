"""Answers, ages and times in words, the same on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from bruiseaid.engine.case import Case
from bruiseaid.engine.clocks import completed_months
from bruiseaid.engine.details import is_set_aside
from bruiseaid.engine.ready import ready
from bruiseaid.protocol.answers import day_of, moment
from bruiseaid.protocol.measures import with_unit
from bruiseaid.protocol.model import Field, Protocol, Question, Region

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """For example 23-Nov-2026."""
    return f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}"


def labelled(label: str, words: str) -> str:
    """Words behind what they are called: "Size: 10 mm", but "Seen alone? Yes"."""
    return f"{label} {words}" if label.endswith("?") else f"{label}: {words}"


def moment_words(at: datetime, case_or_protocol: Case | Protocol) -> str:
    """For example 23-Nov-2026 10:15, in the protocol's time zone."""
    protocol = case_or_protocol.protocol if isinstance(case_or_protocol, Case) else case_or_protocol
    local = at.astimezone(ready(protocol).zone)
    return f"{day_words(local.date())} {local:%H:%M}"


def answer_words(protocol: Protocol, question_id: str, answer: object) -> str:
    """One answer in words, for lists of answers; '' for an empty one."""
    question = next(q for q in protocol.questions if q.id == question_id)
    match question.type:
        case "choice":
            return _option(question, answer)
        case "ticks":
            return ", ".join(_option(question, tick) for tick in answer) if isinstance(answer, tuple | list) else ""
        case "date":
            day = day_of(answer)
            return day_words(day) if day else str(answer)
        case "date_time":
            return _moment(protocol, answer)
        case "marks":
            return _marks_words(protocol, question, answer)
        case "people" | "entries":
            return _list_words(question, answer)
        case "group":
            return "; ".join(text for _, text in entry_words(protocol, question, answer) if text)
        case _:
            unit = f" {question.unit}" if question.unit and question.unit not in question.short.lower() else ""
            return f"{answer}{unit}" if answer else ""


def _option(question: Question, value: object) -> str:
    for option in question.options:
        if option.id == value:
            return option.short or option.label
    return str(value)


def _moment(protocol: Protocol, value: object) -> str:
    if day := day_of(value):
        return day_words(day)
    at = moment(value, ready(protocol).zone)
    return moment_words(at, protocol) if at else str(value)


def _marks_words(protocol: Protocol, question: Question, answer: object) -> str:
    marks = [mark for mark in answer if isinstance(mark, Mapping)] if isinstance(answer, tuple | list) else []
    if not marks:
        return question.none_label or "None"
    places = "; ".join(place_words(protocol, mark) for mark in marks)
    return f"{len(marks)}: {places}"


def _list_words(question: Question, answer: object) -> str:
    entries = list(answer) if isinstance(answer, tuple | list) else []
    if not entries:
        return question.none_asked_label or question.none_label or "None"
    lines = [detail.id for detail in question.fields if detail.type == "text"]
    names = [_first_of(one, ("name", "who", *lines)) for one in entries if isinstance(one, Mapping)]
    named = ", ".join(name for name in names if name)
    return f"{len(entries)}: {named}" if named else str(len(entries))


def _first_of(entry: Mapping[str, object], details: Iterable[str]) -> str:
    """The first of these details that was given; empty if none was."""
    return next((str(entry[detail]) for detail in details if entry.get(detail)), "")


def place_words(protocol: Protocol, mark: Mapping[str, str]) -> str:
    """Where a mark is: 'Cheek, fleshy part: child's left'."""
    region = region_of(protocol, mark.get("region", ""))
    name = region.name if region else mark.get("region", "")
    side = mark.get("side", "")
    if side in ("left", "right"):
        return f"{name}: child's {side}"
    return f"{name}: middle" if side == "middle" and region and len(region.sides) > 1 else name


def region_of(protocol: Protocol, region_id: str) -> Region | None:
    """The place on the body with that id."""
    return next((region for region in protocol.regions if region.id == region_id), None)


def detail_words(protocol: Protocol, detail: Field, value: str) -> str:
    """One detail of a mark, person or group in words."""
    if detail.type == "choice":
        return next((option.short or option.label for option in detail.options if option.id == value), value)
    if detail.type == "region":
        region = region_of(protocol, value)
        return region.name if region else value
    if detail.type == "date":
        day = day_of(value)
        return day_words(day) if day else value
    if detail.type == "date_time":
        return _moment(protocol, value)
    return with_unit(value, detail.unit) if detail.unit else value


def entry_words(protocol: Protocol, question: Question, entry: object) -> tuple[tuple[str, str], ...]:
    """Every detail of one entry as (label, words); '' for what was not given, and what the entry itself rules out."""
    if not isinstance(entry, Mapping):
        return ()
    return tuple(
        (detail.label, "" if is_set_aside(question, detail, entry) else _words_of(protocol, detail, entry))
        for detail in question.fields
    )


def _words_of(protocol: Protocol, detail: Field, entry: Mapping[str, object]) -> str:
    return detail_words(protocol, detail, str(entry.get(detail.id, "")))


def age_words(case: Case) -> str:
    """The child's age when the mark was seen: '12 days', '4 months', '2 years 3 months', '9 years'; '' if not known."""
    made = ready(case.protocol)
    question = next((q.id for q in case.protocol.questions if q.type == "date"), "")
    born = day_of(case.answers.get(question, ""))
    if born is None:
        return ""
    seen = case.seen_at.astimezone(made.zone).date()
    days, months = (seen - born).days, completed_months(born, seen)
    if days < 0:
        return ""
    if months < 1:
        return _plural(days, "day")
    if months < 24:
        return _plural(months, "month")
    years, rest = divmod(months, 12)
    return _plural(years, "year") + (f" {_plural(rest, 'month')}" if rest and years < 5 else "")


def _plural(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
