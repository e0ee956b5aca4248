"""The keys that the help names and that nothing on the page shows: F6, and those of the body map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from bruiseaid.app.body_map import BodyMap
from bruiseaid.app.screens.state import EMERGENCY, FINISHED, HELP, PREVIEW, asking
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

BABY = vignette("V01")["case"]["answers"]


def area_with_the_focus(hands: Driver) -> str:
    focus, whole = QApplication.focusWidget(), hands.window.whole
    areas = {"page": whole.shelf, "foot": whole.foot, "panel": whole.panel, "rail": whole.rail, "bar": whole.bar}
    return next((name for name, area in areas.items() if focus is not None and area.isAncestorOf(focus)), "")


def test_f6_goes_round_the_areas_of_the_window(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("disclosure", BABY)
    been = []
    for _ in range(4):
        been.append(area_with_the_focus(hands))
        hands.press(Qt.Key.Key_F6)
    assert been == ["page", "foot", "rail", "bar"]
    assert area_with_the_focus(hands) == "page"


def body_map(hands: Driver) -> BodyMap:
    """The map, with the focus."""
    hands.click("start")
    hands.walk_to("marks", BABY)
    body = hands.shown("body_map")
    assert isinstance(body, BodyMap)
    body.setFocus()
    return body


def test_control_and_tab_show_the_next_drawing(hands: Driver) -> None:
    body = body_map(hands)
    before = body.views()
    hands.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert body.views() != before
    assert QApplication.focusWidget() is body


def test_delete_on_the_map_asks_before_it_removes_the_mark_that_is_open(hands: Driver) -> None:
    body = body_map(hands)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    body.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert "Remove this mark?" in hands.words()
    assert hands.find("mark.0.keep") is not None
    hands.click("mark.0.remove")
    assert "No marks yet" in hands.words()


def test_a_held_enter_is_one_press(hands: Driver) -> None:
    """Its repeats would choose the first answer, and go on, page after page."""
    hands.click("start")
    hands.walk_to("same_day_review", vignette("V19")["case"]["answers"])
    hands.press(Qt.Key.Key_Return)
    for _ in range(20):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(QApplication.focusWidget() or hands.window, held)
    assert hands.place == asking("same_day_review")
    assert hands.state.draft is not None
    assert "same_day_review" not in hands.state.draft.case.answers


def focused() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("emergency_signs", "not_breathing_normally", "unsure"),
        ("immediate_danger", "yes", "unsure"),
    ],
)
def test_arrows_stay_in_a_list_of_answers(hands: Driver, question: str, first: str, last: str) -> None:
    hands.click("start")
    hands.walk_to(question, {"emergency_signs": ["none"]})
    hands.shown(f"{question}={first}").setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Up)
    assert focused() == f"{question}={first}"
    hands.press(Qt.Key.Key_Down)
    assert focused() not in ("", f"{question}={first}")
    hands.press(Qt.Key.Key_Up)
    assert focused() == f"{question}={first}"
    hands.shown(f"{question}={last}").setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Down)
    assert focused() == f"{question}={last}"
    hands.press(Qt.Key.Key_Right)
    assert focused() == f"{question}={last}"
    if question == "emergency_signs":
        assert hands.state.draft is not None
        assert question not in hands.state.draft.case.answers


def test_tab_comes_to_the_answer_that_is_chosen(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("safe_now", {"emergency_signs": ["none"], "immediate_danger": "unsure"})
    hands.click("back")
    hands.press(Qt.Key.Key_Tab)
    assert focused() == "immediate_danger=unsure"
    hands.press(Qt.Key.Key_Tab)
    assert focused() == "why"
    hands.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() == "immediate_danger=unsure"
    hands.press(Qt.Key.Key_Up)
    assert focused() == "immediate_danger=no"
    assert hands.state.draft is not None
    assert hands.state.draft.case.answers["immediate_danger"] == "no"


def test_escape_goes_back_from_what_one_only_looks_at(hands: Driver) -> None:
    hands.click("start")
    here = hands.place
    hands.press(Qt.Key.Key_F1)
    assert hands.place == HELP
    hands.press(Qt.Key.Key_Escape)
    assert hands.place == here
    hands.walk(BABY, to_finish=True)
    hands.finish()
    hands.click("paper:record")
    assert hands.place == PREVIEW
    hands.press(Qt.Key.Key_Escape)
    assert hands.place == FINISHED


def test_escape_never_leaves_a_question_or_the_number_for_an_emergency(hands: Driver) -> None:
    hands.click("start")
    here = hands.place
    hands.press(Qt.Key.Key_Escape)
    assert hands.place == here
    hands.press(Qt.Key.Key_F2)
    hands.press(Qt.Key.Key_Escape)
    assert hands.place == EMERGENCY
