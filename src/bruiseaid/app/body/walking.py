"""The arrow keys on the body map: where they begin, and where each leads."""

from __future__ import annotations

from bruiseaid.app.body.picking import neighbour
from bruiseaid.app.body.spots import Spot
from bruiseaid.record.figures import figure


def first_spot(view: str) -> Spot:
    """The region nearest to the middle of a drawing: where the keyboard begins."""
    drawing = figure(view)
    left, top, width, height = drawing.view_box
    x, y = left + width / 2, top + height / 2
    pickable = [region for region in drawing.regions.values() if not region.opens]
    return Spot(view, min(pickable, key=lambda one: abs(one.anchor[0] - x) + abs(one.anchor[1] - y)).key)


def next_spot(spot: Spot, views: tuple[str, ...], dx: int, dy: int) -> Spot:
    """The place that an arrow leads to: in the same drawing, else sideways in the next one, else the same place."""
    found = neighbour(figure(spot.view), spot.key, dx, dy)
    if found is not None:
        return Spot(spot.view, found)
    place = views.index(spot.view) + dx
    return first_spot(views[place]) if dx and 0 <= place < len(views) else spot
