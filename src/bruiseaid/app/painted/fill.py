"""Fills a box with a colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, box: QRect | QRectF, colour: QColor) -> None:
    """Fills that box. The painter then has no pen, and a brush of this colour.

    Qt's own `fillRect` also takes gradients, and has PySide make all of their classes before it takes a colour.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)
