"""The marks as cards, and the details of the one that is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from bruiseaid.app.inputs.field_form import FieldForm
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, Scroll, clear, column, row
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.option_card import TickCard
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.values import MarkCard, MarksView


class Disc(QWidget):
    """The number of a mark in its disc."""

    def __init__(self, look: Look, number: str) -> None:
        super().__init__()
        self._look, self._number = look, number
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(26), self._look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("mark"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(self._look.font("label", bold=True))
        painter.setPen(self._look.colour("on_mark"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()


class MarkCards(QWidget):
    """The column of marks. `removed`: one was taken away, and none is open."""

    removed = Signal()

    def __init__(self, look: Look, view: MarksView, zone: str, do: Intentions) -> None:
        super().__init__()
        self._look, self._zone, self._do, self._view = look, zone, do, view
        self._asked: int | None = None
        self._open: int | None = None
        self._edit: dict[int | None, Button] = {}
        self._keep: Button | None = None
        self._asked_last: tuple[int | None, str] = (None, "")
        inner = self._inner = bare()
        inside = self._inside = column(inner, gap=10, inset=(6, 0, 10, 8))
        self._head = Text(look, "heading")
        inside.addWidget(self._head)
        self._cards = column(gap=8)
        inside.addLayout(self._cards)
        inside.addWidget(self._editor())
        inside.addWidget(self._note_frame())
        self._advice = Text(look, "hint", role="ink2")
        inside.addWidget(self._advice)
        self._none = TickCard(look, small=True)
        self._none.setObjectName(f"{view.name}.none")
        self._none.toggled.connect(lambda on: do.none_of_them(self._view.name, on))
        inside.addWidget(self._none)
        inside.addStretch()
        self._scroll = Scroll(inner, "surface")
        self._outer = column(self, gap=8)
        self._outer.addWidget(self._scroll)

    def _editor(self) -> Ground:
        self._card = Ground("frame", "next")
        inside = column(self._card, gap=10, inset=(14, 12, 14, 12))
        inside.addLayout(self._title_and_remove())
        self._asking = FieldForm(self._look, self._zone, self._give, self._do.unfold)
        self._more = FieldForm(self._look, self._zone, self._give)
        inside.addWidget(self._asking)
        self._more_button = Button(self._look, "mark.more", small=True)
        self._more_button.clicked.connect(self._do.toggle_more)
        inside.addWidget(self._more_button)
        inside.addWidget(self._more)
        close = Button(self._look, "mark.close", small=True).say("Done with this mark")
        close.clicked.connect(lambda: self._do.close_entry(self._view.name))
        inside.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        return self._card

    def _title_and_remove(self) -> QHBoxLayout:
        """The way to take a wrong mark away is on top, where it is seen however long the details are."""
        self._title_line = row(gap=10)
        remove = Button(self._look, "mark.remove", "link", small=True).say("Remove", "Remove this mark")
        remove.clicked.connect(self._remove_open)
        line = row(gap=12)
        line.addLayout(self._title_line, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _note_frame(self) -> Ground:
        self._note_card = Ground("frame", "note")
        line = row(self._note_card, gap=10, inset=(12, 10, 12, 10))
        line.addWidget(Sign(self._look, "warning", role="ink"), 0, Qt.AlignmentFlag.AlignTop)
        self._note = Text(self._look, "hint")
        line.addWidget(self._note, 1)
        return self._note_card

    def show_view(self, view: MarksView) -> None:
        """Shows the cards, and the open mark with its details."""
        self._view, before = view, self._open
        self._head.say(view.head)
        clear(self._cards)
        self._edit.clear()
        for card in view.cards:
            if not card.selected:
                shown = self._closed(card)
                self._cards.addWidget(shown)
                shown.show()  # at once: what is not shown yet cannot take the focus
        self._show_editor(view)
        if before in self._edit and view.open_index is None:
            self._edit[before].setFocus()  # else it would jump to whatever comes next on the window, Back say
        self._note.say(view.note)
        self._note_card.setVisible(bool(view.note) and view.open_index is None)
        self._advice.say(view.advice)
        self._advice.setVisible(bool(view.advice) and not view.cards)
        self._none.say(view.none_words)
        self._none.put(on=view.none_chosen)
        self._none.setVisible(bool(view.none_words) and not view.cards)

    def _show_editor(self, view: MarksView) -> None:
        self._card.setVisible(view.open_index is not None)
        if view.open_index != self._open:
            self._asking.clear()
            self._more.clear()
            self._open = view.open_index
            self._asked_last = (None, "")
            self._scroll.verticalScrollBar().setValue(0)
        if view.open_index is None:
            return
        clear(self._title_line)
        self._title_line.addWidget(Disc(self._look, str(view.open_index + 1)), 0, Qt.AlignmentFlag.AlignTop)
        self._title_line.addWidget(Text(self._look, "body", bold=True).say(view.open_title), 1)
        self._asking.show_fields(view.asking, opened=view.asking_open, folding=True)
        self._more_button.setVisible(view.ready or view.more_open)
        self._more_button.say("Fewer details" if view.more_open else "Add size, shape, colour and more")
        self._more.setVisible(view.more_open)
        self._more.show_fields(view.more if view.more_open else ())
        self._follow(view)

    def _follow(self, view: MarksView) -> None:
        """The focus goes along: to the detail that is asked next, or to what comes after the last."""
        now = (view.open_index, view.asking_open)
        if now == self._asked_last:
            return
        self._asked_last = now
        if not self._asking.focus_field(view.asking_open):
            self._more_button.setFocus()

    def _closed(self, card: MarkCard) -> Ground:
        frame = Ground("frame", "card")
        frame.setObjectName(f"mark.{card.index}")
        frame.setAccessibleName(card.spoken)
        line = row(frame, gap=10, inset=(12, 10, 12, 8))
        line.addWidget(Disc(self._look, card.number), 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=1)
        words.addWidget(Text(self._look, "body", bold=True).say(card.title))
        words.addWidget(Text(self._look, "hint", role="ink2").say(card.facts))
        if card.missing:
            words.addWidget(Text(self._look, "hint", role="diamond").say(card.missing))
        words.addLayout(self._links(card))
        line.addLayout(words, 1)
        return frame

    def _links(self, card: MarkCard) -> QHBoxLayout:
        line = row(gap=8)
        if self._asked == card.index:
            line.addWidget(Text(self._look, "hint").say("Remove this mark? It counts until you do."), 1)
            self._keep = self._link(card, "Keep", lambda: self.ask_removal(None))
            line.addWidget(self._keep)
        else:
            self._edit[card.index] = self._link(card, "Edit", lambda: self._do.select_mark(card.index))
            line.addWidget(self._edit[card.index])
        line.addWidget(self._link(card, "Remove", lambda: self._remove(card.index)))
        line.addStretch()
        return line

    def _link(self, card: MarkCard, words: str, act: Callable[[], None]) -> Button:
        button = Button(self._look, f"mark.{card.index}.{words.lower()}", "link", small=True)
        button.say(words, f"{words} mark {card.number}, {card.title}")
        button.clicked.connect(lambda: act())
        return button

    def ask_removal(self, index: int | None) -> None:
        """Asks plainly whether that mark is to be removed; None takes the question back."""
        before, self._asked = self._asked, index
        if index is not None and index == self._view.open_index:
            self._do.select_mark(None)
        else:
            self.show_view(self._view)
        asked = self._edit.get(before) if index is None else self._keep
        if asked is not None:
            asked.setFocus()

    def _remove(self, index: int) -> None:
        if self._asked == index:
            self._asked = None
            self._do.remove_mark(self._view.name, index)
            if self._view.open_index is None:
                self.removed.emit()
            else:
                self._asking.focus_field(self._view.asking_open)
        else:
            self.ask_removal(index)

    def _remove_open(self) -> None:
        if self._view.open_index is not None:
            self.ask_removal(self._view.open_index)

    def _give(self, field: str, value: str) -> None:
        if self._view.open_index is not None:
            self._do.answer_field(self._view.name, self._view.open_index, field, value)

    def scroll_alone(self, *, alone: bool) -> None:
        """Beside the map the cards scroll by themselves; below it they are as tall as they need, and the page does."""
        if alone == self._scroll.isVisibleTo(self):
            return
        self._scroll.setVisible(alone)
        if alone:
            self._outer.removeWidget(self._inner)
            self._scroll.setWidget(self._inner)
        else:
            self._outer.insertWidget(0, self._scroll.takeWidget())
        self._inner.show()

    def add_at_end(self, part: QBoxLayout) -> None:
        """Places something under the last card, to scroll with the cards."""
        self._inside.insertLayout(self._inside.count() - 1, part)

    def add_below(self, part: QWidget) -> None:
        """Places something below the cards, always to be seen."""
        self._outer.addWidget(part)

    def focus_field(self, field: str) -> bool:
        """Gives the focus to one detail of the open mark; False if it is not shown."""
        return self._more.focus_field(field) or self._asking.focus_field(field)

    def focus_wrong(self) -> bool:
        """Gives the focus to the first detail of the open mark that has an error; False if none has."""
        return self._asking.focus_wrong() or self._more.focus_wrong()

    def focus_first(self) -> None:
        """Gives the focus to the first detail that is asked."""
        self._asking.focus_first()
