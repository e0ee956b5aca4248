"""Keeps Qt from reading markup in what people wrote: every label is made plain text before it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QMessageBox


class PlainTextFilter(QObject):
    """An event filter for the whole application. Install it before the first window is made."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish and isinstance(watched, QLabel | QMessageBox):
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False
