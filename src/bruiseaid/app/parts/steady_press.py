"""A press meets what was aimed at, also where the page is being shown anew just then.

What was written last is handed on when a box loses the focus, and that is while a button is pressed: the page may be
shown anew, with the button in another place or made again. So words are handed on, and the page is laid out to its
end, before a press or a release looks for what lies under the pointer.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from bruiseaid.app.parts.buttons import buttons
from bruiseaid.app.parts.one_press import AT_ONCE_MS, AT_ONE_PLACE, OnePress

_SHOWN_AND_LAID_OUT = (QEvent.Type.MetaCall, QEvent.Type.LayoutRequest)  # Qt shows what is new in a layout by a call


def settle() -> None:
    """Shows what was put into the page, and lays it out; Qt would do so a little later."""
    for kind in _SHOWN_AND_LAID_OUT:
        QCoreApplication.sendPostedEvents(None, kind.value)


class SteadyPresses(QObject):
    """Leads each press and release of one window to what was aimed at. `hand_on` hands on what is being written."""

    def __init__(self, window: QWidget, hand_on: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._hand_on = window, hand_on
        self._sending = self._was_led = False
        self._pressed: QWidget | None = None
        self._at, self._within, self._when = QPoint(), QPoint(), -AT_ONCE_MS

    def watch(self) -> None:
        """Begins; the window must have been shown."""
        self._window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._sending or not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            if self._is_second(event):
                return self._was_led  # the first went elsewhere: nothing was aimed at that lies here now
            self._was_led = self._lead(watched, event, self._aimed_at(event.position().toPoint()))
            return self._was_led
        if event.type() == QEvent.Type.MouseButtonRelease:
            settle()
            near = (event.position().toPoint() - self._at).manhattanLength() < AT_ONE_PLACE
            return self._lead(watched, event, self._still_there() if near else None)
        return False

    def _is_second(self, press: QMouseEvent) -> bool:
        """Whether it follows another at the same place: what it meets there is judged where it comes (one_press)."""
        since, self._when = press.timestamp() - self._when, press.timestamp()
        second = since < AT_ONCE_MS and (press.position().toPoint() - self._at).manhattanLength() < AT_ONE_PLACE
        if second:
            self._pressed = None
        return second

    def _aimed_at(self, at: QPoint) -> QWidget | None:
        """What can be pressed there, as it is once all that was written is handed on."""
        settle()
        aimed: QWidget | None = self._window.childAt(at)
        self._pressed, self._at = None, at
        if aimed is None or not isinstance(aimed, OnePress):
            return None
        self._pressed, self._within, name = aimed, aimed.mapFrom(self._window, at), aimed.objectName()
        self._hand_on()
        settle()
        self._pressed = self._still_there() or self._made_anew(name)
        return self._pressed

    def _still_there(self) -> QWidget | None:
        thing = self._pressed
        there = thing is not None and isValid(thing) and thing.isVisible() and thing.window() is self._window
        return thing if there else None

    def _made_anew(self, name: str) -> QWidget | None:
        named = (one for one in buttons.inside(self._window) if name and one.objectName() == name)
        return next((one for one in named if one.isVisible()), None)

    def _lead(self, watched: QObject, event: QMouseEvent, thing: QWidget | None) -> bool:
        """Sends the event to where that thing is now, if it is no more under the pointer; True: so it was sent."""
        if thing is None or thing.rect().contains(thing.mapFrom(self._window, event.position().toPoint())):
            return False
        inside = QPoint(min(self._within.x(), thing.width() - 1), min(self._within.y(), thing.height() - 1))
        at = QPointF(thing.mapTo(self._window, inside))
        if self._window.childAt(at.toPoint()) is not thing:
            return event.type() == QEvent.Type.MouseButtonPress  # it is out of sight now: nothing else was aimed at
        led = QMouseEvent(
            event.type(),
            at,
            event.globalPosition() + at - event.position(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        led.setTimestamp(event.timestamp())
        self._sending = True
        QCoreApplication.sendEvent(watched, led)
        self._sending = False
        return True
