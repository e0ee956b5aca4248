"""Where on the widget each place of the drawings shown can be seen and pressed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF

from bruiseaid.app.body.picking import picker
from bruiseaid.app.body.placing import side_by_side
from bruiseaid.app.body.shapes import shapes
from bruiseaid.record.figures import figure
from bruiseaid.values import dataclass

_BEYOND = 8.0  # px round a drawing that still count as near it
_LINE = 5  # px round a region that its line may take


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a drawing: the drawing's name and the key of the region."""

    view: str
    key: str


class Spots:
    """The drawings laid out side by side in a room of that size (px); `head` px above them stay free for words.

    `least` is how wide those words are.
    """

    def __init__(self, views: tuple[str, ...], width: float, tallest: float, head: float, least: float = 0.0) -> None:
        sizes = {view: (shapes(view).box.width(), shapes(view).box.height()) for view in views}
        placed = side_by_side(sizes, width, tallest, least)
        self.views = views
        self.boxes = {view: QRectF(one.left, head, one.width, one.height) for view, one in placed.items()}
        self.scales = {view: one.scale for view, one in placed.items()}

    def at(self, position: QPointF) -> Spot | None:
        """The place at a point of the widget."""
        for view, box in self.boxes.items():
            if box.adjusted(-_BEYOND, -_BEYOND, _BEYOND, _BEYOND).contains(position):
                key = picker(view).at(self._in_drawing(view, position))
                if key is not None:
                    return Spot(view, key)
        return None

    def point_of(self, spot: Spot) -> QPointF:
        """The point of the widget at which that place can be pressed: its anchor."""
        x, y = figure(spot.view).regions[spot.key].anchor
        return self._on_widget(spot.view, x, y)

    def rect_of(self, spot: Spot) -> QRect:
        """The part of the widget that changes when that place is pointed at."""
        left, top, right, bottom = figure(spot.view).regions[spot.key].box
        box = QRectF(self._on_widget(spot.view, left, top), self._on_widget(spot.view, right, bottom))
        return box.adjusted(-_LINE, -_LINE, _LINE, _LINE).toAlignedRect()

    def _in_drawing(self, view: str, position: QPointF) -> tuple[float, float]:
        box, scale, origin = self.boxes[view], self.scales[view], shapes(view).box
        return (position.x() - box.x()) / scale + origin.x(), (position.y() - box.y()) / scale + origin.y()

    def _on_widget(self, view: str, x: float, y: float) -> QPointF:
        box, scale, origin = self.boxes[view], self.scales[view], shapes(view).box
        return QPointF(box.x() + (x - origin.x()) * scale, box.y() + (y - origin.y()) * scale)
