"""The next page is made while the user reads; it shows what it would have shown, and never another child's answers."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from bruiseaid.app.pages.ahead import coming
from tests.journeys.driver import Driver


def test_the_next_page_is_there_before_it_is_asked_for_and_shows_the_same(hands: Driver, qtbot: QtBot) -> None:
    hands.click("start")
    hands.click("emergency_signs=none")
    shelf = hands.window.whole.shelf
    place = coming(hands.state)[0]
    qtbot.waitUntil(lambda: place in shelf.kept())
    hands.forward()
    assert hands.place == place
    assert hands.shown("title").text() == "Is anyone in danger right now?"  # type: ignore[attr-defined]


def test_nothing_made_ahead_outlives_the_record(hands: Driver, qtbot: QtBot) -> None:
    hands.click("start")
    place = coming(hands.state)[0]
    shelf = hands.window.whole.shelf
    qtbot.waitUntil(lambda: place in shelf.kept())
    hands.click("leave")
    assert shelf.kept() == ("home",)


def test_no_more_than_a_few_pages_are_kept(hands: Driver) -> None:
    hands.click("start")
    assert hands.state.journey is not None
    for page in hands.state.journey.pages:
        hands.window.session.go_to(f"ask:{page.questions[0]}")
    assert len(hands.window.whole.shelf.kept()) <= 10
