"""The keys of what says whom to ring: numbers, boroughs with their lines and hours, and the days that are none."""

from __future__ import annotations

from bruiseaid.protocol.kinds import ClockTime, Day, Either, Key, ListOf, TableOf, Word, Wording

TEXT = Wording()
SOURCES = ListOf(Word(what="source"), or_one=True)

CONTACT = TableOf(
    "a number",
    {
        "id": Key(Word(), True),
        "name": Key(TEXT, True),
        "phone": Key(TEXT, True),
        "sources": Key(SOURCES, True),
    },
)
CALENDAR = TableOf(
    "the calendar",
    {
        "extra": Key(ListOf(Day(), may_be_empty=True)),
        "not_holidays": Key(ListOf(Day(), may_be_empty=True)),
    },
)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OPEN_HOURS = TableOf(
    "opening hours",
    {
        "days": Key(ListOf(Word(DAYS, "day")), True),
        "from": Key(ClockTime(), True),
        "until": Key(ClockTime(), True),
    },
)


LINE = TableOf(
    "a telephone line",
    {
        "name": Key(TEXT, True),
        "phone": Key(TEXT, True),
        "hours": Key(Either(Word(("always",), "opening time"), ListOf(OPEN_HOURS))),
        "status": Key(Word(("read", "old", "not verified", "test-rung"), "status"), True),
        "checked": Key(Day()),
        "source": Key(Word(what="source"), True),
        "note": Key(TEXT),
    },
)
BOROUGH = TableOf(
    "a borough",
    {
        "borough": Key(Word(), True),
        "name": Key(TEXT, True),
        "hub_name": Key(TEXT, True),
        "daytime": Key(LINE, True),
        "out_of_hours": Key(LINE, True),
        "form_name": Key(TEXT),
        "form_address": Key(TEXT),
        "notes": Key(ListOf(TEXT)),
        "sources": Key(SOURCES),
    },
)
