"""Random moments, and dates of birth at and around every age at which a rule changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

from .ages import LONDON, london_day, months_before

MOMENTS = (
    "2026-11-22T10:15:00+00:00",  # a Sunday in winter
    "2026-07-15T09:00:00+01:00",  # a Wednesday in summer
    "2026-06-30T22:59:59+00:00",  # the last second of June in London
    "2026-06-30T23:30:00+00:00",  # already July in London
    "2026-07-01T00:30:00+01:00",  # still June in UTC
    "2025-12-31T23:59:59+00:00",
    "2026-01-01T00:00:00+00:00",
    "2026-03-29T00:59:59+00:00",  # the clocks go forward at 01:00 UTC
    "2026-03-29T02:30:00+01:00",
    "2025-10-26T01:30:00+01:00",  # the first of the two half past ones
    "2025-10-26T01:30:00+00:00",  # the second
    "2026-10-24T23:30:00+00:00",  # already the 25th in London, the night the clocks go back
    "2024-02-29T12:00:00+00:00",
    "2025-02-28T12:00:00+00:00",
    "2026-02-28T23:59:00+00:00",
    "2026-04-30T08:00:00+01:00",
    "2026-09-30T16:59:00+01:00",
    "2026-04-02T17:30:00+01:00",  # the evening before Good Friday
    "2025-12-24T16:00:00+00:00",
    "2026-08-28T16:45:00+01:00",  # the Friday before a bank holiday
)
FIRST_MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
MINUTES = 1_520_000  # to the 20th of November 2026
DAY_LINES = (0, 1, 14, 15, 56, 57)
MONTH_LINES = (6, 9, 12, 24, 48, 216)
BANDS = ((0, 60), (0, 183), (183, 366), (366, 730), (730, 1461), (1461, 6570), (6570, 7300))
BAND_WEIGHTS = (8, 13, 20, 20, 19, 19, 1)


def random_seen_at(rng: Random) -> str:
    """A named moment, or any minute of three years, written in UTC or on the London clock."""
    if rng.random() < 0.4:
        return rng.choice(MOMENTS)
    moment = FIRST_MOMENT + timedelta(minutes=rng.randrange(MINUTES))
    return (moment if rng.random() < 0.5 else moment.astimezone(LONDON)).isoformat()


def random_birth(rng: Random, seen_at: str) -> tuple[date, int]:
    """A date of birth not after the London day of seen_at, and by how many weeks it was early."""
    day = london_day(seen_at)
    weeks_early = rng.randrange(18) if rng.random() < 0.4 else 0
    kinds = (around_a_line, corrected_six_months, in_a_band, at_the_end_of_a_month)
    kind = rng.choices(kinds, (34, 8, 46, 12))[0]
    return min(kind(rng, day, weeks_early), day), weeks_early


def around_a_line(rng: Random, day: date, weeks_early: int) -> date:
    nudge = timedelta(days=rng.randint(-1, 1))
    if rng.random() < 0.25:
        return day - timedelta(days=rng.choice(DAY_LINES)) + nudge
    return months_before(day, rng.choices(MONTH_LINES, (24, 20, 20, 16, 16, 4))[0]) + nudge


def corrected_six_months(rng: Random, day: date, weeks_early: int) -> date:
    return months_before(day, 6) - timedelta(weeks=weeks_early, days=rng.randint(-1, 1))


def in_a_band(rng: Random, day: date, weeks_early: int) -> date:
    youngest, oldest = rng.choices(BANDS, BAND_WEIGHTS)[0]
    return day - timedelta(days=rng.randrange(youngest, oldest))


def at_the_end_of_a_month(rng: Random, day: date, weeks_early: int) -> date:
    """Born on the 28th to the 31st, the 29th of February among them."""
    if rng.random() < 0.2:
        return rng.choice((date(2008, 2, 29), date(2012, 2, 29), date(2020, 2, 29), date(2024, 2, 29)))
    first = months_before(day, rng.randrange(0, 60)).replace(day=1)
    return first - timedelta(days=rng.randint(1, 3))
