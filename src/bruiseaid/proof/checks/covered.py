"""covered: at every hour of the week, on holidays and over both clock changes, every borough has somebody to ring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bruiseaid.engine.clocks import is_bank_holiday
from bruiseaid.engine.contacts import DAY_NAMES, line_is_open
from bruiseaid.proof.finding import Finding, Where
from bruiseaid.protocol.model import Borough, Line, Protocol

WEEKS_FROM = (date(2026, 3, 23), date(2026, 10, 19), date(2026, 12, 21), date(2026, 4, 27), date(2026, 6, 8))
"""Mondays of the weeks looked at: both clock changes, Christmas, a bank holiday of May, and an ordinary week."""


def covered(protocol: Protocol) -> Iterator[Finding]:
    """The first hour in which a borough has nobody to ring, with how many there are."""
    zone = ZoneInfo(protocol.time_zone)
    for borough in protocol.boroughs:
        holes = [hour for hour in _hours(zone) if not _is_covered(borough, hour, zone, protocol)]
        if holes:
            yield _finding(borough, holes, zone, protocol)


def _hours(zone: ZoneInfo) -> Iterator[datetime]:
    """Every quarter of an hour of the weeks, so that opening times that are not on the hour are seen."""
    for monday in WEEKS_FROM:
        start = datetime(monday.year, monday.month, monday.day, tzinfo=zone).astimezone(UTC)
        end = start + timedelta(days=7, hours=1)
        while start < end:
            yield start.astimezone(zone)
            start += timedelta(minutes=15)


def _is_covered(borough: Borough, hour: datetime, zone: ZoneInfo, protocol: Protocol) -> bool:
    """A line of which the hours are not known counts as covered by the out-of-hours number."""
    day = line_is_open(borough.daytime, hour, zone, protocol.calendar)
    if day and borough.daytime.phone:
        return True
    if not borough.out_of_hours.phone:
        return False
    return _is_night_line_open(borough.out_of_hours, hour, zone, protocol)


def _is_night_line_open(line: Line, hour: datetime, zone: ZoneInfo, protocol: Protocol) -> bool:
    return line_is_open(line, hour, zone, protocol.calendar) is not False


def _finding(borough: Borough, holes: list[datetime], zone: ZoneInfo, protocol: Protocol) -> Finding:
    first = holes[0]
    day = DAY_NAMES[first.weekday()]
    holiday = " (a bank holiday)" if is_bank_holiday(first.date(), protocol.calendar) else ""
    message = (
        f"{borough.name} has nobody to ring on {day} {first:%d-%m-%Y} at {first:%H:%M}{holiday}, "
        f"and at {len(holes) - 1} other quarters of an hour in the weeks that were looked at."
    )
    return Finding("covered", Where("boroughs", borough.id), message)
