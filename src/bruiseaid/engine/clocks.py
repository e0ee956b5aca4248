"""When something is due: clock hours, calendar days and working days, in local time, over both clock changes.

Clock hours are real hours. Working days skip weekends and the bank holidays of England: the same clock time on the
next working day; a start on any other day counts as 09:00 of the next working day (model, section 5).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from bruiseaid.protocol.model import Calendar, Span

START_OF_WORK = time(9, 0)


def due_at(start: datetime, span: Span, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """The moment `span` after `start` (aware), in local time of `zone` with a fixed offset.

    A fixed offset, because two times in a zone that changes its clocks are never equal in the hour of the change.
    """
    at = _due(start, span, zone, calendar)
    return at.replace(tzinfo=timezone(at.utcoffset() or timedelta(0)))


def _due(start: datetime, span: Span, zone: ZoneInfo, calendar: Calendar) -> datetime:
    match span.unit:
        case "minute":
            return _later(start, timedelta(minutes=span.amount), zone)
        case "hour":
            return _later(start, timedelta(hours=span.amount), zone)
        case "day":
            return _local(
                start.astimezone(zone).date() + timedelta(days=span.amount),
                start.astimezone(zone).time(),
                zone,
            )
        case "working_day":
            return _working_days(start.astimezone(zone), span.amount, zone, calendar)


def _later(start: datetime, by: timedelta, zone: ZoneInfo) -> datetime:
    return (start.astimezone(UTC) + by).astimezone(zone)


def _working_days(start: datetime, amount: int, zone: ZoneInfo, calendar: Calendar) -> datetime:
    day, clock = start.date(), start.time()
    if not is_working_day(day, calendar):
        day, clock = next_working_day(day, calendar), START_OF_WORK
    for _ in range(amount):
        day = next_working_day(day, calendar)
    return _local(day, clock, zone)


def _local(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The local time on that day; an hour that the spring change leaves out becomes the same moment after it."""
    return datetime.combine(day, clock, zone).astimezone(UTC).astimezone(zone)


def next_working_day(day: date, calendar: Calendar) -> date:
    """The first working day after `day`."""
    following = day + timedelta(days=1)
    while not is_working_day(following, calendar):
        following += timedelta(days=1)
    return following


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Whether it is Monday to Friday and no bank holiday."""
    return day.weekday() < 5 and not is_bank_holiday(day, calendar)


def is_bank_holiday(day: date, calendar: Calendar) -> bool:
    """Whether England has a bank holiday then, with what the calendar adds or takes away."""
    if day in calendar.not_holidays:
        return False
    return day in calendar.extra or day in usual_bank_holidays(day.year)


@lru_cache(maxsize=64)
def usual_bank_holidays(year: int) -> frozenset[date]:
    """The eight bank holidays of England in a year, with the days that stand in for those on a weekend."""
    easter = easter_sunday(year)
    fixed = {
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
    }
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        fixed.add(_stands_in(day, fixed))
    return frozenset(fixed)


def _stands_in(day: date, taken: set[date]) -> date:
    while day.weekday() >= 5 or day in taken:
        day += timedelta(days=1)
    return day


def _monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


def completed_months(since: date, until: date) -> int:
    """Completed calendar months; born on the 31st means the last day of a shorter month. Negative before birth."""
    months = (until.year - since.year) * 12 + until.month - since.month
    last = _days_in_month(until.year, until.month)
    return months if until.day >= min(since.day, last) else months - 1


def _days_in_month(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day
