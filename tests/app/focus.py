"""Whether what has the focus can be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from bruiseaid.app.parts.in_sight import NO_RING
from tests.journeys.driver import Driver

ENOUGH = 28
"""Pixels of its height by which something is recognised."""


def hidden_focus(hands: Driver) -> str:
    """What has the focus, if it cannot be seen."""
    hands.rest()
    widget = QApplication.focusWidget()
    if widget is None or widget.window() is not hands.window or widget.property(NO_RING):
        return ""
    seen = widget.visibleRegion().boundingRect().height()
    return "" if seen >= min(widget.height(), ENOUGH) else f"{widget.objectName()} shows {seen} of {widget.height()}"
