"""The window by keys: emergency, hiding, the strip, and names for everything that can be operated."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from bruiseaid.app.screens.state import CHECK, DO_NOW, EMERGENCY, HOME, SETTINGS, asked_at
from bruiseaid.store.settings import Settings
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

OLDER = vignette("V36")["case"]["answers"]
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit)


def nameless(window: QWidget) -> list[str]:
    found = []
    for kind in CONTROLS:
        for control in window.findChildren(kind):
            if control.isVisible() and not control.accessibleName():
                found.append(f"{type(control).__name__} {control.objectName()}")
    return found


def outside(hands: Driver) -> list[str]:
    """Words that are cut off: labels smaller than their text needs."""
    cut = []
    for label in hands.window.findChildren(QLabel):
        if label.isVisible() and label.text() and label.hasHeightForWidth():
            needed = label.heightForWidth(label.width())
            if label.height() < needed or label.width() < label.minimumSizeHint().width():
                cut.append(label.text())
    return cut


@pytest.mark.parametrize("size", [(1280, 800), (1093, 614), (800, 560)])
def test_on_every_page_all_controls_have_names_and_no_words_are_cut(tmp_path: Path, size: tuple[int, int]) -> None:
    hands = Driver(tmp_path, width=size[0], height=size[1])
    assert (nameless(hands.window), outside(hands)) == ([], [])
    hands.click("start")
    for result in (DO_NOW, CHECK):
        while asked_at(hands.place):
            assert (hands.place, nameless(hands.window), outside(hands)) == (hands.place, [], [])
            hands.click("foot_link" if hands.find("foot_link") else "forward")
        assert hands.place == result
        assert (nameless(hands.window), outside(hands)) == ([], [])
        hands.forward()


def test_emergency_is_one_key_away_and_the_same_key_comes_back(hands: Driver) -> None:
    hands.click("start")
    before = hands.place
    hands.press(Qt.Key.Key_F2)
    assert hands.place == EMERGENCY
    assert hands.shown("emergency.number").text() == "999"  # type: ignore[attr-defined]
    hands.press(Qt.Key.Key_F2)
    assert hands.place == before


def test_emergency_works_before_any_record(hands: Driver) -> None:
    hands.click("emergency")
    assert hands.place == EMERGENCY
    hands.forward()
    assert hands.place == HOME


def test_f9_leaves_nothing_to_read_and_comes_back_to_the_same_page(hands: Driver) -> None:
    hands.click("start")
    before = hands.place
    hands.press(Qt.Key.Key_F9)
    assert "R-T001" not in hands.words()
    assert hands.question("emergency_signs").ask not in hands.words()
    hands.press(Qt.Key.Key_F9)
    assert hands.place == before
    assert hands.question("emergency_signs").ask in hands.words()


def test_the_title_never_tells_whose_record_it_is(hands: Driver) -> None:
    hands.click("start")
    assert hands.window.windowTitle() == "bruiseaid"


def test_after_continue_the_focus_is_on_the_title(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLabel)
    assert focus.text() == hands.question("immediate_danger").ask


def test_continue_without_an_answer_says_what_to_do(hands: Driver) -> None:
    hands.click("start")
    here = hands.place
    hands.forward()
    assert hands.place == here
    assert "Tick at least one answer." in hands.words()


def test_an_emergency_sign_opens_the_number_at_once(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=fit")
    assert hands.state.ui.strip_open
    assert hands.shown("strip.number").text() == "999"  # type: ignore[attr-defined]


def test_the_strip_opens_and_closes_by_key(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=fit")
    hands.press(Qt.Key.Key_Escape)
    assert hands.find("strip.number") is None
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    hands.click("strip.copy")
    assert hands.desktop.copied == ["999"]


def test_the_strip_is_closed_once_one_goes_on(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=fit")
    assert hands.find("strip.number") is not None
    hands.forward()
    assert hands.find("act_now_strip") is not None
    assert hands.find("strip.number") is None
    hands.click("back")
    assert hands.find("strip.number") is None


def test_the_strip_comes_back_closed_when_another_answer_brings_it_again(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("explanation", OLDER)
    hands.click("explanation=inconsistent")
    hands.click("act_now")
    assert hands.find("strip.number") is not None
    hands.click("explanation=none")
    hands.click("explanation=inconsistent")
    assert hands.find("act_now_strip") is not None
    assert hands.find("strip.number") is None


def test_after_closing_the_strip_the_focus_is_where_it_was_in_the_question(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=fit")
    before = QApplication.focusWidget()
    hands.click("act_now")
    assert hands.find("strip.number") is None
    assert QApplication.focusWidget() is before
    here = hands.place
    hands.press(Qt.Key.Key_Return)
    assert hands.place != here


def test_after_opening_and_closing_it_by_key_too(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=fit")
    hands.press(Qt.Key.Key_Escape)
    before = QApplication.focusWidget()
    assert before is hands.find("emergency_signs=fit")
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is hands.find("act_now")
    hands.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is before


def test_the_marks_beside_the_steps_are_told_in_words(hands: Driver) -> None:
    hands.click("start")
    assert "Needs an answer" not in hands.words()
    hands.walk_to("dob", OLDER)
    hands.click("foot_link")
    hands.walk_to("explanation", {})
    step = hands.shown("step:child")
    assert step.toolTip() == step.accessibleDescription() == "A red triangle: an answer is still needed here."
    assert "Needs an answer" in hands.words()


def test_the_first_record_asks_where_you_work(tmp_path: Path) -> None:
    hands = Driver(tmp_path, settings=None)
    hands.click("start")
    assert hands.place == SETTINGS
    hands.forward()
    assert "Choose the borough you work in." in hands.words()
    hands.click("settings.borough=bury")
    hands.click("settings.practitioner_group=social_care")
    hands.write("settings.name", "Pat Sample")
    hands.forward()
    assert asked_at(hands.place)
    assert Settings.load(tmp_path) == Settings("bury", "Pat Sample", practitioner_group="social_care")
    assert hands.state.draft is not None
    assert hands.state.draft.case.borough == "bury"


def test_what_people_write_is_never_read_as_markup(hands: Driver) -> None:
    hands.click("start")
    for name in ("emergency_signs=none", "immediate_danger=no", "safe_now=yes"):
        hands.click(name)
        hands.forward()
    for label in hands.window.findChildren(QLabel):
        if label.isVisible():
            assert label.textFormat() == Qt.TextFormat.PlainText
