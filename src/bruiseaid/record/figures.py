"""The body drawings as numbers: regions, details and outlines of each view, in the units of the drawing.

The window and the paper draw from the same values. x grows to the right and y downwards, as in the files.
Left and right in a region's side are the child's own; `left_words` and `right_words` say which edge is which.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias, TypedDict

from bruiseaid.content_paths import resources_folder
from bruiseaid.record.drawn import Element, elements
from bruiseaid.values import dataclass

Point: TypeAlias = tuple[float, float]
Polyline: TypeAlias = tuple[Point, ...]
Box: TypeAlias = tuple[float, float, float, float]

VIEWS: tuple[str, ...] = (
    "infant-front",
    "infant-back",
    "child-front",
    "child-back",
    "head-front",
    "head-left",
    "head-right",
    "mouth",
    "hands-palm",
    "hands-back",
    "feet-top",
    "feet-sole",
)


class _Place(TypedDict):
    """What regions.json holds for a region of a view."""

    anchor: list[float]
    box: list[float]
    neighbours: list[str]


@dataclass(frozen=True, slots=True)
class FigureRegion:
    """One place that can be picked. `key` is region and side joined by a hyphen, unique in its view.

    `path` is its path data, `subpaths` the lines of it: closed, filled by the even-odd rule. `anchor` is the centre
    of the largest circle inside; `box` is (least x, least y, greatest x, greatest y). `neighbours` are keys of
    regions that touch this one. `opens` names another view: such a region leads there, has no region or side, and
    can hold no mark.
    """

    key: str
    region: str
    side: str
    name: str
    path: str
    anchor: Point
    box: Box
    neighbours: tuple[str, ...]
    opens: str = ""

    @property
    def subpaths(self) -> tuple[Polyline, ...]:
        return polylines(self.path)


@dataclass(frozen=True, slots=True)
class Figure:
    """One drawing. `view_box` is (least x, least y, width, height); `regions` stand in drawing order.

    `details` are open lines and `outlines` closed ones; both are drawn over the regions and cannot be picked.
    """

    view: str
    title: str
    view_box: Box
    regions: Mapping[str, FigureRegion]
    detail_paths: tuple[str, ...]
    outline_path: str
    left_words: str
    right_words: str

    @property
    def details(self) -> tuple[Polyline, ...]:
        return tuple(line for path in self.detail_paths for line in polylines(path))

    @property
    def outlines(self) -> tuple[Polyline, ...]:
        return polylines(self.outline_path)


@cache
def figure(view: str) -> Figure:
    """The drawing of one of VIEWS, read once.

    Raises: KeyError for another name; FileNotFoundError when the drawings are missing.
    """
    if view not in VIEWS:
        raise KeyError(view)
    return read_figure(_folder(), view)


@cache
def keys_of(view: str) -> frozenset[str]:
    """The keys of the regions of one of VIEWS. Its drawing, which takes far more room, is not read for that."""
    return frozenset(_places(_folder())[view])


def read_figure(folder: Path, view: str) -> Figure:
    """The drawing of that name as it stands in a folder."""
    drawn = elements(folder / f"{view}.svg")
    labels = [one.words for one in _within(drawn, "labels", "text")]
    return Figure(
        view=view,
        title=next((one.words for one in drawn if one.tag == "title"), view),
        view_box=_box(float(number) for number in drawn[0].attributes["viewBox"].split()),
        regions=_regions(drawn, _places(folder)[view]),
        detail_paths=tuple(path.attributes["d"] for path in _within(drawn, "detail", "path")),
        outline_path=next((one.attributes["d"] for one in drawn if one.attributes.get("id") == "outline"), ""),
        left_words=labels[0] if len(labels) == 2 else "",
        right_words=labels[1] if len(labels) == 2 else "",
    )


def polylines(data: str) -> tuple[Polyline, ...]:
    """The lines of path data that has only M (absolute, further points follow) and Z, as our drawings have.

    They are not kept: as numbers of Python's they take ten times the room of their text.

    Raises: ValueError for any other command.
    """
    return tuple(_points(part) for part in data.replace("Z", " ").split("M") if part.strip())


def view_with(region: str, side: str, views: tuple[str, ...]) -> str | None:
    """The first of those views that draws this place, or None."""
    key = f"{region}-{side}"
    return next((view for view in views if key in figure(view).regions), None)


def _points(part: str) -> Polyline:
    numbers = map(float, part.replace(",", " ").split())
    return tuple(zip(numbers, numbers, strict=True))


def _within(drawn: tuple[Element, ...], group: str, tag: str) -> list[Element]:
    return [one for one in drawn if one.group == group and one.tag == tag]


def _regions(drawn: tuple[Element, ...], places: Mapping[str, _Place]) -> Mapping[str, FigureRegion]:
    found = (_region(path.attributes, places) for path in _within(drawn, "regions", "path"))
    return MappingProxyType({region.key: region for region in found})


def _region(shape: Mapping[str, str], places: Mapping[str, _Place]) -> FigureRegion:
    key = shape["id"]
    place = places[key]
    x, y = place["anchor"]
    return FigureRegion(
        key=key,
        region=shape.get("data-region", ""),
        side=shape.get("data-side", ""),
        name=shape["data-name"],
        path=shape["d"],
        anchor=(float(x), float(y)),
        box=_box(place["box"]),
        neighbours=tuple(place["neighbours"]),
        opens=shape.get("data-opens", ""),
    )


@cache
def _places(folder: Path) -> Mapping[str, Mapping[str, _Place]]:
    views = json.loads((folder / "regions.json").read_text(encoding="utf-8"))
    return {view: held["regions"] for view, held in views.items()}


def _box(numbers: Iterable[float]) -> Box:
    first, second, third, fourth = numbers
    return float(first), float(second), float(third), float(fourth)


def _folder() -> Path:
    return resources_folder() / "body_map"
