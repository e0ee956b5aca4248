"""Tab goes as one reads: question, foot, panel, rail, bar; and through what was added later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from bruiseaid.app.parts.tab_order import stops_in
from tests.journeys.driver import Driver


def walk(hands: Driver, steps: int) -> list[QWidget]:
    """Where Tab stops, in order."""
    found = []
    for _ in range(steps):
        hands.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus)
    return found


def test_tab_goes_from_the_title_through_the_question_to_continue(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.forward()
    names = [widget.objectName() for widget in walk(hands, 6)]
    assert names == ["why", "immediate_danger=yes", "back", "forward", "foot_link", "step:emergency"]


def test_what_is_missing_comes_before_what_stands_below_it(hands: Driver) -> None:
    hands.click("start")
    hands.click("change_an_answer")
    hands.forward()
    names = [stop.objectName() for stop in stops_in(hands.window.whole.shelf)]
    assert names[0] == "error_summary"
    assert names[1].startswith("missing:")
    first_change = next(place for place, name in enumerate(names) if name.startswith("change:"))
    assert all(not name.startswith("missing:") for name in names[first_change:])
