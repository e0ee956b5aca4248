"""Hides the screen by itself when nobody has touched keys or mouse for a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from bruiseaid.app.screens.settings import LOCK_DEFAULT

if TYPE_CHECKING:
    from bruiseaid.app.window import Window

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
MINUTE_MS = 60_000


class IdleLock(QObject):
    """Watches an object that sees every event, and locks once nothing was touched for `minutes`."""

    def __init__(self, watched: QObject, lock: Callable[[], None]) -> None:
        super().__init__(watched)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lock)
        watched.installEventFilter(self)

    def wait(self, minutes: str) -> None:
        """Takes another time: minutes, or "never"."""
        if minutes == "never":
            self._timer.stop()
            return
        after = int(minutes) * MINUTE_MS
        if self._timer.interval() != after or not self._timer.isActive():
            self._timer.start(after)

    def is_waiting(self) -> bool:
        """Whether it will lock by itself."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False


def lock_when_idle(window: Window) -> IdleLock:
    """Hides the screen of a window that is shown, after the time of the settings, and follows them when they change."""
    session = window.session
    made = IdleLock(window.windowHandle(), session.lock)
    session.changed.connect(lambda: made.wait(session.state.settings.lock_after or LOCK_DEFAULT))
    made.wait(session.state.settings.lock_after or LOCK_DEFAULT)
    return made
