"""The picture of the body map that stays while the pointer moves: drawings, words at their edges, scale bars."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from bruiseaid.app.body.scale import bar_mm, px_per_mm
from bruiseaid.app.body.shapes import paint_body, shapes
from bruiseaid.app.body.sizes import paint_bar
from bruiseaid.app.body.spots import Spots
from bruiseaid.app.look import Look
from bruiseaid.app.screens.values import MapView
from bruiseaid.record.figures import figure

_LONGEST_BAR = 90.0
_BETWEEN = 12
_BAR_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip


def body_layer(look: Look, spots: Spots, view: MapView, size: QSize, ratio: float) -> QPixmap:
    """The picture, on the ground of the page, so that nothing behind it has to be painted with it."""
    layer = QPixmap(size * ratio)
    layer.setDevicePixelRatio(ratio)
    layer.fill(look.colour("surface"))
    painter = QPainter(layer)
    marked = frozenset(key for key, _ in view.discs)
    for name in spots.views:
        enter_drawing(painter, spots, name)
        paint_body(painter, look, name, marked)
        painter.restore()
        _paint_sides(painter, look, spots.boxes[name], name)
        _paint_scale(painter, look, spots.boxes[name], px_per_mm(spots.scales[name], name, view.kind))
    painter.end()
    return layer


def enter_drawing(painter: QPainter, spots: Spots, view: str) -> None:
    """Has the painter work in the units of a drawing, until `restore`."""
    painter.save()
    painter.translate(spots.boxes[view].topLeft())
    painter.scale(spots.scales[view], spots.scales[view])
    painter.translate(-shapes(view).box.topLeft())


def sides_width(look: Look, view: str) -> float:
    """How wide the words above a drawing are, side by side."""
    metrics = QFontMetricsF(look.font("label"))
    words = (figure(view).left_words, figure(view).right_words)
    return sum(metrics.horizontalAdvance(word) for word in words) + look.px(_BETWEEN)


def _paint_sides(painter: QPainter, look: Look, box: QRectF, view: str) -> None:
    painter.setFont(look.font("label"))
    painter.setPen(look.colour("ink2"))
    line = QRectF(box.left(), 0, max(box.width(), sides_width(look, view)), look.line("label"))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, figure(view).left_words)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight, figure(view).right_words)


def scale_height(look: Look) -> float:
    """How tall the line below a drawing is that says how large things are in it."""
    return float(look.line("small"))


def _paint_scale(painter: QPainter, look: Look, box: QRectF, scale: float) -> None:
    mm = bar_mm(scale, min(_LONGEST_BAR, box.width() * 0.3))
    tall = scale_height(look)
    left, right, y = box.left() + 2, box.left() + 2 + mm * scale, box.bottom() + tall / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("ink2"), 1.5))
    paint_bar(painter, left, right, y)
    painter.setFont(look.font("small"))
    words = QRectF(right + 8, y - tall / 2, box.right() - right, tall)
    painter.drawText(words, _BAR_WORDS, f"about {mm} mm")
