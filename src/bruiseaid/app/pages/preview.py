"""A paper as it will be printed: its pages one under another, and the way to the printer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import clear, column, row
from bruiseaid.app.parts.paper import Paper
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.papers import PreviewPage as PageView
from bruiseaid.report.pictures import Pages, open_pages

_CANNOT_SHOW = "The pages cannot be shown here. Open the PDF and print it from there."


class PreviewPage(QWidget):
    """The page. Ctrl + P prints."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look = look
        self._data = b""
        self._pages: Pages | None = None
        self._column = Column(look)
        column(self).addWidget(self._column)
        inside = self._column.inside
        self.title = title(look)
        inside.addWidget(self.title)
        self._words = Text(look, "body", widest=640)
        inside.addWidget(self._words)
        inside.addSpacing(10)
        line = row(gap=12)
        self.print_button = Button(look, "print", "primary").say("Print…")
        self.print_button.clicked.connect(do.print_paper)
        self._open = Button(look, "open_pdf").say("Open the PDF")
        self._open.clicked.connect(do.open_pdf)
        line.addWidget(self.print_button)
        line.addWidget(self._open)
        line.addStretch()
        inside.addLayout(line)
        self._said = Text(look, "body", bold=True, widest=640)
        inside.addWidget(self._said)
        inside.addSpacing(10)
        self._papers = column(gap=14)
        inside.addLayout(self._papers)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(do.print_paper)

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        self.title.say(view.title)
        self._words.say(view.words)
        self._open.setVisible(view.document == "record")
        if view.data != self._data:
            self._show_pages(view.data)
        said = view.said or ("" if self._pages else _CANNOT_SHOW)
        self._said.say(said)
        self._said.setVisible(bool(said))

    def _show_pages(self, data: bytes) -> None:
        clear(self._papers)
        if self._pages is not None:
            self._pages.close()
        self._data = data
        try:
            self._pages = open_pages(data)
        except ValueError:
            self._pages = None
            return
        for place in range(len(self._pages.sizes)):
            self._papers.addWidget(Paper(self._look, self._pages, place))

    def arrive(self) -> None:
        """Begins at the top, at the title."""
        self._column.to_top()
        self.title.setFocus()
