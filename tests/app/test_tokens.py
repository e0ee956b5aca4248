"""The colours can be read: WCAG contrast of every pair that is used, in both themes."""

from __future__ import annotations

import pytest

from bruiseaid.app.tokens import DARK, LIGHT, Tokens

TEXT, SIGN = 4.5, 3.0
SHAPES = ("octagon", "diamond", "triangle", "circle", "square")
PAIRS = [
    *[("ink", ground, TEXT) for ground in ("canvas", "surface", "sunken", "accent_tint", "error_tint")],
    *[("ink2", ground, TEXT) for ground in ("canvas", "surface", "sunken", "accent_tint", "error_tint")],
    *[("ink2", f"{shape}_tint", TEXT) for shape in SHAPES],
    *[(shape, ground, TEXT) for shape in SHAPES for ground in ("surface", f"{shape}_tint")],
    *[("on_level", shape, TEXT) for shape in SHAPES if shape != "square"],
    *[(role, ground, TEXT) for role in ("link", "done") for ground in ("canvas", "surface")],
    ("error", "surface", TEXT),
    ("error", "error_tint", TEXT),
    ("on_accent", "accent", TEXT),
    ("on_emerg", "emerg", TEXT),
    ("on_mark", "mark", TEXT),
    *[("control", ground, SIGN) for ground in ("canvas", "surface")],
    *[("focus", ground, SIGN) for ground in ("canvas", "surface", "accent_tint")],
    ("accent", "surface", SIGN),
    ("bodyline", "body", SIGN),
    ("bodyout", "surface", SIGN),
]


def brightness(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("over", "under", "least"), PAIRS)
def test_a_pair_can_be_told_apart(tokens: Tokens, over: str, under: str, least: float) -> None:
    assert contrast(tokens.of(over), tokens.of(under)) >= least


def test_no_level_is_green() -> None:
    for tokens in (LIGHT, DARK):
        for shape in SHAPES:
            red, green, blue = (int(tokens.of(shape)[place : place + 2], 16) for place in (1, 3, 5))
            assert green <= max(red, blue)
