"""Whom to ring at this hour: the borough's line that is open, or every line when its hours are not known."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bruiseaid.engine.clocks import is_bank_holiday
from bruiseaid.engine.outcome import ContactNow, DueAction, Number
from bruiseaid.protocol.model import Borough, Calendar, Contact, Hours, Line, Protocol

NOT_CHECKED = "This number has not been tested yet"
"""What is said of a number that nobody has rung to check it, where the rules have no words for it."""
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def number_now(borough: Borough, now: datetime, zone: ZoneInfo, calendar: Calendar) -> ContactNow:
    """The number for children's social care at `now`: the daytime line while it is open, else out of hours.

    Where the hours are not known the daytime line comes first, nothing is said about being open, and the
    out-of-hours line always stands beside it.
    """
    day, night = borough.daytime, borough.out_of_hours
    is_open = line_is_open(day, now, zone, calendar)
    if day.phone == night.phone:
        return ContactNow(number(day, True if day.always else is_open))
    if is_open is None:
        return ContactNow(number(day, None), (number(night, None),))
    if is_open:
        return ContactNow(number(day, True), (number(night, None if night.hours is None else False),))
    return ContactNow(number(night, True), (number(day, False),))


def line_is_open(line: Line, now: datetime, zone: ZoneInfo, calendar: Calendar) -> bool | None:
    """Whether the line is open; None when its hours are not known. Closed on bank holidays unless always open."""
    if line.always:
        return True
    if line.hours is None:
        return None
    local = now.astimezone(zone)
    if is_bank_holiday(local.date(), calendar):
        return False
    clock = local.time()
    return any(h.weekday == local.weekday() and h.opens <= clock < h.closes for h in line.hours)


def number(line: Line, open_now: bool | None) -> Number:
    """The line as a number to ring."""
    return Number(line.name, line.phone, open_now, hours_in_words(line), line.status, line.note, line.source)


def everywhere(contact: Contact) -> ContactNow:
    """A number that is the same everywhere and at every hour."""
    return ContactNow(Number(contact.name, contact.phone, True, "Day and night", "read"))


def hours_in_words(line: Line) -> str:
    """For example 'Mon to Thu 08:30 to 17:00, Fri 08:30 to 16:00'; '' when not known."""
    if line.always:
        return "Day and night"
    return ", ".join(_run_in_words(run) for run in _runs(line.hours or ()))


def _runs(hours: tuple[Hours, ...]) -> list[list[Hours]]:
    runs: list[list[Hours]] = []
    for entry in sorted(hours, key=lambda h: (h.weekday, h.opens)):
        last = runs[-1][-1] if runs else None
        if last and last.weekday + 1 == entry.weekday and (last.opens, last.closes) == (entry.opens, entry.closes):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _run_in_words(run: list[Hours]) -> str:
    first, last = run[0], run[-1]
    days = DAY_NAMES[first.weekday] if first is last else f"{DAY_NAMES[first.weekday]} to {DAY_NAMES[last.weekday]}"
    return f"{days} {first.opens:%H:%M} to {first.closes:%H:%M}"


def check_words(protocol: Protocol, number: Number) -> str:
    """What is said of a number that nobody has rung to check it; nothing of 999 and the like, which need no check."""
    if number.status == "test-rung" or (number.phone.isdigit() and len(number.phone) <= 3):
        return ""
    return protocol.words.get("number_not_checked", NOT_CHECKED)


def emergency_phone(protocol: Protocol) -> str:
    """The number for an emergency: the shortest that is to be rung at once; without any, the shortest there is."""
    at_once = {a.contact for a in protocol.actions if any(t.span is not None and not t.span.amount for t in a.timings)}
    numbers = [contact.phone for contact in protocol.contacts if contact.id in at_once]
    return min(numbers or [contact.phone for contact in protocol.contacts], key=len)


def asks_to_ring(action: DueAction, phone: str) -> bool:
    """Whether an action is to ring that number: it names it, and the number stands beside it."""
    return action.contact is not None and action.contact.first.phone == phone and phone in action.text
