"""Cards one below another, in two columns, or in a row that breaks: by the room there is."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.letting_go import let_go

Mode: TypeAlias = Literal["one", "two", "flow"]
_TWO_COLUMNS_FROM = 600


class CardStack(QWidget):
    """A widget that lays its cards out itself, in the order in which they were added.

    "two" becomes "one" where there is too little room. A card added as `full` takes a whole row.
    """

    def __init__(self, look: Look, mode: Mode = "one", gap: int = 7) -> None:
        super().__init__()
        lean(self)
        self._look, self._mode, self._gap = look, mode, gap
        self._cards: list[tuple[QWidget, bool]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, card: QWidget, *, full: bool = False) -> None:
        """Adds a card at the end."""
        card.setParent(self)
        self._cards.append((card, full))
        card.show()
        self.updateGeometry()

    def cards(self) -> list[QWidget]:
        """The cards in the order in which they were added."""
        return [card for card, _ in self._cards]

    def clear(self) -> None:
        """Takes all cards away."""
        for card, _ in self._cards:
            card.hide()
            card.setParent(None)
            let_go(card)
        self._cards.clear()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def sizeHint(self) -> QSize:
        width = self._look.px(560 if self._mode == "two" else 420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """What was shown or hidden among the cards of a page out of sight told nobody: each has its place again."""
        if self._mode == "flow":
            self.updateGeometry()
            self._lay()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._lay()
        return super().event(event)

    def _lay(self) -> None:
        shown = [card for card, _ in self._cards if not card.isHidden()]
        for card, place in zip(shown, self._places(self.width()), strict=True):
            card.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        if self._mode == "flow":
            return self._flow(width)
        columns = 2 if self._mode == "two" and width >= self._look.px(_TWO_COLUMNS_FROM) else 1
        return self._grid(width, columns)

    def _grid(self, width: int, columns: int) -> list[QRect]:
        """Down the first column, then down the second; a full card ends both."""
        gap, places, top = self._look.px(self._gap), [], 0
        wide = (width - gap * (columns - 1)) // columns
        for run, full in self._runs():
            split = -(-len(run) // (1 if full else columns))
            lowest = top
            for column in range(columns if not full else 1):
                at = top
                for card in run[column * split : (column + 1) * split]:
                    tall = _height(card, width if full else wide)
                    places.append(QRect(column * (wide + gap), at, width if full else wide, tall))
                    at += tall + gap
                lowest = max(lowest, at)
            top = lowest
        return places

    def _runs(self) -> list[tuple[list[QWidget], bool]]:
        runs: list[tuple[list[QWidget], bool]] = []
        for card, full in self._cards:
            if card.isHidden():
                continue
            if full or not runs or runs[-1][1]:
                runs.append(([card], full))
            else:
                runs[-1][0].append(card)
        return runs

    def _flow(self, width: int) -> list[QRect]:
        gap, places = self._look.px(self._gap), []
        left = top = tall = 0
        for card, full in self._cards:
            if card.isHidden():
                continue
            wide = width if full else min(card.sizeHint().width(), width)
            if left and left + wide > width:
                left, top, tall = 0, top + tall + gap, 0
            high = _height(card, wide)
            places.append(QRect(left, top, wide, high))
            left, tall = left + wide + gap, max(tall, high)
        return places


def _height(card: QWidget, width: int) -> int:
    wanted = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
    return max(wanted, card.minimumHeight())
