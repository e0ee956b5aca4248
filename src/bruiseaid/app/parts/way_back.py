"""Where the focus was before it went into a part of the window, and the way back there."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class WayBack(QObject):
    """Remembers it for one part, and leads back when that is closed.

    It holds no widget alive, and does not look at the one that loses the focus: that may be just going.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._before: ref[QWidget] | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isValid(self) and new is not None and not self._has(new):
            self._before = ref(new)

    def _has(self, widget: QWidget | None) -> bool:
        return widget is not None and self._part.isAncestorOf(widget)

    def go(self, otherwise: QWidget | None) -> None:
        """Goes back if the focus is still in the part; `otherwise` where what had it is not shown any more."""
        if not self._has(QApplication.focusWidget()):
            return
        before = self._before() if self._before is not None else None
        to = before if before is not None and isValid(before) and before.isVisible() else otherwise
        if to is not None:
            to.setFocus(Qt.FocusReason.PopupFocusReason)  # as after a menu: Enter does there what it did before
