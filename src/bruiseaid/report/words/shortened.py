"""Texts cut to what a first page can hold, and what must therefore be printed whole further on."""

from __future__ import annotations

from dataclasses import dataclass, field

from bruiseaid.record.model import Entry
from bruiseaid.report.words.content import Fields, Part


@dataclass(slots=True)
class Shortened:
    """What the first page leaves out or cuts and no other part prints."""

    rows: list[Entry] = field(default_factory=list)

    def parts(self) -> list[Part]:
        """The part of the full record that holds it."""
        return [Part("First page, in full where it was shortened", (Fields(tuple(self.rows)),))] if self.rows else []


def beginning(text: str, most: int, where: str = "later pages") -> str:
    """The text, or its beginning when it has more than `most` letters, and where it goes on."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(None, 1)[0]} ... (goes on, see {where})"
