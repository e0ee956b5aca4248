"""Dresses the window: typeface and colours for all of it, a style sheet only for the few widgets that need one.

A style sheet on the window would be worked out and kept by Qt for each widget in it, some ten kilobytes for every one,
whether it says anything about that widget or not.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.living import Living
from bruiseaid.app.style import sheet

_SHEET = "sheet"
_dressed: Living[QWidget] = Living()
GROUNDS = {
    "canvas": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "sunken": QPalette.ColorRole.AlternateBase,
}
_worn: list[Look] = []


def worn() -> Look:
    """The look that the window wears just now."""
    return _worn[-1] if _worn else Look()


def wear(widget: QWidget, kind: str) -> None:
    """Gives one widget the style sheet of its kind, now and whenever the look changes."""
    widget.setProperty(_SHEET, kind)
    _dressed.add(widget)
    widget.setStyleSheet(sheet(kind, worn()))


def stand_on(widget: QWidget, ground: str) -> None:
    """Fills a widget with a ground of the palette, now and whenever the look changes."""
    widget.setBackgroundRole(GROUNDS[ground])
    widget.setAutoFillBackground(True)


def dress(window: QWidget, look: Look) -> None:
    """Has the window, and all that is in it, wear that look."""
    _worn[:] = [look]
    window.setFont(look.font("body"))
    window.setPalette(_palette(look))
    QToolTip.setFont(look.font("body"))
    QToolTip.setPalette(_tip(look))
    for widget in _dressed.inside(window):
        widget.setStyleSheet(sheet(widget.property(_SHEET), look))


def _palette(look: Look) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for name, roles in (
        ("ink", (role.WindowText, role.Text, role.ButtonText)),
        ("canvas", (role.Window,)),
        ("surface", (role.Base, role.Button)),
        ("sunken", (role.AlternateBase,)),
        ("accent", (role.Highlight,)),
        ("on_accent", (role.HighlightedText,)),
        ("link", (role.Link,)),
    ):
        for one in roles:
            palette.setColor(one, look.colour(name))
    return palette


def _tip(look: Look) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.ToolTipBase, QColor(look.tokens.ink))
    palette.setColor(QPalette.ColorRole.ToolTipText, QColor(look.tokens.surface))
    return palette
