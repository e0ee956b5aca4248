"""An area that scrolls, or is as tall as what is inside while the page around it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from bruiseaid.app.parts.grounds import Scroll


class AsTall(QObject):
    """Keeps one area as tall as what is inside for as long as that is wanted: nothing scrolls in what scrolls."""

    def __init__(self, area: Scroll, inside: QWidget) -> None:
        super().__init__(area)
        self._area, self._inside, self._wanted = area, inside, False

    def want(self, wanted: bool) -> None:
        """Begins or ends that."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted:
            self._inside.installEventFilter(self)
        else:
            self._inside.removeEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return False

    def _fit(self) -> None:
        layout, wide = self._inside.layout(), self._area.viewport().width()
        tall = layout.totalHeightForWidth(wide) if self._wanted and layout is not None else 0
        self._area.setMinimumHeight(tall)
