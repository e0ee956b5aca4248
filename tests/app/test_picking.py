"""Pointing at the body: the quick way and the slow way agree, and the keyboard gets everywhere."""

from __future__ import annotations

import pytest

from bruiseaid.app.body.picking import HALO, distance, neighbour, picker
from bruiseaid.record.figures import VIEWS, Figure, FigureRegion, Point, figure

ARROWS = ((-1, 0), (1, 0), (0, -1), (0, 1))


def contains(region: FigureRegion, point: Point) -> bool:
    """Whether the point lies in the region, by the even-odd rule."""
    x, y = point
    crossed = [
        x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for line in region.subpaths
        for (x1, y1), (x2, y2) in zip(line, line[1:] + line[:1], strict=True)
        if (y1 > y) != (y2 > y)
    ]
    return sum(crossed) % 2 == 1


def slowly(drawing: Figure, point: tuple[float, float]) -> str | None:
    inside = [region.key for region in drawing.regions.values() if contains(region, point)]
    if inside:
        return inside[0]
    far, key = min((distance(region, point), region.key) for region in drawing.regions.values())
    return key if far <= HALO else None


@pytest.mark.parametrize("view", VIEWS)
def test_the_number_of_a_region_lies_in_it(view: str) -> None:
    for key, region in figure(view).regions.items():
        assert picker(view).at(region.anchor) == key


@pytest.mark.parametrize("view", VIEWS)
def test_few_regions_are_looked_at_and_the_answer_is_the_same(view: str) -> None:
    drawing = figure(view)
    left, top, width, height = drawing.view_box
    for column in range(12):
        for line in range(17):
            point = (left + width * (column + 0.37) / 12, top + height * (line + 0.61) / 17)
            assert picker(view).at(point) == slowly(drawing, point)


@pytest.mark.parametrize("view", VIEWS)
def test_the_arrow_keys_reach_every_region(view: str) -> None:
    drawing = figure(view)
    for start in drawing.regions:
        reached, edge = {start}, [start]
        while edge:
            here = edge.pop()
            steps = {neighbour(drawing, here, dx, dy) for dx, dy in ARROWS} - {None} - reached
            reached |= steps  # type: ignore[arg-type]
            edge.extend(step for step in steps if step)
        assert reached == set(drawing.regions), f"{view} from {start} misses {set(drawing.regions) - reached}"


def test_far_from_the_body_nothing_is_picked() -> None:
    left, top, _, _ = figure("infant-front").view_box
    assert picker("infant-front").at((left, top)) is None
