"""The body map: drawings side by side, to be pointed at or walked with the arrow keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from bruiseaid.app.body.buttons import PlaceButton
from bruiseaid.app.body.picking import neighbour, picker
from bruiseaid.app.body.placing import side_by_side
from bruiseaid.app.body.shapes import paint_body, paint_lit, shapes
from bruiseaid.app.look import Look
from bruiseaid.app.screens.values import MapView
from bruiseaid.record.figures import FigureRegion, figure

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_DISC = 13


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a drawing: the drawing's name and the key of the region."""

    view: str
    key: str


class BodyMap(QWidget):
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
        self._layer: QPixmap | None = None
        self._buttons: dict[Spot, PlaceButton] = {}
        self.setObjectName("body_map")
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
        self._view = view
        if moved:
            self._point_at(None)
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
            self._buttons.pop(spot).deleteLater()
        discs = dict(self._view.discs)
        for spot in sorted(wanted, key=lambda one: (self.views().index(one.view), one.key)):
            if spot not in self._buttons:
                name = figure(spot.view).regions[spot.key].name
                self._buttons[spot] = PlaceButton(self, spot.key, name, partial(self._choose, spot))
                self._buttons[spot].show()
            self._buttons[spot].lie_over(self._rect_of(spot))
            self._buttons[spot].tell_marks(discs.get(spot.key, ()))

    def spot(self) -> Spot | None:
        """The place under the pointer or the keyboard."""
        return self._spot

    def place_of(self, view: str, key: str) -> QPointF:
        """The point of the widget at which that place can be pressed: its anchor."""
        x, y = figure(view).regions[key].anchor
        box, scale = self._boxes()[view]
        origin = shapes(view).box.topLeft()
        return QPointF(box.left() + (x - origin.x()) * scale, box.top() + (y - origin.y()) * scale)

    def at(self, position: QPointF) -> Spot | None:
        """The place at a point of the widget."""
        for view, (box, scale) in self._boxes().items():
            if box.adjusted(-8, -8, 8, 8).contains(position):
                origin = shapes(view).box.topLeft()
                x, y = (position.x() - box.left()) / scale, (position.y() - box.top()) / scale
                key = picker(view).at((x + origin.x(), y + origin.y()))
                if key is not None:
                    return Spot(view, key)
        return None

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

    def _boxes(self) -> dict[str, tuple[QRectF, float]]:
        """Where each drawing stands, and how many px one of its units takes."""
        head = float(self._look.line("label") + 4)
        sizes = {view: (shapes(view).box.width(), shapes(view).box.height()) for view in self.views()}
        tallest = min(float(self.height()) - head, float(self._look.px(640)))
        placed = side_by_side(sizes, float(self.width()), tallest)
        return {view: (QRectF(one.left, head, one.width, one.height), one.scale) for view, one in placed.items()}

    # ---- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._base())
        for view in self.views():
            for spot, width in self._lit(view):
                self._enter(painter, view)
                thin = width / self._boxes()[view][1]
                paint_lit(painter, self._look, view, spot.key, thin, tinted=width > 2)
                painter.restore()
        self._paint_discs(painter)
        painter.end()

    def _lit(self, view: str) -> list[tuple[Spot, float]]:
        lit = []
        if self._view.selected in figure(view).regions:
            lit.append((Spot(view, self._view.selected), 1.8))
        if self._spot is not None and self._spot.view == view:
            lit.append((self._spot, 3.0))
        return lit

    def _base(self) -> QPixmap:
        if self._layer is None:
            ratio = self.devicePixelRatioF()
            layer = QPixmap(self.size() * ratio)
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(layer)
            for view in self.views():
                self._enter(painter, view)
                paint_body(painter, self._look, view, frozenset(key for key, _ in self._view.discs))
                painter.restore()
                self._paint_sides(painter, view)
            painter.end()
            self._layer = layer
        return self._layer

    def _enter(self, painter: QPainter, view: str) -> None:
        box, scale = self._boxes()[view]
        origin = shapes(view).box.topLeft()
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(scale, scale)
        painter.translate(-origin)

    def _paint_sides(self, painter: QPainter, view: str) -> None:
        box, drawing = self._boxes()[view][0], figure(view)
        painter.setFont(self._look.font("label"))
        painter.setPen(self._look.colour("ink2"))
        tall = self._look.line("label")
        line = QRectF(box.left(), 0, box.width(), tall)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, drawing.left_words)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, drawing.right_words)

    def _paint_discs(self, painter: QPainter) -> None:
        font = QFont(self._look.font("label", bold=True))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = float(self._look.px(_DISC))
        for view in self.views():
            for key, numbers in self._view.discs:
                if key not in figure(view).regions:
                    continue
                middle, step = self.place_of(view, key), radius * 1.6
                for place, number in enumerate(numbers):
                    x = middle.x() + (place - (len(numbers) - 1) / 2) * step
                    self._paint_disc(painter, QPointF(x, middle.y()), radius, number, font)

    def _paint_disc(self, painter: QPainter, middle: QPointF, radius: float, number: str, font: QFont) -> None:
        painter.setPen(QPen(self._look.colour("surface"), 1.5))
        painter.setBrush(self._look.colour("mark"))
        painter.drawEllipse(middle, radius, radius)
        painter.setFont(font)
        painter.setPen(self._look.colour("on_mark"))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def _stale(self) -> None:
        self._layer = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stale()
        self._tell_places()
        super().resizeEvent(event)

    # ---- pointing -----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose(self.at(event.position()))

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
            self._point_at(Spot(region.opens, _middle(region.opens)))

    def _point_at(self, spot: Spot | None) -> None:
        if spot == self._spot:
            return
        for changed in (self._spot, spot):
            if changed is not None and changed.view in self.views():
                self.update(self._rect_of(changed))
        self._spot = spot
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self.setAccessibleDescription(figure(spot.view).regions[spot.key].name if spot else "")
        self.pointed.emit(spot.key if spot else "")

    def _rect_of(self, spot: Spot) -> QRect:
        left, top, right, bottom = figure(spot.view).regions[spot.key].box
        box, scale = self._boxes()[spot.view]
        origin = shapes(spot.view).box.topLeft()
        rect = QRectF(
            box.left() + (left - origin.x()) * scale,
            box.top() + (top - origin.y()) * scale,
            (right - left) * scale,
            (bottom - top) * scale,
        )
        return rect.adjusted(-5, -5, 5, 5).toAlignedRect()

    # ---- keys ---------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._spot is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._point_at(Spot(self._view.big, _middle(self._view.big)))
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
        if self._spot is None:
            self._point_at(Spot(self._view.big, _middle(self._view.big)))
            return
        found = neighbour(figure(self._spot.view), self._spot.key, dx, dy)
        if found is not None:
            self._point_at(Spot(self._spot.view, found))
        elif dx:
            self._cross_over(dx)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))

    def _cross_over(self, dx: int) -> None:
        assert self._spot is not None
        views = self.views()
        place = views.index(self._spot.view) + dx
        if 0 <= place < len(views):
            self._point_at(Spot(views[place], _middle(views[place])))


def _middle(view: str) -> str:
    """The region nearest to the middle of a drawing: where the keyboard begins."""
    drawing = figure(view)
    left, top, width, height = drawing.view_box
    x, y = left + width / 2, top + height / 2
    pickable = [region for region in drawing.regions.values() if not region.opens]
    return min(pickable, key=lambda region: abs(region.anchor[0] - x) + abs(region.anchor[1] - y)).key
