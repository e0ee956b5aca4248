"""Writing an addendum to a finished record."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bruiseaid.app.inputs.field_form import FieldRow
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.addendum_beside import WIDEST, BesidePage
from bruiseaid.app.pages.wanting import Wanting
from bruiseaid.app.parts.boxes import boxes
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import column
from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.addendum import AddendumPage as PageView
from bruiseaid.app.screens.values import FieldView


class AddendumPage(BesidePage):
    """The page. Rows come and go as what is asked changes; the others keep what is written."""

    def __init__(self, look: Look, zone: str, do: Intentions) -> None:
        super().__init__(look, do)
        self._zone, self._do = zone, do
        self._rows: dict[str, FieldRow] = {}
        inside = self._column.inside
        self._words = Text(look, "body", role="ink2", widest=WIDEST)
        self._wanting = Wanting(look, self._lead_to)
        self._fields = column(gap=16)
        self._throw = Button(look, "throw_addendum_away", "link", small=True)
        self._throw.clicked.connect(do.throw_addendum_away)
        inside.addWidget(self._words)
        inside.addSpacing(12)
        inside.addWidget(self._wanting)
        inside.addLayout(self._beside.above)
        inside.addSpacing(12)
        inside.addLayout(self._fields)
        inside.addSpacing(16)
        inside.addWidget(self._throw, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._beside.below)

    def show_view(self, view: PageView) -> None:
        """Shows what is asked and what is written."""
        self.title.say(view.title)
        self._words.say(view.words)
        self._wanting.show_wants(view.errors_head, view.errors)
        self._throw.say(view.throw)
        self._throw.setVisible(bool(view.throw))
        self._drop({field.id for field in view.fields})
        for place, field in enumerate(view.fields):
            if field.id not in self._rows:
                self._rows[field.id] = FieldRow(self._look, field, self._zone, self._do.write_in_form, self._do.unfold)
                self._fields.insertWidget(place, self._rows[field.id])
            self._rows[field.id].show_view(field, folded=field.id in view.folded)
            _describe(self._rows[field.id], field)
        self._beside.show_view(view.beside)

    def _drop(self, kept: set[str]) -> None:
        for name in [name for name in self._rows if name not in kept]:
            gone = self._rows.pop(name)
            self._fields.removeWidget(gone)
            let_go(gone)

    def _lead_to(self, part: str) -> None:
        self._rows[part].input.focus_first()

    def insist(self) -> None:
        """Gives the focus to what is missing, once the check was asked for."""
        if not self._wanting.isHidden():
            self._column.to_top()
            self._wanting.setFocus(Qt.FocusReason.OtherFocusReason)


def _describe(shown: FieldRow, view: FieldView) -> None:
    """Has hint and faults read with a box of words."""
    for box in boxes.inside(shown):
        box.setAccessibleDescription(". ".join(filter(None, (*view.errors, view.hint))))
