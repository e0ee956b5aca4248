"""A double click is one press: its second press does nothing, wherever it lands.

The first press may open something, so that the page moves, or bring the next page. The second would then press what has
come under the pointer, which nobody aimed at: another answer, or the next page's Continue.
"""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent


class OnePress:
    """For a widget that can be pressed; it stands before Qt's class among the bases."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Takes the second press, and does nothing."""
        event.accept()
