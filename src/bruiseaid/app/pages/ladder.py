"""The escalation ladder: who to whom, by when, with neutral words; only the next step is open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.boxes import LineBox
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.dress import wear
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.phone import PhoneWords
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.ladder import LadderPage as PageView
from bruiseaid.app.screens.ladder import RungView
from bruiseaid.record.noting import OUTCOME


class LadderPage(QWidget):
    """The page."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._shown: PageView | None = None
        self._box: LineBox | None = None
        self._first: Button | None = None
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
        inside.addSpacing(10)
        inside.addWidget(self._numbers())
        inside.addSpacing(10)
        self._rungs = column(gap=8)
        inside.addLayout(self._rungs)

    def _numbers(self) -> Ground:
        """Every step begins with a number: it stands above all of them."""
        card = Ground("level_ring", "diamond")
        card.setObjectName("ladder_numbers")
        inside = column(card, gap=6, inset=(16, 10, 14, 10))
        self._nobody = Text(self._look, "body", bold=True)
        inside.addWidget(self._nobody)
        line = row(gap=16)
        self._phone = PhoneWords(self._look, "ladder")
        line.addWidget(self._phone, 1)
        copy = Button(self._look, "ladder.copy", small=True).say("Copy number")
        copy.clicked.connect(self._copy)
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(line)
        return card

    def _copy(self) -> None:
        if self._shown is not None:
            self._do.copy(self._shown.phone.phone)

    def show_view(self, view: PageView) -> None:
        """Shows the ladder."""
        if view == self._shown:
            return
        before, self._shown = self._shown, view
        if before is not None and _as_laid_out(before) == _as_laid_out(view):
            return
        self.title.say(view.title)
        self._help.say(view.help)
        self._note.say(view.level_note)
        self._nobody.say(view.nobody)
        self._nobody.setVisible(bool(view.nobody))
        self._phone.show_view(view.phone)
        clear(self._rungs)
        self._box, self._first = None, None
        for rung in view.rungs:
            self._rungs.addWidget(self._rung(rung))
        if before is not None and self.isVisible():
            self._focus_next()

    def _focus_next(self) -> None:
        """Once a form has come or gone, the focus stands where one goes on: in its box, or at the next step."""
        (self._box or self._first or self.title).setFocus()

    def _rung(self, rung: RungView) -> Ground:
        role = {"done": "circle", "next": "diamond", "waiting": "square"}[rung.state]
        card = Ground("level_edge", role)
        card.setObjectName(f"rung:{rung.id}")
        card.setAccessibleName(rung.spoken)
        inside = column(card, gap=6, inset=(16, 10, 16, 10))
        inside.addLayout(self._head(rung))
        if rung.outcome:
            inside.addLayout(self._outcome(rung))
        if rung.state == "next":
            quote = Ground("frame", "aside")
            column(quote, inset=(14, 10, 14, 10)).addWidget(Text(self._look, "body").say(f"“{rung.say}”"))
            inside.addWidget(quote)
            inside.addLayout(self._form(rung) if rung.form_open else self._buttons(rung))
        return card

    def _outcome(self, rung: RungView) -> QHBoxLayout:
        line = row(gap=12)
        line.addWidget(Text(self._look, "hint", role="ink2").say(rung.outcome), 1)
        if rung.undo:
            undo = Button(self._look, f"rung.undo:{rung.id}", "link", small=True).say(rung.undo, f"Undo: {rung.spoken}")
            undo.clicked.connect(lambda: self._do.undo_rung(rung.id))
            line.addWidget(undo, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _head(self, rung: RungView) -> QHBoxLayout:
        line = row(gap=12)
        line.addWidget(Text(self._look, "body", bold=True, role="ink2", wrap=False).say(rung.number))
        words = Text(self._look, "body")
        words.say_runs((Run(rung.who, bold=True), Run(" to ", role="ink2"), Run(rung.to, bold=True)))
        line.addWidget(words, 1)
        if rung.tag:
            tag = QLabel(rung.tag, textFormat=Qt.TextFormat.PlainText)
            tag.setProperty("tag", "true")
            wear(tag, "label")
            line.addWidget(tag, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Text(self._look, "hint", role="ink2", wrap=False).say(rung.within))
        line.addWidget(Text(self._look, "body", bold=True, wrap=False).say(rung.time))
        return line

    def _buttons(self, rung: RungView) -> QHBoxLayout:
        line = row()
        record = Button(self._look, f"rung.record:{rung.id}", "primary", small=True).say(rung.record_words)
        record.clicked.connect(lambda: self._do.open_form(rung.id))
        copy = Button(self._look, f"rung.copy:{rung.id}", small=True).say("Copy these words")
        copy.clicked.connect(lambda: self._do.copy(rung.say))
        self._first = record
        for button in (record, copy):
            line.addWidget(button)
        line.addStretch()
        return line

    def _form(self, rung: RungView) -> QVBoxLayout:
        part = column(gap=8)
        self._box = LineBox(self._look, "rung.outcome", "Who, when, and what they said")
        self._box.put(rung.written)
        self._box.written.connect(partial(self._do.note, rung.id, OUTCOME))
        self._box.returnPressed.connect(lambda: self._save(rung.id, agreed=False))
        part.addWidget(Text(self._look, "label", role="ink2").say(self._box.accessibleName()))
        part.addWidget(self._box)
        line = row()
        save = Button(self._look, "rung.save", "primary", small=True).say("Save: not agreed yet")
        save.clicked.connect(lambda: self._save(rung.id, agreed=False))
        cancel = Button(self._look, "rung.cancel", small=True).say("Cancel")
        cancel.clicked.connect(self._do.give_form_up)
        agreed = Button(self._look, f"rung.agreed:{rung.id}", small=True).say("Save: it is now agreed")
        agreed.clicked.connect(lambda: self._save(rung.id, agreed=True))
        for button in (save, agreed, cancel):
            line.addWidget(button)
        line.addStretch()
        part.addWidget(Text(self._look, "hint", role="error", bold=True).say(rung.error))
        part.addLayout(line)
        return part

    def _save(self, rung: str, *, agreed: bool) -> None:
        if self._box is not None:
            self._box.flush()
        self._do.record_rung(rung, agreed=agreed)

    def arrive(self) -> None:
        """Begins at the title, or where something is half-written."""
        (self._box or self.title).setFocus()


def _as_laid_out(view: PageView) -> PageView:
    """The view without what is being written: nothing is laid out anew while somebody writes."""
    return replace(view, rungs=tuple(replace(rung, written="") for rung in view.rungs))
