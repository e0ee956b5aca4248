"""The shapes of the outcomes and the small signs, as closed lines: the same on screen, on paper and in grey."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Lines: TypeAlias = tuple[tuple[Point, ...], ...]

# In a square from (0, 0) to (1, 1), y downwards.
_TICK: Lines = (((0.0, 0.55), (0.14, 0.41), (0.36, 0.63), (0.86, 0.06), (1.0, 0.19), (0.37, 0.92)),)
_CROSS: Lines = (
    (
        (0.14, 0.0),
        (0.5, 0.36),
        (0.86, 0.0),
        (1.0, 0.14),
        (0.64, 0.5),
        (1.0, 0.86),
        (0.86, 1.0),
        (0.5, 0.64),
        (0.14, 1.0),
        (0.0, 0.86),
        (0.36, 0.5),
        (0.0, 0.14),
    ),
)
_RIGHT: Lines = (((0.0, 0.43), (0.66, 0.43), (0.66, 0.16), (1.0, 0.5), (0.66, 0.84), (0.66, 0.57), (0.0, 0.57)),)


def _turned(lines: Lines, quarters: int) -> Lines:
    for _ in range(quarters):
        lines = tuple(tuple((1 - y, x) for x, y in line) for line in lines)
    return lines


_SIGNS: Mapping[str, Lines] = {
    "tick": _TICK,
    "cross": _CROSS,
    "right": _RIGHT,
    "down": _turned(_RIGHT, 1),
    "left": _turned(_RIGHT, 2),
    "up": _turned(_RIGHT, 3),
}


def sign(name: str, x: float, baseline: float, size: float) -> Lines:
    """A tick, cross or arrow that stands on a baseline, as high as it is wide."""
    return _placed(_SIGNS[name], x, baseline - size, size)


def level_shape(shape: str, x: float, y: float, size: float) -> Lines:
    """The shape of an outcome in the square of that size whose left top corner is (x, y).

    A "square" is its edge only: two squares, one in the other, for filling by the even-odd rule.
    """
    return _placed(_LEVELS[shape], x, y, size)


def letter_middle(shape: str) -> float:
    """How far down the square the middle of the letter stands, as a part of its size."""
    return 0.63 if shape == "triangle" else 0.5


def letter_is_white(shape: str) -> bool:
    """True when the shape is filled."""
    return shape != "square"


def _regular(corners: int, turn: float) -> tuple[Point, ...]:
    angles = (turn + 2 * pi * corner / corners for corner in range(corners))
    return tuple((0.5 + 0.5 * cos(angle), 0.5 + 0.5 * sin(angle)) for angle in angles)


def _stretched(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The same points, their outermost moved to the edges of the square."""
    low_x, high_x = min(x for x, _ in points), max(x for x, _ in points)
    low_y, high_y = min(y for _, y in points), max(y for _, y in points)
    return tuple(((x - low_x) / (high_x - low_x), (y - low_y) / (high_y - low_y)) for x, y in points)


_EDGE = 0.09
_LEVELS: Mapping[str, Lines] = {
    "octagon": (_stretched(_regular(8, pi / 8)),),
    "diamond": (((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),),
    "triangle": (((0.5, 0.03), (1.0, 0.95), (0.0, 0.95)),),
    "circle": (_regular(48, 0),),
    "square": (
        ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
        ((_EDGE, _EDGE), (1 - _EDGE, _EDGE), (1 - _EDGE, 1 - _EDGE), (_EDGE, 1 - _EDGE)),
    ),
}


def _placed(lines: Lines, x: float, y: float, size: float) -> Lines:
    return tuple(tuple((x + px * size, y + py * size) for px, py in line) for line in lines)
