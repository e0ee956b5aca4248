"""Frames and layouts that the style sheet knows by a property."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bruiseaid.app.look import Look

Inset: TypeAlias = tuple[int, int, int, int]
_FLUSH: Inset = (0, 0, 0, 0)


def column(parent: QWidget | None = None, *, gap: int = 0, inset: Inset = _FLUSH) -> QVBoxLayout:
    """A layout from top to bottom with that gap (px) and inset (left, top, right, bottom)."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    _space(layout, gap, inset)
    return layout


def row(parent: QWidget | None = None, *, gap: int = 8, inset: Inset = _FLUSH) -> QHBoxLayout:
    """A layout from left to right with that gap (px) and inset (left, top, right, bottom)."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    _space(layout, gap, inset)
    return layout


def _space(layout: QBoxLayout, gap: int, inset: Inset) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(QMargins(*inset))


class Ground(QFrame):
    """A frame with a property for the style sheet: Ground("frame", "card"), Ground("ground", "surface")."""

    def __init__(self, kind: str, value: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty(kind, value)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def become(self, kind: str, value: str) -> None:
        """Takes another value of a property."""
        if self.property(kind) != value:
            self.setProperty(kind, value)
            self.style().unpolish(self)
            self.style().polish(self)


def rule(look: Look) -> QFrame:
    """A thin line across."""
    line = Ground("rule", "true")
    line.setFixedHeight(1)
    return line


class Scroll(QScrollArea):
    """An area that scrolls up and down only."""

    def __init__(self, inside: QWidget, ground: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setProperty("ground", ground)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.viewport().setAutoFillBackground(False)
        inside.setMinimumHeight(1)  # else its tallest form counts, and the page scrolls into nothing
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(200, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 80)


def clear(layout: QBoxLayout) -> None:
    """Takes everything out of a layout, and deletes the widgets."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)  # type: ignore[arg-type]
