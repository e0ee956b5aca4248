"""At 1280x800 nobody can miss that the first question goes on below the edge."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from bruiseaid.app.parts.option_card import TickCard
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def in_sight(hands: Driver, name: str) -> bool:
    """Whether the whole of that widget can be seen in the window."""
    widget = hands.window.findChild(QWidget, name)
    assert widget is not None
    return widget.visibleRegion().boundingRect() == widget.rect()


def settled(hands: Driver) -> None:
    for _ in range(6):
        QApplication.processEvents()


def _cards(hands: Driver) -> list[str]:
    """The answers of the page, in their order."""
    page = hands.window.whole.shelf.question_page()
    assert page is not None
    return [card.objectName() for card in page.findChildren(TickCard)]


def test_none_of_these_is_in_sight_or_the_bar_above_the_foot_names_it(hands: Driver) -> None:
    hands.click("start")
    settled(hands)
    assert (hands.window.width(), hands.window.height()) == (1280, 800)
    none = "emergency_signs=none"
    if not in_sight(hands, none):
        bar, foot = hands.shown("more_below"), hands.shown("foot")
        assert in_sight(hands, "more_below")
        below = bar.mapTo(hands.window, QPoint(0, bar.height())).y()
        assert 0 <= foot.mapTo(hands.window, QPoint()).y() - below <= 2
        assert "“None of these”" in hands.words()
        hands.click("show_more_below")
        settled(hands)
    assert in_sight(hands, none)
    assert in_sight(hands, "emergency_signs=unsure")
    assert hands.find("more_below") is None


def test_the_bar_can_be_used_with_keys_and_leads_to_the_first_answer_not_seen_yet(hands: Driver) -> None:
    hands.click("start")
    settled(hands)
    link = hands.shown("show_more_below")
    unseen = [name for name in _cards(hands) if not in_sight(hands, name)]
    link.setFocus()
    hands.press(Qt.Key.Key_Return)
    settled(hands)
    assert in_sight(hands, "emergency_signs=none")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == unseen[0]


def test_a_short_question_has_no_bar(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.forward()
    settled(hands)
    assert hands.find("more_below") is None


def test_an_answer_hidden_at_the_foot_of_the_left_column_is_told_of_while_the_right_one_is_in_sight(
    hands: Driver,
) -> None:
    hands.click("start")
    hands.walk_to("explanation", vignette("V01")["case"]["answers"])
    settled(hands)
    hidden = "explanation=unsafe_to_ask"
    for height in range(hands.window.height(), 560, -20):
        hands.window.resize(1280, height)
        settled(hands)
        assert in_sight(hands, hidden) or hands.find("more_below") is not None, height
    hands.click("show_more_below")
    settled(hands)
    assert in_sight(hands, hidden)
    assert hands.find("more_below") is None
