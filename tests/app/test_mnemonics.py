"""Alt and a letter press what is to be seen: one letter, one button; and no letter alone does anything."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from bruiseaid.app.frame.mnemonics import TAKEN, letters_for
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
