"""What a ground looks like: its fill, its edges and its corners, by what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from bruiseaid.app.look import Look
from bruiseaid.app.painted.fill import fill

_SHAPES = ("octagon", "diamond", "triangle", "circle", "square")
_SIDES = ("left", "top", "right", "bottom")


class Clothes(NamedTuple):
    """Roles of the tokens for fill and edge; `left` for a left edge of another colour. Edges and corners in px.

    `edges` are left, top, right, bottom; they do not grow with the text. `loose`: painted over the inset of what is
    inside, so that nothing moves when it comes and goes.
    """

    fill: str = ""
    edge: str = ""
    edges: tuple[int, int, int, int] = (0, 0, 0, 0)
    radius: int = 0
    left: str = ""
    loose: bool = False

    def room(self) -> tuple[int, int, int, int]:
        """How much of each side is not for what is inside."""
        return (0, 0, 0, 0) if self.loose else self.edges


def _ringed(fill: str, edge: str, wide: int, radius: int) -> Clothes:
    return Clothes(fill, edge, (wide, wide, wide, wide), radius)


def _barred(edge: str, left: str) -> Clothes:
    return Clothes("surface", edge, (5, 1, 1, 1), 10, left)


_BY_KIND: Mapping[str, Mapping[str, Clothes]] = {
    "ground": {role: Clothes(role) for role in ("canvas", "surface", "sunken")},
    "frame": {
        "card": _ringed("surface", "line", 1, 10),
        "quiet": _barred("line", "line"),
        "next": _ringed("surface", "accent", 2, 10),
        "note": _ringed("triangle_tint", "triangle", 1, 8),
        "aside": Clothes("sunken", radius=8),
        "quote": Clothes("surface", radius=8),
        "errors": _ringed("error_tint", "error", 2, 8),
        "why": Clothes(edge="accent", edges=(3, 0, 0, 0)),
        "wrong": Clothes(edge="error", edges=(4, 0, 0, 0), loose=True),
        "late": Clothes("error_tint", radius=8),
    },
    "rule": {"true": Clothes("line")},
    "level": {shape: Clothes(f"{shape}_tint", shape, (0, 0, 0, 2)) for shape in _SHAPES},
    "level_edge": {shape: _barred("line", shape) for shape in _SHAPES},
    "level_ring": {shape: _ringed("surface", shape, 2, 10) for shape in _SHAPES},
    "edge": {
        side: Clothes(edge="line", edges=(side == "left", side == "top", side == "right", side == "bottom"))
        for side in _SIDES
    },
}


def clothes_for(kinds: Mapping[str, str]) -> Clothes:
    """The clothes of a ground that is all this: {"ground": "surface", "edge": "top"}."""
    found = [known for kind, value in kinds.items() if (known := _BY_KIND.get(kind, {}).get(value))]
    whole = Clothes()
    for one in found:
        whole = one._replace(fill=one.fill or whole.fill, edges=one.edges if any(one.edges) else whole.edges)
        whole = whole._replace(edge=one.edge or whole.edge)
    return whole


def paint(painter: QPainter, box: QRectF, clothes: Clothes, look: Look) -> None:
    """Paints them over the whole box."""
    left, top, right, bottom = clothes.edges
    inner = box.adjusted(left, top, -right, -bottom)
    if not clothes.radius:
        _paint_edges(painter, box, inner, clothes, look)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    corner = look.px(clothes.radius)
    outer = QPainterPath()
    outer.addRoundedRect(box, corner, corner)
    if any(clothes.edges):
        painter.fillPath(outer, look.colour(clothes.edge))
        if clothes.left:
            painter.setClipRect(QRectF(box.left(), box.top(), left + corner, box.height()))
            painter.fillPath(outer, look.colour(clothes.left))
            painter.setClipRect(box)
        outer = QPainterPath()
        corner = max(0, corner - min(clothes.edges))
        outer.addRoundedRect(inner, corner, corner)
    if clothes.fill:
        painter.fillPath(outer, look.colour(clothes.fill))


def _paint_edges(painter: QPainter, box: QRectF, inner: QRectF, clothes: Clothes, look: Look) -> None:
    if clothes.fill:
        fill(painter, inner, look.colour(clothes.fill))
    left, top, right, bottom = clothes.edges
    for edge in (
        QRectF(box.left(), box.top(), left, box.height()) if left else None,
        QRectF(box.right() - right, box.top(), right, box.height()) if right else None,
        QRectF(box.left(), box.top(), box.width(), top) if top else None,
        QRectF(box.left(), box.bottom() - bottom, box.width(), bottom) if bottom else None,
    ):
        if edge is not None:
            fill(painter, edge, look.colour(clothes.edge))
