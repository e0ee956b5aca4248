"""What a check of somebody's PDF found, in plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.file_check import FileCheckPage as PageView


class FileCheckPage(QWidget):
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
        inside.addSpacing(4)
        self._file = Text(look, "hint", role="ink2")
        inside.addWidget(self._file)
        inside.addSpacing(12)
        card = Ground("frame", "card")
        self._lines = column(card, gap=8, inset=(18, 16, 18, 16))
        inside.addWidget(card)
        inside.addSpacing(12)
        self._add = Button(look, "add_to_checked", "plain").say("Add to this record…")
        self._add.clicked.connect(self._add_to_it)
        inside.addWidget(self._add)
        inside.addSpacing(8)
        self._again = Button(look, "check_another", "primary")
        self._again.clicked.connect(do.choose_file_to_check)
        inside.addWidget(self._again)
        inside.addSpacing(8)
        self._note = Text(look, "hint", role="ink2", widest=640)
        inside.addWidget(self._note)

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        if view == self._shown:
            return
        came = self._shown is not None and self._shown.title != view.title and self.isVisible()
        self._shown = view
        self.title.say(view.title)
        self._file.say(view.file)
        clear(self._lines)
        for place, sentence in enumerate(view.sentences):
            self._lines.addWidget(self._line(view, sentence, first=place == 0))
        self._add.setVisible(bool(view.add))
        self._again.say(view.again)
        self._again.setVisible(bool(view.again))
        self._note.say(view.note)
        if came:
            self.arrive()

    def _line(self, view: PageView, sentence: str, *, first: bool) -> QWidget:
        holder = bare()
        line = row(holder, gap=12)
        if first:
            line.addWidget(Sign(self._look, view.sign, 22, role=view.role), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(self._look, "body", bold=first, widest=640).say(sentence), 1)
        return holder

    def _add_to_it(self) -> None:
        if self._shown is not None and self._shown.add:
            self._do.add_to(self._shown.add)

    def arrive(self) -> None:
        """Begins at the title."""
        self.title.setFocus()
