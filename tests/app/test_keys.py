"""The keys that the help names and that nothing on the page shows: F6, and those of the body map."""

from __future__ import annotations

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
