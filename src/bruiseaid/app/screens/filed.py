"""The sealed files of a finished record on this computer, as values."""

from __future__ import annotations

from datetime import datetime

from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class FiledAddendum:
    """One sealed addendum. `words`: what it adds.

    `earlier`: the file of the record that it belongs to, if a later one was made.
    `at` None: the file cannot be relied on, and nothing of it is shown.
    """

    number: int
    path: str
    at: datetime | None = None
    by: str = ""
    why: str = ""
    words: str = ""
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """The record that was made last, and all addenda to this code, in their order."""

    path: str
    addenda: tuple[FiledAddendum, ...] = ()

    @property
    def own(self) -> tuple[FiledAddendum, ...]:
        """Those that belong to the record that was made last."""
        return tuple(one for one in self.addenda if not one.earlier)
