"""A size is written as people write it, and kept as a whole number of its unit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bruiseaid.app.screens.missing import missing_answers
from bruiseaid.app.screens.state import CHECK, asking
from bruiseaid.protocol.measures import in_unit, with_unit
from tests.app.test_inputs import answer, go, marks
from tests.journeys.doing import focused
from tests.journeys.driver import Driver


@pytest.mark.parametrize(
    ("written", "unit", "number"),
    [
        ("10", "mm", "10"),
        (" 010 ", "mm", "10"),
        ("10 mm", "mm", "10"),
        ("1 cm", "mm", "10"),
        ("1.5cm", "mm", "15"),
        ("2 centimetres", "mm", "20"),
        ("6 weeks", "weeks", "6"),
    ],
)
def test_a_unit_that_cannot_be_misread_is_worked_out(written: str, unit: str, number: str) -> None:
    assert in_unit(written, unit) == number


@pytest.mark.parametrize(
    "written", ["", "1.5", "1,5 cm", "about 10", "10-12", "2 inches", "10 m", "-3", "1.25 cm", "٣"]
)
def test_a_number_that_may_mean_anything_else_is_none(written: str) -> None:
    assert in_unit(written, "mm") == ""
    assert with_unit(written, "mm") == written


def add_a_mark(hands: Driver) -> None:
    """A mark on the left knee, with the details that the level needs, and all the others open."""
    go(hands, "marks")
    hands.pick("knee", "left")
    hands.click("marks.kind=bruise")
    hands.click("marks.doc_status=not_documented")
    hands.click("mark.more")


def test_centimetres_in_a_box_of_millimetres_are_worked_out_before_ones_eyes(hands: Driver) -> None:
    add_a_mark(hands)
    hands.write("marks.length_mm", "1 cm")
    assert marks(hands)[0]["length_mm"] == "10"
    assert hands.shown("marks.length_mm").text() == "10"  # type: ignore[attr-defined]


def test_a_size_that_is_no_number_is_told_at_its_box_and_holds_the_page(hands: Driver) -> None:
    add_a_mark(hands)
    hands.write("marks.length_mm", "big")
    assert "length_mm" not in marks(hands)[0]
    hands.forward()
    assert hands.place == asking("marks")
    assert "Length: Write a whole number of mm here, in figures. Write 10 for 1 cm." in hands.words()
    assert focused() == "marks.length_mm"
    hands.write("marks.length_mm", "12")
    hands.forward()
    assert marks(hands)[0]["length_mm"] == "12"
    assert hands.place != asking("marks")


def test_done_with_this_mark_says_what_has_to_be_put_right_first(hands: Driver) -> None:
    add_a_mark(hands)
    hands.write("marks.width_mm", "wide")
    hands.click("mark.close")
    assert focused() == "marks.width_mm"
    hands.press(Qt.Key.Key_Escape)
    assert "Put right: width." in hands.words()


def test_a_size_that_is_no_number_is_found_from_the_check_page(hands: Driver) -> None:
    add_a_mark(hands)
    hands.write("marks.length_mm", "big")
    hands.window.session.go_to(CHECK)
    hands.forward()
    wanted = next(one for one in missing_answers(hands.state) if one.words == "Put right: marks, length")
    hands.click(f"missing:marks:{missing_answers(hands.state).index(wanted)}")
    assert focused() == "marks.length_mm"


def test_weeks_may_be_written_with_their_word(hands: Driver) -> None:
    go(hands, "dob")
    hands.write("weeks_early", "6 weeks")
    assert answer(hands, "weeks_early") == "6"
