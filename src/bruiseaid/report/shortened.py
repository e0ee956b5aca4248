"""What the first page cuts, kept so that it is printed whole further on."""

from __future__ import annotations

from dataclasses import dataclass, field

from bruiseaid.record.model import Entry
from bruiseaid.report.content import Fields, Part


@dataclass(slots=True)
class Shortened:
    """What the first page cuts, to be printed whole later."""

    rows: list[Entry] = field(default_factory=list)

    def cut(self, label: str, text: str, most: int) -> str:
        """The text, or its beginning when it has more than `most` letters."""
        if len(text) <= most:
            return text
        self.rows.append(Entry(label, text))
        return f"{text[:most].rsplit(None, 1)[0]} ... (goes on, see later pages)"

    def parts(self) -> list[Part]:
        """The part of the full record that holds it."""
        return [Part("First page, in full where it was shortened", (Fields(tuple(self.rows)),))] if self.rows else []
