"""covered: at every hour of the week, on holidays and over both clock changes, every borough has somebody to ring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bruiseaid.engine.clocks import is_bank_holiday
from bruiseaid.engine.contacts import DAY_NAMES, line_is_open
from bruiseaid.proof.stories.finding import Finding, Where
from bruiseaid.protocol.model import Borough, Calendar, Line, Protocol

WEEKS_FROM = (date(2026, 3, 23), date(2026, 10, 19), date(2026, 12, 21), date(2026, 4, 27), date(2026, 6, 8))
"""Mondays of the weeks looked at: both clock changes, Christmas, a bank holiday of May, and an ordinary week."""


def covered(protocol: Protocol) -> Iterator[Finding]:
    """The first hour in which a borough has nobody to ring, with how many there are."""
    for borough in protocol.boroughs:
        holes = _holes(borough.daytime, borough.out_of_hours, protocol.time_zone, protocol.calendar)
        if holes:
            yield _finding(borough, holes, protocol)


@lru_cache(maxsize=64)
def _holes(daytime: Line, out_of_hours: Line, time_zone: str, calendar: Calendar) -> tuple[datetime, ...]:
    """The hours in which neither line is open; kept for the next version of the protocol."""
    zone = ZoneInfo(time_zone)
    return tuple(hour for hour in _hours(zone) if not _is_covered(daytime, out_of_hours, hour, zone, calendar))


def _hours(zone: ZoneInfo) -> Iterator[datetime]:
    """Every quarter of an hour of the weeks, so that opening times that are not on the hour are seen."""
    for monday in WEEKS_FROM:
        start = datetime(monday.year, monday.month, monday.day, tzinfo=zone).astimezone(UTC)
        end = start + timedelta(days=7, hours=1)
        while start < end:
            yield start.astimezone(zone)
            start += timedelta(minutes=15)


def _is_covered(daytime: Line, out_of_hours: Line, hour: datetime, zone: ZoneInfo, calendar: Calendar) -> bool:
    """A line of which the hours are not known counts as covered by the out-of-hours number."""
    if daytime.phone and line_is_open(daytime, hour, zone, calendar):
        return True
    return bool(out_of_hours.phone) and line_is_open(out_of_hours, hour, zone, calendar) is not False


def _finding(borough: Borough, holes: Sequence[datetime], protocol: Protocol) -> Finding:
    first = holes[0]
    day = DAY_NAMES[first.weekday()]
    holiday = " (a bank holiday)" if is_bank_holiday(first.date(), protocol.calendar) else ""
    message = (
        f"{borough.name} has nobody to ring on {day} {first:%d-%m-%Y} at {first:%H:%M}{holiday}, "
        f"and at {len(holes) - 1} other quarters of an hour in the weeks that were looked at."
    )
    return Finding("covered", Where("boroughs", borough.id), message)
