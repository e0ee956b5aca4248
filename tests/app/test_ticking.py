"""Ticks that stand alone clear the others, and the reverse."""

from __future__ import annotations

from bruiseaid.app.screens.ticking import ticked
from bruiseaid.app.screens.values import OptionView, TicksView


def view(*chosen: str) -> TicksView:
    options = (("fit", False), ("pale", False), ("none", True), ("unsure", False))
    return TicksView("signs", tuple(OptionView(name, name, "", name in chosen, alone) for name, alone in options))


def test_a_tick_is_added_in_the_order_shown() -> None:
    assert ticked(view("pale"), "fit", on=True) == ("fit", "pale")


def test_one_that_stands_alone_clears_the_rest() -> None:
    assert ticked(view("fit", "unsure"), "none", on=True) == ("none",)


def test_any_other_clears_the_one_that_stands_alone() -> None:
    assert ticked(view("none"), "unsure", on=True) == ("unsure",)


def test_the_last_tick_taken_away_leaves_none() -> None:
    assert ticked(view("fit"), "fit", on=False) == ()
