"""Keeps Qt from reading markup in what people wrote, where the labels are Qt's own: in its dialogs and tips.

Our labels are made plain text where they are made. A filter over the whole application would see to it too, but has
PySide put every object and every event there is into Python, and make all of its classes for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel

_POLISH = QEvent.Type.Polish


class PlainTextFilter(QObject):
    """Makes every label plain text before it is first shown, for as long as it is there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtWidgets import QMessageBox  # here, not above: PySide makes its classes for the first dialog

        self._labels = (QLabel, QMessageBox)
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In this order: it sees every event there is.
        if isinstance(watched, self._labels) and event.type() == _POLISH:
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False


@contextmanager
def plain_labels() -> Iterator[None]:
    """While one of Qt's dialogs is shown, and waited for."""
    plain = PlainTextFilter()
    try:
        yield
    finally:
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(plain)


def as_tip(words: str) -> str:
    """Those words for a tip, which Qt reads as markup wherever they look like it."""
    if "<" not in words and "&lt;" not in words:
        return words
    from html import escape  # here, not above: with it come the names of 2,231 characters, 0.7 MB

    return f'<p style="white-space:pre">{escape(words, quote=False)}</p>'
