"""What of a page is hidden is made when it is first to be seen, and then stands where it would have stood."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button, buttons
from bruiseaid.app.parts.grounds import column, row
from bruiseaid.app.parts.later import Order
from bruiseaid.app.parts.text import Text
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

BABY = vignette("V01")["case"]["answers"]


def words_inside(holder: QWidget) -> list[str]:
    """The texts in the order of the children, by which assistive technology goes."""
    return [child.text() for child in holder.children() if isinstance(child, Text) and not child.isHidden()]


def words_at(order: Order, place: int) -> str:
    """The text at that place of the layout."""
    item = order.layout.itemAt(place)
    widget = item.widget() if item is not None else None
    assert isinstance(widget, Text)
    return widget.text()


def test_what_is_never_to_be_seen_is_never_made(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    part = Order(column(holder)).later(lambda: Text(Look()))
    part.say("")
    part.say("hidden", seen=False)
    assert part.made is None
    part.say("shown")
    assert words_inside(holder) == ["shown"]
    part.say("shown", seen=False)
    assert words_inside(holder) == []


def test_what_comes_late_stands_in_its_order_in_the_layout_and_for_assistive_technology(qtbot: QtBot) -> None:
    holder, look = QWidget(), Look()
    qtbot.addWidget(holder)
    below = Order(column())
    line = Order(row(), below)
    outer = column(holder)
    outer.addLayout(line.layout)
    outer.addLayout(below.layout)
    line.add(Text(look).say("1"))
    second, third = line.later(lambda: Text(look)), line.later(lambda: Text(look))
    fourth = below.later(lambda: Text(look))
    below.add(Text(look).say("5"))
    for part, words in ((fourth, "4"), (third, "3"), (second, "2")):
        part.say(words)
    assert words_inside(holder) == ["1", "2", "3", "4", "5"]
    assert [words_at(line, at) for at in range(3)] == ["1", "2", "3"]


def test_a_button_that_went_with_its_page_is_known_no_longer(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    lines = column(holder)
    stays, goes = Button(Look(), "stays"), Button(Look(), "goes")
    for button in (stays, goes):
        lines.addWidget(button)
    assert list(buttons.inside(holder)) == [stays, goes]
    goes.setParent(None)
    assert list(buttons.inside(holder)) == [stays]


def test_the_words_of_an_open_strip_are_those_of_the_answers_given_while_it_was_closed(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=fit")
    assert hands.shown("strip.number").text() == "999"  # type: ignore[attr-defined]
    hands.press(Qt.Key.Key_Escape)
    hands.click("emergency_signs=fit")
    hands.click("emergency_signs=none")
    hands.forward()
    hands.walk_to("disclosure", BABY)
    hands.click("act_now")
    assert hands.shown("strip.number").text() != "999"  # type: ignore[attr-defined]
