"""When each answer was entered and last changed, and by whom, beside the question as it was asked."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.record.model import Entered, Record
from bruiseaid.report.words.content import Cell, Part, Table, plain
from bruiseaid.report.words.dates import clock, day, day_and_clock


def entered_part(record: Record) -> Iterator[Part]:
    """A row for each answer; nothing for records that did not keep it."""
    if record.entered:
        head = ("The question as it was asked", "First entered", "Last changed", "By")
        rows = tuple(_row(one) for one in record.entered)
        yield Part("When each answer was entered", (Table(head, rows, (50, 19, 13, 18)),))


def _row(one: Entered) -> tuple[Cell, ...]:
    first, last = day_and_clock(one.first), day_and_clock(one.last)
    changed = clock(one.last) if day(one.last) == day(one.first) else last
    return plain(one.ask), plain(first), plain("not since" if last == first else changed), plain(one.by)
