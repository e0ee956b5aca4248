"""What was typed into boxes, as answers and back. A date that is not complete stays as it was typed."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bruiseaid.app.screens.phrases import joined, upper_first
from bruiseaid.protocol.answers import day_of
from bruiseaid.protocol.measures import in_unit

_YEAR = 4  # figures of a year that is written out
_DAYS, _MONTHS = 31, 12


def number_answer(written: str, unit: str) -> str:
    """The number in figures; what is not clearly one stays as it was typed."""
    return in_unit(written, unit) or written.strip()


def date_answer(day: str, month: str, year: str) -> str:
    """The three boxes as YYYY-MM-DD; empty if all are; otherwise what was typed, joined, which is no date."""
    day, month, year = day.strip(), month.strip(), year.strip()
    if not (day or month or year):
        return ""
    return f"{year}-{_two(month)}-{_two(day)}"


def date_boxes(answer: str) -> tuple[str, str, str]:
    """Day, month and year as they go back into the boxes, without leading noughts."""
    year, _, rest = answer.partition("-")
    month, _, day = rest.partition("-")
    return _short(day), _short(month), year


def moment_answer(date: str, time: str, zone: str) -> str:
    """Date answer and a time such as 10:15 as ISO 8601 with its offset; what is no moment stays as typed.

    A date whose time is left empty stays a date.
    """
    time = time.strip().replace(".", ":")
    if not time and (not date or day_of(date)):
        return date
    try:
        local = datetime.fromisoformat(f"{date}T{_full(time)}").replace(tzinfo=ZoneInfo(zone))
    except ValueError:
        return f"{date}T{time}"
    return local.isoformat()


def moment_boxes(answer: str, zone: str) -> tuple[str, str, str, str]:
    """Day, month, year and time of a moment in local time; the time of a mere date is empty."""
    if day_of(answer):
        return *date_boxes(answer), ""
    try:
        local = datetime.fromisoformat(answer).astimezone(ZoneInfo(zone))
    except ValueError:
        date, _, time = answer.partition("T")
        return (*date_boxes(date), time)
    return str(local.day), str(local.month), str(local.year), f"{local:%H:%M}"


def wrong_with_date(answer: str) -> str:
    """Why the boxes hold no date, as a sentence about the boxes."""
    boxes = dict(zip(("the day", "the month", "the year"), date_boxes(answer), strict=True))
    return _wrong_with(boxes) or "There is no such date. Check the day, the month and the year."


def wrong_with_moment(answer: str, zone: str) -> str:
    """Why the boxes hold no date and time, as a sentence about the boxes."""
    boxes = dict(zip(("the day", "the month", "the year", "the time"), moment_boxes(answer, zone), strict=True))
    return _wrong_with(boxes) or "There is no such date or time. Check both. Write the time like 10:15."


def first_wrong(answer: str) -> str:
    """The first box of a date that is empty or cannot be right: day, month or year; empty where it is a date."""
    if day_of(answer):
        return ""
    for part, text in zip(("day", "month", "year"), date_boxes(answer), strict=True):
        if not _can_be(part, text):
            return part
    return "day"


def first_wrong_of_moment(answer: str, zone: str) -> str:
    """The same of a date and a time: "time" where that is empty or cannot be; "day" where both can be."""
    day, month, year, at = moment_boxes(answer, zone)
    return first_wrong(date_answer(day, month, year)) or ("day" if _is_time(at) else "time")


def _is_time(text: str) -> bool:
    try:
        time.fromisoformat(_full(text))
    except ValueError:
        return False
    return True


def _can_be(part: str, text: str) -> bool:
    if part == "year":
        return len(text) == _YEAR and text.isascii() and text.isdigit()
    return text.isascii() and text.isdigit() and 1 <= int(text) <= (_DAYS if part == "day" else _MONTHS)


def _wrong_with(boxes: dict[str, str]) -> str:
    empty = [name for name, text in boxes.items() if not text]
    if empty:
        return f"{upper_first(joined(empty))} {'is' if len(empty) == 1 else 'are'} missing."
    return "" if len(boxes["the year"]) == _YEAR else "Write the year with four figures, like 2026."


def _full(time: str) -> str:
    hours, _, minutes = time.partition(":")
    return f"{_two(hours)}:{minutes}" if minutes else time


def _two(number: str) -> str:
    return number.zfill(2) if number.isascii() and number.isdigit() else number


def _short(number: str) -> str:
    return number.lstrip("0") if number.isascii() and number.isdigit() and number.strip("0") else number
