"""Hands that press whatever is there, in whatever order; the same seed presses the same."""

from __future__ import annotations

import random
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.journeys.driver import Driver

_PLAIN, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_KEYS = (
    *((key, _PLAIN) for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Escape)),
    *((key, _PLAIN) for key in (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F9, Qt.Key.Key_Backspace)),
    (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Return, _PLAIN),
    (Qt.Key.Key_Return, _CTRL),
    (Qt.Key.Key_0, _CTRL),
)
_WORDS = ("Example words", "12", "31", "2", "2026", "25:61", "9:05", "x", "0161 496 0000", "7 cm, at 9; &c")
_ELSEWHERE = ("print", "check_file", "save_copy", "rules_folder", "choose")
"""What asks the system for a dialog of its own."""


class AnyHands:
    """Presses at random what can be seen."""

    def __init__(self, hands: Driver, seed: int) -> None:
        self.hands, self.dice = hands, random.Random(seed)
        self.did: list[str] = []

    def go(self, steps: int) -> Iterator[str]:
        """Does so many things, and names each before it is done."""
        for _ in range(steps):
            act = self.dice.choices((self._press_button, self._write, self._key), (8, 2, 3))[0]
            yield act()

    def _shown(self, kind: type[QWidget]) -> list[QWidget]:
        found = self.hands.window.findChildren(kind)
        return [one for one in found if one.isVisible() and one.isEnabled() and one.objectName()]

    def _press_button(self) -> str:
        buttons = [one for one in self._shown(QAbstractButton) if not one.objectName().startswith(_ELSEWHERE)]
        if not buttons:
            return self._key()
        on_page = [one for one in buttons if one.objectName() not in ("leave", "hide", "emergency", "help")]
        button = self.dice.choice(on_page if on_page and self.dice.random() < 0.9 else buttons)
        self.did.append(f"click {button.objectName()}")
        times = 2 if self.dice.random() < 0.1 else 1
        for _ in range(times):
            if (there := self.hands.find(button_name(self.did[-1]))) is not None:
                QTest.mouseClick(there, Qt.MouseButton.LeftButton, _PLAIN, there.rect().center())
        self._settle()
        return self.did[-1]

    def _write(self) -> str:
        boxes = [*self._shown(QLineEdit), *self._shown(QPlainTextEdit)]
        if not boxes:
            return self._press_button()
        box, words = self.dice.choice(boxes), self.dice.choice(_WORDS)
        self.did.append(f"write {box.objectName()} {words}")
        box.setFocus()
        QTest.keyClicks(box, words)
        self._settle()
        return self.did[-1]

    def _key(self) -> str:
        key, modifiers = self.dice.choice(_KEYS)
        self.did.append(f"key {key.name} {modifiers.name}")
        QTest.keyClick(QApplication.focusWidget() or self.hands.window, key, modifiers)
        self._settle()
        return self.did[-1]

    def _settle(self) -> None:
        if self.dice.random() < 0.7:  # else the next follows before the page is painted
            self.hands.rest()


def button_name(did: str) -> str:
    """The name of the button of a click."""
    return did.split(" ", 1)[1]
