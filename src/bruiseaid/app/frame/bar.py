"""The bar at the top: the program's name, what is open, and the ways out. Emergency is always last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.dress import wear
from bruiseaid.app.parts.grounds import Ground, column, row
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.frame import Bar as BarView
from bruiseaid.app.screens.start_words import EMERGENCY


class Bar(QWidget):
    """The bar."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("bar")
        ground = Ground("ground", "surface")
        ground.become("edge", "bottom")
        column(self).addWidget(ground)
        self._line = row(ground, gap=12, inset=(16, 7, 16, 7))
        self._line.addWidget(Sign(look, "program", 26))
        self._name = Text(look, "heading", wrap=False).say("bruiseaid")
        self._line.addWidget(self._name)
        self._line.addSpacing(8)
        self._chips = [self._chip("chip.record"), self._chip("chip.borough")]
        self._alarm = self._chip("chip.alarm", "alarm")
        self._line.addStretch()
        self._buttons(look, do)

    def _chip(self, name: str, kind: str = "true") -> QLabel:
        chip = QLabel(textFormat=Qt.TextFormat.PlainText)
        chip.setObjectName(name)
        chip.setProperty("chip", kind)
        wear(chip, "label")
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._line.addWidget(chip)
        return chip

    def _buttons(self, look: Look, do: Intentions) -> None:
        self.hide_button = Button(look, "hide", "link", small=True, key="F9").say("Hide screen")
        self.hide_button.clicked.connect(do.hide)
        self.help_button = Button(look, "help", "link", small=True, key="F1").say("Help")
        self.help_button.clicked.connect(do.help)
        self.emergency = Button(look, "emergency", "emergency", key="F2", sign="phone")
        self.emergency.say(EMERGENCY)
        self.emergency.clicked.connect(do.emergency)
        for button in (self.hide_button, self.help_button):
            self._line.addWidget(button)
            self._line.addSpacing(8)
        self._line.addWidget(self.emergency)

    def show_view(self, view: BarView, *, narrow: bool, tight: bool) -> None:
        """Shows the chips; a narrow window keeps one, and the words of Emergency. All is as tall with or without.

        `tight`: not even one has room beside these words.
        """
        for place, chip in enumerate(self._chips):
            words = view.chips[place] if place < len(view.chips) else ""
            chip.setText(words.replace("&", "&&"))
            chip.setVisible(bool(words) and not tight and not (narrow and (place or view.alarm)))
        self._alarm.setText(view.alarm)
        self._alarm.setVisible(bool(view.alarm))
        self._name.setVisible(not narrow)
        self.hide_button.say("Hide" if narrow else "Hide screen", "Hide screen")
