"""Whether what a window shows has its room, and can be read on the ground it stands on."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from bruiseaid.app.body.buttons import PlaceButton
from bruiseaid.app.parts.focus_ring import FocusRing
from bruiseaid.app.parts.text import Text
from bruiseaid.app.tokens import Tokens
from bruiseaid.app.window import Window
from tests.app.test_tokens import contrast

TEXT_CONTRAST = 4.5
_SLACK = 2


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


def squeezed(window: Window) -> list[str]:
    """What is clipped, lies over something else, or would have to be scrolled sideways."""
    wrong: list[str] = []
    for one in shown(window):
        name = one.objectName() or type(one).__name__
        if clipped(one):
            words = one.text()[:40]  # type: ignore[attr-defined]
            wrong.append(f"{name} clips “{words}” at {one.width()}x{one.height()}")
        wrong += [f"{name}: {pair} overlap" for pair in overlapping(one)]
        if isinstance(one, QScrollArea) and sideways(one):
            wrong.append(f"{name} scrolls sideways")
    return wrong


def unreadable(window: Window, tokens: Tokens) -> list[str]:
    """Words that are all in sight, in a colour that is too near to what they stand on."""
    image = window.grab().toImage()
    wrong: list[str] = []
    for one in shown(window):
        if isinstance(one, Text) and one.text() and one.visibleRegion().boundingRect() == one.rect():
            found = contrast(tokens.of(one._role), ground(image, QRect(one.mapTo(window, QPoint()), one.size())))
            if found < TEXT_CONTRAST:
                wrong.append(f"“{one.text()[:40]}” {found:.1f}")
    return wrong


def ground(image: QImage, place: QRect) -> str:
    """The colour that fills most of that place: along its edges there are no letters."""
    points = [(x, y) for x in range(place.left(), place.right() + 1, 3) for y in (place.top(), place.bottom())]
    return Counter(image.pixelColor(x, y).name() for x, y in points).most_common(1)[0][0]
