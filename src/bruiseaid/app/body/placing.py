"""How the drawings of one tab share the room there is."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.values import dataclass

_GAP = 24.0
_BESIDE = 0.82  # a drawing beside the large one is at most this tall
_CLOSER = 1.25  # and shows at most this much nearer


@dataclass(frozen=True, slots=True)
class Placed:
    """One drawing: its left edge and size in px, and how many px one of its units takes."""

    left: float
    width: float
    height: float
    scale: float


def side_by_side(
    sizes: Mapping[str, tuple[float, float]], width: float, tallest: float, least: float = 0.0
) -> dict[str, Placed]:
    """Places the drawings from left to right, as large as fits; the first is the large one.

    `least` px are kept for each where there is room, for the words above it.
    """
    scales = _scales(sizes, tallest)
    total = sum(size[0] * scales[view] for view, size in sizes.items()) + _GAP * (len(sizes) - 1)
    shrink = min(1.0, width / total)
    spare = max(0.0, width - total) / len(sizes)
    placed, left = {}, 0.0
    for view, (wide, tall) in sizes.items():
        scale = scales[view] * shrink
        placed[view] = Placed(left, wide * scale, tall * scale, scale)
        left += wide * scale + min(spare, max(0.0, least - wide * scale)) + _GAP * shrink
    return placed


def _scales(sizes: Mapping[str, tuple[float, float]], tallest: float) -> dict[str, float]:
    scales: dict[str, float] = {}
    for view, (_, tall) in sizes.items():
        first = next(iter(scales.values()), None)
        scale = tallest / tall
        scales[view] = scale if first is None else min(tallest * _BESIDE / tall, first * _CLOSER)
    return scales
