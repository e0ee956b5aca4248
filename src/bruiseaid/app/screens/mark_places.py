"""The places of the body by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from bruiseaid.app.screens.last_answer import last_answer
from bruiseaid.app.screens.values import PlaceView
from bruiseaid.protocol.model import Region
from bruiseaid.record.figures import VIEWS, keys_of

Entry: TypeAlias = Mapping[str, str]

_SIDE_WORDS = {"left": "child's left", "right": "child's right", "middle": "middle"}


def place_words(regions: Mapping[str, Region], mark: Entry) -> str:
    """ "Cheek, fleshy part: child's left"."""
    region = regions.get(mark.get("region", ""))
    name = region.name.replace(" - ", ", ") if region else "Place not given"
    side = _SIDE_WORDS.get(mark.get("side", ""), "")
    single = region is not None and len(region.sides) == 1
    return name if single or not side else f"{name}: {side}"


@last_answer
def places_by_name(regions: tuple[Region, ...]) -> tuple[PlaceView, ...]:
    """Every place that can be found by name."""
    by_id = {region.id: region for region in regions}
    return tuple(
        PlaceView(region.id, side, place_words(by_id, {"region": region.id, "side": side}))
        for region in regions
        for side in region.sides
    )


def elsewhere_words(regions: tuple[Region, ...]) -> str:
    """The name of what stands for places without a drawing; empty if there is none."""
    found = undrawn(regions)
    return next((region.name for region in regions if region.id == found), "")


@last_answer
def undrawn(regions: tuple[Region, ...]) -> str:
    """The region that stands for places without a drawing; empty if there is none."""
    return next((region.id for region in regions if not _drawn(region)), "")


def _drawn(region: Region) -> bool:
    return any(f"{region.id}-{side}" in keys_of(view) for view in VIEWS for side in region.sides)
