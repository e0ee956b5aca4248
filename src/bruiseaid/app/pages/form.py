"""A form beside the questions: things to choose and to write, kept as they are written."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bruiseaid.app.inputs.choice import ChoiceInput
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.boxes import LineBox, WordsBox
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import clear, column, row
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.forms import FormChoice, FormField
from bruiseaid.app.screens.forms import FormPage as PageView
from bruiseaid.app.screens.values import ChoiceView


class FormPage(QWidget):
    """The page. It is laid out anew only when other things are asked."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._shape: tuple[object, ...] = ()
        self._choices: dict[str, ChoiceInput] = {}
        self._boxes: dict[str, LineBox | WordsBox] = {}
        page = Column(look)
        column(self).addWidget(page)
        self.title = title(look)
        self._words = Text(look, "body", role="ink2", widest=640)
        self._error = Text(look, "body", role="error", bold=True, widest=640)
        self._note = Text(look, "hint", role="ink2", widest=640)
        self._lines = column(gap=6)
        for part in (self.title, self._words, self._error):
            page.inside.addWidget(part)
        page.inside.addSpacing(14)
        page.inside.addLayout(self._lines)
        page.inside.addWidget(self._note)
        page.inside.addSpacing(12)
        line = row()
        self._undo = Button(look, "form.undo")
        self._undo.clicked.connect(do.undo_decision)
        line.addWidget(self._undo)
        line.addStretch()
        page.inside.addLayout(line)

    def show_view(self, view: PageView) -> None:
        """Shows what is asked and what is written."""
        self.title.say(view.title)
        self._words.say(view.words)
        self._error.say(" ".join(view.errors))
        self._error.setVisible(bool(view.errors))
        self._note.say(view.note)
        self._note.setVisible(bool(view.note))
        self._undo.say(view.undo)
        self._undo.setVisible(bool(view.undo))
        shape = (
            tuple((one.id, tuple(option.id for option in one.options)) for one in view.choices),
            tuple(one.id for one in view.fields),
        )
        if shape != self._shape:
            self._shape = shape
            self._lay_out(view)
        for choice in view.choices:
            self._choices[choice.id].show_view(_choice(choice))
        for field in view.fields:
            self._boxes[field.id].put(field.text)

    def _lay_out(self, view: PageView) -> None:
        clear(self._lines)
        self._choices, self._boxes = {}, {}
        for choice in view.choices:
            self._lines.addWidget(Text(self._look, "body", bold=True).say(choice.label))
            give = partial(self._do.write_in_form, choice.id)
            self._choices[choice.id] = ChoiceInput(self._look, _choice(choice), give, choice.label)
            self._lines.addWidget(self._choices[choice.id])
            self._lines.addSpacing(12)
        for field in view.fields:
            self._lines.addWidget(Text(self._look, "body", bold=True).say(field.label))
            self._lines.addWidget(Text(self._look, "hint", role="ink2").say(field.hint))
            self._boxes[field.id] = self._box(field)
            self._lines.addWidget(self._boxes[field.id])
            self._lines.addSpacing(12)

    def _box(self, field: FormField) -> LineBox | WordsBox:
        name = f"form.{field.id}"
        box = WordsBox(self._look, name, field.label) if field.long else LineBox(self._look, name, field.label)
        box.setMaximumWidth(self._look.px(640))
        box.setAccessibleDescription(field.hint)
        box.written.connect(lambda text: self._do.write_in_form(field.id, text))
        return box

    def arrive(self) -> None:
        """Begins at the title."""
        self.title.setFocus()


def _choice(choice: FormChoice) -> ChoiceView:
    return ChoiceView(f"form.{choice.id}", choice.options)
