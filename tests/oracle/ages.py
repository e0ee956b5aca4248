"""Ages, as model.md section 3 counts them: completed calendar months on the London date of seen_at."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def london_day(seen_at: str) -> date:
    """The date on a London calendar at the moment the mark was seen or heard of."""
    return datetime.fromisoformat(seen_at).astimezone(LONDON).date()


def completed_months(born: date, day: date) -> int:
    """Whole calendar months lived; born on the 31st counts to the last day of a shorter month."""
    months = (day.year - born.year) * 12 + day.month - born.month
    monthly_day = min(born.day, monthrange(day.year, day.month)[1])
    return months if day.day >= monthly_day else months - 1


def corrected_months(born: date, weeks_early: int, day: date) -> int:
    """Months from the date of birth plus the weeks the child came early."""
    return completed_months(born + timedelta(weeks=weeks_early), day)


def months_before(day: date, months: int) -> date:
    """The date that many calendar months earlier, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
