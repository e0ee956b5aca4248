"""What to do now: the level on top, the actions in order, and at the right the number and why."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.action_row import ActionRow
from bruiseaid.app.pages.contact_card import ContactCard
from bruiseaid.app.pages.page import title
from bruiseaid.app.pages.why import WhyPart
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, Scroll, column, row
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.do_now import DoNowPage as PageView
from bruiseaid.app.screens.state import CHECK, CLOSING, DECISION

Part = TypeVar("Part", bound=QWidget)
_SIDE = 336
_WIDEST = 960
_HEAD_HEIGHT = 44
_STACKED_UNDER = 820


class DoNowPage(QWidget):
    """The page."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._open_place = ""
        self._ring_first = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        left = bare()
        inside = column(left)
        self._first_slot = column()
        inside.addLayout(self._first_slot)
        inside.addWidget(self._level_banner())
        inside.addLayout(self._notes())
        self._slot = column()
        inside.addLayout(self._slot)
        across = row(gap=0)
        across.addWidget(self._timeline(), 1)
        across.addStretch(0)
        inside.addLayout(across)
        self._below = column()
        inside.addLayout(self._below)
        inside.addStretch()
        self._scroll = Scroll(left, "surface")
        self._layout.addWidget(self._scroll, 1)
        self._layout.addWidget(self._side())

    def _level_banner(self) -> Ground:
        self._banner = Ground("level", "diamond")
        self._banner.setObjectName("level_banner")
        line = row(self._banner, gap=16, inset=(30, 14, 24, 14))
        self._mark = LevelMark(self._look, 48)
        line.addWidget(self._mark)
        words = column(gap=0)
        self._over = Text(self._look, "hint", bold=True)
        self.title = title(self._look)
        words.addStretch()
        words.addWidget(self._over)
        words.addWidget(self.title)
        words.addStretch()
        line.addLayout(words, 5)
        self._sentence = Text(self._look, "hint")
        line.addWidget(self._sentence, 6)
        return self._banner

    def _notes(self) -> QVBoxLayout:
        """Under the level: what was decided beside it, and what is overdue."""
        part = column(gap=8, inset=(24, 12, 28, 0))
        self._decided, self._decided_words = self._note("decided")
        self._late, self._late_words = self._note("late")
        part.addWidget(self._decided)
        part.addWidget(self._late)
        return part

    def _note(self, name: str) -> tuple[Ground, Text]:
        frame = Ground("frame", "note")
        frame.setObjectName(name)
        words = Text(self._look, "body", bold=True)
        column(frame, inset=(14, 10, 14, 10)).addWidget(words)
        return frame, words

    def _show_notes(self, view: PageView) -> None:
        self._decided_words.say(view.decision_words)
        self._decided.setVisible(bool(view.decision_words))
        self._decided.become("frame", "note" if view.decision_set_aside else "quiet")
        self._late_words.say(view.late_words)
        self._late_words.colour("error")
        self._late.setVisible(bool(view.late_words))
        self._late.become("frame", "errors")

    def _timeline(self) -> QWidget:
        inner = bare()
        inside = column(inner, inset=(20, 16, 28, 20), gap=0)
        head = row(gap=12)
        head.addWidget(Text(self._look, "heading", wrap=False).say("What to do, in order"))
        self._clock_note = Text(self._look, "label", role="ink2", right=True)
        head.addWidget(self._clock_note, 1)
        self._clock_question = ("", "")
        self._clock = Button(self._look, "clock.change", "link", small=True)
        self._clock.say("Change", "Change when you knew of the mark")
        self._clock.clicked.connect(lambda: self._do.change(*self._clock_question))
        head.addWidget(self._clock)
        inside.addLayout(head)
        self._open_note = Text(self._look, "hint", role="ink2", widest=700)
        inside.addWidget(self._open_note)
        self._go_on = Button(self._look, "go_on", "link", small=True).say("Go on with the questions")
        self._go_on.clicked.connect(lambda: self._do.go_to(self._open_place))
        inside.addWidget(self._go_on)
        inside.addSpacing(6)
        self._rows_layout = column(gap=0)
        inside.addLayout(self._rows_layout)
        inner.setMaximumWidth(self._look.px(_WIDEST))
        self._rows: dict[str, ActionRow] = {}
        self._heads: dict[str, Text] = {}
        return inner

    def _side(self) -> Ground:
        self._side_ground = Ground("ground", "canvas")
        self._side_ground.become("edge", "left")
        self._side_ground.setFixedWidth(self._look.px(_SIDE))
        self._beside = bare()
        inside = self._beside_lines = column(self._beside, inset=(18, 16, 16, 16), gap=8)
        self._card = ContactCard(self._look, self._do)
        inside.addWidget(self._card)
        inside.addSpacing(8)
        self._why = WhyPart(self._look, self._do)
        inside.addWidget(self._why)
        self._own = Text(self._look, "hint", role="ink2")
        inside.addSpacing(6)
        inside.addWidget(self._own)
        check = Button(self._look, "to_check", small=True).say("Check and finish")
        check.clicked.connect(lambda: self._do.go_to(CHECK))
        self._decide = Button(self._look, "to_decision", small=True)
        self._decide.clicked.connect(lambda: self._do.go_to(DECISION))
        self._closing = Button(self._look, "to_closing", small=True)
        self._closing.clicked.connect(lambda: self._do.go_to(CLOSING))
        for part in (self._decide, self._closing):
            inside.addWidget(part)
        inside.addWidget(check)
        inside.addStretch()
        self._side_scroll = Scroll(self._beside, "canvas")
        column(self._side_ground).addWidget(self._side_scroll)
        return self._side_ground

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        shape = view.level.shape if view.level else "square"
        self._banner.become("level", shape)
        self._mark.setVisible(view.level is not None)
        if view.level is not None:
            self._mark.show_level(view.level.shape, view.level.letter)
        self._over.say(view.over_title)
        self._over.colour(shape if view.level else "ink2")
        self.title.say(view.title)
        self._sentence.say(view.sentence)
        self._clock_note.say(view.clock_note)
        self._clock_question = view.clock_question
        self._clock.setVisible(any(view.clock_question))
        self._open_note.say(view.open_note)
        self._open_note.setVisible(bool(view.open_note))
        self._open_place = view.open_place
        self._go_on.setVisible(bool(view.open_place))
        self._show_notes(view)
        self._show_rows(view, shape)
        self._show_side(view, shape)
        self._ring_first = view.ring_first
        self._place_card()

    def _show_rows(self, view: PageView, shape: str) -> None:
        """Shows the actions in their order, each group under its heading."""
        _without(self._rows, {action.id for action in view.rows})
        _without(self._heads, {action.group for action in view.rows})
        place = 0
        for action in view.rows:
            if action.group:
                self._stand(place, self._head(action.group))
                place += 1
            if action.id not in self._rows:
                self._rows[action.id] = ActionRow(self._look, self._do, action.id)
            self._stand(place, self._rows[action.id])
            self._rows[action.id].show_view(action, shape)
            place += 1

    def _head(self, title: str) -> Text:
        if title not in self._heads:
            self._heads[title] = group_head(self._look, title)
        return self._heads[title]

    def _stand(self, place: int, part: QWidget) -> None:
        """Puts it there, also for assistive technology, which goes by the order of the children."""
        if self._rows_layout.indexOf(part) == place:
            return
        self._rows_layout.insertWidget(place, part)
        follows = self._rows_layout.itemAt(place + 1)
        if follows is not None and (behind := follows.widget()) is not None:
            part.stackUnder(behind)

    def _show_side(self, view: PageView, shape: str) -> None:
        self._card.show_view(view, shape)
        self._why.show_view(view.why)
        self._own.say(view.own_words)
        for button, words in ((self._decide, view.decision_link), (self._closing, view.closing_link)):
            button.say(words)
            button.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_side(stacked=self.width() < self._look.px(_STACKED_UNDER))
        super().resizeEvent(event)

    def _place_side(self, *, stacked: bool) -> None:
        """In a narrow window the number comes before the actions, and the reasons after them."""
        if stacked == self._side_ground.isHidden():
            return
        self._side_ground.setHidden(stacked)
        if stacked:
            self._below.addWidget(self._side_scroll.takeWidget())
        else:
            self._below.removeWidget(self._beside)
            self._beside_lines.insertWidget(0, self._card)
            self._side_scroll.setWidget(self._beside)
        self._place_card()
        self._beside.show()

    def _place_card(self) -> None:
        """In a narrow window a number that must be rung stands above everything, another one under the level."""
        stacked = self._side_ground.isHidden()
        for slot, wanted in ((self._first_slot, self._ring_first), (self._slot, not self._ring_first)):
            here = stacked and wanted
            if here and slot.indexOf(self._card) < 0:
                slot.addWidget(self._card)
            slot.setContentsMargins(*((18, 16, 16, 12 if self._ring_first else 0) if here else (0, 0, 0, 0)))

    def arrive(self) -> None:
        """Begins at the top, at the title, or where something is half-written."""
        for area in (self._scroll, self._side_scroll):
            area.verticalScrollBar().setValue(0)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        for shown in self._rows.values():
            shown.go_on_writing()


def group_head(look: Look, title: str) -> Text:
    """The quiet heading over the actions that stand together."""
    head = Text(look, "hint", role="ink2", bold=True).say(title)
    head.setMinimumHeight(look.px(_HEAD_HEIGHT))
    return head


def _without(shown: dict[str, Part], wanted: set[str]) -> None:
    """Takes away what is not wanted any more."""
    for name in [name for name in shown if name not in wanted]:
        let_go(shown.pop(name))
