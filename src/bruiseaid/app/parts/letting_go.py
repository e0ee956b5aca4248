"""Widgets that go are kept by Python until Qt has deleted them.

A part of a page that was taken out belongs to Python, and mostly holds itself. Where the collector takes it apart
before Qt's own deletion comes, PySide looks for a wrapper that is gone, and the process ends (docs/adr/0036).
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

_going: dict[int, QObject] = {}


def let_go(gone: QObject) -> None:
    """Has Qt delete it once its turn comes; a widget is seen no more from now on."""
    key = id(gone)
    _going[key] = gone
    gone.destroyed.connect(lambda: _going.pop(key, None))
    if isinstance(gone, QWidget):
        gone.hide()
    gone.deleteLater()
