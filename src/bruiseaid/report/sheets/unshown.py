"""The list at the end of what could not be printed as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.report.ink.letters import Unshown, code_points
from bruiseaid.report.words.content import Cell, Part, Prose, Table, Words

_MOST_ROWS, _MOST_LETTERS = 200, 60


def unshown_parts(unshown: Unshown) -> Iterator[Part]:
    """What stands in the record in other words or signs than were written; nothing when all could be printed."""
    if not unshown.found:
        return
    note = Prose(
        "These characters could not be set on paper as they were written. The file record.json inside this PDF "
        "and the text copy hold them unchanged."
    )
    rows = tuple(_row(written, printed) for written, printed in list(unshown.found.items())[:_MOST_ROWS])
    table = Table(("Printed as", "Written as"), rows, (36, 64))
    more = len(unshown.found) - _MOST_ROWS
    after = (Prose(f"And {more} more."),) if more > 0 else ()
    yield Part("Characters that paper cannot show", (note, table, *after))


def _row(written: str, printed: str) -> tuple[Cell, ...]:
    more = len(written) - _MOST_LETTERS
    codes = code_points(written[:_MOST_LETTERS]) + (f" and {more} more characters" if more > 0 else "")
    return (Words(printed),), (Words(codes),)
