"""The hidden screen: nothing of the record, the way back, and the emergency button."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.dress import stand_on
from bruiseaid.app.parts.grounds import column, row
from bruiseaid.app.parts.text import Text


class HiddenPage(QWidget):
    """What is left to see after F9."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self.setObjectName("hidden")
        stand_on(self, "canvas")
        outer = column(self, inset=(16, 7, 16, 16))
        top = row()
        top.addStretch()
        emergency = Button(look, "hidden.emergency", "emergency", key="F2", sign="phone").say("Emergency: 999")
        emergency.clicked.connect(do.emergency)
        top.addWidget(emergency)
        outer.addLayout(top)
        outer.addStretch(2)
        middle = row(gap=12)
        middle.addStretch()
        middle.addWidget(Sign(look, "program", 36))
        middle.addWidget(Text(look, "title", wrap=False).say("bruiseaid"))
        middle.addStretch()
        outer.addLayout(middle)
        outer.addSpacing(16)
        line = row()
        line.addStretch()
        self._back = Button(look, "unhide", "plain", key="F9").say("Come back")
        self._back.clicked.connect(do.hide)
        line.addWidget(self._back)
        line.addStretch()
        outer.addLayout(line)
        outer.addStretch(3)

    def arrive(self) -> None:
        """Gives the focus to the way back."""
        self._back.setFocus()
