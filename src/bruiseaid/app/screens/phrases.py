"""Dates, times and counts in the words of the window."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def date_words(day: date) -> str:
    """ "23-Nov-2026"."""
    return f"{day.day:02}-{_MONTHS[day.month - 1]}-{day.year}"


def clock_words(moment: datetime, zone: str) -> str:
    """ "11:15" in local time."""
    return f"{moment.astimezone(ZoneInfo(zone)):%H:%M}"


def moment_words(moment: datetime, zone: str) -> str:
    """ "23-Nov-2026 at 10:15" in local time."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{date_words(local.date())} at {local:%H:%M}"


def near_words(moment: datetime, now: datetime, zone: str) -> str:
    """ "today 10:15", "Fri 14:05" within a week, else the date."""
    local, today = moment.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    days = (today - local.date()).days
    if days == 0:
        return f"today {local:%H:%M}"
    return f"{_DAYS[local.weekday()]} {local:%H:%M}" if 0 < days < 7 else date_words(local.date())


def due_words(due: datetime, now: datetime, zone: str) -> tuple[str, str]:
    """The time in the time column and what stands under it: ("11:15", ""), ("Tue 10:15", "24-Nov").

    Of a day that is past the date comes first: what is overdue has other words under it.
    """
    local, today = due.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    if local.date() == today:
        return f"{local:%H:%M}", ""
    date, weekday = f"{local.day:02}-{_MONTHS[local.month - 1]}", _DAYS[local.weekday()]
    if local.date() < today:
        return f"{date} {local:%H:%M}", weekday
    return f"{weekday} {local:%H:%M}", date


def span_words(span: timedelta) -> str:
    """ "47 min", "3 h 40 min", "2 days": whole minutes, never a second."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    days = hours // 24
    return "1 day" if days == 1 else f"{days} days"


def count_words(count: int, thing: str, things: str) -> str:
    """ "One thing", "Two things", "12 things"."""
    number = _COUNTS[count] if count < len(_COUNTS) else str(count)
    return f"{number} {thing if count == 1 else things}"


def spoken_number(phone: str) -> str:
    """A telephone number so that it is read digit by digit, in its own groups."""
    return ", ".join(" ".join(group) for group in phone.split())


def joined(parts: tuple[str, ...] | list[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def upper_first(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is all capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
