"""The ring round whatever has the focus: 3 px, 2 px away, on every kind of focus, never clipped."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bruiseaid.app.look import Look
from bruiseaid.app.parts.in_sight import NO_RING, areas_around

_REACH = 5
"""How far from what it goes round the ring reaches, in px."""


class FocusRing(QWidget):
    """An overlay over the whole window that follows the focus. The mouse goes through it.

    A widget whose property `no_ring` is true is left alone: it shows its focus itself.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._painted: QRect | None = None
        self._look = look
        self._watched: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("")
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)
        self.show()  # Qt hides a child that is made after its window was shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show)
        if event.type() in kinds or event.type() in (QEvent.Type.Paint, QEvent.Type.Hide):
            self._cover()
        return False

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self) or not isValid(self._window):
            return
        if self._watched is not None and isValid(self._watched):
            for widget in self._chain(self._watched):
                widget.removeEventFilter(self)
        self._window.installEventFilter(self)
        self._watched = new if new is not None and self._ours(new) else None
        for widget in self._chain(self._watched):
            widget.installEventFilter(self)
        self._cover()

    def _ours(self, widget: QWidget) -> bool:
        return widget.window() is self.window() and not widget.property(NO_RING)

    def _chain(self, widget: QWidget | None) -> list[QWidget]:
        chain = []
        while widget is not None and widget is not self.parentWidget():
            chain.append(widget)
            widget = widget.parentWidget()
        return chain

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None and self.geometry() != parent.rect():
            self.setGeometry(parent.rect())
        self.raise_()
        if (place := self.drawn_round()) != self._painted:
            for changed in (self._painted, place):  # not all: what is under it, the whole window, is painted again
                if changed is not None:
                    self.update(changed.adjusted(-1, -1, 1, 1))

    def _place(self) -> QRect | None:
        widget = self._watched
        if widget is None or not isValid(widget) or not widget.isVisible():
            return None
        return QRect(widget.mapTo(self.window(), QPoint(0, 0)), widget.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._painted = round_it = self.drawn_round()
        if round_it is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), 3))
        radius = self._look.px(11)
        painter.drawRoundedRect(QRectF(round_it).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        painter.end()

    def drawn_round(self) -> QRect | None:
        """All that the ring covers: whole, and where there is no room outside what has the focus, inside of it."""
        place = self._place()
        if place is None or self._watched is None:
            return None
        seen = self._visible(self._watched)
        return place.adjusted(-_REACH, -_REACH, _REACH, _REACH).intersected(seen) if place.intersects(seen) else None

    def _visible(self, widget: QWidget) -> QRect:
        """The part of the window in which nothing that scrolls hides the widget."""
        seen = self.rect()
        for area in areas_around(widget):
            seen = seen.intersected(QRect(area.mapTo(self.window(), QPoint(0, 0)), area.size()))
        return seen
