"""The list of names under the search for a place: the down arrow opens it, and it leaves the page's buttons free."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from bruiseaid.app.parts.in_sight import areas_around


class PlaceList(QCompleter):
    """The names that have in them what is written."""

    def __init__(self, box: QLineEdit, names: Iterable[str]) -> None:
        super().__init__(box)
        self._box = box
        self.setModel(QStringListModel(list(names), self))
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(9)
        box.setCompleter(self)
        self._keys = _Keys(self, box)
        self._above = _Above(self, self.shown(), box)

    def shown(self) -> QAbstractItemView:
        """The list on the screen."""
        popup = self.popup()
        assert popup is not None
        return popup

    def open(self) -> None:
        """Shows the names that fit, if any does."""
        self.setCompletionPrefix(self._box.text())
        if self.completionCount():
            self.complete()

    def open_at_first(self) -> None:
        """Shows them with the first one chosen."""
        self.open()
        if self.shown().isVisible():
            self.shown().setCurrentIndex(self.completionModel().index(0, 0))


class _Keys(QObject):
    """The down arrow in the box, which Qt gives to the list only while that is open; and Escape, which closes it."""

    def __init__(self, names: PlaceList, box: QLineEdit) -> None:
        super().__init__(names)
        self._names = names
        for part in (box, names.shown()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and (self._closes(event) or self._opens(event))

    def _closes(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or not self._names.shown().isVisible():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else the window takes the key
        elif event.type() == QEvent.Type.KeyPress:
            self._names.shown().hide()
        return True

    def _opens(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Down or self._names.shown().isVisible():
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._names.open_at_first()
        return True


class _Above(QObject):
    """Moves the list above its box where below it would lie over Back and Continue."""

    def __init__(self, names: PlaceList, shown: QAbstractItemView, box: QLineEdit) -> None:
        super().__init__(names)
        self._list, self._box = shown, box
        self._list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return False

    def _place(self) -> None:
        page = next(iter(areas_around(self._box)), None)
        at, top = self._list.pos(), self._box.mapToGlobal(QPoint(0, 0)).y()
        if page is None:
            return
        end = page.mapToGlobal(QPoint(0, page.height())).y()
        above = top - self._list.height()
        if at.y() >= top and at.y() + self._list.height() > end and above >= 0:
            self._list.move(at.x(), above)
