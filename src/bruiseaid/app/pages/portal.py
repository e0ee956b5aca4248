"""The record in pieces, each to be copied into one box of a borough's web form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.papers import Piece
from bruiseaid.app.screens.papers import PortalPage as PageView


class PortalPage(QWidget):
    """The page."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._shown: tuple[Piece, ...] | None = None
        self._buttons: dict[str, Button] = {}
        page = Column(look)
        column(self).addWidget(page)
        inside = page.inside
        self.title = title(look)
        inside.addWidget(self.title)
        self._words = Text(look, "body", widest=640)
        inside.addWidget(self._words)
        inside.addSpacing(10)
        line = row(gap=12)
        everything = Button(look, "copy_everything", "primary").say("Copy everything")
        everything.clicked.connect(partial(do.copy_piece, ""))
        self._said = Text(look, "hint", role="done", bold=True, wrap=False)
        line.addWidget(everything)
        line.addWidget(self._said, 1)
        inside.addLayout(line)
        inside.addSpacing(10)
        self._pieces = column(gap=8)
        inside.addLayout(self._pieces)

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        self.title.say(view.title)
        self._words.say(view.words)
        self._said.say(view.said)
        if view.pieces != self._shown:
            self._shown = view.pieces
            clear(self._pieces)
            self._buttons.clear()
            for piece in view.pieces:
                self._pieces.addWidget(self._card(piece))
        for piece in view.pieces:
            words = "Copied" if piece.id == view.copied else "Copy"
            self._buttons[piece.id].say(words, f"{words}: {piece.title}")

    def _card(self, piece: Piece) -> Ground:
        card = Ground("frame", "card")
        inside = column(card, gap=6, inset=(16, 12, 16, 12))
        line = row(gap=12)
        line.addWidget(Text(self._look, "body", bold=True).say(piece.title), 1)
        button = Button(self._look, f"copy:{piece.id}", small=True)
        self._buttons[piece.id] = button
        button.clicked.connect(partial(self._do.copy_piece, piece.id))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(line)
        inside.addWidget(Text(self._look, "hint", role="ink2", widest=640).say(piece.text))
        return card

    def arrive(self) -> None:
        """Begins at the title."""
        self.title.setFocus()
