"""The body map: drawings side by side, to be pointed at or walked with the arrow keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from bruiseaid.app.body.buttons import PlaceButton
from bruiseaid.app.body.layer import body_layer, enter_drawing, scale_height, sides_width
from bruiseaid.app.body.shapes import paint_lit
from bruiseaid.app.body.sizes import Placed, paint_mark, placed_marks, rect_of
from bruiseaid.app.body.spots import Spot, Spots
from bruiseaid.app.body.walking import first_spot, next_spot
from bruiseaid.app.look import Look
from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.app.parts.one_press import OnePress
from bruiseaid.app.screens.values import MapView
from bruiseaid.record.figures import FigureRegion, figure

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_TALLEST = 640
_POINTED_AT, _CHOSEN = 3.0, 1.8


class BodyMap(OnePress, QWidget):
    """All drawings of one tab in one widget.

    `picked` carries region, side and drawing of the place chosen; `pointed` the key of the place under the
    pointer or the keyboard, empty when there is none; `next_tab` asks for the next drawings.
    """

    picked = Signal(str, str, str)
    pointed = Signal(str)
    next_tab = Signal()
    removal = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view = MapView("", "infant-front", (), (), "")
        self._spot: Spot | None = None
        self._spots: Spots | None = None
        self._marks: list[Placed] | None = None
        self._layer: QPixmap | None = None
        self._buttons: dict[Spot, PlaceButton] = {}
        self.setObjectName("body_map")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._stale)

    # ---- what is shown ------------------------------------------------------------------------------------------

    def show_view(self, view: MapView) -> None:
        """Shows other drawings or other marks."""
        if view == self._view:
            return
        moved = (view.big, view.beside) != (self._view.big, self._view.beside)
        if moved:
            self._point_at(None)
        self._view = view
        count = sum(len(numbers) for _, numbers in view.discs)
        marks = "No marks" if not count else "1 mark" if count == 1 else f"{count} marks"
        self.setAccessibleName(f"Body map, {figure(view.big).title}. {marks}")
        self._stale()
        self._tell_places()

    def _tell_places(self) -> None:
        """Keeps a button at every place for assistive technology, while some is running."""
        if not QAccessible.isActive():
            return
        wanted = {Spot(view, key) for view in self.views() for key in self.keys(view)}
        for spot in set(self._buttons) - wanted:
            let_go(self._buttons.pop(spot))
        discs = dict(self._view.discs)
        for spot in sorted(wanted, key=lambda one: (self.views().index(one.view), one.key)):
            if spot not in self._buttons:
                name = figure(spot.view).regions[spot.key].name
                self._buttons[spot] = PlaceButton(self, spot.key, name, partial(self._choose, spot))
                self._buttons[spot].show()
            self._buttons[spot].lie_over(self.spots().rect_of(spot))
            self._buttons[spot].tell_marks(discs.get(spot.key, ()))

    def spot(self) -> Spot | None:
        """The place under the pointer or the keyboard."""
        return self._spot

    def spots(self) -> Spots:
        """Where the places are, for the present drawings and size."""
        if self._spots is None:
            head = float(self._look.line("label") + 4)
            tallest = float(self.height()) - head - scale_height(self._look)
            tallest = min(tallest, float(self._look.px(_TALLEST)))
            least = max(sides_width(self._look, view) for view in self.views())
            self._spots = Spots(self.views(), float(self.width()), tallest, head, least)
        return self._spots

    def place_of(self, view: str, key: str) -> QPointF:
        """The point of the widget at which that place can be pressed."""
        return self.spots().point_of(Spot(view, key))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(560), self._look.px(250))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 230)

    def views(self) -> tuple[str, ...]:
        """The drawings shown, the large one first."""
        return (self._view.big, *self._view.beside)

    def keys(self, view: str) -> frozenset[str]:
        """The places of one of them."""
        return frozenset(figure(view).regions)

    # ---- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._base())
        marked = {key for key, _ in self._view.discs}
        for spot, width in self._lit():
            if event.region().intersects(self.spots().rect_of(spot)):
                enter_drawing(painter, self.spots(), spot.view)
                thin = width / self.spots().scales[spot.view]
                tinted = width == _POINTED_AT and spot.key not in marked
                paint_lit(painter, self._look, spot.view, spot.key, thin, tinted=tinted)
                painter.restore()
        for mark in self._placed():
            if event.region().intersects(rect_of(self._look, mark).toAlignedRect()):
                paint_mark(painter, self._look, mark)
        painter.end()

    def _lit(self) -> list[tuple[Spot, float]]:
        chosen = [Spot(view, self._view.selected) for view in self.views()]
        lit = [(spot, _CHOSEN) for spot in chosen if spot.key in figure(spot.view).regions]
        return [*lit, (self._spot, _POINTED_AT)] if self._spot is not None else lit

    def _base(self) -> QPixmap:
        if self._layer is None:
            self._layer = body_layer(self._look, self.spots(), self._view, self.size(), self.devicePixelRatioF())
        return self._layer

    def _placed(self) -> list[Placed]:
        if self._marks is None:
            self._marks = placed_marks(self._look, self.spots(), self._view)
        return self._marks

    def _stale(self) -> None:
        self._layer = self._spots = self._marks = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stale()
        self._tell_places()
        super().resizeEvent(event)

    # ---- pointing -----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.spots().at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose(self.spots().at(event.position()))

    def _choose(self, spot: Spot | None) -> None:
        if spot is None:
            return
        region = figure(spot.view).regions[spot.key]
        if region.opens:
            self._enter_drawing(region)
            return
        self._point_at(spot)
        self.picked.emit(region.region, region.side, spot.view)

    def _enter_drawing(self, region: FigureRegion) -> None:
        if region.opens in self.views():
            self._point_at(first_spot(region.opens))

    def _point_at(self, spot: Spot | None) -> None:
        if spot == self._spot:
            return
        for changed in (self._spot, spot):
            if changed is not None and changed.view in self.views():
                self.update(self.spots().rect_of(changed))
        if (spot is None) != (self._spot is None):
            self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self._spot = spot
        self.setAccessibleDescription(figure(spot.view).regions[spot.key].name if spot else "")
        self.pointed.emit(spot.key if spot else "")

    # ---- keys ---------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._spot is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._point_at(first_spot(self._view.big))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._walk(*_ARROWS[key])
        elif key in _ENTER:
            self._choose(self._spot)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Tab and control:
                self.next_tab.emit()
                return True
        return super().event(event)

    def _walk(self, dx: int, dy: int) -> None:
        here = self._spot
        self._point_at(first_spot(self._view.big) if here is None else next_spot(here, self.views(), dx, dy))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))
