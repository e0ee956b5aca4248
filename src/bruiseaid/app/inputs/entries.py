"""A list of people, or of other things: rows, one of them open, and "there is none: I asked"."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bruiseaid.app.inputs.field_form import FieldForm
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.option_card import TickCard
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.values import EntriesView, EntryRow


class EntriesInput(QWidget):
    """The list of one question."""

    def __init__(self, look: Look, view: EntriesView, zone: str, do: Intentions) -> None:
        super().__init__()
        lean(self)
        self._look, self._do, self._name = look, do, view.name
        self._open: int | None = None
        self._count = 0
        self._edit: dict[int, Button] = {}
        self._closed = False
        self.setObjectName(view.name)
        inside = column(self, gap=10)
        self._rows = column(gap=8)
        inside.addLayout(self._rows)
        inside.addWidget(self._editor(zone))
        inside.addLayout(self._buttons())
        self._none = TickCard(look)
        self._none.setObjectName(f"{view.name}.none")
        self._none.toggled.connect(lambda on: do.none_of_them(self._name, on))
        inside.addWidget(self._none)

    def _editor(self, zone: str) -> Ground:
        self._card = Ground("frame", "next")
        inside = column(self._card, gap=12, inset=(16, 14, 16, 14))
        self._form = FieldForm(self._look, zone, self._give)
        inside.addWidget(self._form)
        self._close = Button(self._look, f"{self._name}.close", small=True).say("Done with this one")
        self._close.clicked.connect(lambda: self._do.close_entry(self._name))
        inside.addWidget(self._close)
        return self._card

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self._add = Button(self._look, f"{self._name}.add")
        self._add.clicked.connect(lambda: self._do.open_entry(self._name, self._count))
        line.addWidget(self._add)
        line.addStretch()
        return line

    def show_view(self, view: EntriesView) -> None:
        """Shows the rows and the open one."""
        self._count = len(view.rows)
        clear(self._rows)
        self._edit.clear()
        for entry in view.rows:
            if entry.index != view.open_index:
                shown = self._row(entry)
                self._rows.addWidget(shown)
                shown.show()  # at once: what is not shown yet cannot take the focus
        self._show_editor(view)
        self._add.say(view.add_words)
        self._add.setVisible(view.open_index is None)
        if self._closed:
            self._add.setFocus()
        self._none.say(view.none_words)
        self._none.put(on=view.none_chosen)
        self._none.setVisible(bool(view.none_words) and not view.rows and view.open_index is None)

    def _show_editor(self, view: EntriesView) -> None:
        if view.open_index != self._open:
            self._form.clear()
        self._form.show_fields(view.fields)
        self._card.setVisible(view.open_index is not None)
        before, self._open = self._open, view.open_index
        if view.open_index not in (before, None):
            self._form.focus_first()
        self._closed = before is not None and view.open_index is None

    def focus_field(self, field: str) -> bool:
        """Gives the focus to one detail of the open entry; False if it is not shown."""
        return self._form.focus_field(field)

    def focus_wrong(self) -> bool:
        """Gives the focus to the first detail that has an error; False if none is shown."""
        return self._form.focus_wrong()

    def focus_first(self) -> None:
        """Gives the focus to the open entry, or to the button that adds one."""
        if self._open is not None:
            self._form.focus_first()
        else:
            self._add.setFocus()

    def _give(self, field: str, value: str) -> None:
        if self._open is not None:
            self._do.answer_field(self._name, self._open, field, value)

    def _row(self, entry: EntryRow) -> Ground:
        card = Ground("frame", "card")
        card.setObjectName(f"{self._name}.{entry.index}")
        card.setAccessibleName(entry.spoken)
        line = row(card, gap=8, inset=(16, 10, 12, 10))
        words = column()
        words.addWidget(Text(self._look, "body", bold=True).say(entry.title))
        if entry.details:
            words.addWidget(Text(self._look, "hint", role="ink2").say(entry.details))
        if entry.missing:
            words.addWidget(Text(self._look, "hint", role="diamond").say(entry.missing))
        line.addLayout(words, 1)
        for word, act in (("Edit", self._edit_entry), ("Remove", self._remove)):
            button = Button(self._look, f"{self._name}.{entry.index}.{word.lower()}", "link", small=True)
            button.say(word, f"{word} {entry.title}")
            button.clicked.connect(lambda _=False, act=act, index=entry.index: act(index))
            line.addWidget(button)
            self._edit.setdefault(entry.index, button)
        return card

    def _edit_entry(self, index: int) -> None:
        self._do.open_entry(self._name, index)

    def _remove(self, index: int) -> None:
        """The focus goes along to the entry that takes its place: else it would jump to anything on the window."""
        self._do.remove_entry(self._name, index)
        self._edit.get(min(index, self._count - 1), self._add).setFocus()
