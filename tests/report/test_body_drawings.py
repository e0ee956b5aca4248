"""The body drawings as the window and the paper read them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from bruiseaid.record.figures import VIEWS, figure, polylines, view_with

REGIONS = Path(__file__).parent.parent / "oracle" / "regions.csv"


@pytest.mark.parametrize("view", VIEWS)
def test_every_drawing_has_regions_an_outline_and_both_sides_named(view: str) -> None:
    drawing = figure(view)

    assert drawing.regions
    assert drawing.outlines
    assert drawing.title
    assert drawing.left_words
    assert drawing.right_words


@pytest.mark.parametrize("view", VIEWS)
def test_every_region_lies_inside_its_box_and_its_box_inside_the_drawing(view: str) -> None:
    drawing = figure(view)
    left, top, width, height = drawing.view_box

    for region in drawing.regions.values():
        low_x, low_y, high_x, high_y = region.box
        assert left <= low_x < high_x <= left + width
        assert top <= low_y < high_y <= top + height
        for line in region.subpaths:
            assert all(low_x - 0.1 <= x <= high_x + 0.1 and low_y - 0.1 <= y <= high_y + 0.1 for x, y in line)


@pytest.mark.parametrize("view", VIEWS)
def test_neighbours_are_regions_of_the_same_drawing(view: str) -> None:
    drawing = figure(view)

    assert all(set(region.neighbours) <= set(drawing.regions) for region in drawing.regions.values())


def _places() -> Iterator[tuple[str, str]]:
    with REGIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for side in row["sides"].split():
                yield row["region"], side


@pytest.mark.parametrize(("region", "side"), [place for place in _places() if place[0] != "unlisted"])
def test_every_place_of_the_protocol_is_on_a_drawing(region: str, side: str) -> None:
    assert view_with(region, side, VIEWS) is not None


def test_somewhere_else_is_on_no_drawing() -> None:
    assert view_with("unlisted", "left", VIEWS) is None


def test_a_drawing_is_read_once() -> None:
    assert figure("mouth") is figure("mouth")


def test_the_frenulum_is_one_place_of_three_parts() -> None:
    assert len(figure("mouth").regions["frenulum-middle"].subpaths) == 3


def test_the_face_of_a_whole_figure_leads_to_the_face_and_is_no_place() -> None:
    face = figure("infant-front").regions["zoom-face"]

    assert face.opens == "head-front"
    assert face.region == ""


def test_an_unknown_drawing_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="elbow"):
        figure("elbow")


def test_curves_which_no_drawing_of_ours_has_are_refused() -> None:
    with pytest.raises(ValueError, match="float"):
        polylines("M0,0 C1,1 2,2 3,3")
