"""Keeps Qt from reading markup in what people wrote: every label is made plain text before it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from bruiseaid.app.parts.text import Text

_LABELS = (QLabel, QMessageBox)
_POLISH = QEvent.Type.Polish


class PlainTextFilter(QObject):
    """An event filter for the whole application. Install it before the first window is made."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In this order: it sees every event there is. A Text is plain from the beginning.
        if isinstance(watched, _LABELS) and not isinstance(watched, Text) and event.type() == _POLISH:
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False
