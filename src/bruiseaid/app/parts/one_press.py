"""A double click is one press: its second press does nothing, wherever it lands.

The first press may open something, so that the page moves, or bring the next page. The second would then press what has
come under the pointer, which nobody aimed at: another answer, or the next page's Continue. Nor does it take the focus
there, where Enter would press it. So it is with a slower second press, a little too late for a double click.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

AT_ONCE_MS = 1_000
AT_ONE_PLACE = 8


class OnePress:
    """What can be pressed is one of these; it stands before Qt's class among the bases."""


class SecondPresses(QObject):
    """Keeps the second press of a double click from what can be pressed; fields, to choose a word in, get theirs.

    A slower one at the same place, within a second, meets the same thing again or nothing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._at, self._when, self._thing = QPoint(), -AT_ONCE_MS, ""

    def watch(self) -> None:
        """Begins; the window must have been shown."""
        self._window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return isinstance(self._window.childAt(event.position().toPoint()), OnePress)
        makes_double = event.flags() & Qt.MouseEventFlag.MouseEventCreatedDoubleClick
        return event.type() == QEvent.Type.MouseButtonPress and not makes_double and self._met_by_chance(event)

    def _met_by_chance(self, press: QMouseEvent) -> bool:
        """Whether what is pressed came under the pointer since the press before, at the same place just now."""
        at, when = press.position().toPoint(), press.timestamp()
        met = self._window.childAt(at)
        thing = "" if met is None else met.objectName() or str(id(met))
        again = when - self._when < AT_ONCE_MS and (at - self._at).manhattanLength() < AT_ONE_PLACE
        by_chance = again and thing != self._thing and isinstance(met, OnePress)
        if not by_chance:
            self._at, self._when, self._thing = at, when, thing
        return by_chance
