"""Check your answers: what is missing on top, then every answer by step, each with a way to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.call_left import CallCard
from bruiseaid.app.pages.leaking import LeakNote
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.pages.second_looks import SecondLooks
from bruiseaid.app.pages.wanting import Wanting
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.parts.boxes import LineBox
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, Scroll, clear, column, row, rule
from bruiseaid.app.parts.later import Order
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.answer_lines import AnswerLine
from bruiseaid.app.screens.check import AnswerRow
from bruiseaid.app.screens.check import CheckPage as PageView
from bruiseaid.app.screens.missing import Missing
from bruiseaid.engine.words import labelled

_SIDE = 296
_NO_SIDE_UNDER = 760


class CheckPage(QWidget):
    """The page."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._shown: PageView | None = None
        self._places: dict[str, Missing] = {}
        self._column = Column(look)
        line = row(self, gap=0)
        line.addWidget(self._column, 1)
        line.addWidget(self._side())
        inside = self._column.inside
        self.title = title(look)
        inside.addWidget(self.title)
        inside.addSpacing(4)
        self._made = Text(look, "body", bold=True)
        self._made.setObjectName("made")
        inside.addWidget(self._made)
        self._leaks = LeakNote(look, do)
        above = Order(column(gap=0, inset=(0, 8, 0, 0)))
        self._call = above.later(lambda: CallCard(look, do))
        inside.addLayout(above.layout)
        inside.addWidget(self._leaks)
        inside.addSpacing(8)
        self._inside, self._early_at = inside, inside.count()
        inside.addWidget(self._summary())
        below = Order(column(gap=0, inset=(0, 12, 0, 0)))
        self._looks = below.later(lambda: SecondLooks(look, do))
        inside.addLayout(below.layout)
        self._groups = column(gap=0)
        inside.addLayout(self._groups)

    def _summary(self) -> Wanting:
        self._errors = Wanting(self._look, lambda name: self._do.put_in(self._places[name]), "missing")
        inside = self._errors.inside
        self._unsaid = Text(self._look, "body", role="error", bold=True)
        self._answer = Button(self._look, "unsaid", "link", small=True)
        self._answer.clicked.connect(self._to_unsaid)
        self._early_note = Text(self._look, "hint")
        self._early = Button(self._look, "finish_early", small=True)
        self._early.clicked.connect(lambda: self._do.finish(early=True))
        self._because_label = Text(self._look, "label", bold=True)
        self._because = LineBox(self._look, "because", "Not known yet, because")
        self._because.setMaximumWidth(self._look.px(640))
        self._because.written.connect(lambda text: self._do.write_in_form("because", text))
        self._sealing = Text(self._look, "hint")
        inside.addSpacing(6)
        for part in (self._unsaid, self._answer, *self._early_parts()):
            inside.addWidget(part)
        return self._errors

    def _to_unsaid(self) -> None:
        if self._shown is not None and self._shown.unsaid is not None:
            self._do.change(self._shown.unsaid.place, self._shown.unsaid.question)

    def _early_parts(self) -> tuple[QWidget, ...]:
        return (self._early_note, self._because_label, self._because, self._sealing, self._early)

    def _side(self) -> Ground:
        self._side_ground = Ground("ground", "canvas")
        self._side_ground.become("edge", "left")
        self._side_ground.setFixedWidth(self._look.px(_SIDE))
        inner = bare()
        self._side_lines = column(inner, inset=(20, 18, 16, 16), gap=8)
        column(self._side_ground).addWidget(Scroll(inner, "canvas"))
        return self._side_ground

    def show_view(self, view: PageView) -> None:
        """Shows the page; the same page again costs nothing."""
        before, self._shown = self._shown, view
        if view == before:
            return
        self.title.say(view.title)
        self._made.say(view.made_words)
        self._made.colour("done" if view.stands else "ink")
        self._made.setVisible(bool(view.made_words))
        if (call := self._call.seen(view.call is not None)) is not None and view.call is not None:
            call.show_view(view.call)
        self._leaks.show_view(view.leaks)
        if (looks := self._looks.seen(bool(view.looks.found))) is not None:
            looks.show_view(view.looks)
        self._show_missing(view)
        self._place_missing(last=view.answers_first)
        if before is None or view.groups != before.groups:  # not for each letter that is written above them
            self._show_groups(view)
        self._show_side(view)

    def _show_groups(self, view: PageView) -> None:
        clear(self._groups)
        for group in view.groups:
            self._groups.addSpacing(18)
            self._groups.addWidget(Text(self._look, "heading").say(group.title))
            for answer in group.rows:
                self._groups.addWidget(rule(self._look))
                self._groups.addWidget(self._row(answer))

    def _place_missing(self, *, last: bool) -> None:
        """Before the answers, or after them where somebody came to change one."""
        if last == (self._inside.indexOf(self._errors) == self._early_at):
            self._inside.removeWidget(self._errors)
            self._inside.insertWidget(self._inside.count() if last else self._early_at, self._errors)

    def _show_missing(self, view: PageView) -> None:
        named = {f"{one.question}:{number}": one for number, one in enumerate(view.missing)}
        self._places = named
        head = view.missing_head if view.insisting else view.missing_note
        wants = tuple((name, one.words) for name, one in named.items()) if view.insisting else ()
        self._errors.show_wants(head if view.missing else "", wants, calm=not view.insisting)
        self._unsaid.setVisible(view.unsaid is not None)
        self._answer.setVisible(view.unsaid is not None)
        if view.unsaid is not None:
            self._unsaid.say(view.unsaid.words)
            self._answer.say(view.unsaid.link)
        self._early_note.say(view.early_note)
        self._early.say(view.early_words)
        self._because_label.say(view.because_label)
        self._because.put(view.because)
        self._sealing.say(view.finish_note)
        for part in self._early_parts():
            part.setVisible(bool(view.early_words))
        self._sealing.setVisible(bool(view.early_words and view.finish_note))

    def _row(self, answer: AnswerRow) -> QWidget:
        holder = bare()
        holder.setObjectName(f"answer:{answer.question}")
        line = row(holder, gap=12, inset=(0, 8, 0, 8))
        label = Text(self._look, "body", role="ink2").say(answer.label)
        label.setFixedWidth(self._look.px(190))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=4)
        for said in answer.lines:
            words.addWidget(self._line(said, answer.state))
        if answer.note:
            role = "error" if answer.state == "incomplete" else "ink2"
            words.addWidget(Text(self._look, "label", role=role).say(answer.note))
        words.addStretch()
        line.addLayout(words, 1)
        change = Button(self._look, f"change:{answer.question}", "link", small=True)
        change.say(answer.link, answer.link_name)
        change.clicked.connect(lambda: self._do.change(answer.place, answer.question))
        line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _line(self, said: AnswerLine, state: str) -> Text:
        role = {"missing": "error", "empty": "ink2"}.get(state, "ink")
        label = Run(labelled(said.label, "") if said.label else "", role="ink2")
        return Text(self._look, "body", role=role).say_runs((label, Run(said.words, bold=state != "empty")))

    def _show_side(self, view: PageView) -> None:
        lines = self._side_lines
        clear(lines)
        lines.addWidget(Text(self._look, "label", role="ink2", bold=True).say("The result"))
        lines.addWidget(self._result(view))
        lines.addSpacing(8)
        if view.done_words or view.refused or view.open_words:
            lines.addWidget(Text(self._look, "label", role="ink2", bold=True).say("Done so far"))
        for words in view.done_words:
            time, _, rest = words.partition(" ")
            shown = Text(self._look, "hint")
            lines.addWidget(shown.say_runs((Run(f"{time} ", bold=True, role="done"), Run(rest))))
        for words in (*view.refused, view.half_written):
            if words:
                lines.addWidget(Text(self._look, "hint", role="error", bold=True).say(words))
        if view.open_words:
            lines.addWidget(Text(self._look, "hint", role="ink2").say(view.open_words))
        if view.open_words and not view.stands:
            note = "You can finish with actions still open. Their clocks keep running, and you add the results later."
            lines.addWidget(Text(self._look, "label", role="ink2").say(note))
        for ask in view.set_aside:
            lines.addWidget(self._aside(ask))
        lines.addStretch()

    def _result(self, view: PageView) -> Ground:
        card = Ground("level_edge", view.result.shape) if view.result else Ground("frame", "quiet")
        inside = column(card, gap=4, inset=(14, 12, 14, 12))
        if view.result is not None:
            line = row(gap=8)
            mark = LevelMark(self._look, 26)
            mark.show_level(view.result.shape, view.result.letter)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(self._look, "body", bold=True, role=view.result.shape).say(view.result.name), 1)
            inside.addLayout(line)
        if view.result_words:
            inside.addWidget(Text(self._look, "hint", role="ink2").say(view.result_words))
        return card

    def _aside(self, ask: str) -> Ground:
        card = Ground("frame", "aside")
        words = Text(self._look, "hint")
        rest = f"“{ask}” does not apply any more. It is not used or printed, and comes back if it applies again."
        words.say_runs((Run("Set aside: ", bold=True), Run(rest)))
        column(card, inset=(14, 10, 14, 10)).addWidget(words)
        return card

    def insist(self) -> None:
        """Gives the focus to what is missing, once Finish was pressed."""
        if self._shown is not None and self._shown.insisting:
            self._column.to_top()
            self._errors.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._side_ground.setVisible(self.width() >= self._look.px(_NO_SIDE_UNDER))
        super().resizeEvent(event)

    def arrive(self) -> None:
        """Begins at the top, at the title."""
        self._column.to_top()
        self.title.setFocus()
