"""What was added to a finished record: the card on its page, and the rows of sealed addenda."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row, rule
from bruiseaid.app.parts.text import Text
from bruiseaid.app.parts.wrapped import Wrapped
from bruiseaid.app.screens.addendum import AddendaCard, AddendumRow


class AddendaPart(Ground):
    """The card; hidden where nothing can be added."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__("frame", "card")
        self._look, self._do = look, do
        self._shown: AddendaCard | None = None
        self.setObjectName("addenda")
        inside = column(self, gap=8, inset=(18, 14, 18, 14))
        self._head = Text(look, "body", bold=True)
        self._words = Text(look, "hint", role="ink2", widest=640)
        self._rows = column(gap=8)
        self._note = Text(look, "hint", bold=True)
        self._buttons = Wrapped(gap=8)
        for part in (self._head, self._words):
            inside.addWidget(part)
        inside.addLayout(self._rows)
        inside.addWidget(self._note)
        inside.addWidget(self._buttons)

    def show_view(self, view: AddendaCard | None) -> None:
        """Shows the card, or nothing."""
        self.setVisible(view is not None)
        if view is None or view == self._shown:
            return
        self._shown = view
        self.setAccessibleName(view.head)
        self._head.say(view.head)
        self._words.say(view.words)
        clear(self._rows)
        for addendum in view.rows:
            self._rows.addWidget(rule(self._look))
            self._rows.addWidget(AddendumCard(self._look, self._do, addendum))
        self._note.say(view.note)
        self._note.setVisible(bool(view.note))
        self._show_buttons(view)

    def _show_buttons(self, view: AddendaCard) -> None:
        add = Button(self._look, "add_to_record", "primary" if view.note else "plain").say(view.add)
        add.clicked.connect(self._do.open_addendum)
        buttons = [add]
        if view.bring:
            buttons.append(Button(self._look, "bring_addendum_back", "plain").say(view.bring))
            buttons[-1].clicked.connect(self._do.bring_addendum_back)
        self._buttons.show_widgets(buttons)


class AddendumCard(Ground):
    """One sealed addendum: when, by whom, why, and what can be done with its paper."""

    def __init__(self, look: Look, do: Intentions, view: AddendumRow) -> None:
        super().__init__("frame", "")
        self.setObjectName(f"addendum:{view.file}")
        self.setAccessibleName(f"{view.title}. {view.under}")
        inside = column(self, gap=4)
        head = row(gap=8)
        if not view.holds:
            head.addWidget(Sign(look, "warning", role="error"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Text(look, "body", bold=True, role="ink" if view.holds else "error").say(view.title), 1)
        inside.addLayout(head)
        inside.addWidget(Text(look, "hint", role="ink2", widest=640).say(view.under))
        if view.holds:
            inside.addWidget(_buttons(look, do, view))


def _buttons(look: Look, do: Intentions, view: AddendumRow) -> Wrapped:
    line, buttons = Wrapped(gap=8), []
    for name, words, act in (
        ("see", "See and print", do.open_addendum_paper),
        ("open", "Open the PDF", do.open_addendum_pdf),
        ("save", "Save a copy elsewhere", do.save_addendum_copy),
    ):
        button = Button(look, f"addendum.{name}:{view.number}", "plain", small=True)
        button.say(words, f"{words}: addendum {view.number}")
        button.clicked.connect(partial(act, view.path))
        buttons.append(button)
    line.show_widgets(buttons)
    return line
