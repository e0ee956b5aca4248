"""Brings what has the focus into sight, where the program moved the focus or the page around it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from bruiseaid.app.look import Look

NO_RING = "no_ring"
"""The property of what takes the focus only to be read aloud, such as a title: it shows no ring, and moves nothing."""
_ENOUGH = 32
_BESIDE, _ABOVE = 10, 24


class InSight(QObject):
    """Follows the focus of one window. Qt itself does so for the Tab key alone.

    While a button of the mouse is down nothing moves: what is being clicked would slip away under the pointer.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look_at)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isValid(self) and new is not None and new.window() is self._window:
            self._later.start()

    def stay(self) -> None:
        """Looks again once the page has its new form, unless somebody scrolled away to read something else."""
        widget = self._focus()
        if widget is not None and not widget.visibleRegion().isEmpty():
            self._later.start()

    def _focus(self) -> QWidget | None:
        widget = QApplication.focusWidget()
        if widget is None or widget.window() is not self._window or widget.property(NO_RING):
            return None
        return widget

    def _look_at(self) -> None:
        widget = self._focus()
        if widget is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        for area in areas_around(widget):
            if not self._is_seen(widget, area):
                area.ensureWidgetVisible(widget, _BESIDE, _ABOVE)

    def _is_seen(self, widget: QWidget, area: QScrollArea) -> bool:
        """Whether enough of it is in sight: all of it, or as much of a large one as shows what it is."""
        place = QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size())
        seen = place.intersected(area.viewport().rect())
        return seen.height() >= min(place.height(), self._look.px(_ENOUGH))


def areas_around(widget: QWidget) -> list[QScrollArea]:
    """The areas that scroll and have the widget inside, the innermost first."""
    found = []
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            found.append(around)
        around = around.parentWidget()
    return found
