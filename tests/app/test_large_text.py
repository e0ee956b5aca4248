"""With the text twice as large, on a small screen: what is needed is in sight, and one thing scrolls at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from bruiseaid.app.body.layer import scale_height
from bruiseaid.app.body_map import BodyMap
from bruiseaid.app.inputs.marks import MarksInput
from bruiseaid.app.parts.in_sight import areas_around
from bruiseaid.app.tokens import LIGHT
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


@pytest.fixture
def large(hands: Driver) -> Iterator[Driver]:
    hands.window.look.become(LIGHT, 2.0)
    hands.click("start")
    hands.walk_to("marks", vignette("V01")["case"]["answers"])
    yield hands
    hands.window.look.become(LIGHT, 1.0)


def seen_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_number_and_its_buttons_are_seen_as_soon_as_act_now_is_opened(large: Driver) -> None:
    mark = vignette("V01")["case"]["answers"]["marks"][0]
    large.pick(mark["region"], mark["side"])
    large.click(f"marks.kind={mark['kind']}")
    large.click(f"marks.doc_status={mark['doc_status']}")
    large.click("act_now")
    for name in ("strip.number", "strip.copy", "strip.rung"):
        assert seen_whole(large.shown(name)), name
    large.click("strip.rung")
    for name in ("strip.number", "strip.copy", "strip.write"):
        assert seen_whole(large.shown(name)), name


def test_what_to_say_is_one_click_away_where_it_does_not_fit_beside_the_number(large: Driver) -> None:
    mark = vignette("V01")["case"]["answers"]["marks"][0]
    large.pick(mark["region"], mark["side"])
    large.click(f"marks.kind={mark['kind']}")
    large.click(f"marks.doc_status={mark['doc_status']}")
    large.click("act_now")
    assert seen_whole(large.shown("strip.to_say"))
    large.click("strip.to_say")
    say = next(label for label in large.window.whole.strip.findChildren(QLabel) if label.text() == "Say this")
    assert seen_whole(say)
    large.press(Qt.Key.Key_Escape)
    large.click("act_now")
    assert seen_whole(large.shown("strip.number"))
    large.window.look.become(LIGHT, 1.0)
    large.rest()
    assert large.find("strip.to_say") is None


def test_below_the_map_the_marks_scroll_with_the_page_and_beside_it_by_themselves(large: Driver) -> None:
    large.pick("cheek_soft", "left")
    assert len(areas_around(large.shown("mark.remove"))) == 1
    large.window.look.become(LIGHT, 1.0)
    large.rest()
    inner, outer = areas_around(large.shown("mark.remove"))
    assert isinstance(inner, QScrollArea)
    assert outer.verticalScrollBar().maximum() == 0


def test_the_open_mark_and_its_answers_stay_when_the_cards_change_their_place(large: Driver) -> None:
    large.pick("cheek_soft", "left")
    cards = large.window.findChild(MarksInput).cards  # type: ignore[union-attr]
    for alone in (True, False):
        cards.scroll_alone(alone=alone)
        large.rest()
        assert large.shown("marks.kind=bruise").isVisible()


@pytest.mark.parametrize("tab", ["front", "head", "hands"])
def test_the_words_of_a_scale_lie_below_the_drawing_and_not_over_it(large: Driver, tab: str) -> None:
    body = large.shown("body_map")
    assert isinstance(body, BodyMap)
    if large.find(f"tab={tab}") is not None:
        large.click(f"tab={tab}")
    for view in body.views():
        box = body.spots().boxes[view]
        assert box.bottom() + scale_height(large.window.look) <= body.height() + 1


def test_the_name_of_a_place_is_not_cut(large: Driver) -> None:
    marks = large.window.findChild(MarksInput)
    assert marks is not None
    large.rest()
    for region, side in ("", ""), *((place.region, place.side) for place in marks._places.values()):
        marks._named(f"{region}-{side}" if region else "")
        shown = marks._name.shown_words()
        assert "…" not in shown, shown


def test_the_size_of_the_text_can_be_changed_after_a_record(hands: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of the record are gone by then, and nothing may reach for them."""
    wrong: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *found: wrong.append(found[:2]))
    hands.reach_result(vignette("V01")["case"]["answers"])
    hands.window.session.leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hands.window.look.become(LIGHT, 2.0)
    hands.window.look.become(LIGHT, 1.0)
    assert wrong == []


def test_in_a_small_window_at_twice_the_size_the_way_to_999_is_whole(hands: Driver) -> None:
    hands.window.resize(900, 640)
    hands.window.look.become(LIGHT, 2.0)
    hands.click("start")
    hands.rest()
    for name in ("emergency", "foot_link", "forward", "back"):
        button = hands.shown(name)
        assert button.width() >= button.sizeHint().width(), name
        assert button.visibleRegion().boundingRect().width() == button.width(), name
