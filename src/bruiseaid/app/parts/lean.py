"""Widgets and layouts that take less memory.

PySide gives every new object one Python object for each of its signals, ten and more for a button, whether anybody
listens or not: half of what a label takes. Those that are asked for later are made then.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

T = TypeVar("T", bound=QObject)


def lean(new: T) -> T:
    """The same object without what it was given for its signals. Only for one to which nothing was added yet."""
    vars(new).clear()
    return new


def bare() -> QWidget:
    """A widget that shows nothing and only holds others."""
    return lean(QWidget())
