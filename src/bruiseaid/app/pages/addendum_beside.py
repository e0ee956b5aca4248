"""Beside the pages of an addendum: whom to ring, that the result stays as it is, and what was added before.

Where there is room it is a column of its own that stays in sight. In a narrow window the number stands above what is
written, and the rest below.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, Scroll, clear, column, row
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.phone import PhoneWords
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.addendum import AddendumRow
from bruiseaid.app.screens.addendum import Beside as View

WIDEST = 640
_WIDE = 348
_STACKED_UNDER = 820


class Beside(Ground):
    """The column. In a narrow window what is in it stands in `above` and `below` instead."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__("ground", "canvas")
        self._look = look
        self._shown: tuple[AddendumRow, ...] | None = None
        self.become("edge", "left")
        self.setFixedWidth(look.px(_WIDE))
        self.above, self.below = column(), column()
        inner = bare()
        self._inside = column(inner, inset=(18, 16, 16, 16), gap=14)
        self._ring_card, self._rest = self._ring(), self._more(do)
        self._inside.addWidget(self._ring_card)
        self._inside.addWidget(self._rest)
        self._inside.addStretch()
        column(self).addWidget(Scroll(inner, "canvas"))

    def _more(self, do: Intentions) -> QWidget:
        rest = bare()
        inside = column(rest, gap=14)
        inside.addWidget(self._result(do))
        self._earlier_head = Text(self._look, "hint", bold=True)
        inside.addWidget(self._earlier_head)
        self._earlier = column(gap=8)
        inside.addLayout(self._earlier)
        return rest

    def _ring(self) -> Ground:
        card = Ground("frame", "next")
        inside = column(card, gap=6, inset=(16, 12, 16, 12))
        self._ring_head = Text(self._look, "body", bold=True)
        self._phone = PhoneWords(self._look, "addendum")
        self._ring_words = Text(self._look, "hint")
        for part in (self._ring_head, self._phone, self._ring_words):
            inside.addWidget(part)
        return card

    def _result(self, do: Intentions) -> Ground:
        card = Ground("frame", "card")
        inside = column(card, gap=6, inset=(16, 12, 16, 12))
        inside.addLayout(self._result_head())
        self._words = Text(self._look, "hint")
        inside.addWidget(self._words)
        self._begin = Button(self._look, "begin_new_record", "link", small=True)
        self._begin.clicked.connect(do.start)
        inside.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _result_head(self) -> QHBoxLayout:
        line = row(gap=10)
        self._mark = LevelMark(self._look, 26)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(self._look, "body", bold=True).say("The result stays as it is"), 1)
        return line

    def show_view(self, view: View) -> None:
        """Shows it."""
        self._ring_head.say(view.ring)
        self._phone.show_view(view.phone)
        self._ring_words.say(view.ring_words)
        self._mark.setVisible(view.level is not None)
        if view.level is not None:
            self._mark.show_level(view.level.shape, view.level.letter)
        self._words.say(view.result)
        self._begin.say(view.begin)
        self._earlier_head.say(view.earlier_head)
        self._earlier_head.setVisible(bool(view.earlier_head))
        if view.earlier != self._shown:
            self._shown = view.earlier
            clear(self._earlier)
            for one in view.earlier:
                self._earlier.addWidget(self._one(one))

    def _one(self, view: AddendumRow) -> Ground:
        card = Ground("frame", "card")
        card.setAccessibleName(view.title)
        inside = column(card, gap=2, inset=(14, 10, 14, 10))
        inside.addWidget(Text(self._look, "hint", bold=True).say(view.title))
        inside.addWidget(Text(self._look, "label", role="ink2").say(view.under))
        if view.words:
            inside.addWidget(Text(self._look, "hint").say(view.words))
        return card

    def fit(self, width: int) -> None:
        """Stands beside a page of that width, or above and below."""
        stacked = width < self._look.px(_STACKED_UNDER)
        if stacked == self.isHidden():
            return
        self.setHidden(stacked)
        if stacked:
            self.above.addWidget(self._ring_card)
            self.below.addWidget(self._rest)
        else:
            self._inside.insertWidget(0, self._ring_card)
            self._inside.insertWidget(1, self._rest)


class BesidePage(QWidget):
    """A page of an addendum: its column with a title, and what stands beside it."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look = look
        self._column = Column(look, widest=WIDEST)
        self._beside = Beside(look, do)
        line = row(self, gap=0)
        line.addWidget(self._column, 1)
        line.addWidget(self._beside)
        self.title = title(look)
        self._column.inside.addWidget(self.title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._beside.fit(self.width())
        super().resizeEvent(event)

    def arrive(self) -> None:
        """Begins at the top, at the title."""
        self._column.to_top()
        self.title.setFocus()
