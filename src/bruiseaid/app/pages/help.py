"""Help: how it goes, what the levels and words mean, the keys, and which rules are in force."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import clear, column, row, rule
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.others import HelpPage as PageView


class HelpPage(QWidget):
    """The page behind F1."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look = look
        self._shown: PageView | None = None
        page = Column(look)
        column(self).addWidget(page)
        self.title = title(look)
        page.inside.addWidget(self.title)
        page.inside.addSpacing(12)
        self._lines = column(gap=8)
        page.inside.addLayout(self._lines)
        page.inside.addSpacing(8)
        again = Button(look, "read_rules_again", "link").say("Read the rules again")
        again.clicked.connect(do.read_rules_again)
        page.inside.addWidget(again)

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        self.title.say(view.title)
        if view == self._shown:
            return
        self._shown = view
        clear(self._lines)
        for topic in view.topics:
            self._head(topic.title)
            for words in topic.paragraphs:
                self._lines.addWidget(Text(self._look, "body", widest=640).say(words))
        self._head("Keys")
        self._show_keys(view.keys)
        self._head("About bruiseaid and the rules in force")
        for words in view.about:
            if words:
                self._lines.addWidget(Text(self._look, "hint", role="ink2", widest=640).say(words))

    def _head(self, words: str) -> None:
        if self._lines.count():
            self._lines.addSpacing(14)
        self._lines.addWidget(Text(self._look, "heading").say(words))

    def _show_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        for key, words in keys:
            line_widget = bare()
            line = row(line_widget, gap=16)
            name = Text(self._look, "body", bold=True, wrap=False).say(key)
            name.setMinimumWidth(self._look.px(190))
            line.addWidget(name)
            line.addWidget(Text(self._look, "body").say(words), 1)
            self._lines.addWidget(line_widget)
            self._lines.addWidget(rule(self._look))

    def arrive(self) -> None:
        """Begins at the title."""
        self.title.setFocus()
