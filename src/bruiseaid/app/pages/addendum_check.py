"""An addendum as it will be sealed, word for word."""

from __future__ import annotations

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.addendum_beside import WIDEST, BesidePage
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row, rule
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.addendum import AddendumCheckPage as PageView
from bruiseaid.app.screens.state import ADDENDUM


class AddendumCheckPage(BesidePage):
    """The page."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__(look, do)
        self._shown: tuple[tuple[str, str], ...] | None = None
        inside = self._column.inside
        self._words = Text(look, "body", widest=WIDEST)
        self._problem = Text(look, "body", role="error", bold=True, widest=WIDEST)
        card = Ground("frame", "card")
        self._rows = column(card, gap=8, inset=(18, 14, 18, 14))
        change = Button(look, "change_addendum").say("Change what you wrote")
        change.clicked.connect(lambda: do.go_to(ADDENDUM))
        for part in (self._words, self._problem):
            inside.addWidget(part)
        inside.addSpacing(12)
        inside.addLayout(self._beside.above)
        inside.addSpacing(12)
        inside.addWidget(card)
        inside.addSpacing(12)
        line = row()
        line.addWidget(change)
        line.addStretch()
        inside.addLayout(line)
        inside.addSpacing(12)
        inside.addLayout(self._beside.below)

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        self.title.say(view.title)
        self._words.say(view.words)
        self._problem.say(view.problem)
        self._problem.setVisible(bool(view.problem))
        self._beside.show_view(view.beside)
        if view.rows == self._shown:
            return
        self._shown = view.rows
        clear(self._rows)
        for place, (label, words) in enumerate(view.rows):
            if place:
                self._rows.addWidget(rule(self._look))
            self._rows.addWidget(Text(self._look, "label", role="ink2").say(label))
            self._rows.addWidget(Text(self._look, "body").say(words or "Nothing"))
