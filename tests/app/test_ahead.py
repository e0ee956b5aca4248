"""The next page is made while the user reads; it shows what it would have shown, and never another child's answers."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from bruiseaid.app.pages.ahead import coming
from tests.journeys.driver import Driver

AT_MOST = 6
"""As many pages as the limit of memory allows (docs/adr/0025)."""


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


def test_no_more_than_a_few_pages_are_kept_and_back_finds_its_page_among_them(hands: Driver, qtbot: QtBot) -> None:
    hands.click("start")
    assert hands.state.journey is not None
    shelf = hands.window.whole.shelf
    road = [f"ask:{page.questions[0]}" for page in hands.state.journey.pages]
    assert len(road) > 2 * AT_MOST - 2
    for place in road[: AT_MOST + 5]:
        hands.window.session.go_to(place)
        qtbot.waitUntil(lambda: set(coming(hands.state)) <= set(shelf.kept()))
        assert len(shelf.kept()) <= AT_MOST
    assert road[2] not in shelf.kept()
    hands.window.session.go_to(road[3])
    qtbot.waitUntil(lambda: road[2] in shelf.kept())
    assert len(shelf.kept()) <= AT_MOST
