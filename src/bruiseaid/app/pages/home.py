"""The start page: begin a record, or go on with one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import title
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, Scroll, clear, column, row, rule
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.link import Link
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.home import DraftRow
from bruiseaid.app.screens.home import HomePage as PageView
from bruiseaid.app.session import Session

_STACKED_UNDER = 900


class HomePage(QWidget):
    """The start page."""

    def __init__(self, look: Look, do: Session) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._asked = ""
        inner = bare()
        outer = column(inner, inset=(40, 28, 40, 24), gap=0)
        self._pairs = [row(gap=40), row(gap=32)]
        self._pairs[0].addWidget(self._intro(), 3)
        self._pairs[0].addWidget(self._approval(), 2, Qt.AlignmentFlag.AlignTop)
        self._pairs[1].addWidget(self._open_records(), 3)
        self._pairs[1].addWidget(self._also(), 2, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._pairs[0])
        outer.addSpacing(28)
        outer.addLayout(self._pairs[1])
        outer.addStretch()
        column(self).addWidget(Scroll(inner, "canvas"))

    def _intro(self) -> QWidget:
        part = bare()
        inside = column(part, gap=8)
        self.title = title(self._look)
        self._words = Text(self._look, "body", role="ink2", widest=680)
        self._problem = Text(self._look, "body", role="error", bold=True, widest=680)
        inside.addWidget(self.title)
        inside.addWidget(self._words)
        inside.addWidget(self._problem)
        inside.addSpacing(8)
        self.start = Button(self._look, "start", "start")
        self.start.clicked.connect(self._do.start)
        inside.addWidget(self.start)
        return part

    def _approval(self) -> QWidget:
        self._note = Ground("frame", "note")
        line = row(self._note, gap=10, inset=(14, 12, 14, 12))
        line.addWidget(Sign(self._look, "warning", role="ink"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        self._note_head = Text(self._look, "hint", bold=True)
        self._note_words = Text(self._look, "hint")
        words.addWidget(self._note_head)
        words.addWidget(self._note_words)
        line.addLayout(words, 1)
        return self._note

    def _open_records(self) -> QWidget:
        part = bare()
        inside = column(part, gap=10)
        line = row(gap=10)
        line.addWidget(Text(self._look, "heading", wrap=False).say("Your records"))
        line.addWidget(Text(self._look, "hint", role="ink2", wrap=False).say("Names show only inside a record"))
        line.addStretch()
        inside.addLayout(line)
        card = Ground("frame", "card")
        self._rows = column(card, gap=0)
        self._shown: tuple[DraftRow, ...] | None = None
        inside.addWidget(card)
        inside.addStretch(1)
        return part

    def _also(self) -> QWidget:
        part = bare()
        inside = column(part, gap=10)
        inside.addWidget(Text(self._look, "heading", wrap=False).say("Also here"))
        card = Ground("frame", "card")
        links = column(card, gap=10, inset=(16, 10, 16, 14))
        for name, words, under, act in (
            ("settings", "Where you work, and who you are", "Borough, name, role, number.", self._do.settings),
            ("check_file", "Check a record…", "Whether a PDF was changed.", self._do.choose_file_to_check),
            ("practise", "Practise with a made-up story", "Nothing is kept. Two to ten minutes.", self._do.practise),
            ("home_help", "Help, keys and rules in force", "Works without a network.", self._do.help),
        ):
            button = Button(self._look, name, "link").say(words)
            button.clicked.connect(act)
            pair = column()
            pair.addWidget(button)
            pair.addWidget(Text(self._look, "hint", role="ink2").say(under))
            links.addLayout(pair)
        inside.addWidget(card)
        return part

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        self.title.say(view.title)
        self._words.say(view.words)
        self._problem.say(view.problem)
        self._problem.setVisible(bool(view.problem))
        self.start.say(view.start)
        self._note.setVisible(bool(view.approval_head))
        self._note_head.say(view.approval_head)
        self._note_words.say(view.approval)
        self._show_rows(view.rows)

    def _show_rows(self, rows: tuple[DraftRow, ...]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        clear(self._rows)
        if not rows:
            none = Text(self._look, "body", role="ink2").say("No records on this computer.")
            holder = bare()
            column(holder, inset=(16, 16, 16, 16)).addWidget(none)
            self._rows.addWidget(holder)
        for place, draft in enumerate(rows):
            if place:
                self._rows.addWidget(rule(self._look))
            self._rows.addWidget(self._row(draft))

    def _row(self, draft: DraftRow) -> QWidget:
        holder = bare()
        holder.setObjectName(f"draft:{draft.id}")
        line = row(holder, gap=12, inset=(16, 11, 16, 11))
        line.addLayout(self._pair(draft.id, draft.under, draft.beside), 4)
        level = row(gap=8)
        if draft.level is not None:
            mark = LevelMark(self._look, 24)
            mark.show_level(draft.level.shape, draft.level.letter)
            level.addWidget(mark)
        role = draft.level.shape if draft.level else "ink2"
        level.addWidget(Text(self._look, "body", role=role, bold=bool(draft.level)).say(draft.level_words), 1)
        line.addLayout(level, 4)
        line.addLayout(self._status(draft), 4)
        for button in self._row_buttons(draft):
            line.addWidget(button)
        return holder

    def _pair(self, over: str, *under: str) -> QVBoxLayout:
        pair = column(gap=0)
        pair.addStretch()
        pair.addWidget(Text(self._look, "body", bold=True).say(over))
        for words in filter(None, under):
            pair.addWidget(Text(self._look, "label", role="ink2").say(words))
        pair.addStretch()
        return pair

    def _status(self, draft: DraftRow) -> QHBoxLayout:
        """Whether it is finished: a sign and words, and the ways to what is left to do and to add to it."""
        line, pair = row(gap=8), self._pair(draft.status, draft.saved, draft.addenda)
        line.addWidget(Sign(self._look, draft.sign))
        line.addLayout(pair, 1)
        if draft.to_do:
            left = Link(self._look, f"to_do:{draft.id}").say(draft.to_do, f"{draft.to_do}: {draft.id}")
            left.clicked.connect(lambda: self._do.open_what_is_left(draft.id))
            pair.insertWidget(pair.count() - 1, left)
        if draft.add:
            add = Link(self._look, f"add:{draft.id}").say(draft.add, f"{draft.add.rstrip('…')}: {draft.id}")
            add.clicked.connect(lambda: self._do.add_to(draft.id))
            pair.insertWidget(pair.count() - 1, add)
        return line

    def _row_buttons(self, draft: DraftRow) -> list[Button]:
        opened = Button(self._look, f"open:{draft.id}", small=True).say("Open", f"Open record {draft.id}")
        opened.clicked.connect(lambda: self._do.open_draft(draft.id))
        sure = self._asked == draft.id
        remove = Button(self._look, f"remove:{draft.id}", "link", small=True)
        remove.say("Really remove" if sure else "Remove", f"Remove record {draft.id} from this computer")
        remove.clicked.connect(lambda: self._remove(draft.id))
        return [opened, remove]

    def _remove(self, draft: str) -> None:
        if self._asked == draft:
            self._asked = ""
            self._do.remove_draft(draft)
        else:
            self._asked = draft
            self._do.tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        stacked = self.width() < self._look.px(_STACKED_UNDER)
        for pair in self._pairs:
            way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
            pair.setDirection(way)
        super().resizeEvent(event)

    def arrive(self) -> None:
        """Gives the focus to Start."""
        self.start.setFocus()
