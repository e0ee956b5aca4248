"""What assistive technology is told of a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role, Text = QAccessible.Role, QAccessible.Text
CONTROLS = {
    Role.Button, Role.RadioButton, Role.CheckBox, Role.EditableText, Role.ComboBox, Role.Link, Role.Slider,
    Role.SpinBox, Role.ListItem, Role.MenuItem, Role.PageTab,
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What is told of one thing, in words: what Qt tells it with goes with the page, and may not be held longer."""

    kind: str
    name: str
    object_name: str
    role: QAccessible.Role
    description: str
    focusable: bool
    checked: bool

    @classmethod
    def by(cls, one: QAccessibleInterface) -> Told:
        told, state = one.object(), one.state()
        name, description = one.text(Text.Name), one.text(Text.Description)
        kind = told.metaObject().className()
        return cls(kind, name, told.objectName(), one.role(), description, state.focusable != 0, state.checked != 0)


def walk(root: QWidget) -> Iterator[QAccessibleInterface]:
    """What is shown, depth first."""
    found = QAccessible.queryAccessibleInterface(root)
    assert found is not None
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if one.state().invisible:
            continue
        yield one
        waiting.extend(one.child(place) for place in range(one.childCount()))


def everything(root: QWidget) -> list[Told]:
    return [Told.by(one) for one in walk(root)]


def press(root: QWidget, object_name: str) -> None:
    next(one for one in walk(root) if one.object().objectName() == object_name).actionInterface().doAction("Press")
