"""The act-now strip above a question: closed it is one line, open it says whom to ring and what to say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, Scroll, column, row
from bruiseaid.app.parts.in_sight import NO_RING
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.phone import PhoneWords
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.state import DO_NOW
from bruiseaid.app.screens.strip import Strip as StripView

_RUNG = "strip.rung"
_EDGES = 20
_STACKED_UNDER = 760
_EVEN_FROM = 800  # wider, a number with its buttons takes as much as what to say, and stands in fewer lines
_WAY_FROM = 500  # narrower, the number and the buttons take the whole line
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class Strip(QWidget):
    """The strip. It appears without taking the focus. `closed`: somebody has read it."""

    closed = Signal()

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._view: StripView | None = None
        self.setObjectName("act_now_strip")
        self._ground = Ground("level", "diamond")
        column(self).addWidget(self._ground)
        inside = column(self._ground, inset=(36, 6, 32, 6), gap=4)
        inside.addLayout(self._head())
        self._body = bare()
        self._body.installEventFilter(self)
        self._scroll = Scroll(self._body, "none")
        inside.addWidget(self._scroll)
        lines = column(self._body, gap=6, inset=(0, 4, 0, 2))
        self._halves = QBoxLayout(_ACROSS)
        lines.addLayout(self._halves)
        self._ask = Text(self._look, "hint")
        lines.addWidget(self._ask)
        self._halves.addLayout(self._left())
        self._halves.addLayout(self._right())

    def _head(self) -> QHBoxLayout:
        line = row(gap=10)
        self._mark = LevelMark(self._look, 28)
        self._words = Text(self._look, "heading")
        self._button = Button(self._look, "act_now", "primary", small=True)
        self._button.clicked.connect(self.toggle)
        line.addWidget(self._mark)
        self._why = Button(self._look, "strip.why", "link", small=True)
        self._why.clicked.connect(self._do.toggle_panel)
        line.addWidget(self._words, 1)
        line.addWidget(self._why)
        line.addWidget(self._button)
        return line

    def _left(self) -> QVBoxLayout:
        left = column(gap=4)
        self._who = Text(self._look, "body", bold=True)
        left.addWidget(self._who)
        self._phone = PhoneWords(self._look, "strip")
        self._number_and_buttons = QBoxLayout(_DOWN)
        self._number_and_buttons.setSpacing(6)
        self._number_and_buttons.addWidget(self._phone, 1)
        self._to_say = Button(self._look, "strip.to_say", small=True).say("What to say")
        self._to_say.clicked.connect(self._show_what_to_say)
        self._number_and_buttons.addWidget(self._to_say, 0, Qt.AlignmentFlag.AlignTop)
        buttons = self._buttons = QBoxLayout(_ACROSS)
        buttons.setSpacing(8)
        self._copy = Button(self._look, "strip.copy", small=True).say("Copy number")
        self._copy.clicked.connect(self._copy_number)
        self._rung = Button(self._look, _RUNG, small=True)
        self._rung.clicked.connect(self._rang)
        self._write = Button(self._look, "strip.write", "primary", small=True)
        self._write.clicked.connect(self._write_down)
        for button in (self._copy, self._rung):
            buttons.addWidget(button)
        below = column(gap=8)
        below.addLayout(buttons)
        below.setAlignment(buttons, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self._write)
        below.addStretch()
        self._number_and_buttons.addLayout(below)
        left.addLayout(self._number_and_buttons)
        self._then = Text(self._look, "hint", bold=True)
        self._after = Text(self._look, "hint", role="ink2")
        left.addWidget(self._then)
        left.addWidget(self._after)
        left.addStretch()
        return left

    def _right(self) -> QVBoxLayout:
        right = column(gap=4)
        self._say_head = Text(self._look, "hint", bold=True).say("Say this")
        self._agree = Text(self._look, "hint")
        right.addWidget(self._agree)
        right.addWidget(self._say_head)
        self._quote = Ground("frame", "quote")
        inside = column(self._quote, gap=6, inset=(14, 8, 14, 8))
        self._say = Text(self._look, "body")
        self._say.setProperty(NO_RING, True)
        self._facts = Text(self._look, "body", bold=True)
        inside.addWidget(self._say)
        inside.addWidget(self._facts)
        right.addWidget(self._quote)
        right.addStretch()
        return right

    def show_view(self, view: StripView | None, *, panel: str = "") -> None:
        """Shows the strip, or nothing; `panel` are the words of the way to why, where the window has no panel."""
        self._why.say(panel)
        self._why.setVisible(bool(panel))
        self.setVisible(view is not None)
        if view is not None and view.open and not (self._view is not None and self._view.open):
            self._scroll.verticalScrollBar().setValue(0)  # the number first, wherever it was left
        self._view = view
        if view is None:
            return
        self._show_head(view)
        self._scroll.setVisible(view.open)
        if view.open:
            self._show_body(view)
            self._fit()

    def _show_head(self, view: StripView) -> None:
        self._ground.become("level", view.level.shape)
        self._mark.show_level(view.level.shape, view.level.letter)
        self._words.say(view.words)
        self._words.colour(view.level.shape)
        self._button.say("Close, back to the question" if view.open else "Show the number" if view.rung else "Act now")
        self._button.become("plain" if view.open or view.rung else "primary")

    def _show_body(self, view: StripView) -> None:
        self._phone.show_view(view.phone)
        self._who.say(view.who)
        self._who.setVisible(bool(view.who))
        self._then.say(view.then)
        self._then.setVisible(bool(view.then))
        self._rung.setObjectName(f"{_RUNG}_next" if view.goes_on else _RUNG)  # a slow second press meets another thing
        self._rung.say(view.rung_words, f"{view.rung_words}: {view.who or view.words}")
        self._rung.setVisible(bool(view.rung_words))
        self._write.say(view.write)
        self._write.setVisible(bool(view.write))
        self._say.say(f"“{view.say}”" if view.say else "")
        self._facts.say(view.facts)
        for part, words in (
            (self._say_head, view.say),
            (self._say, view.say),
            (self._facts, view.facts),
            (self._quote, view.say or view.facts),
            (self._agree, view.agree),
            (self._ask, view.ask),
        ):
            part.setVisible(bool(words))
        self._agree.say_runs((Run("Agree in the call: ", bold=True), Run(f"{view.agree}.", bold=True)))
        also = "Also in the call: " if view.agree else "Agree in the call: "
        self._ask.say_runs((Run(also, bold=True), Run(f"{view.ask}.")))
        self._after.say(view.after)

    def _copy_number(self) -> None:
        if self._view is not None:
            self._do.copy(self._view.phone.phone)

    def _rang(self) -> None:
        if self._view is not None:
            self._do.record_done(self._view.action)
            (self._copy if self._rung.isVisible() else self._write).setFocus()  # Enter again records no other call

    def _write_down(self) -> None:
        if self._view is not None:
            action = self._view.action
            self._do.go_to(DO_NOW)
            self._do.open_form(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()
        self._fit()

    def _place_parts(self) -> None:
        """Where it is narrow, the buttons stand beside the number, so that all of them are seen without scrolling."""
        narrow = self.width() < self._look.px(_STACKED_UNDER)
        self._halves.setDirection(_DOWN if narrow else _ACROSS)
        self._halves.setSpacing(12 if narrow else 28)
        even = self.width() >= self._look.px(_EVEN_FROM)
        for half, share in enumerate((1, 1) if even else (2, 3)):
            self._halves.setStretch(half, share)
        self._number_and_buttons.setDirection(_ACROSS if narrow else _DOWN)
        self._buttons.setDirection(_DOWN if narrow else _ACROSS)

    def _fit(self) -> None:
        """As tall as its words need, but never more than half of the window, and never over the page or the foot."""
        body = self._body.layout()
        assert body is not None
        wanted = body.heightForWidth(max(200, self.width() - 72)) + 6
        most = min(self.window().height() * 11 // 20, self._room())
        self._scroll.setFixedHeight(max(80, min(wanted, most)))
        stacked = self._halves.direction() == _DOWN and self.width() >= self._look.px(_WAY_FROM)
        self._to_say.setVisible(stacked and wanted > most and self._view is not None and bool(self._view.say))

    def _show_what_to_say(self) -> None:
        """Scrolls to it, where it stands below the number and out of sight, and has it read aloud."""
        self._say.setFocus()
        self._scroll.verticalScrollBar().setValue(self._say_head.y())

    def _room(self) -> int:
        """What is left for the body of the strip when the foot, the head and a little of the page stand."""
        around = self.parentWidget()
        lines = around.layout() if around is not None else None
        if around is None or lines is None:
            return self.window().height()
        items = [lines.itemAt(place) for place in range(lines.count())]
        others = [part for item in items if item is not None and (part := item.widget()) is not self]
        taken = sum(part.minimumSizeHint().height() for part in others if part is not None and part.isVisible())
        return around.height() - taken - self._button.sizeHint().height() - _EDGES

    def showEvent(self, event: QShowEvent) -> None:
        around = self.parentWidget()
        if around is not None:
            around.removeEventFilter(self)
            around.installEventFilter(self)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room around changed, or the words inside, which are laid out after they are shown."""
        changed = QEvent.Type.LayoutRequest if watched is self._body else QEvent.Type.Resize
        if event.type() == changed and self._view is not None and self._view.open:
            self._fit()
        return False

    def toggle(self) -> None:
        """Opens the strip, or closes it."""
        self._do.toggle_strip()
        if self._view is not None and not self._view.open:
            self.closed.emit()

    def open_by_key(self) -> None:
        """Opens it, with the focus on the control that closes it; or closes it."""
        self.toggle()
        if self._view is not None and self._view.open:
            self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)
