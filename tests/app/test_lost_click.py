"""What is written in a box and not handed on yet costs no click: whatever is pressed next counts at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bruiseaid.app.main import application
from bruiseaid.app.parts.boxes import LineBox
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.steady_press import SteadyPresses
from bruiseaid.app.screens.state import CHECK, FINISHED, asked_at
from tests.app.test_true_words import answers_of
from tests.journeys.doing import buttons
from tests.journeys.driver import Driver

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def press_and_let_go(hands: Driver, name: str, *, slowly: bool) -> None:
    """As a hand does it: at a place of the window. `slowly`: the window does what it wants to in between."""
    button, handle = hands.shown(name), hands.window.windowHandle()
    at = button.mapTo(hands.window, button.rect().center())
    QTest.mousePress(handle, LEFT, NONE, at)
    if slowly:
        QTest.qWait(30)
    QTest.mouseRelease(handle, LEFT, NONE, at)
    hands.rest()


def begin_to_write(hands: Driver, name: str, words: str) -> None:
    box = hands.shown(name)
    hands._bring_into_view(box, None)
    box.setFocus()
    QTest.keyClicks(box, words)


def at_check(hands: Driver, *, insisting: bool = True) -> None:
    hands.reach_result(answers_of("V01"))
    hands.walk_after(to_finish=False)
    if insisting:
        hands.forward()
    assert hands.place == CHECK
    hands._bring_into_view(hands.shown("finish_early"), None)


@pytest.mark.parametrize("slowly", [False, True])
def test_why_it_is_not_known_is_written_and_the_record_made_by_one_click(hands: Driver, slowly: bool) -> None:
    at_check(hands)
    begin_to_write(hands, "because", "In the home still")
    press_and_let_go(hands, "finish_early", slowly=slowly)
    assert hands.place == FINISHED
    assert hands.state.draft is not None
    assert hands.state.draft.because == "In the home still"


def test_a_click_counts_while_the_page_is_shown_anew(hands: Driver) -> None:
    """The answers are taken out and put in again, and are not laid out yet: the button lies elsewhere for a moment."""
    at_check(hands)
    button = hands.shown("finish_early")
    at = button.mapTo(hands.window, button.rect().center())
    page = button.parentWidget()
    assert page is not None
    button.move(button.x(), 0)
    layout = page.layout()
    assert layout is not None
    layout.invalidate()
    QApplication.postEvent(page, QEvent(QEvent.Type.LayoutRequest))
    assert button.mapTo(hands.window, button.rect().center()) != at
    QTest.mousePress(hands.window.windowHandle(), LEFT, NONE, at)
    QTest.mouseRelease(hands.window.windowHandle(), LEFT, NONE, at)
    hands.rest()
    assert hands.place == FINISHED


@pytest.mark.parametrize("slowly", [False, True])
def test_a_button_that_moves_while_the_words_are_handed_on_is_pressed_all_the_same(hands: Driver, slowly: bool) -> None:
    at_check(hands, insisting=False)
    button, box = hands.shown("finish_early"), hands.shown("because")
    assert isinstance(box, LineBox)
    page = button.parentWidget()
    assert page is not None
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    place = layout.indexOf(button)
    box.written.connect(lambda _: layout.insertSpacing(place, 90))
    begin_to_write(hands, "because", "x")
    before = button.mapTo(hands.window, QPoint())
    press_and_let_go(hands, "finish_early", slowly=slowly)
    assert button.mapTo(hands.window, QPoint()) != before
    assert hands.place == FINISHED


@pytest.mark.parametrize("slowly", [False, True])
def test_the_form_of_an_action_is_saved_by_one_click(hands: Driver, slowly: bool) -> None:
    hands.reach_result(answers_of("V01"))
    last = [one.objectName() for one in buttons(hands) if one.objectName().startswith("quiet:")][-1]
    hands.click(last)
    action = hands.state.ui.form
    begin_to_write(hands, "form.who", "Pat Sample")
    hands._bring_into_view(hands.shown("form.save"), None)
    press_and_let_go(hands, "form.save", slowly=slowly)
    assert hands.state.draft is not None
    assert hands.state.draft.done[action].by == "Pat Sample"


@pytest.mark.parametrize("slowly", [False, True])
def test_a_question_is_answered_and_left_by_one_click(hands: Driver, slowly: bool) -> None:
    hands.click("start")
    hands.walk_to("presentation", answers_of("V01"))
    begin_to_write(hands, "presentation.setting", "Clinic")
    press_and_let_go(hands, "forward", slowly=slowly)
    assert asked_at(hands.place) != "presentation"
    assert hands.state.draft is not None
    said = hands.state.draft.case.answers["presentation"]
    assert isinstance(said, Mapping)
    assert said["setting"] == "Clinic"


def test_a_second_press_where_the_first_was_led_elsewhere_meets_nothing(qtbot: QtBot) -> None:
    _, look = application()
    window, pressed = QWidget(), list[str]()
    qtbot.addWidget(window)
    lines = QVBoxLayout(window)
    wanted, other = Button(look, "wanted").say("Wanted"), Button(look, "other").say("Other")
    for button in (wanted, other):
        button.clicked.connect(partial(pressed.append, button.objectName()))
    lines.addWidget(wanted)
    lines.addStretch()
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    at = wanted.mapTo(window, wanted.rect().center())
    steady = SteadyPresses(window, lambda: lines.insertWidget(0, other) if not pressed else None)
    steady.watch()
    for _ in range(2):
        QTest.mouseClick(window.windowHandle(), LEFT, NONE, at)
        QApplication.processEvents()
    assert window.childAt(at) is other
    assert pressed == ["wanted"]
