"""What assistive technology is told: name, role and state of what can be used, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.accessible import Role, everything, press
from tests.journeys.driver import Driver


@pytest.fixture(autouse=True)
def assistive_technology_runs() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_what_is_chosen_or_ticked_says_so(hands: Driver) -> None:
    hands.click("start")
    question = hands.question("emergency_signs")
    hands.click(f"{question.id}={question.options[0].id}")
    ticked = [one for one in everything(hands.window) if one.role == Role.CheckBox and one.checked]
    assert [one.name for one in ticked] == [question.options[0].label]


def test_every_place_of_the_body_is_a_button_with_its_name_and_its_marks(hands: Driver, qtbot: QtBot) -> None:
    hands.click("start")
    marks = next(one for one in hands.state.protocol.questions if one.type == "marks")
    hands.window.session.go_to(f"ask:{marks.id}")
    QApplication.processEvents()
    body = hands.shown("body_map")
    places = [one for one in everything(body) if one.object_name.startswith("place:")]
    assert len(places) > 40
    knee = next(one for one in places if one.object_name == "place:knee-left")
    assert (knee.role, knee.description) == (Role.Button, "No mark")
    press(body, "place:knee-left")
    qtbot.waitUntil(lambda: hands.state.ui.mark == 0)
    after = [one for one in everything(body) if one.object_name == "place:knee-left"]
    assert "Mark 1" in {one.description for one in after}


def test_what_is_wrong_and_what_has_changed_is_announced(hands: Driver) -> None:
    hands.click("start")
    hands.forward()
    assert hands.window.session.screen().announcement
    hands.window.session.go_to("do_now")
    assert "level" in hands.window.session.screen().announcement.lower()
