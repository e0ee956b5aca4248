"""A notice that comes or goes by itself moves nothing: what is being pointed at stays under the pointer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from bruiseaid.app.screens.frame import NOT_SAVED, SAVED_NOW
from bruiseaid.app.tokens import LIGHT
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

ANSWERS = vignette("V01")["case"]["answers"]
ALARM = "Not saved"
WIDTHS_AND_TEXT = [(1280, 1.0), (1093, 1.0), (800, 1.0), (1280, 2.0)]


@pytest.fixture(params=WIDTHS_AND_TEXT)
def at_marks(request: pytest.FixtureRequest, hands: Driver) -> Iterator[Driver]:
    """A window at the body map; all is saved so far."""
    width, scale = request.param
    hands.window.look.become(LIGHT, scale)
    hands.window.resize(width, 800)
    hands.click("start")
    hands.walk_to("marks", ANSWERS)
    hands.window.session.wait_for_disk()
    hands.rest()
    yield hands
    hands.window.look.become(LIGHT, 1.0)


def where(hands: Driver, name: str) -> QRect:
    """The place of a widget on the window."""
    widget = hands.shown(name)
    return QRect(widget.mapTo(hands.window, QPoint()), widget.size())


def draft_of(hands: Driver) -> Path:
    (kept,) = (hands.data / "drafts").glob("*.json")
    return kept


def test_what_the_disk_does_is_told_at_once_and_moves_nothing(at_marks: Driver, qtbot: QtBot) -> None:
    hands, kept = at_marks, draft_of(at_marks)
    body = where(hands, "body_map")
    hands.click("back")
    hands.window.session.wait_for_disk()
    kept.unlink()
    kept.mkdir()
    hands.forward()
    qtbot.waitUntil(lambda: ALARM in hands.words())
    hands.rest()
    assert where(hands, "body_map") == body
    assert "Saved on this computer at" not in hands.words()

    hands.click("back")
    assert NOT_SAVED in hands.words()
    page = where(hands, "shelf")
    kept.rmdir()
    hands.write("dob.day", "21")
    qtbot.waitUntil(lambda: SAVED_NOW in hands.words())
    hands.rest()
    assert where(hands, "shelf") == page
    assert ALARM not in hands.words()


def test_a_notice_of_a_new_page_is_there_when_the_page_comes(hands: Driver) -> None:
    """Not a moment after, when the first answer is being aimed at already."""
    (hands.data / "drafts").write_text("not a folder")
    hands.click("start")
    assert NOT_SAVED in hands.words()
    hands.click("emergency_signs=none")
    hands.forward()
    first = where(hands, "shelf")
    assert NOT_SAVED in hands.words()
    hands.window.session.wait_for_disk()
    hands.rest()
    assert where(hands, "shelf") == first
