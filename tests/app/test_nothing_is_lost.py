"""What is being written when one goes on is kept, in every form: done with the entry or not, out of the box or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from bruiseaid.app.parts.boxes import AT_MOST_MS, WordsBox
from bruiseaid.app.screens.state import HOME, asking
from bruiseaid.protocol.conditions import Always
from bruiseaid.protocol.model import Field
from tests.app.test_inputs import answer, go, marks
from tests.app.test_written_amounts import add_a_mark
from tests.journeys.driver import Driver, shipped

TYPED = {"date": ("day", "29"), "date_time": ("time", "10:15")}
LISTS = [one.id for one in shipped().questions if one.type in ("people", "entries")]
GROUPS = [one.id for one in shipped().questions if one.type == "group" and one.id != "parents_informed"]
"""Of the other, every box waits for a choice."""


def box_of(question: str, field: Field) -> tuple[str, str]:
    """The box of a detail, and what is written into it."""
    part, text = TYPED.get(field.type, ("", "Half a sent"))
    return ".".join(filter(None, (question, field.id, part))), text


def write_and_go_on(hands: Driver, question: str, field: Field) -> str:
    """Writes without leaving the box, and presses Control and Enter; what was written."""
    name, text = box_of(question, field)
    hands.shown(name).setFocus()
    hands.type(text)
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return text


def words_of(hands: Driver, question: str) -> Field:
    """The first detail to be told in words that is asked whatever else is said."""
    fields = hands.question(question).fields
    return next(one for one in fields if one.type in ("text", "long_text") and isinstance(one.ask_when, Always))


@pytest.mark.parametrize("question", LISTS)
def test_an_entry_that_is_half_written_is_kept(hands: Driver, question: str) -> None:
    go(hands, question)
    hands.click(f"{question}.add")
    words = words_of(hands, question)
    text = write_and_go_on(hands, question, words)
    assert hands.place != asking(question)
    hands.window.session.go_to(asking(question))
    assert answer(hands, question) == ({words.id: text},)
    assert text in hands.words()


@pytest.mark.parametrize("question", GROUPS)
def test_a_group_that_is_half_written_is_kept(hands: Driver, question: str) -> None:
    go(hands, question)
    words = words_of(hands, question)
    text = write_and_go_on(hands, question, words)
    hands.window.session.go_to(asking(question))
    assert dict(answer(hands, question))[words.id].endswith(text)  # type: ignore[call-overload]


@pytest.mark.parametrize(("question", "field"), [("siblings", "dob"), ("people_spoken_to", "at")])
def test_half_a_date_is_still_in_its_box_however_one_comes_back(hands: Driver, question: str, field: str) -> None:
    go(hands, question)
    hands.click(f"{question}.add")
    detail = next(one for one in hands.question(question).fields if one.id == field)
    text = write_and_go_on(hands, question, detail)
    assert hands.place == asking(question)
    hands.window.session.go_to(asking("context"))
    hands.window.session.go_to(asking(question))
    assert "Put right:" in hands.words()
    hands.click(f"{question}.0.edit")
    assert hands.shown(box_of(question, detail)[0]).text() == text  # type: ignore[attr-defined]


def test_a_detail_of_a_mark_that_is_half_written_is_kept(hands: Driver) -> None:
    add_a_mark(hands)
    shape = next(one for one in hands.question("marks").fields if one.id == "shape")
    text = write_and_go_on(hands, "marks", shape)
    assert marks(hands)[0]["shape"] == text


def test_what_is_typed_just_before_the_record_is_left_by_a_key_is_in_it_when_it_is_opened_again(
    hands: Driver, qtbot: QtBot
) -> None:
    go(hands, "analysis")
    hands.shown("analysis.protective").setFocus()
    QTest.keyClicks(hands.shown("analysis.protective"), "Half a sent")
    QTest.keyClick(hands.window, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: hands.place == HOME)
    hands.click("open:R-T001")
    assert answer(hands, "analysis") == {"protective": "Half a sent"}


def test_what_assistive_technology_writes_without_the_focus_goes_into_that_record_and_no_other(hands: Driver) -> None:
    go(hands, "analysis")
    box = hands.shown("analysis.protective")
    assert isinstance(box, WordsBox)
    hands.shown("title").setFocus()
    box.setPlainText("Half a sent")
    leave = hands.shown("leave")
    assert isinstance(leave, QAbstractButton)
    leave.click()
    assert hands.place == HOME
    go(hands, "analysis")
    QTest.qWait(2 * AT_MOST_MS)
    assert answer(hands, "analysis") is None
    hands.click("leave")
    hands.click("open:R-T001")
    assert answer(hands, "analysis") == {"protective": "Half a sent"}
