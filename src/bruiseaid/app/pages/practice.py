"""Practice: the list of stories."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.practice import PracticePage as PageView
from bruiseaid.app.screens.practice import StoryView
from bruiseaid.app.session import Session


class PracticePage(QWidget):
    """The page."""

    def __init__(self, look: Look, do: Session) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._shown: tuple[StoryView, ...] = ()
        self._column = Column(look)
        column(self).addWidget(self._column)
        inside = self._column.inside
        self.title = title(look)
        self._words = Text(look, "body", role="ink2", widest=640)
        self._problem = Text(look, "body", role="error", bold=True, widest=640)
        for part in (self.title, self._words, self._problem):
            inside.addWidget(part)
        inside.addSpacing(14)
        self._stories = column(gap=8)
        inside.addLayout(self._stories)

    def show_view(self, view: PageView) -> None:
        """Shows the stories."""
        self.title.say(view.title)
        self._words.say(view.words)
        self._problem.say(view.problem)
        self._problem.setVisible(bool(view.problem))
        if view.stories != self._shown:
            self._shown = view.stories
            clear(self._stories)
            for story in view.stories:
                self._stories.addWidget(self._story(story))

    def _story(self, story: StoryView) -> Ground:
        card = Ground("frame", "card")
        inside = column(card, gap=4, inset=(16, 12, 16, 12))
        inside.addWidget(Text(self._look, "body", bold=True).say(story.title))
        inside.addWidget(Text(self._look, "hint", role="ink2").say(story.story))
        line = row()
        begin = Button(self._look, f"drill:{story.id}", small=True)
        begin.say("Practise this", f"Practise this: {story.title}")
        begin.clicked.connect(partial(self._do.start_drill, story.id))
        line.addWidget(begin)
        line.addStretch()
        inside.addLayout(line)
        return card

    def arrive(self) -> None:
        """Begins at the top, at the title."""
        self._column.to_top()
        self.title.setFocus()
