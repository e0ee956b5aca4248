"""What stands on a sheet of the flow: words, boxes, shapes and arrows, and how words are put below each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import TypeAlias

from bruiseaid.report.ink.fonts import face
from bruiseaid.report.ink.shapes import Lines
from bruiseaid.values import dataclass

WIDTH, HEIGHT = 595.28, 841.89
MARGIN = 34.0
LOWEST = HEIGHT - 26
BODY, SMALL, HEAD, TITLE = 8.2, 7.2, 10.0, 15.0
LEADING = 1.28


@dataclass(frozen=True, slots=True)
class Text:
    """Words on a baseline."""

    x: float
    y: float
    words: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape: filled, or only its edge."""

    lines: Lines
    filled: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line that ends in a point."""

    x1: float
    y1: float
    x2: float
    y2: float


Mark: TypeAlias = Text | Box | Shape | Arrow


@dataclass(slots=True)
class Sheet:
    """One page and how far down it is filled."""

    marks: list[Mark] = field(default_factory=list)
    y: float = MARGIN
    begun: bool = False


def shown(words: str, *, bold: bool = False) -> str:
    """The words with a question mark for each letter that the typeface does not have."""
    letters = face("bold" if bold else "regular").letters
    return "".join(letter if letter in letters else "?" for letter in words)


def wrapped(words: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The words in lines no wider than `width`; a longer word stands alone."""
    kind = face("bold" if bold else "regular")
    lines, line = [], ""
    for word in shown(words, bold=bold).split():
        attempt = f"{line} {word}" if line else word
        if line and kind.width(attempt) * size > width:
            lines.append(line)
            line = word
        else:
            line = attempt
    return [*lines, line] if line else lines


def put(sheet: Sheet, lines: Iterable[str], x: float, y: float, size: float, *, bold: bool = False) -> float:
    """Puts lines below each other; returns the y below them."""
    for line in lines:
        y += size * LEADING
        sheet.marks.append(Text(x, y - size * 0.28, shown(line, bold=bold), size, bold))
    return y
