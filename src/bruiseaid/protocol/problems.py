"""What is wrong with a file, told to the person who keeps it."""

from __future__ import annotations

from collections.abc import Iterable

from bruiseaid.protocol.model import Place
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it stands, the words there, what is wrong, and a known name that is near ('' if none)."""

    place: Place
    words: str
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        line = f", line {self.place.line}, column {self.place.column}" if self.place.line else ""
        words = f': "{self.words}"' if self.words else ""
        hint = f' Did you mean "{self.suggestion}"?' if self.suggestion else ""
        return f"{visible(self.place.file)}{line}{words}: {self.message}{hint}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known name that looks most like `word`, or '' when none is near."""
    from difflib import get_close_matches  # here, not above: 0.7 MB that a program without a mistake does not need

    choices = list(known)
    by_case = {choice.lower(): choice for choice in choices}
    found = get_close_matches(word.lower(), list(by_case), n=1, cutoff=0.6)
    return by_case[found[0]] if found else ""


def shortened(words: str, limit: int = 60) -> str:
    """The words on one line, cut to `limit` characters."""
    flat = visible(" ".join(words.split()))
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def visible(words: str) -> str:
    """The words, with each character that a screen would not show but obey, or turn round, as [U+001B]."""
    return "".join(one if one.isprintable() else f"[U+{ord(one):04X}]" for one in words)
