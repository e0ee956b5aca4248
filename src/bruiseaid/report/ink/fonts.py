"""The typefaces of the record: which letters each has, and how wide they are.

Atkinson Hyperlegible carries the text. Letters it lacks (Polish, Turkish, Greek, Cyrillic and more) come from
Noto Sans, read only when a record needs it. What neither has is spelt out in words by `letters`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal, TypeAlias

import fontpkg_atkinson_hyperlegible

from bruiseaid.report.ink.library import TTFont, getRegisteredFontNames, registerFont

Weight: TypeAlias = Literal["regular", "bold"]

_FILES: Mapping[Weight, str] = {
    "regular": "AtkinsonHyperlegible-Regular.ttf",
    "bold": "AtkinsonHyperlegible-Bold.ttf",
}
_OTHER_FILE = "NotoSans[wdth,wght].ttf"
# Blocks whose letters join or move about are never taken letter by letter; what runs from right to left neither.
_NEED_SHAPING = (
    (0x0590, 0x10FF),
    (0x1200, 0x137F),
    (0x1700, 0x1AAF),
    (0x1B00, 0x1C7F),
    (0x1CC0, 0x1CFF),
    (0xA800, 0xAAFF),
)
# General categories of Unicode without a shape: controls, formats, surrogates, private, unassigned.
SHAPELESS = ("Cc", "Cf", "Cs", "Co", "Cn")
_LAST_IN_BASIC_PLANE = 0xFFFF


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One typeface. `widths` are parts of the type size by letter; `letters` are those it can show."""

    name: str
    font: TTFont
    letters: frozenset[str]
    widths: Mapping[str, float]

    def width(self, text: str) -> float:
        """Width of a text at size 1. Every letter must be one of `letters`."""
        return sum(map(self.widths.__getitem__, text))


@cache
def face(weight: Weight) -> Face:
    """The text typeface in a weight."""
    return _load(f"Bruiseaid-{weight}", fontpkg_atkinson_hyperlegible.ROOT / "files" / _FILES[weight])


@cache
def other_face() -> Face | None:
    """The typeface for letters the text typeface lacks; None where it is not installed."""
    try:
        package = import_module("fontpkg_noto_sans")
    except ImportError:
        return None
    return _load("Bruiseaid-other", package.ROOT / "files" / _OTHER_FILE)


def _load(name: str, path: Path) -> Face:
    path.stat()  # a file that is not there is told as one, and not in the library's own words
    font = TTFont(name, str(path), asciiReadable=True, shapable=False)
    if name not in getRegisteredFontNames():
        registerFont(font)
    letters = frozenset(chr(code) for code in font.face.charToGlyph if _stands_alone(code))
    default = font.face.defaultWidth
    widths = {letter: font.face.charWidths.get(ord(letter), default) / 1000 for letter in letters}
    return Face(name, font, letters, widths)


def _stands_alone(code: int) -> bool:
    if not 0x20 <= code <= _LAST_IN_BASIC_PLANE:
        return False
    if any(first <= code <= last for first, last in _NEED_SHAPING):
        return False
    letter = chr(code)
    return unicodedata.category(letter) not in SHAPELESS and unicodedata.bidirectional(letter) not in ("R", "AL")
