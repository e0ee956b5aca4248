"""Sizes on the body map: to the scale of the drawing, beside a bar that says so, and only where a size was given."""

from __future__ import annotations

import pytest

from bruiseaid.app.body.scale import TALL_MM, bar_mm, mm_per_unit, px_per_mm
from bruiseaid.app.body.sizes import placed_marks
from bruiseaid.app.body.spots import Spots
from bruiseaid.app.screens.values import MapView, MarkSize
from bruiseaid.record.figures import VIEWS, figure
from tests.journeys.driver import Driver

CHEEK = "cheek_soft-left"


@pytest.mark.parametrize("kind", ["infant", "child"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_drawing_has_a_scale_on_which_it_is_smaller_than_the_child(view: str, kind: str) -> None:
    _, top, _, height = figure(view).view_box
    assert 0 < (height + top) * mm_per_unit(view, kind) < 1.1 * TALL_MM[kind]


@pytest.mark.parametrize("kind", ["infant", "child"])
def test_a_face_is_as_large_on_its_own_drawing_as_on_the_whole_child(kind: str) -> None:
    small = figure(f"{kind}-front").regions["zoom-face"].box
    large = figure("head-front").regions
    tall = (large["chin-middle"].box[3] - large["scalp_top-middle"].box[1]) * mm_per_unit("head-front", kind)
    assert tall == pytest.approx((small[3] - small[1]) * mm_per_unit(f"{kind}-front", kind), rel=0.1)


def test_a_bar_is_a_round_number_of_millimetres_that_has_room() -> None:
    assert [bar_mm(scale, 90) for scale in (0.5, 1, 2, 10, 100)] == [100, 50, 20, 5, 2]


def test_a_mark_is_drawn_as_large_as_it_is_and_its_number_stands_clear_of_it(hands: Driver) -> None:
    sizes = (MarkSize("1", 20, 10), MarkSize("2", 12))
    view = MapView("front", "infant-front", ("head-front",), ((CHEEK, ("1", "2", "3")),), "", "infant", sizes)
    spots = Spots(("infant-front", "head-front"), 600, 400, 20)
    oval, bar, unknown = placed_marks(hands.window.look, spots, view)
    scale = px_per_mm(spots.scales["head-front"], "head-front", "infant")
    assert oval.extent is not None
    assert (oval.extent.width(), oval.extent.height()) == pytest.approx((20 * scale, 10 * scale))
    assert oval.disc.y() < oval.extent.top()
    assert bar.extent is not None
    assert (bar.extent.width(), bar.extent.height()) == pytest.approx((12 * scale, 0))
    assert unknown.extent is None


def test_the_caption_comes_with_the_first_size(hands: Driver) -> None:
    hands.click("start")
    hands.window.session.go_to("ask:marks")
    hands.pick("cheek_soft", "left")
    assert hands.find("map_scale") is None
    hands.window.session.answer_field("marks", 0, "length_mm", "12")
    assert "about 70 cm long" in hands.shown("map_scale").text()  # type: ignore[attr-defined]
