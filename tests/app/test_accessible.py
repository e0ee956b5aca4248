"""Every screen, as assistive technology is told of it: name, role and state of everything that can be used."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.app.walking import all_screens
from tests.journeys.driver import Driver

Role, Text = QAccessible.Role, QAccessible.Text
CONTROLS = {
    Role.Button, Role.RadioButton, Role.CheckBox, Role.EditableText, Role.ComboBox, Role.Link, Role.Slider,
    Role.SpinBox, Role.ListItem, Role.MenuItem, Role.PageTab,
}  # fmt: skip


@pytest.fixture(autouse=True)
def assistive_technology_runs() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def everything(root: QWidget) -> Iterator[QAccessibleInterface]:
    """What is shown, depth first."""
    found = QAccessible.queryAccessibleInterface(root)
    assert found is not None
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if one.state().invisible:
            continue
        yield one
        waiting.extend(one.child(place) for place in range(one.childCount()))


def test_every_control_on_every_screen_has_a_name_and_a_role(hands: Driver) -> None:
    nameless = []
    for screen in all_screens(hands):
        QApplication.processEvents()
        controls = [one for one in everything(hands.window) if one.role() in CONTROLS or one.state().focusable]
        assert controls, screen
        nameless += [
            f"{screen}: {one.object().metaObject().className()} {one.object().objectName()} {one.role().name}"
            for one in controls
            if not one.text(Text.Name).strip() and one.object() is not hands.window
        ]
    assert not nameless, "\n".join(nameless)


def test_what_is_chosen_or_ticked_says_so(hands: Driver) -> None:
    hands.click("start")
    question = hands.question("emergency_signs")
    hands.click(f"{question.id}={question.options[0].id}")
    ticked = [one for one in everything(hands.window) if one.role() == Role.CheckBox and one.state().checked]
    assert [one.text(Text.Name) for one in ticked] == [question.options[0].label]


def test_every_place_of_the_body_is_a_button_with_its_name_and_its_marks(hands: Driver, qtbot: QtBot) -> None:
    hands.click("start")
    marks = next(one for one in hands.state.protocol.questions if one.type == "marks")
    hands.window.session.go_to(f"ask:{marks.id}")
    QApplication.processEvents()
    body = hands.shown("body_map")
    places = [one for one in everything(body) if one.object().objectName().startswith("place:")]
    assert len(places) > 40
    knee = next(one for one in places if one.object().objectName() == "place:knee-left")
    assert (knee.role(), knee.text(Text.Description)) == (Role.Button, "No mark")
    knee.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: hands.state.ui.mark == 0)
    after = [one for one in everything(body) if one.object().objectName() == "place:knee-left"]
    assert "Mark 1" in {one.text(Text.Description) for one in after}


def test_what_is_wrong_and_what_has_changed_is_announced(hands: Driver) -> None:
    hands.click("start")
    hands.forward()
    assert hands.window.session.screen().announcement
    hands.window.session.go_to("do_now")
    assert "level" in hands.window.session.screen().announcement.lower()
