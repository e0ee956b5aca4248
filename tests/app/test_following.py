"""Theme, text size and high contrast from settings and system; the screen that hides itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bruiseaid.app.following import Following, scale_of, tokens_for
from bruiseaid.app.idle import lock_when_idle
from bruiseaid.app.tokens import DARK, contrasting
from tests.journeys.driver import KNOWN, Driver

SYSTEM = {"window": "#000000", "text": "#FFFFFF", "chosen": "#1AEBFF", "on_chosen": "#000000", "link": "#FFFF00"}


@pytest.mark.parametrize(("said", "scale"), [("", 1.0), ("150", 1.5), ("200", 2.0), ("900", 2.0), ("ten", 1.0)])
def test_the_text_is_between_one_and_two_times_as_large(said: str, scale: float) -> None:
    assert scale_of(said) == scale


def test_a_theme_of_the_settings_counts_more_than_the_systems() -> None:
    assert tokens_for("dark") is DARK
    assert not tokens_for("light").dark


def test_high_contrast_uses_the_systems_colours_and_none_of_ours() -> None:
    tokens = contrasting(**SYSTEM)
    assert set(tokens[1:]) == set(SYSTEM.values())
    assert tokens.dark
    assert (tokens.ink, tokens.canvas, tokens.surface) == ("#FFFFFF", "#000000", "#000000")
    assert tokens.is_contrasting()


def test_a_change_of_the_settings_changes_the_window(hands: Driver) -> None:
    look = hands.window.look
    try:
        Following(look, hands.window.session)
        hands.click("settings")
        hands.click("settings.text_size=150")
        hands.click("settings.theme=dark")
        hands.forward()
        assert (look.tokens, look.scale) == (DARK, 1.5)
        assert hands.place == "home"
    finally:
        look.become(tokens_for("light"), 1.0)


def test_the_screen_hides_itself_after_the_time_of_the_settings(hands: Driver, qtbot: QtBot) -> None:
    lock = lock_when_idle(hands.window)
    assert lock.is_waiting()
    lock._timer.start(1)  # a minute is too long for a test
    qtbot.waitUntil(lambda: hands.state.ui.hidden)
    hands.press(Qt.Key.Key_F9)
    assert not hands.state.ui.hidden


def test_never_means_never(hands: Driver) -> None:
    replace(KNOWN, lock_after="never").save(hands.data)
    session = hands.window.session
    lock = lock_when_idle(hands.window)
    session.save_settings({"borough": KNOWN.borough, "lock_after": "never"})
    assert not lock.is_waiting()
