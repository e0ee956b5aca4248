"""Parts of a page that are made when they are first to be seen: most are never, and each takes room and time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

T = TypeVar("T", bound=QWidget)
_AS_IT_IS = Qt.AlignmentFlag(0)


class Later(Generic[T]):
    """A widget of a layout, with its place there. `make` makes it."""

    __slots__ = ("_align", "_make", "_order", "_stretch", "made")

    def __init__(self, order: Order, make: Callable[[], T], stretch: int, align: Qt.AlignmentFlag) -> None:
        self._order, self._make, self._stretch, self._align = order, make, stretch, align
        self.made: T | None = None

    def seen(self, seen: bool) -> T | None:
        """Shows or hides it; what is shown is made if need be, and returned to be told what to show."""
        if self.made is None:
            if not seen:
                return None
            self.made = self._make()
            self._order.place(self, self.made, self._stretch, self._align)
        self.made.setVisible(seen)
        return self.made if seen else None

    def say(self, words: str, *, seen: bool = True) -> None:
        """Shows a text with those words, or nothing where there are none or it is not to be seen."""
        shown = self.seen(seen and bool(words))
        if shown is not None:
            shown.say(words)  # type: ignore[attr-defined]


class Order:
    """The widgets of a layout in their order, those to come included. Nothing else may be added to the layout.

    `then` is what follows in the same widget but in another layout. A widget that comes late is put before what
    follows it also for assistive technology, which goes by the order of the children and not by their places.
    """

    __slots__ = ("_parts", "_then", "layout")

    def __init__(self, layout: QBoxLayout, then: Order | None = None) -> None:
        self.layout, self._then = layout, then
        self._parts: list[Later[QWidget] | QWidget] = []

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Adds one that is there."""
        self.layout.addWidget(widget, stretch)
        self._parts.append(widget)

    def later(self, make: Callable[[], T], stretch: int = 0, align: Qt.AlignmentFlag = _AS_IT_IS) -> Later[T]:
        """Keeps a place for one to come."""
        part = Later(self, make, stretch, align)
        self._parts.append(part)  # type: ignore[arg-type]
        return part

    def place(self, part: Later[T], made: T, stretch: int, align: Qt.AlignmentFlag) -> None:
        """Puts one that was made where its place is."""
        at = self._parts.index(part)  # type: ignore[arg-type]
        self.layout.insertWidget(len(_there(self._parts[:at])), made, stretch, align)
        follows = _there(self._parts[at + 1 :]) or (self._then.there() if self._then is not None else [])
        if follows:
            made.stackUnder(follows[0])

    def there(self) -> list[QWidget]:
        """Those that are there, and what follows them."""
        return _there(self._parts) + (self._then.there() if self._then is not None else [])


def _there(parts: list[Later[QWidget] | QWidget]) -> list[QWidget]:
    made = (one.made if isinstance(one, Later) else one for one in parts)
    return [one for one in made if one is not None]
