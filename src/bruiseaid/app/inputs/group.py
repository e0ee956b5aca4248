"""Several details of one thing, as one question."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bruiseaid.app.inputs.field_form import FieldForm
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.parts.grounds import column
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.screens.values import GroupView


class GroupInput(QWidget):
    """The form of a group."""

    def __init__(self, look: Look, view: GroupView, zone: str, do: Intentions) -> None:
        super().__init__()
        lean(self)
        self.setObjectName(view.name)
        self._form = FieldForm(look, zone, lambda field, value: do.answer_field(view.name, None, field, value))
        column(self).addWidget(self._form)

    def show_view(self, view: GroupView) -> None:
        """Shows the details."""
        self._form.show_fields(view.fields)

    def focus_field(self, field: str) -> bool:
        """Gives the focus to one detail; False if it is not shown."""
        return self._form.focus_field(field)

    def focus_wrong(self) -> bool:
        """Gives the focus to the first detail that has an error; False if none is shown."""
        return self._form.focus_wrong()

    def focus_first(self) -> None:
        """Gives the focus to the first detail."""
        self._form.focus_first()
