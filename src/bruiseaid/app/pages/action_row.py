"""One action of "what to do now": its time, its node, its words, and the form in which it is recorded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bruiseaid.app.inputs.choice import ChoiceInput
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.node import Node
from bruiseaid.app.parts.boxes import LineBox, WordsBox
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, column, row
from bruiseaid.app.parts.later import Order
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.app.parts.stack import CardStack
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.action_rows import ActionRow as RowView
from bruiseaid.app.screens.action_rows import Box
from bruiseaid.app.screens.action_rows import DoneForm as FormView
from bruiseaid.app.screens.state import LADDER
from bruiseaid.record.noting import CHOICE, REFERENCE, SAID, WHO

_MARGIN = 12
_AT_TOP = Qt.AlignmentFlag.AlignTop


class DoneForm(Ground):
    """The fold-out under an action. What is written is handed on at once; it counts as done when it is saved."""

    def __init__(self, look: Look, view: FormView, do: Intentions) -> None:
        super().__init__("frame", "card")
        self.setObjectName(f"form:{view.action}")
        self._do, self._action = do, view.action
        self._inside = column(self, gap=8, inset=(14, 12, 14, 12))
        self._decision: ChoiceInput | None = None
        self._boxes: dict[str, LineBox | WordsBox] = {}
        self._add_box(look, WHO, view.who)
        if view.decision is not None:
            self._inside.addWidget(Text(look, "hint", bold=True).say("What came of it?"))
            self._decision = ChoiceInput(look, view.decision, partial(do.note, view.action, CHOICE), "What came of it?")
            self._inside.addWidget(self._decision)
        self._add_box(look, SAID, view.said)
        self._add_box(look, REFERENCE, view.reference)
        self._error = Text(look, "hint", role="error", bold=True)
        self._inside.addWidget(self._error)
        self._inside.addLayout(self._buttons(look))

    def _add_box(self, look: Look, field: str, view: Box | None) -> None:
        if view is None:
            return
        name = f"form.{field}"
        box = WordsBox(look, name, view.label, lines=2) if field == SAID else LineBox(look, name, view.label)
        box.written.connect(partial(self._do.note, self._action, field))
        if isinstance(box, LineBox):
            box.returnPressed.connect(self._save)
        self._boxes[field] = box
        self._inside.addWidget(Text(look, "label", role="ink2").say(view.label))
        self._inside.addWidget(box)

    def _buttons(self, look: Look) -> QHBoxLayout:
        line = row()
        save = Button(look, "form.save", "primary", small=True).say("Save")
        save.clicked.connect(self._save)
        cancel = Button(look, "form.cancel", small=True).say("Cancel")
        cancel.clicked.connect(self._do.give_form_up)
        line.addWidget(save)
        line.addWidget(cancel)
        line.addStretch()
        return line

    def _save(self) -> None:
        for box in self._boxes.values():
            box.flush()
        self._do.record_done(self._action)

    def show_view(self, view: FormView) -> None:
        """Shows which outcome is chosen, what is written, and what is missing."""
        self._error.say(view.error)
        self._error.setVisible(bool(view.error))
        if self._decision is not None and view.decision is not None:
            self._decision.show_view(view.decision)
        for field, box in ((WHO, view.who), (SAID, view.said), (REFERENCE, view.reference)):
            if box is not None:
                self._boxes[field].put(box.text)

    def focus_first(self) -> None:
        """Gives the focus to the first box."""
        self._boxes[WHO].setFocus()


class Quote(Ground):
    """What to say, word for word."""

    def __init__(self, look: Look) -> None:
        super().__init__("frame", "aside")
        self._words = Text(look, "body")
        column(self, inset=(14, 10, 14, 10)).addWidget(self._words)

    def say(self, words: str) -> None:
        """Shows those words, as they are to be said."""
        self._words.say(f"“{words}”")


class Urgent(CardStack):
    """The buttons of what is urgent."""

    def __init__(self, look: Look, *, record: Button, ladder: Button, declined: Button) -> None:
        super().__init__(look, "flow", gap=8)
        self.record, self._ladder, self._declined = record, ladder, declined
        for button in (record, ladder, declined):
            self.add(button)

    def show_words(self, record: str, spoken: str, ladder: str, declined: str) -> None:
        """Shows the buttons that have words. `spoken` is what is read out for the first."""
        for button, words, name in (
            (self.record, record, spoken),
            (self._ladder, ladder, ""),
            (self._declined, declined, ""),
        ):
            button.say(words, name)
            button.setVisible(bool(words))


class ActionRow(QWidget):
    """One row."""

    def __init__(self, look: Look, do: Intentions, name: str) -> None:
        super().__init__()
        lean(self)
        self._look, self._do, self._name = look, do, name
        self.setObjectName(f"action:{name}")
        self._ground = Ground("frame", "right_so_far")
        column(self).addWidget(self._ground)
        line = row(self._ground, gap=12)
        line.addLayout(self._times(), 0)
        self._node = Node(look)
        line.addWidget(self._node)
        line.addLayout(self._words(), 1)
        self._form: DoneForm | None = None
        self._answered_at = ("", "")

    def _times(self) -> QVBoxLayout:
        part = column(gap=0, inset=(0, 6, 0, 8))
        self._time = Text(self._look, "body", bold=True, right=True)
        self._under = Text(self._look, "label", role="ink2", right=True)
        for words in (self._time, self._under):
            words.setFixedWidth(self._look.px(104))
            part.addWidget(words)
        part.addStretch()
        return part

    def _words(self) -> QVBoxLayout:
        self._part = column(gap=2, inset=(0, 6, 0, 8))
        self._title = Text(self._look, "body", bold=True)
        parts, look = Order(column(gap=2)), self._look
        titled = Order(row(gap=16), parts)
        self._part.addLayout(titled.layout)
        self._part.addLayout(parts.layout)
        titled.add(self._title, 1)
        self._say = titled.later(partial(self._button, "say", "link", self._unfold), align=_AT_TOP)
        self._undo = titled.later(partial(self._button, "undo", "link", self._take_back), align=_AT_TOP)
        self._change = titled.later(partial(self._button, "answered", "link", self._to_answer), align=_AT_TOP)
        self._quiet_record = titled.later(partial(self._button, "quiet", "link", self._open_form), align=_AT_TOP)
        self._detail = parts.later(lambda: Text(look, "hint", role="ink2"))
        self._number = parts.later(lambda: Text(look, "hint", bold=True))
        self._done = parts.later(lambda: Text(look, "hint", role="done", bold=True))
        self._quote = parts.later(lambda: Quote(look))
        self._urgent = parts.later(self._buttons)
        return self._part

    def _button(self, what: str, kind: str, press: Callable[[], None]) -> Button:
        button = Button(self._look, f"{what}:{self._name}", kind, small=True)
        button.clicked.connect(press)
        return button

    def _buttons(self) -> Urgent:
        """What is urgent is done with buttons under the words."""
        return Urgent(
            self._look,
            record=self._button("record", "primary", self._open_form),
            ladder=self._button("ladder", "primary", self._go_higher),
            declined=self._button("declined", "plain", self._tell_declined),
        )

    def _open_form(self) -> None:
        self._do.open_form(self._name)

    def _tell_declined(self) -> None:
        self._do.open_form(self._name, refused=True)

    def _unfold(self) -> None:
        self._do.unfold(self._name)

    def _go_higher(self) -> None:
        self._do.go_to(LADDER)

    def _take_back(self) -> None:
        self._do.undo_done(self._name)

    def _to_answer(self) -> None:
        self._do.change(*self._answered_at)

    def show_view(self, view: RowView, role: str) -> None:
        """Shows the action; `role` is the colour of the level."""
        self._answered_at = view.answered_at
        self.setAccessibleName(view.spoken)
        late, refused = view.state == "overdue", view.state == "refused"
        done = refused or view.state == "done"
        self._time.say(view.time)
        self._time.colour("error" if late else "ink")
        self._under.say(view.under)
        self._under.colour("error" if late else "ink2")
        self._node.show_state(view.state, role)
        self._ground.become("frame", "late" if late else "right_so_far")
        self._title.say(view.title)
        self._detail.say(view.detail, seen=not done)
        self._number.say(view.number, seen=not done)
        if (words := self._done.seen(done)) is not None:
            words.say(view.done_words).colour("error" if refused else "done")
        self._quote.say(view.say, seen=view.say_open)
        self._show_buttons(view)
        self._show_form(view)

    def _show_buttons(self, view: RowView) -> None:
        """What is urgent has its buttons under its words; the rest has links beside its title."""
        free = view.form is None
        done = view.state in ("done", "refused")
        urgent = view.state in ("next", "overdue", "refused") or (done and bool(view.record_words))
        record = f"{view.record_words}: {view.title}"
        if (quiet := self._quiet_record.seen(free and not urgent and bool(view.record_words))) is not None:
            quiet.say(view.record_words, record)
        if (under := self._urgent.seen(free and (urgent or bool(view.declined_words)))) is not None:
            under.show_words(view.record_words if urgent else "", record, view.ladder_words, view.declined_words)
        if (say := self._say.seen(bool(view.say) and not done)) is not None:
            say.say("Hide the words" if view.say_open else "What to say", f"What to say: {view.title}")
        answered = any(view.answered_at)
        if (undo := self._undo.seen(bool(view.undo_words) and not answered)) is not None:
            undo.say(view.undo_words, f"{view.undo_words}: {view.title}")
        if (change := self._change.seen(done and answered)) is not None:
            change.say(view.undo_words, f"{view.undo_words} the answer: {view.title}")

    def _show_form(self, view: RowView) -> None:
        if view.form is None:
            self._close_form()
            return
        if self._form is None:
            self._form = DoneForm(self._look, view.form, self._do)
            self._form.show_view(view.form)
            self._part.addWidget(self._form)
            self._form.focus_first()
            self._follow_form()
        self._form.show_view(view.form)

    def go_on_writing(self) -> None:
        """Leads to the form, if one is open."""
        if self._form is not None:
            self._form.focus_first()
            QTimer.singleShot(0, self, self._bring_into_view)

    def _follow_form(self) -> None:
        """Brings the form into view as soon as the page has grown by it."""
        area = self._area()
        if area is not None:
            grown, once = area.verticalScrollBar().rangeChanged, Qt.ConnectionType.SingleShotConnection
            grown.connect(lambda: QTimer.singleShot(0, self, self._bring_into_view), once)

    def _area(self) -> QScrollArea | None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        return area

    def _bring_into_view(self) -> None:
        """Scrolls so that the form can be seen down to its buttons, or from the title on if it is too tall."""
        area = self._area()
        inner = area.widget() if area is not None else None
        if area is None or inner is None:
            return
        top, bar = self.mapTo(inner, QPoint(0, 0)).y(), area.verticalScrollBar()
        to_end = top + self.height() + _MARGIN - area.viewport().height()
        bar.setValue(max(bar.value(), min(to_end, top - _MARGIN)))

    def _close_form(self) -> None:
        """Takes the form away. The focus goes back to what opened it; once it is done, to the title of the action."""
        if self._form is None:
            return
        let_go(self._form)
        self._form = None
        record = self._urgent.made.record if self._urgent.made is not None else None
        ways = (record, self._quiet_record.made)
        back = next((one for one in ways if one is not None and one.isVisibleTo(self)), None)
        (back or self._title).setFocus()
