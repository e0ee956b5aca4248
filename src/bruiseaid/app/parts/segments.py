"""A row of joined buttons of which one is pressed: the tabs of the body map."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.dress import wear
from bruiseaid.app.parts.grounds import row
from bruiseaid.app.parts.lean import lean


class Segments(QWidget):
    """The row. `choose` gets the id of the button pressed."""

    def __init__(
        self, look: Look, name: str, label: str, items: tuple[tuple[str, str], ...], choose: Callable[[str], None]
    ) -> None:
        super().__init__()
        lean(self)
        self.setObjectName(name)
        self.setAccessibleName(label)
        line = row(self, gap=0)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        for place, (item, words) in enumerate(items):
            button = QPushButton(words.replace("&", "&&"))
            button.setCheckable(True)
            button.setAccessibleName(f"{words}, {label}")
            button.setObjectName(f"{name}={item}")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            end = "only" if len(items) == 1 else "first" if not place else "last" if place == len(items) - 1 else "mid"
            button.setProperty("segment", end)
            wear(button, "segment")
            button.clicked.connect(lambda _=False, item=item: choose(item))
            group.addButton(button)
            button.setMinimumWidth(_bold_width(look, words))
            line.addWidget(button)
            self._buttons[item] = button
        line.addStretch()

    def show_chosen(self, item: str) -> None:
        """Shows which one is pressed."""
        if item in self._buttons:
            self._buttons[item].setChecked(True)


def _bold_width(look: Look, words: str) -> int:
    """The width of the button while it is pressed and its words are bold."""
    return QFontMetrics(look.font("hint", bold=True)).horizontalAdvance(words) + look.px(30)
