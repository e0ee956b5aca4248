"""The escalation ladder: who to whom, by when, with neutral words; only the next step is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.boxes import LineBox
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.dress import wear
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.ladder import AGREED, RungView
from bruiseaid.app.screens.ladder import LadderPage as PageView


class LadderPage(QWidget):
    """The page."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._shown: PageView | None = None
        page = Column(look)
        column(self).addWidget(page)
        inside = page.inside
        self.title = title(look)
        inside.addWidget(self.title)
        frame = Ground("frame", "why")
        self._help = Text(look, "hint", role="ink2", widest=640)
        self._note = Text(look, "hint", bold=True, widest=640)
        body = column(frame, inset=(14, 2, 0, 2))
        body.addWidget(self._help)
        body.addWidget(self._note)
        inside.addSpacing(4)
        inside.addWidget(frame)
        inside.addSpacing(14)
        self._rungs = column(gap=8)
        inside.addLayout(self._rungs)

    def show_view(self, view: PageView) -> None:
        """Shows the ladder."""
        if view == self._shown:
            return
        self._shown = view
        self.title.say(view.title)
        self._help.say(view.help)
        self._note.say(view.level_note)
        clear(self._rungs)
        for rung in view.rungs:
            self._rungs.addWidget(self._rung(rung))

    def _rung(self, rung: RungView) -> Ground:
        role = {"done": "circle", "next": "diamond", "waiting": "square"}[rung.state]
        card = Ground("level_edge", role)
        card.setObjectName(f"rung:{rung.id}")
        card.setAccessibleName(rung.spoken)
        inside = column(card, gap=6, inset=(16, 10, 16, 10))
        inside.addLayout(self._head(rung))
        if rung.outcome:
            inside.addWidget(Text(self._look, "hint", role="ink2").say(rung.outcome))
        if rung.state == "next":
            quote = Ground("frame", "aside")
            column(quote, inset=(14, 10, 14, 10)).addWidget(Text(self._look, "body").say(f"“{rung.say}”"))
            inside.addWidget(quote)
            inside.addLayout(self._form(rung) if rung.form_open else self._buttons(rung))
        return card

    def _head(self, rung: RungView) -> QHBoxLayout:
        line = row(gap=12)
        line.addWidget(Text(self._look, "body", bold=True, role="ink2", wrap=False).say(rung.number))
        words = Text(self._look, "body")
        words.say_runs((Run(rung.who, bold=True), Run(" to ", role="ink2"), Run(rung.to, bold=True)))
        line.addWidget(words, 1)
        if rung.state != "waiting":
            tag = QLabel("Done" if rung.state == "done" else "Next", textFormat=Qt.TextFormat.PlainText)
            tag.setProperty("tag", "true")
            wear(tag, "label")
            line.addWidget(tag)
        line.addWidget(Text(self._look, "hint", role="ink2", wrap=False).say(rung.within))
        line.addWidget(Text(self._look, "body", bold=True, wrap=False).say(rung.time))
        return line

    def _buttons(self, rung: RungView) -> QHBoxLayout:
        line = row()
        record = Button(self._look, f"rung.record:{rung.id}", "primary", small=True).say("Record the outcome")
        record.clicked.connect(lambda: self._do.open_form(rung.id, ""))
        copy = Button(self._look, f"rung.copy:{rung.id}", small=True).say("Copy these words")
        copy.clicked.connect(lambda: self._do.copy(rung.say))
        agreed = Button(self._look, f"rung.agreed:{rung.id}", small=True).say("It is now agreed")
        agreed.clicked.connect(lambda: self._do.record_rung(rung.id, AGREED))
        for button in (record, copy, agreed):
            line.addWidget(button)
        line.addStretch()
        return line

    def _form(self, rung: RungView) -> QHBoxLayout:
        line = row()
        box = LineBox(self._look, "rung.outcome", "Who, when, and what they said")
        box.setPlaceholderText(box.accessibleName())
        save = Button(self._look, "rung.save", "primary", small=True).say("Save")
        save.clicked.connect(lambda: self._do.record_rung(rung.id, box.text().strip()))
        line.addWidget(box, 1)
        line.addWidget(save)
        return line

    def arrive(self) -> None:
        """Begins at the title."""
        self.title.setFocus()
