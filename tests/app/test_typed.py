"""What is typed into boxes comes back as it was typed."""

from __future__ import annotations

import pytest

from bruiseaid.app.screens.typed import (
    date_answer,
    date_boxes,
    moment_answer,
    moment_boxes,
    wrong_with_date,
    wrong_with_moment,
)

LONDON = "Europe/London"


def test_a_date_is_written_with_two_digits_and_shown_without_noughts() -> None:
    assert date_answer("3", "7", "2026") == "2026-07-03"
    assert date_boxes("2026-07-03") == ("3", "7", "2026")


def test_empty_boxes_are_no_answer() -> None:
    assert date_answer("", " ", "") == ""
    assert moment_answer("", "", LONDON) == ""


@pytest.mark.parametrize("boxes", [("3", "", ""), ("", "", "2026"), ("x", "7", "20"), ("31", "2", "2026")])
def test_half_a_date_stays_as_it_was_typed(boxes: tuple[str, str, str]) -> None:
    assert date_boxes(date_answer(*boxes)) == boxes


def test_a_moment_carries_its_offset_in_summer_and_winter() -> None:
    assert moment_answer("2026-11-23", "9:05", LONDON) == "2026-11-23T09:05:00+00:00"
    assert moment_answer("2026-07-01", "9.05", LONDON) == "2026-07-01T09:05:00+01:00"
    assert moment_boxes("2026-07-01T08:05:00+00:00", LONDON) == ("1", "7", "2026", "09:05")


def test_half_a_moment_stays_as_it_was_typed() -> None:
    assert moment_boxes(moment_answer("2026-07-01", "25", LONDON), LONDON) == ("1", "7", "2026", "25")


def test_a_day_without_its_time_stays_a_day() -> None:
    assert moment_answer("2026-07-01", " ", LONDON) == "2026-07-01"
    assert moment_boxes("2026-07-01", LONDON) == ("1", "7", "2026", "")


def test_digits_of_other_scripts_are_not_taken_for_a_date() -> None:
    assert date_answer("٣", "7", "2026") == "2026-07-٣"


@pytest.mark.parametrize(
    ("boxes", "said"),
    [
        (("29", "", ""), "The month and the year are missing."),
        (("", "7", "2026"), "The day is missing."),
        (("20", "7", "26"), "Write the year with four figures, like 2026."),
        (("31", "2", "2026"), "There is no such date. Check the day, the month and the year."),
    ],
)
def test_what_is_wrong_with_a_date_is_said_of_its_boxes(boxes: tuple[str, str, str], said: str) -> None:
    assert wrong_with_date(date_answer(*boxes)) == said


@pytest.mark.parametrize(
    ("boxes", "time", "said"),
    [
        (("", "", ""), "", "The day, the month, the year and the time are missing."),
        (("1", "7", "2026"), "", "The time is missing."),
        (("", "", ""), "10:15", "The day, the month and the year are missing."),
        (("1", "7", "2026"), "25:61", "There is no such date or time. Check both. Write the time like 10:15."),
    ],
)
def test_what_is_wrong_with_a_moment_is_said_of_its_boxes(boxes: tuple[str, str, str], time: str, said: str) -> None:
    assert wrong_with_moment(moment_answer(date_answer(*boxes), time, LONDON), LONDON) == said
