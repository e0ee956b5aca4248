"""The places of the body map for assistive technology: one small unseen button each, with name, role and state."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

SMALLEST = 24


class PlaceButton(QAbstractButton):
    """Lies over a place of a drawing without being seen or hit by the mouse; pressing it adds a mark there."""

    def __init__(self, parent: QWidget, key: str, name: str, press: Callable[[], None]) -> None:
        super().__init__(parent)
        self.key, self._name = key, name
        self.setObjectName(f"place:{key}")
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: press())

    def lie_over(self, place: QRect) -> None:
        """Takes that place, grown to a size that can be hit."""
        grow_x, grow_y = max(0, SMALLEST - place.width()), max(0, SMALLEST - place.height())
        self.setGeometry(place.adjusted(-grow_x // 2, -grow_y // 2, (grow_x + 1) // 2, (grow_y + 1) // 2))

    def tell_marks(self, numbers: tuple[str, ...]) -> None:
        """Says which marks lie here."""
        count = len(numbers)
        words = "No mark" if not count else f"Mark {numbers[0]}" if count == 1 else f"Marks {', '.join(numbers)}"
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The body map draws the place."""
