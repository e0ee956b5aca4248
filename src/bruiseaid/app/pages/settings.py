"""Where you work and who you are, asked once; and how the window looks and hides itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bruiseaid.app.inputs.choice import ChoiceInput
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.parts.boxes import LineBox
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, column
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.settings import SettingChoice, SettingField
from bruiseaid.app.screens.settings import SettingsPage as PageView
from bruiseaid.app.screens.values import ChoiceView


class SettingsPage(QWidget):
    """The form. What is written is kept only with Save."""

    def __init__(self, look: Look, view: PageView, do: Intentions) -> None:
        super().__init__()
        self._look, self._do, self._view = look, do, view
        self._chosen: dict[str, str] = {}
        self._choices: dict[str, ChoiceInput] = {}
        self._boxes: dict[str, LineBox] = {}
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
        self._add_choice(column(self._ground), view.choices[0])
        inside.addWidget(self._ground)
        for choice in view.choices[1:]:
            self._add_choice(inside, choice)
        for field in view.fields:
            self._add_field(inside, field)
        for choice in view.later_choices:
            self._add_choice(inside, choice)
        self._add_field(inside, view.rules)

    def _add_choice(self, inside: QVBoxLayout, choice: SettingChoice) -> None:
        inside.addWidget(Text(self._look, "body", bold=True).say(choice.label))
        if choice.hint:
            inside.addWidget(Text(self._look, "label", role="ink2").say(choice.hint))
        inside.addSpacing(6)
        part = ChoiceInput(
            self._look, _small(choice), lambda value: self._chosen.update({choice.id: value}), choice.label
        )
        self._choices[choice.id] = part
        inside.addWidget(part)
        inside.addSpacing(16)

    def _add_field(self, inside: QVBoxLayout, field: SettingField) -> None:
        inside.addWidget(Text(self._look, "body", bold=True).say(field.label))
        if field.hint:
            inside.addWidget(Text(self._look, "label", role="ink2", widest=620).say(field.hint))
        box = LineBox(self._look, f"settings.{field.id}", field.label)
        box.setMaximumWidth(self._look.px(460))
        self._boxes[field.id] = box
        inside.addSpacing(4)
        inside.addWidget(box)
        if field.browse:
            browse = Button(self._look, f"settings.{field.id}.browse", small=True).say(field.browse)
            browse.clicked.connect(self._do.choose_rules_folder)
            inside.addSpacing(6)
            inside.addWidget(browse)
        inside.addSpacing(14)

    def show_view(self, view: PageView) -> None:
        """Shows the settings as they are kept."""
        if view.rules.text != self._view.rules.text:
            self._boxes[view.rules.id].put(view.rules.text)
        self._view = view
        self._error.say(" ".join(view.errors))
        self._error.setVisible(bool(view.errors))
        self._ground.become("frame", "wrong" if view.errors else "right_so_far")

    def arrive(self) -> None:
        """Fills in what is kept, and begins at the title."""
        for choice in (*self._view.choices, *self._view.later_choices):
            self._choices[choice.id].show_view(_small(choice))
            self._chosen[choice.id] = next((option.id for option in choice.options if option.chosen), "")
        for field in (*self._view.fields, self._view.rules):
            self._boxes[field.id].put(field.text)
        self.title.setFocus()

    def save(self) -> None:
        """Hands over what is written."""
        written = {name: box.text().strip() for name, box in self._boxes.items()}
        self._do.save_settings({**self._chosen, **written})


def _small(choice: SettingChoice) -> ChoiceView:
    return ChoiceView(f"settings.{choice.id}", choice.options, small=True)
