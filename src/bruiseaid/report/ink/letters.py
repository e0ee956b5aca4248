"""Text made fit for paper, letter by letter, with nothing lost and nothing read as anything but text.

What a typeface has is printed. What has no shape of its own (controls, marks that turn the direction) is
spelt out as [U+202E]. A symbol is printed by its name. A script that needs joining or runs from right to left is
never set letter by letter, which would be wrong without showing it: a numbered note stands in its place, the
page carries the true words for reading aloud and copying, and the end of the record lists every such place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import groupby
from typing import Literal, TypeAlias

from bruiseaid.report.ink.fonts import SHAPELESS, Face, other_face
from bruiseaid.values import dataclass

Kind: TypeAlias = Literal["text", "other", "hidden", "script", "symbol", "sign"]

# Signs drawn as paths, because no typeface of ours has them.
SIGNS: Mapping[str, str] = {
    "\u2713": "tick",
    "\u2714": "tick",
    "\u2717": "cross",
    "\u2718": "cross",
    "\u2190": "left",
    "\u2191": "up",
    "\u2192": "right",
    "\u2193": "down",
}
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_SCRIPTS: Mapping[str, str] = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
}
_GLUE = frozenset("\u200d\ufe0e\ufe0f\u20e3")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one typeface. `true_words`: what it stands for, where that differs. `sign`: drawn as a path."""

    text: str
    face: Face
    true_words: str | None = None
    sign: str = ""


@dataclass(slots=True)
class Unshown:
    """What could not be printed as it is, each once, in the order it was met. Values are the words printed."""

    found: dict[str, str] = field(default_factory=dict)
    numbered: int = 0

    def symbols(self, run: str) -> str:
        """The words that stand for a run of symbols."""
        names = ", ".join(_name(letter) for letter in run if letter not in _GLUE)
        return self.found.setdefault(run, f"[{names or code_points(run)}]")

    def script(self, run: str) -> str:
        """The note that stands for words in a script that cannot be set properly."""
        if run not in self.found:
            self.numbered += 1
            self.found[run] = f"[{_script_of(run)} words {self.numbered}, see the text copy]"
        return self.found[run]

    def hidden(self, letter: str) -> str:
        """The code that stands for a character without a shape."""
        return self.found.setdefault(letter, f"[{code_points(letter)}]")


def text_lines(text: str) -> list[str]:
    """The lines a writer made, tabs as spaces, never two empty ones in a row."""
    lines = _BREAKS.sub("\n", text).replace("\t", " ").split("\n")
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line.strip() or before.strip()]
    return kept[:-1] if len(kept) > 1 and not kept[-1] else kept or [""]


def visible(text: str) -> str:
    """The text with every character that has no shape spelt out; line ends stay."""
    lines = _BREAKS.sub("\n", text)
    if lines.isprintable():
        return lines
    return "".join(letter if _has_shape(letter) else f"[{code_points(letter)}]" for letter in lines)


def pieces(text: str, face: Face, unshown: Unshown) -> list[Piece]:
    """One line of text as stretches that can be printed, in order."""
    if face.letters.issuperset(text):
        return [Piece(text, face)]
    composed = unicodedata.normalize("NFC", text)
    return [piece for kind, run in _runs(composed, face) for piece in _printed(kind, run, face, unshown)]


def code_points(text: str) -> str:
    """'U+0633 U+0644'."""
    return " ".join(f"U+{ord(letter):04X}" for letter in text)


def _printed(kind: Kind, run: str, face: Face, unshown: Unshown) -> Iterator[Piece]:
    other = other_face()
    if kind == "other" and other is not None:
        yield Piece(run, other)
    elif kind == "script":
        yield Piece(unshown.script(run), face, true_words=run)
    elif kind == "symbol":
        yield Piece(unshown.symbols(run), face, true_words=run)
    elif kind == "sign":
        yield from (Piece(letter, face, true_words=letter, sign=SIGNS[letter]) for letter in run)
    elif kind == "hidden":
        yield Piece("".join(unshown.hidden(letter) for letter in run), face)
    else:
        yield Piece(run, face)


def _runs(text: str, face: Face) -> Iterator[tuple[Kind, str]]:
    kinds = [_kind(letter, face) for letter in text]
    _join_script_words(text, kinds)
    _join_symbols_and_marks(text, kinds)
    place = 0
    for kind, same in groupby(kinds):
        length = len(list(same))
        yield kind, text[place : place + length]
        place += length


def _kind(letter: str, face: Face) -> Kind:
    other = other_face()
    if letter in face.letters:
        return "text"
    if letter in SIGNS:
        return "sign"
    if unicodedata.category(letter) in SHAPELESS:
        return "hidden"
    if other is not None and letter in other.letters:
        return "other"
    return "script" if unicodedata.category(letter)[0] in "LMN" else "symbol"


def _join_script_words(text: str, kinds: list[Kind]) -> None:
    """Spaces, digits and points between two words of such a script belong to it."""
    last = -1
    for place, kind in enumerate(kinds):
        if kind == "script":
            if last >= 0:
                kinds[last:place] = ["script"] * (place - last)
            last = place
        elif text[place].isalpha() or kind not in ("text", "hidden"):
            last = -1


def _join_symbols_and_marks(text: str, kinds: list[Kind]) -> None:
    """Joiners stay with the symbol before them; a combining mark takes its letter along to its typeface."""
    for place in range(1, len(kinds)):
        if text[place] in _GLUE and kinds[place - 1] == "symbol":
            kinds[place] = "symbol"
        if kinds[place] == "other" and kinds[place - 1] == "text" and unicodedata.combining(text[place]):
            kinds[place - 1] = _kind_beside_a_mark(text[place - 1])


def _kind_beside_a_mark(letter: str) -> Kind:
    other = other_face()
    return "other" if other is not None and letter in other.letters else "text"


def _has_shape(letter: str) -> bool:
    return letter == "\n" or letter == "\t" or unicodedata.category(letter) not in SHAPELESS


def _name(letter: str) -> str:
    return unicodedata.name(letter, code_points(letter)).lower()


def _script_of(run: str) -> str:
    first = unicodedata.name(run[0], "").partition(" ")[0]
    return _SCRIPTS.get(first, first.title()) or "Foreign"
