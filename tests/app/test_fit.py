"""On every screen, in every theme and text size: nothing clipped, nothing overlapping, everything readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from bruiseaid.app.body.buttons import PlaceButton
from bruiseaid.app.parts.focus_ring import FocusRing
from bruiseaid.app.parts.text import Text
from bruiseaid.app.tokens import DARK, LIGHT, Tokens, contrasting
from tests.app.test_tokens import contrast
from tests.app.walking import all_screens
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

CONTRAST = contrasting(window="#000000", text="#FFFFFF", chosen="#1AEBFF", on_chosen="#000000", link="#FFFF00")
TEXT_CONTRAST = 4.5
_SLACK = 2


@pytest.fixture
def looking(hands: Driver) -> Iterator[Driver]:
    yield hands
    hands.window.look.become(LIGHT, 1.0)


def shown(window: QWidget) -> list[QWidget]:
    """Every widget that is shown, without those that draw over others on purpose."""
    widgets = window.findChildren(QWidget)
    return [one for one in widgets if one.isVisible() and not isinstance(one, PlaceButton | FocusRing)]


def clipped(widget: QWidget) -> bool:
    """Whether the words of a label or button need more room than they have."""
    if isinstance(widget, QLabel | QAbstractButton) and widget.text():
        if widget.hasHeightForWidth():
            return widget.heightForWidth(widget.width()) > widget.height() + _SLACK
        return widget.sizeHint().width() > widget.width() + _SLACK
    return False


def overlapping(widget: QWidget) -> list[str]:
    """Pairs of children of one widget that lie over each other."""
    children = [one for one in widget.children() if isinstance(one, QWidget) and one.isVisible()]
    children = [one for one in children if not isinstance(one, PlaceButton | FocusRing) and not one.isWindow()]
    return [
        f"{one.objectName() or type(one).__name__} and {other.objectName() or type(other).__name__}"
        for one, other in combinations(children, 2)
        if not one.geometry().adjusted(1, 1, -1, -1).intersected(other.geometry().adjusted(1, 1, -1, -1)).isEmpty()
    ]


def broken_words(text: Text) -> list[str]:
    """Words that begin in one line and end in the next, with a stroke between."""
    layout, words = text._laid(text.width()), text.text()
    starts = [layout.lineAt(index).textStart() for index in range(1, layout.lineCount())]
    split = [at for at in starts if words[at - 1].isalpha() and words[at].isalpha()]
    return [f"“{words[at - 6 : at]}|{words[at : at + 6]}”" for at in split]


def sideways(area: QScrollArea) -> bool:
    """Whether one would have to scroll sideways."""
    inside = area.widget()
    return inside is not None and inside.minimumSizeHint().width() > area.viewport().width() + _SLACK


@pytest.mark.parametrize(
    ("scale", "width", "height"),
    [(1.0, 1280, 800), (1.0, 1093, 614), (1.0, 900, 640), (2.0, 1280, 800)],
    ids=["100", "narrow", "small", "200"],
)
def test_nothing_is_clipped_and_nothing_overlaps(looking: Driver, scale: float, width: int, height: int) -> None:
    window = looking.window
    window.resize(width, height)
    window.look.become(LIGHT, scale)
    wrong: list[str] = []
    for screen in all_screens(looking):
        for _ in range(4):
            QApplication.processEvents()
        for one in shown(window):
            name = f"{screen}: {one.objectName() or type(one).__name__}"
            if clipped(one):
                words = one.text()[:40]  # type: ignore[attr-defined]
                wrong.append(f"{name} clips “{words}” at {one.width()}x{one.height()}")
            wrong += [f"{name}: {pair} overlap" for pair in overlapping(one)]
            if isinstance(one, QScrollArea) and sideways(one):
                wrong.append(f"{name} scrolls sideways")
            if isinstance(one, Text) and scale == 1.0:
                wrong += [f"{name} breaks a word at {split}" for split in broken_words(one)]
    assert not wrong, "\n".join(sorted(set(wrong)))


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1024), (1.25, 1280)])
def test_a_question_has_its_room_beside_the_panel_that_is_opened(looking: Driver, scale: float, width: int) -> None:
    looking.window.resize(width, 860)
    looking.window.look.become(LIGHT, scale)
    looking.click("start")
    looking.walk_to("context", vignette("V36")["case"]["answers"])
    looking.click("show_panel")
    looking.rest()
    areas = [one for one in shown(looking.window) if isinstance(one, QScrollArea)]
    assert areas
    assert not [area for area in areas if sideways(area)]
    assert not [one.objectName() for one in shown(looking.window) if clipped(one)]


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_every_text_can_be_read_on_the_ground_it_stands_on(looking: Driver, tokens: Tokens) -> None:
    window = looking.window
    window.look.become(tokens, 1.0)
    wrong: list[str] = []
    for screen in all_screens(looking):
        for _ in range(4):
            QApplication.processEvents()
        image = window.grab().toImage()
        for one in shown(window):
            if isinstance(one, Text) and one.text() and one.visibleRegion().boundingRect() == one.rect():
                found = contrast(tokens.of(one._role), ground(image, QRect(one.mapTo(window, QPoint()), one.size())))
                if found < TEXT_CONTRAST:
                    wrong.append(f"{screen}: “{one.text()[:40]}” {found:.1f}")
    assert not wrong, "\n".join(sorted(set(wrong)))


def ground(image: QImage, place: QRect) -> str:
    """The colour that fills most of that place: along its edges there are no letters."""
    points = [(x, y) for x in range(place.left(), place.right() + 1, 3) for y in (place.top(), place.bottom())]
    return Counter(image.pixelColor(x, y).name() for x, y in points).most_common(1)[0][0]
