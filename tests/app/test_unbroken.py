"""Dates and times stay whole where a line is broken, and are plain characters all the same."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from bruiseaid.app.parts.text import Text
from bruiseaid.app.parts.unbroken import unbroken
from tests.journeys.driver import Driver

_BLANK, _HYPHEN = "\u00a0", "\u2011"


@pytest.mark.parametrize(
    ("plain", "kept"),
    [
        ("Born 23-Nov-2026.", "Born 23~Nov~2026."),
        ("Born 3 November 2026, here", "Born 3_November_2026, here"),
        ("Made 23-Nov-2026 at 10:15", "Made 23~Nov~2026 at_10:15"),
        ("Saved today 10:15", "Saved today_10:15"),
        ("by Tue 9:15, 24-Nov", "by Tue_9:15, 24~Nov"),
        ("On 1 May we met", "On 1_May we met"),
        ("R-T001 of 2026-1", "R-T001 of 2026-1"),
        ("You may ring 0161 496 0000", "You may ring 0161 496 0000"),
        ("2 marks; 10-Marchers", "2 marks; 10-Marchers"),
        ("the well-known twenty-first", "the well-known twenty-first"),
    ],
)
def test_no_line_is_broken_in_a_date_or_a_time(plain: str, kept: str) -> None:
    assert unbroken(plain) == kept.replace("_", _BLANK).replace("~", _HYPHEN)
    assert len(unbroken(plain)) == len(plain)


@pytest.mark.parametrize("date", ["23-Nov-2026", "23 November 2026"])
def test_a_date_goes_to_the_next_line_as_a_whole_and_is_read_and_copied_plain(hands: Driver, date: str) -> None:
    words = f"Born on {date}"
    text = Text(hands.window.look).say(words)
    width = QFontMetrics(hands.window.look.font("body")).horizontalAdvance(words) - 8
    layout = text._laid(width)
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    assert [words[line.textStart() : line.textStart() + line.textLength()] for line in lines] == ["Born on ", date]
    assert text.text() == words
