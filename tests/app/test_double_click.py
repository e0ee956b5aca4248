"""A double click is one press: its second press meets nothing that nobody aimed at, nor does a slower one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bruiseaid.app.body_map import BodyMap
from bruiseaid.app.screens.state import asking
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

BABY = vignette("V01")["case"]["answers"]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def double_click(hands: Driver, widget: QWidget, at: QPoint) -> None:
    """Two presses at one place of the screen; the window does in between what it does at once."""
    place, handle = QPointF(widget.mapTo(hands.window, at)), hands.window.windowHandle()
    QTest.mouseClick(widget, LEFT, NONE, at)
    hands.rest()
    again = QMouseEvent(QEvent.Type.MouseButtonDblClick, place, hands.window.mapToGlobal(place), LEFT, LEFT, NONE)
    QApplication.sendEvent(handle, again)
    hands.rest()


def each_place_of_the_urgent_answer(hands: Driver, step: int) -> Iterator[tuple[QWidget, int]]:
    """The card that opens the strip, and one height of it after another, each time with another answer chosen."""
    hands.click("start")
    hands.walk_to("cooperation", {**BABY, "cooperation": "removing_child"})
    card = hands.shown("cooperation=removing_child")
    for y in range(4, card.height(), step):
        hands.click("cooperation=cooperating")
        if hands.find("strip.number") is not None:
            hands.press(Qt.Key.Key_Escape)
        hands.rest()
        yield card, y


def test_an_answer_that_opens_the_strip_stays_chosen(hands: Driver) -> None:
    """The page moves, so that another answer comes under the pointer."""
    for card, y in each_place_of_the_urgent_answer(hands, 6):
        double_click(hands, card, QPoint(30, y))
        assert hands.state.draft is not None
        assert hands.state.draft.case.answers["cooperation"] == "removing_child", y
        assert QApplication.focusWidget() is card, y


def test_on_the_body_it_adds_one_mark(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("marks", BABY)
    body = hands.shown("body_map")
    assert isinstance(body, BodyMap)
    view = next(view for view in body.views() if "cheek_soft-left" in body.keys(view))
    double_click(hands, body, body.place_of(view, "cheek_soft-left").toPoint())
    hands.click("mark.close")
    assert hands.find("mark.0.edit") is not None
    assert hands.find("mark.1.edit") is None


def test_in_a_field_it_chooses_a_word(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("presentation", BABY)
    field = hands.shown("presentation.setting")
    assert isinstance(field, QLineEdit)
    hands.write("presentation.setting", "Clinic")
    double_click(hands, field, QPoint(20, field.height() // 2))
    assert field.selectedText() == "Clinic"


def test_on_continue_it_skips_no_page(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("presentation", BABY)
    button = hands.shown("forward")
    place = button.mapTo(hands.window, button.rect().center())
    QTest.mouseDClick(hands.window.windowHandle(), LEFT, NONE, place)
    hands.rest()
    assert hands.place == asking("explanation_verbatim")


def press_at(hands: Driver, place: QPoint) -> None:
    """A press of the mouse on the window, wherever that is; each comes half a second or more after the one before."""
    QTest.mouseClick(hands.window.windowHandle(), LEFT, NONE, place)
    hands.rest()


@pytest.mark.parametrize("size", [(1280, 800), (1093, 614), (900, 640)], ids=["wide", "common", "narrow"])
def test_the_strip_comes_without_moving_an_answer(tmp_path: Path, size: tuple[int, int]) -> None:
    hands = Driver(tmp_path / "data", width=size[0], height=size[1])
    hands.click("start")
    hands.walk_to("explanation", vignette("V36")["case"]["answers"])
    card = hands.shown("explanation=inconsistent")
    hands.click("explanation=none")
    place = card.mapTo(hands.window, card.rect().center())
    assert hands.find("act_now_strip") is None
    assert hands.window.childAt(place) is card
    press_at(hands, place)
    assert hands.find("act_now_strip") is not None
    assert card.mapTo(hands.window, card.rect().center()) == place
    assert hands.window.childAt(place) is card


def test_a_slow_second_press_meets_nothing_that_came_under_the_pointer(hands: Driver) -> None:
    """In an emergency the strip opens by itself, and its buttons and other answers come where one has just pressed."""
    for card, y in each_place_of_the_urgent_answer(hands, 12):
        place = card.mapTo(hands.window, QPoint(30, y))
        press_at(hands, place)
        press_at(hands, place)
        assert hands.state.draft is not None
        assert hands.state.draft.case.answers["cooperation"] == "removing_child", y


def test_a_quick_press_elsewhere_counts(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("immediate_danger", BABY)
    for name in ("immediate_danger=no", "forward"):
        thing = hands.shown(name)
        press_at(hands, thing.mapTo(hands.window, thing.rect().center()))
    assert hands.place == asking("safe_now")
