"""A page's picture for Qt."""

from __future__ import annotations

from PySide6.QtGui import QImage

from bruiseaid.report.pictures import Picture


def image_of(picture: Picture) -> QImage:
    """A picture for Qt, with its own copy of the pixels."""
    shown = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return shown.copy()
