"""Alt and a letter press what is to be seen: one letter, one button; and no letter alone does anything."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from bruiseaid.app.frame.mnemonics import FIRST, TAKEN, letters_for
from bruiseaid.app.parts.buttons import Button
from tests.app.walking import all_screens
from tests.journeys.driver import Driver


def test_on_every_screen_a_letter_presses_one_button(hands: Driver) -> None:
    for screen in all_screens(hands):
        QApplication.processEvents()
        shown = [one for one in hands.window.findChildren(Button) if one.isVisible()]
        letters = Counter(one.letter() for one in shown if one.letter())
        assert not letters or max(letters.values()) == 1, (screen, letters)
        assert not TAKEN & set(letters), screen
        lacking = [one.words() for one in shown if not one.letter() and one.kind() in ("primary", "start")]
        assert not lacking, (screen, lacking)
        for one in shown:
            assert one.letter() in one.words().casefold()
            assert one.shortcut().toString() == (f"Alt+{one.letter().upper()}" if one.letter() else "")


def test_what_stands_round_every_page_has_the_same_letter_on_all_of_them(hands: Driver) -> None:
    """Except where it says something else, without that letter."""
    letters: dict[str, set[str]] = {}
    for _ in all_screens(hands):
        QApplication.processEvents()
        for one in hands.window.findChildren(Button):
            if one.isVisible() and one.objectName() in FIRST and FIRST[one.objectName()] in one.words().casefold():
                letters.setdefault(one.objectName(), set()).add(one.letter())
    assert set(FIRST) - set(letters) <= {"show_panel", "all_steps", "act_now"}
    assert letters == {name: {FIRST[name]} for name in letters}


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


def test_no_other_button_makes_a_letter_of_an_ampersand_and_no_letter_alone_is_a_key(hands: Driver) -> None:
    for screen in all_screens(hands):
        for one in hands.window.findChildren(QAbstractButton):
            assert isinstance(one, Button) or one.shortcut().isEmpty(), (screen, one.objectName())
        for key in hands.window.findChildren(QShortcut):
            assert len(key.key().toString()) > 1, (screen, key.key().toString())


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
