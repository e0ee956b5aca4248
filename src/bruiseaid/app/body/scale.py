"""How large things are on the drawings, in mm. Always about: no child is as long as the one that was drawn.

A drawing is taken to show a child of a middling height for its age (about 8 months, about 6 years), with a head, hand
and foot of the usual share of that height. Nothing is decided by it: it shows how a size lies on the body.
"""

from __future__ import annotations

from collections.abc import Mapping

TALL_MM: Mapping[str, int] = {"infant": 700, "child": 1150}
_FIGURE_UNITS = 520.0
_HEAD_SHARE: Mapping[str, float] = {"infant": 1 / 4, "child": 1 / 6}
_HEAD_UNITS = 325.0  # crown to chin in the head drawings
_HAND_SHARE, _HAND_UNITS = 0.11, 190.0
_FOOT_SHARE, _FOOT_UNITS = 0.15, 211.0
_LIPS_IN_HEAD, _LIPS_IN_MOUTH = 76.0, 300.0
_BARS_MM = (100, 50, 20, 10, 5, 2)


def mm_per_unit(view: str, kind: str) -> float:
    """How many mm one unit of a drawing stands for, on an "infant" or a "child"."""
    tall = TALL_MM[kind]
    if view.startswith("head"):
        return tall * _HEAD_SHARE[kind] / _HEAD_UNITS
    if view == "mouth":
        return mm_per_unit("head-front", kind) * _LIPS_IN_HEAD / _LIPS_IN_MOUTH
    if view.startswith("hands"):
        return tall * _HAND_SHARE / _HAND_UNITS
    if view.startswith("feet"):
        return tall * _FOOT_SHARE / _FOOT_UNITS
    return tall / _FIGURE_UNITS


def px_per_mm(px_per_unit: float, view: str, kind: str) -> float:
    """How many px one mm takes in a drawing of which one unit takes so many."""
    return px_per_unit / mm_per_unit(view, kind)


def bar_mm(scale: float, longest_px: float) -> int:
    """The longest round number of mm that a bar of at most so many px can show, at so many px per mm."""
    return next((mm for mm in _BARS_MM if mm * scale <= longest_px), _BARS_MM[-1])


def scale_words(kind: str) -> str:
    """What the scale of the drawings is, for the caption."""
    tall = f"about {TALL_MM[kind] // 10} cm"
    whom = f"a baby {tall} long" if kind == "infant" else f"a child {tall} tall"
    return f"Sizes are drawn on {whom}. This child may be larger or smaller."
