"""Every screen, looked at in every way there is to look: the window is walked through once for each of its forms.

BRUISEAID_UPDATE_GOLDEN=1 writes the outlines on disk anew.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication

from bruiseaid.app.frame.mnemonics import FIRST, TAKEN
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.text import Text
from bruiseaid.app.tokens import DARK, LIGHT, contrasting
from bruiseaid.app.window import Window
from tests.app.accessible import CONTROLS, everything
from tests.app.fitting import broken_words, shown, squeezed, unreadable
from tests.app.focus import hidden_focus
from tests.app.outline import outline
from tests.app.walking import all_screens, first_screens
from tests.journeys.driver import Driver

GOLDEN = Path(__file__).parents[1] / "golden"
CONTRAST = contrasting(window="#000000", text="#FFFFFF", chosen="#1AEBFF", on_chosen="#000000", link="#FFFF00")
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
FORMS = {"usual": (1.0, 1280, 800), "narrow": (1.0, 1093, 614), "small": (1.0, 900, 640), "large": (2.0, 1280, 800)}
"""Of the window: size of text, width and height."""


class Seen:
    """What was found in one walk."""

    def __init__(self) -> None:
        self.outlines: dict[str, str] = {}
        self.letters: dict[str, set[str]] = {}
        self._faults: dict[str, list[str]] = {}

    def note(self, screen: str, what: str, faults: list[str]) -> None:
        self._faults.setdefault(what, []).extend(f"{screen}: {one}" for one in faults)

    def faults(self, what: str) -> str:
        """All that was found of that kind, a line for each. It must have been looked for."""
        return "\n".join(sorted(set(self._faults[what])))


@cache
def seen(form: str) -> Seen:
    """What is found on all screens with the window in that form. The first test that asks walks."""
    found = Seen()
    with TemporaryDirectory() as folder:
        with opened(Driver(Path(folder) / "data", width=FORMS[form][1], height=FORMS[form][2]), form) as hands:
            for screen in all_screens(hands):
                for _ in range(4):
                    QApplication.processEvents()
                if form == "usual":
                    found.outlines[screen] = outline(hands.window).replace(folder, "FOLDER")
                look_at(hands, screen, form, found)
        if form == "usual":
            with opened(Driver(Path(folder) / "new", settings=None), form) as new:
                for screen in first_screens(new):
                    QApplication.processEvents()
                    found.outlines[screen] = outline(new.window).replace(folder, "FOLDER")
    return found


@contextmanager
def opened(hands: Driver, form: str) -> Iterator[Driver]:
    """In its usual form while assistive technology runs, in the others while none does."""
    QAccessible.setActive(form == "usual")
    hands.window.look.become(LIGHT, FORMS[form][0])
    try:
        yield hands
    finally:
        QAccessible.setActive(False)
        hands.window.look.become(LIGHT, 1.0)
        hands.close()


def look_at(hands: Driver, screen: str, form: str, found: Seen) -> None:
    window, scale = hands.window, FORMS[form][0]
    found.note(screen, "squeezed", squeezed(window))
    if scale == 1.0:
        texts = [one for one in shown(window) if isinstance(one, Text)]
        found.note(screen, "broken words", [split for one in texts for split in broken_words(one)])
    if form == "large":
        hidden = hidden_focus(hands)
        found.note(screen, "focus out of sight", [hidden] if hidden else [])
    if form == "usual":
        found.note(screen, "letters", faulty_letters(window))
        for one in window.findChildren(Button):
            if one.isVisible() and one.objectName() in FIRST and FIRST[one.objectName()] in one.words().casefold():
                found.letters.setdefault(one.objectName(), set()).add(one.letter())
        found.note(screen, "other letters", other_letters(window))
        found.note(screen, "nameless", nameless(window))
        for theme, tokens in THEMES.items():
            window.look.become(tokens, scale)
            hands.rest()
            found.note(screen, f"unreadable {theme}", unreadable(window, tokens))
        window.look.become(LIGHT, scale)
        hands.rest()


def faulty_letters(window: Window) -> list[str]:
    """Letters of two buttons, letters that are kept for others, and weighty buttons without one."""
    buttons = [one for one in window.findChildren(Button) if one.isVisible()]
    letters = Counter(one.letter() for one in buttons if one.letter())
    wrong = [f"{letter} presses {count}" for letter, count in letters.items() if count > 1 or letter in TAKEN]
    wrong += [f"{b.words()} has none" for b in buttons if not b.letter() and b.kind() in ("primary", "start")]
    for one in buttons:
        keys = f"Alt+{one.letter().upper()}" if one.letter() else ""
        if one.letter() not in one.words().casefold() or one.shortcut().toString() != keys:
            wrong.append(f"{one.words()} says {one.letter()} and is pressed by {one.shortcut().toString()}")
    return wrong


def other_letters(window: Window) -> list[str]:
    """Buttons that make a letter of an ampersand, and letters that are a key without Alt."""
    buttons = window.findChildren(QAbstractButton)
    wrong = [b.objectName() for b in buttons if not isinstance(b, Button) and not b.shortcut().isEmpty()]
    keys = [key.key().toString() for key in window.findChildren(QShortcut)]
    return wrong + [key for key in keys if len(key) <= 1]


def nameless(window: Window) -> list[str]:
    """What can be used and has no name; that there is nothing to be used is a fault too."""
    controls = [one for one in everything(window) if one.role in CONTROLS or one.focusable]
    own = type(window).__name__
    wrong = [str(one) for one in controls if not one.name.strip() and one.kind != own]
    return wrong if controls else ["nothing to use"]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_clipped_and_nothing_overlaps(form: str) -> None:
    assert not seen(form).faults("squeezed")


@pytest.mark.parametrize("form", [form for form, (scale, *_) in FORMS.items() if scale == 1.0])
def test_no_word_is_broken_at_the_end_of_a_line(form: str) -> None:
    assert not seen(form).faults("broken words")


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read_on_the_ground_it_stands_on(theme: str) -> None:
    assert not seen("usual").faults(f"unreadable {theme}")


def test_at_the_largest_text_what_has_the_focus_is_in_sight() -> None:
    """Where the clock makes a page longer, too."""
    assert not seen("large").faults("focus out of sight")


def test_every_control_has_a_name_and_a_role() -> None:
    assert not seen("usual").faults("nameless")


def test_a_letter_presses_one_button() -> None:
    assert not seen("usual").faults("letters")


def test_no_other_button_makes_a_letter_of_an_ampersand_and_no_letter_alone_is_a_key() -> None:
    assert not seen("usual").faults("other letters")


def test_what_stands_round_every_page_has_the_same_letter_on_all_of_them() -> None:
    """Except where it says something else, without that letter."""
    letters = seen("usual").letters
    assert set(FIRST) - set(letters) <= {"show_panel", "all_steps", "act_now"}
    assert letters == {name: {FIRST[name]} for name in letters}


def test_each_screen_is_as_its_outline_says(tmp_path: Path) -> None:
    outlines, differ = seen("usual").outlines, []
    for screen, found in outlines.items():
        path = GOLDEN / f"{screen}.txt"
        if os.environ.get("BRUISEAID_UPDATE_GOLDEN") == "1":
            path.write_text(found, "utf-8", newline="\n")
        elif not path.is_file() or path.read_text("utf-8") != found:
            differ.append(screen)
            (tmp_path / path.name).write_text(found, "utf-8", newline="\n")
    assert not differ, f"look at {tmp_path} beside tests/golden: {', '.join(differ)}"
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(outlines)
