"""A double click is one press: its second press does nothing, wherever it lands.

The first press may open something, so that the page moves, or bring the next page. The second would then press what has
come under the pointer, which nobody aimed at: another answer, or the next page's Continue. Nor does it take the focus
there, where Enter would press it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class OnePress:
    """What can be pressed is one of these; it stands before Qt's class among the bases."""


class SecondPresses(QObject):
    """Keeps the second press of a double click from what can be pressed; fields, to choose a word in, get theirs."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def watch(self) -> None:
        """Begins; the window must have been shown."""
        self._window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonDblClick or not isinstance(event, QMouseEvent):
            return False
        return isinstance(self._window.childAt(event.position().toPoint()), OnePress)
