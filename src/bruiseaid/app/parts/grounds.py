"""Frames and layouts: what things stand on, and in."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.clothes import Clothes, clothes_for, paint
from bruiseaid.app.parts.dress import GROUNDS, stand_on, wear, worn
from bruiseaid.app.parts.lean import bare, lean
from bruiseaid.app.parts.letting_go import let_go

Inset: TypeAlias = tuple[int, int, int, int]
_FLUSH: Inset = (0, 0, 0, 0)


def column(parent: QWidget | None = None, *, gap: int = 0, inset: Inset = _FLUSH) -> QVBoxLayout:
    """A layout from top to bottom with that gap (px) and inset (left, top, right, bottom)."""
    layout = lean(QVBoxLayout(parent) if parent is not None else QVBoxLayout())
    _space(layout, gap, inset)
    return layout


def row(parent: QWidget | None = None, *, gap: int = 8, inset: Inset = _FLUSH) -> QHBoxLayout:
    """A layout from left to right with that gap (px) and inset (left, top, right, bottom)."""
    layout = lean(QHBoxLayout(parent) if parent is not None else QHBoxLayout())
    _space(layout, gap, inset)
    return layout


def _space(layout: QBoxLayout, gap: int, inset: Inset) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(QMargins(*inset))


class Ground(QFrame):
    """A frame that wears what it is for: Ground("frame", "card"), Ground("ground", "surface")."""

    def __init__(self, kind: str, value: str) -> None:
        super().__init__()
        lean(self)
        self._kinds: dict[str, str] = {}
        self._clothes = Clothes()
        self.become(kind, value)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def become(self, kind: str, value: str) -> None:
        """Becomes that too, or another of the same kind; an empty value is none."""
        if self._kinds.get(kind) != value:
            self._kinds[kind] = value
            self._clothes = clothes_for(self._kinds)
            self.setContentsMargins(*self._clothes.room())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._clothes, worn())
        painter.end()


def rule(look: Look) -> QFrame:
    """A thin line across."""
    line = Ground("rule", "true")
    line.setFixedHeight(1)
    return line


class Scroll(QScrollArea):
    """An area that scrolls up and down only."""

    def __init__(self, inside: QWidget, ground: str) -> None:
        super().__init__()
        lean(self)
        self.setViewport(bare())  # one of Qt's own, once asked for, has PySide make every class of widget there is
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        wear(self.verticalScrollBar(), "scroll_bar")
        self.viewport().setAutoFillBackground(False)
        inside.setMinimumHeight(1)  # else its tallest form counts, and the page scrolls into nothing
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        if ground in GROUNDS:
            stand_on(inside, ground)

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
            let_go(widget)
        elif (inner := item.layout()) is not None:
            clear(inner)  # type: ignore[arg-type]
