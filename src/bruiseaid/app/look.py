"""How the window looks just now: theme and text size, shared by everything that paints."""

from __future__ import annotations

from typing import Protocol
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont
from shiboken6 import isValid

from bruiseaid.app.tokens import FAMILY, LIGHT, TYPE, Tokens


class Follower(Protocol):
    """A widget that has to be laid out anew when the look changes."""

    def __hash__(self) -> int: ...

    def relaid(self) -> None:
        """Forgets what it worked out for the look before."""


class Look(QObject):
    """Colours and sizes. One is made by the composition and handed to every widget that paints itself.

    `changed` is sent after the theme or the text size changed; everything must then be laid out anew.
    """

    changed = Signal()

    def __init__(self, tokens: Tokens = LIGHT, scale: float = 1.0) -> None:
        super().__init__()
        self.tokens = tokens
        self.scale = scale
        self._followers: WeakSet[Follower] = WeakSet()
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}

    def follow(self, widget: Follower) -> None:
        """Has that widget laid out anew at every change, before `changed` is sent, for as long as it is there.

        For the hundreds on a page: a connection of its own takes each of them ten times as much memory.
        """
        self._followers.add(widget)

    def become(self, tokens: Tokens, scale: float) -> None:
        """Takes on another theme and text size (1.0 to 2.0)."""
        self.tokens, self.scale = tokens, scale
        self._colours.clear()
        self._fonts.clear()
        for widget in tuple(self._followers):
            if isValid(widget):
                widget.relaid()
        self.changed.emit()

    def px(self, pixels: float) -> int:
        """That many pixels of the design at this text size."""
        return round(pixels * self.scale)

    def colour(self, role: str) -> QColor:
        """The colour of a role of the tokens; the same for everybody, so to be copied before it is changed."""
        if role not in self._colours:
            self._colours[role] = QColor(self.tokens.of(role))
        return self._colours[role]

    def font(self, role: str, *, bold: bool = False, italic: bool = False) -> QFont:
        """The font of a size of the type scale: "title", "body", "hint" ...; to be copied before it is changed."""
        known = self._fonts.get((role, bold, italic))
        if known is not None:
            return known
        size = TYPE[role]
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size.size))
        font.setBold(bold or size.bold)
        font.setItalic(italic)
        self._fonts[role, bold, italic] = font
        return font

    def line(self, role: str) -> int:
        """The height of a line of that size, in px."""
        return self.px(TYPE[role].line)
