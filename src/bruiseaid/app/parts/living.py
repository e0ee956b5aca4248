"""The widgets of a kind that are there, and which of them are inside another.

To ask Qt for the children of a widget has PySide make a Python object of every one of them, of Qt's own parts too, and
all the classes that any of them might have.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

T = TypeVar("T", bound=QWidget)


class Living(Generic[T]):
    """Widgets, each for as long as it is there, in the order in which they were added."""

    def __init__(self) -> None:
        self._known: WeakValueDictionary[int, T] = WeakValueDictionary()
        self._numbers = count()

    def add(self, widget: T) -> None:
        """Adds one that was just made."""
        self._known[next(self._numbers)] = widget

    def inside(self, around: QWidget) -> Iterator[T]:
        """Those inside that widget, however deep."""
        for widget in tuple(self._known.values()):
            if isValid(widget) and around.isAncestorOf(widget):
                yield widget
