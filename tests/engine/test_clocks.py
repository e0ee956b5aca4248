"""Due times: clock hours by day and night, working days past weekends and holidays, over both clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruiseaid.engine.clocks import completed_months, due_at, is_bank_holiday, is_working_day
from bruiseaid.protocol.model import Calendar, Span
from tests.engine.cases import case_data, outcome_of, shipped

LONDON = ZoneInfo("Europe/London")
PLAIN = Calendar()


def _due(start: str, amount: int, unit: str) -> str:
    span = Span(amount, unit)  # type: ignore[arg-type]
    return due_at(datetime.fromisoformat(start), span, LONDON, shipped().calendar).isoformat()


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        ("2026-11-23T10:15:00+00:00", 4, "hour", "2026-11-23T14:15:00+00:00"),
        # The clocks go back on 25 October 2026 and forward on 28 March 2027: an hour stays an hour.
        ("2026-10-24T20:00:00+01:00", 12, "hour", "2026-10-25T07:00:00+00:00"),
        ("2026-10-25T00:30:00+01:00", 1, "hour", "2026-10-25T01:30:00+01:00"),
        ("2026-10-25T00:30:00+01:00", 2, "hour", "2026-10-25T01:30:00+00:00"),
        ("2027-03-27T22:00:00+00:00", 4, "hour", "2027-03-28T03:00:00+01:00"),
        ("2026-10-24T10:00:00+01:00", 24, "hour", "2026-10-25T09:00:00+00:00"),
        ("2027-03-27T10:00:00+00:00", 24, "hour", "2027-03-28T11:00:00+01:00"),
        ("2026-11-23T10:15:00+00:00", 30, "minute", "2026-11-23T10:45:00+00:00"),
        # Working days: the same clock time, also when the clocks change in between.
        ("2026-11-23T10:15:00+00:00", 1, "working_day", "2026-11-24T10:15:00+00:00"),
        ("2026-11-27T10:15:00+00:00", 1, "working_day", "2026-11-30T10:15:00+00:00"),
        ("2026-10-23T16:00:00+01:00", 1, "working_day", "2026-10-26T16:00:00+00:00"),
        ("2027-03-25T16:00:00+00:00", 1, "working_day", "2027-03-30T16:00:00+01:00"),
        # A start on a day off counts as nine o'clock of the next working day.
        ("2026-11-28T23:50:00+00:00", 1, "working_day", "2026-12-01T09:00:00+00:00"),
        ("2026-12-25T12:00:00+00:00", 1, "working_day", "2026-12-30T09:00:00+00:00"),
        ("2026-12-24T15:00:00+00:00", 2, "working_day", "2026-12-30T15:00:00+00:00"),
        ("2026-11-23T10:15:00+00:00", 14, "day", "2026-12-07T10:15:00+00:00"),
        ("2026-10-20T10:15:00+01:00", 14, "day", "2026-11-03T10:15:00+00:00"),
    ],
)
def test_a_time_is_due_when_a_person_with_a_calendar_says(start: str, amount: int, unit: str, due: str) -> None:
    assert _due(start, amount, unit) == due


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)), st.integers(0, 100))
def test_clock_hours_are_real_hours(start: datetime, hours: int) -> None:
    assert due_at(start, Span(hours, "hour"), LONDON, PLAIN) - start == timedelta(hours=hours)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)), st.integers(1, 12))
def test_a_working_day_is_never_due_on_a_day_off_nor_before_the_start(start: datetime, days: int) -> None:
    due = due_at(start, Span(days, "working_day"), LONDON, PLAIN)
    assert is_working_day(due.date(), PLAIN)
    assert due > start


def test_bank_holidays_are_those_of_england() -> None:
    known = holidays.country_holidays("GB", subdiv="ENG", years=range(2022, 2041))
    calendar = shipped().calendar
    day = date(2022, 1, 1)
    while day < date(2041, 1, 1):
        if day.weekday() < 5:
            assert is_bank_holiday(day, calendar) == (day in known), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("born", "seen", "months"),
    [
        ("2026-05-23", "2026-11-23", 6),
        ("2026-05-24", "2026-11-23", 5),
        ("2026-08-31", "2026-11-30", 3),
        ("2026-08-31", "2027-02-28", 6),
        ("2024-02-29", "2025-02-28", 12),
        ("2026-11-23", "2026-11-23", 0),
        ("2026-12-01", "2026-11-23", -1),
    ],
)
def test_months_are_completed_calendar_months(born: str, seen: str, months: int) -> None:
    assert completed_months(date.fromisoformat(born), date.fromisoformat(seen)) == months


def test_the_day_of_birth_is_counted_in_london_not_in_greenwich() -> None:
    late = outcome_of(case_data(seen_at="2026-07-20T23:30:00+00:00", dob="2026-01-21", mobility="walking"))
    assert late.facts["age_months"] == "6"


def test_a_late_entry_shows_what_is_overdue() -> None:
    late = outcome_of(case_data(dob="2026-07-20"), now=datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    by_id = {action.id: action for action in late.actions}
    assert by_id["A-CSC-PHONE"].due.overdue
    assert not by_id["A-WRITTEN"].due.overdue


def test_once_the_call_is_recorded_the_chase_counts_from_it() -> None:
    call = [{"at": "2026-11-23T10:50:00+00:00", "who": "A. Nother", "decision": "waiting"}]
    found = outcome_of(case_data(dob="2026-07-20", people_spoken_to=call))
    by_id = {action.id: action for action in found.actions}
    assert by_id["A-CHASE-CALL"].due.at == datetime(2026, 11, 23, 11, 50, tzinfo=UTC)
    assert by_id["A-CSC-PHONE"].due.at == datetime(2026, 11, 23, 11, 15, tzinfo=UTC)
