"""A bar at the lower edge that says that there are more answers below, for as long as one of them is out of sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.grounds import Ground, column, row
from bruiseaid.app.parts.link import Link
from bruiseaid.app.screens.ticking import with_key
from bruiseaid.app.screens.values import OptionView

_MORE = "More answers below. Show them"
_NEAR = 6
_LEAST_ROOM = 90  # with less, the bar would take the page from the answers


class MoreBelow(QWidget):
    """The bar under a page that scrolls. Its button brings the last answers into sight, and gives the focus
    to the first of them that was not seen before."""

    def __init__(
        self, look: Look, area: QScrollArea, cards: Sequence[QWidget], options: tuple[OptionView, ...]
    ) -> None:
        super().__init__()
        self._area, self._cards, self._least_room = area, cards, look.px(_LEAST_ROOM)
        self._none = next((card for card, option in zip(cards, options, strict=True) if option.alone), None)
        self._with_none = _words(options)
        self.setObjectName("more_below")
        ground = Ground("ground", "canvas")
        ground.become("edge", "top")
        column(self).addWidget(ground)
        line = row(ground, inset=(36, 5, 36, 5))
        self._link = Link(look, "show_more_below").say(_MORE)
        self._link.clicked.connect(self._show_them)
        line.addWidget(self._link, 1)
        self.hide()
        area.verticalScrollBar().valueChanged.connect(self.look_again)
        area.verticalScrollBar().rangeChanged.connect(self.look_again)
        area.viewport().installEventFilter(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.look_again()
        return False

    def look_again(self) -> None:
        """Looks, once everything has its place, whether every answer is in sight."""
        self._later.start()

    def _look(self) -> None:
        """The bar's own height counts as room, so that showing it never hides what made it go."""
        inside = self._area.widget()
        if inside is None or not self._area.isVisible():
            return
        room = self._area.viewport().height() + (self.height() if self.isVisible() else 0)
        self.setVisible(self._is_below(self._lowest(inside), inside, room) and room > self._least_room)
        room = self._area.viewport().height()
        none_below = self._none is not None and self._is_below(self._none, inside, room)
        self._link.say(self._with_none if none_below else _MORE)

    def _lowest(self, inside: QWidget) -> QWidget:
        """The card that ends furthest down; of two as low as each other, the later one.

        In two columns the left one can end below the last answer, which is at the right.
        """
        return max(reversed(self._cards), key=lambda card: _lower_edge(card, inside))

    def _is_below(self, card: QWidget, inside: QWidget, room: int) -> bool:
        return _lower_edge(card, inside) > self._area.verticalScrollBar().value() + room + _NEAR

    def _show_them(self) -> None:
        inside = self._area.widget()
        if inside is None:
            return
        room, lowest = self._area.viewport().height(), self._lowest(inside)
        unseen = [card for card in self._cards if self._is_below(card, inside, room)]
        self._area.ensureWidgetVisible(lowest, 10, 24)
        top = self._area.verticalScrollBar().value()
        first = next((card for card in unseen if card.mapTo(inside, QPoint()).y() >= top), lowest)
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _lower_edge(card: QWidget, inside: QWidget) -> int:
    return card.mapTo(inside, QPoint(0, card.height())).y()


def _words(options: tuple[OptionView, ...]) -> str:
    alone = [f"“{option.label}”" for option in options if option.alone]
    key = " (or press Ctrl + 0)" if with_key(options) is not None else ""
    return f"More answers below, also {alone[0]}{key}. Show them" if alone else _MORE
