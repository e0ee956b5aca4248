"""Where you work and who you are: asked once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bruiseaid.app.inputs.choice import ChoiceInput
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.boxes import LineBox
from bruiseaid.app.parts.grounds import Ground, column
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.others import SettingsPage as PageView
from bruiseaid.app.screens.values import ChoiceView, OptionView


class SettingsPage(QWidget):
    """The form. What is written is kept only with Save."""

    def __init__(self, look: Look, view: PageView, do: Intentions) -> None:
        super().__init__()
        self._do, self._view = do, view
        self._chosen = {"borough": "", view.group_question: ""}
        page = Column(look)
        column(self).addWidget(page)
        inside = page.inside
        self.title = title(look).say(view.title)
        inside.addWidget(self.title)
        inside.addWidget(Text(look, "hint", role="ink2", widest=620).say(view.words))
        inside.addSpacing(12)
        self._error = Text(look, "body", role="error", bold=True)
        inside.addWidget(self._error)
        self._ground = Ground("frame", "right_so_far")
        self._boroughs = self._choice(look, "borough", "Borough", view.boroughs)
        column(self._ground).addWidget(self._boroughs)
        self._groups = self._choice(look, view.group_question, view.groups_label, view.groups)
        for label, part in (("Borough", self._ground), (view.groups_label, self._groups)):
            inside.addWidget(Text(look, "body", bold=True).say(label))
            inside.addSpacing(6)
            inside.addWidget(part)
            inside.addSpacing(16)
        self._boxes = {field.id: LineBox(look, f"settings.{field.id}", field.label) for field in view.fields}
        for field in view.fields:
            inside.addWidget(Text(look, "body", bold=True).say(field.label))
            if field.hint:
                inside.addWidget(Text(look, "label", role="ink2").say(field.hint))
            self._boxes[field.id].setMaximumWidth(look.px(460))
            inside.addSpacing(4)
            inside.addWidget(self._boxes[field.id])
            inside.addSpacing(14)

    def _choice(self, look: Look, name: str, label: str, options: tuple[OptionView, ...]) -> ChoiceInput:
        view = ChoiceView(f"settings.{name}", options, small=True)
        return ChoiceInput(look, view, lambda value: self._chosen.update({name: value}), label)

    def show_view(self, view: PageView) -> None:
        """Shows the settings as they are kept."""
        self._view = view
        self._error.say(" ".join(view.errors))
        self._error.setVisible(bool(view.errors))
        self._ground.become("frame", "wrong" if view.errors else "right_so_far")

    def arrive(self) -> None:
        """Fills in what is kept, and begins at the title."""
        kept = ((self._boroughs, "borough", self._view.boroughs),)
        groups = ((self._groups, self._view.group_question, self._view.groups),)
        for part, name, options in (*kept, *groups):
            part.show_view(ChoiceView(f"settings.{name}", options, small=True))
            self._chosen[name] = next((option.id for option in options if option.chosen), "")
        for field in self._view.fields:
            self._boxes[field.id].put(field.text)
        self.title.setFocus()

    def save(self) -> None:
        """Hands over what is written."""
        written = {name: box.text().strip() for name, box in self._boxes.items()}
        self._do.save_settings({**self._chosen, **written})
