"""A telephone number to ring: who, the number large and never broken, open or closed, and the other numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.dress import wear
from bruiseaid.app.parts.grounds import clear, column, row
from bruiseaid.app.parts.lean import bare, lean
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.shown import PhoneView


class PhoneNumber(QLineEdit):
    """The number itself: to be read and selected, not changed."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        lean(self)
        self._look = look
        self.setReadOnly(True)
        self.setFrame(False)
        wear(self, "number")
        self.setObjectName(f"{name}.number")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        look.changed.connect(self._fit)

    def show_number(self, phone: str, spoken: str) -> None:
        """Shows the number; `spoken` is read digit by digit."""
        if phone != self.text():
            self.setText(phone)
            self.setCursorPosition(0)
        self.setAccessibleName(f"Number {spoken}")
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self._look.font("number"))
        self.setMinimumWidth(metrics.horizontalAdvance(self.text()) + self._look.px(10))


class PhoneWords(QWidget):
    """A number with all that belongs to it."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        lean(self)
        self._look = look
        self.setObjectName(f"{name}.phone")
        inside = column(self, gap=2)
        self._who = Text(look, "hint", role="ink2")
        self._number = PhoneNumber(look, name)
        self._open = Text(look, "hint")
        inside.addWidget(self._who)
        inside.addWidget(self._number)
        inside.addWidget(self._open)
        self._others = column(gap=0)
        inside.addLayout(self._others)
        inside.addLayout(self._warning(look))
        self._shown: tuple[str, ...] | None = None

    def _warning(self, look: Look) -> QVBoxLayout:
        outer = column(inset=(0, 4, 0, 0))
        self._checked = bare()
        line = row(self._checked, gap=8)
        line.addWidget(Sign(look, "warning", 18, role="triangle"))
        self._checked_words = Text(look, "label", role="triangle")
        line.addWidget(self._checked_words, 1)
        outer.addWidget(self._checked)
        return outer

    def show_view(self, view: PhoneView) -> None:
        """Shows the number for this hour."""
        self._who.say(view.name)
        self._number.show_number(view.phone, view.spoken)
        role = "done" if view.open == "open" else "ink"
        hours = f", {view.hours}" if view.hours else ""
        self._open.say_runs((Run(view.open_words, bold=True, role=role), Run(hours)))
        if view.others != self._shown:
            self._shown = view.others
            clear(self._others)
            for other in view.others:
                self._others.addWidget(Text(self._look, "hint", role="ink2").say(other))
        self._checked_words.say(view.checked)
        self._checked.setVisible(bool(view.checked))
