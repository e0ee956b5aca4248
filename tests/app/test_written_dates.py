"""Every box for a date says what is wrong with what stands in it; nothing half written gets into the record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from bruiseaid.app.screens.state import asking
from tests.app.test_inputs import answer, go
from tests.journeys.doing import focused
from tests.journeys.driver import Driver

LISTS = {"household": "dob", "siblings": "dob", "chronology": "at", "people_spoken_to": "at"}
MISSING = "The month and the year are missing."


def box(hands: Driver, name: str) -> str:
    """What stands in a box."""
    shown = hands.shown(name)
    assert isinstance(shown, QLineEdit)
    return shown.text()


@pytest.mark.parametrize(("question", "field"), LISTS.items())
def test_half_a_date_in_a_list_is_told_and_kept_out_of_the_record(hands: Driver, question: str, field: str) -> None:
    go(hands, question)
    hands.click(f"{question}.add")
    hands.write(f"{question}.{field}.day", "29")
    hands.click(f"{question}.close")
    assert MISSING in hands.words()
    hands.forward()
    assert hands.place == asking(question)
    assert MISSING in hands.words()
    assert box(hands, f"{question}.{field}.day") == "29"
    assert focused() == f"{question}.{field}.month"
    assert answer(hands, question) == ({},)
    hands.write(f"{question}.{field}.month", "2")
    hands.write(f"{question}.{field}.year", "2024")
    hands.click(f"{question}.close")
    assert answer(hands, question) == ({field: "2024-02-29"},)
    hands.forward()
    assert hands.place != asking(question)


def write_a_siblings_birth(hands: Driver, day: str, month: str, year: str) -> None:
    """What is written into the boxes does not lead on."""
    go(hands, "siblings")
    hands.click("siblings.add")
    for part, text in (("day", day), ("month", month), ("year", year)):
        hands.write(f"siblings.dob.{part}", text)
    hands.forward()
    assert hands.place == asking("siblings")


def test_letters_are_no_date_of_birth(hands: Driver) -> None:
    write_a_siblings_birth(hands, "Br", "o", "ther")
    assert "Date of birth: There is no such date. Check the day, the month and the year." in hands.words()
    assert answer(hands, "siblings") == ({},)


def test_half_a_date_of_a_mark_and_of_a_group_is_told(hands: Driver) -> None:
    go(hands, "presentation")
    hands.write("presentation.first_noticed_at.day", "29")
    hands.forward()
    assert hands.place == asking("presentation")
    assert f"When they noticed it: {MISSING}" in hands.words()
    assert not answer(hands, "presentation")


def test_a_day_without_its_time_is_enough_where_it_is_only_recorded(hands: Driver) -> None:
    """Who has to give a time makes one up."""
    go(hands, "presentation")
    for part, text in (("day", "22"), ("month", "11"), ("year", "2026")):
        hands.write(f"presentation.last_clear_at.{part}", text)
    hands.forward()
    assert hands.place != asking("presentation")
    assert answer(hands, "presentation") == {"last_clear_at": "2026-11-22"}
    hands.window.session.go_to(asking("presentation"))
    assert (box(hands, "presentation.last_clear_at.day"), box(hands, "presentation.last_clear_at.time")) == ("22", "")


def test_a_time_without_its_day_is_not_enough(hands: Driver) -> None:
    go(hands, "presentation")
    hands.write("presentation.last_clear_at.time", "10:15")
    hands.forward()
    assert hands.place == asking("presentation")
    assert "The day, the month and the year are missing." in hands.words()


def test_a_closed_entry_says_what_is_still_to_be_put_right(hands: Driver) -> None:
    go(hands, "siblings")
    hands.click("siblings.add")
    hands.write("siblings.name", "Jo Example")
    hands.write("siblings.dob.day", "29")
    hands.press(Qt.Key.Key_Escape)
    assert "Put right: date of birth." in hands.words()
    hands.forward()
    assert box(hands, "siblings.dob.day") == "29"


TO_COME = "That is still to come. Check the date."


def test_what_is_told_of_the_past_takes_no_day_that_is_still_to_come(hands: Driver) -> None:
    write_a_siblings_birth(hands, "24", "11", "2026")
    assert f"Date of birth: {TO_COME}" in hands.words()
    assert answer(hands, "siblings") == ({},)
    hands.write("siblings.dob.day", "23")
    hands.forward()
    assert answer(hands, "siblings") == ({"dob": "2026-11-23"},)


def test_a_time_may_be_as_far_ahead_as_clocks_differ(hands: Driver) -> None:
    go(hands, "presentation")
    for part, text in (("day", "23"), ("month", "11"), ("year", "2026"), ("time", "10:26")):
        hands.write(f"presentation.first_noticed_at.{part}", text)
    hands.forward()
    assert f"When they noticed it: {TO_COME}" in hands.words()
    hands.write("presentation.first_noticed_at.time", "10:25")
    hands.go_on()
    assert hands.place != asking("presentation")


def test_what_is_still_wrong_stays_marked_while_the_first_of_several_is_put_right(hands: Driver) -> None:
    go(hands, "presentation")
    hands.write("presentation.first_noticed_at.day", "20")
    hands.write("presentation.last_clear_at.day", "19")
    hands.forward()
    for part, text in (("month", "11"), ("year", "2026")):
        hands.write(f"presentation.first_noticed_at.{part}", text)
    label = hands.question("presentation").fields[5].label
    assert hands.shown("error:presentation").text() == f"{label}: {MISSING}"  # type: ignore[attr-defined]
    assert hands.shown("presentation.first_noticed_at.day").property("state") != "error"
    assert hands.shown("presentation.last_clear_at.day").property("state") == "error"
    for part, text in (("month", "11"), ("year", "2026")):
        hands.write(f"presentation.last_clear_at.{part}", text)
    assert hands.find("error:presentation") is None


def test_a_box_that_nothing_was_said_of_is_not_marked_while_it_is_written(hands: Driver) -> None:
    go(hands, "presentation")
    hands.write("presentation.first_noticed_at.day", "20")
    hands.forward()
    hands.write("presentation.last_clear_at.year", "2026")
    assert hands.shown("presentation.first_noticed_at.day").property("state") == "error"
    assert hands.shown("presentation.last_clear_at.day").property("state") != "error"


def test_the_boxes_of_a_date_stay_in_place_until_the_date_is_right(hands: Driver) -> None:
    go(hands, "dob")
    hands.forward()
    month = hands.shown("dob.month")
    place = month.mapTo(hands.window, month.rect().topLeft())
    month.setFocus()
    for key in (Qt.Key.Key_7, Qt.Key.Key_Backspace, Qt.Key.Key_7):
        hands.press(key)
        assert hands.find("error:dob") is not None, key
        assert month.mapTo(hands.window, month.rect().topLeft()) == place, key
    hands.write("dob.day", "20")
    hands.write("dob.year", "2026")
    assert hands.find("error:dob") is None


HALF = [
    ("dob", "dob.day", ""),
    ("presentation", "presentation.first_noticed_at.day", ""),
    ("siblings", "siblings.dob.day", "siblings"),
]


@pytest.mark.parametrize(("question", "day", "listed"), HALF)
@pytest.mark.parametrize("way", ["home", "rail", "emergency", "closed"])
def test_half_a_date_is_kept_wherever_one_goes(hands: Driver, question: str, day: str, listed: str, way: str) -> None:
    """Who is called away finds what was written; before, all of it was gone without a word."""
    go(hands, question)
    if listed:
        hands.click(f"{listed}.add")
    hands.write(day, "29")
    if way == "rail":
        hands.click("change_an_answer")
    elif way == "emergency":
        hands.press(Qt.Key.Key_F2)
        hands.forward()
    else:
        hands.click("leave")
    if way == "closed":
        hands.window.session.wait_for_disk()
        hands.window.close()
        hands = Driver(hands.data, settings=None)
    if way in ("home", "closed"):
        hands.click("open:R-T001")
        hands.click("change_an_answer")
    if way != "emergency":
        assert "Not right yet" in hands.words()
        hands.click(f"change:{question}")
    if listed and hands.find(day) is None:
        hands.click(f"{listed}.0.edit")
    assert box(hands, day) == "29"
    hands.forward()
    assert hands.place == asking(question)
    assert MISSING in hands.words()
