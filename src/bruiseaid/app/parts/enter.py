"""Enter presses a button that has the focus, as Space does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, alone. With Ctrl it belongs to the window.

    A key that is held down is one press: its repeats would choose the first answer of page after page.
    """
    alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and alone and not event.isAutoRepeat()


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether the key was Enter, alone; then the button was clicked."""
    if is_enter(event):
        button.click()
        return True
    return False
