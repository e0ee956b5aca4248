"""Alt and a letter press what is to be seen: one letter, one button; and no letter alone does anything."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bruiseaid.app.frame.mnemonics import FIRST, letters_for
from bruiseaid.app.parts.buttons import Button
from tests.journeys.driver import Driver


def test_in_a_narrow_window_they_keep_their_letters_too(hands: Driver) -> None:
    hands.window.resize(700, 800)
    hands.click("start")
    for _ in range(3):
        shown = {one.objectName(): one.letter() for one in hands.window.findChildren(Button) if one.isVisible()}
        assert {name: letter for name, letter in shown.items() if name in FIRST} == {
            name: letter for name, letter in FIRST.items() if name in shown
        }
        assert {"all_steps", "show_panel", "why"} <= set(shown)
        hands.click("foot_link" if "foot_link" in shown else "forward")


def test_no_letter_of_the_frame_goes_to_a_button_of_one_page() -> None:
    given = letters_for((("one", "primary", "Back"), ("two", "link", "Cab"), ("three", "plain", "Quick")))
    assert given == {0: "a", 2: "q"}


def test_alt_and_c_go_on(hands: Driver, qtbot: QtBot) -> None:
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.press(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: hands.place == "ask:immediate_danger")


def test_words_that_people_wrote_keep_their_ampersand(hands: Driver) -> None:
    button = Button(hands.window.look, "sample").say("Marks & Sample")
    assert button.shortcut().isEmpty()
    button.take_letter("s")
    button.say("Sample & Marks")
    assert (button.text(), button.shortcut().toString()) == ("Sample && Marks", "Alt+S")


def test_the_weightier_button_chooses_first() -> None:
    given = letters_for((("one", "link", "Go"), ("two", "primary", "Go on"), ("forward", "primary", "Continue")))
    assert given == {0: "o", 1: "g", 2: "c"}
