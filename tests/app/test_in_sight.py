"""What has the focus can be seen, at the largest text too; its ring is drawn nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bruiseaid.app.body_map import BodyMap
from bruiseaid.app.main import application
from bruiseaid.app.parts.focus_ring import FocusRing
from bruiseaid.app.parts.in_sight import areas_around
from bruiseaid.app.tokens import LIGHT
from tests.app.focus import hidden_focus
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


@pytest.fixture
def large(hands: Driver) -> Iterator[Driver]:
    hands.window.look.become(LIGHT, 2.0)
    yield hands
    hands.window.look.become(LIGHT, 1.0)


def test_the_mark_that_was_closed_is_in_sight(large: Driver) -> None:
    answers = vignette("V01")["case"]["answers"]
    large.click("start")
    large.walk_to("marks", answers)
    mark = answers["marks"][0]
    large.pick(mark["region"], mark["side"])
    assert not hidden_focus(large)
    for name in (f"marks.kind={mark['kind']}", f"marks.doc_status={mark['doc_status']}", "mark.more", "mark.close"):
        large.click(name)
        assert not hidden_focus(large), name
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "mark.0.edit"


def test_at_the_largest_text_the_face_can_be_pointed_at_without_scrolling(large: Driver) -> None:
    large.click("start")
    large.walk_to("marks", vignette("V01")["case"]["answers"])
    large.rest()
    body = large.shown("body_map")
    assert isinstance(body, BodyMap)
    seen = body.visibleRegion().boundingRect()
    hidden = [key for key in body.keys("head-front") if not seen.contains(body.place_of("head-front", key).toPoint())]
    assert not hidden


def test_the_ring_is_not_drawn_over_what_hides_the_focus(large: Driver) -> None:
    large.click("start")
    option = large.shown("emergency_signs=none")
    option.setFocus()
    large.rest()
    bar = large.window.whole.bar
    before = around(bar, large.window)
    scroll(option, large)
    assert option.visibleRegion().isEmpty()
    assert around(bar, large.window) == before


def around(widget: QWidget, window: QWidget) -> bytes:
    """The pixels of a part of the window, with whatever lies over it."""
    image = window.grab(QRect(widget.mapTo(window, QPoint()), widget.size())).toImage()
    return bytes(image.constBits())


def scroll(widget: QWidget, hands: Driver) -> None:
    """Scrolls the page to its head, as the wheel would, so that the widget is out of sight."""
    for area in areas_around(widget):
        area.verticalScrollBar().setValue(0)
    hands.rest()


def test_in_a_window_that_was_shown_before_it_had_a_ring_the_ring_is_drawn_too(qtbot: QtBot) -> None:
    """The program shows its first page before the rest is loaded, the ring too."""
    _, look = application()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 120)
    field = QLineEdit(window)
    field.setGeometry(50, 40, 150, 40)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    ring = FocusRing(look, window)
    field.clearFocus()
    field.setFocus()
    QApplication.processEvents()
    assert ring.isVisible()
    assert window.grab().toImage().pixelColor(125, 36) == look.colour("focus")
