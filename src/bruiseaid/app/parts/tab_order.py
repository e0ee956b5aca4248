"""Tab goes in reading order, also through what was added to a page later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

from bruiseaid.app.parts.stack import CardStack

LAST = "tab_last"
"""The property of what Tab comes to after all else in the same layout, wherever it stands."""


def set_tab_order(areas: tuple[QWidget, ...]) -> None:
    """Makes Tab go through these areas one after another, each in the order of its layout."""
    stops = [stop for area in areas for stop in stops_in(area)]
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Everything in a widget that Tab can stop at, in reading order; what is hidden is left out."""
    if widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        return  # a widget just made is hidden as well, but not on purpose
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    for child in _children(widget):
        yield from stops_in(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, CardStack):
        yield from widget.cards()
    elif isinstance(widget, QScrollArea):
        if (inside := widget.widget()) is not None:
            yield inside
    elif isinstance(widget, QStackedWidget):
        if (shown := widget.currentWidget()) is not None:
            yield shown
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    parts = tuple(_parts_of(layout))
    yield from (part for part in parts if not part.property(LAST))
    yield from (part for part in parts if part.property(LAST))


def _parts_of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
