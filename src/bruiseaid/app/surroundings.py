"""What the window needs from outside, handed in where it is put together: clock, codes, folders, desktop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bruiseaid.values import dataclass


class Desktop(Protocol):
    """What the session asks of the world outside the window."""

    def copy(self, text: str) -> None:
        """Puts text on the clipboard."""

    def open_file(self, path: Path) -> None:
        """Shows a file with the system's own viewer."""

    def open_folder(self, path: Path) -> None:
        """Shows a folder."""

    def where_to_save(self, proposed: Path) -> Path | None:
        """Asks where to save a file; None if the user thinks better of it."""

    def which_to_open(self) -> Path | None:
        """Asks for a PDF that is there; None if the user thinks better of it."""

    def which_folder(self, words: str) -> Path | None:
        """Asks for a folder that is there; None if the user thinks better of it."""

    def print_pdf(self, document: bytes, name: str, said: Callable[[str], None]) -> None:
        """Asks for printer, pages and copies, and prints; `said` hears what came of it, later, or never."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What comes from outside: the clock (aware), a new record's code, folders, and the desktop.

    `rules`: the folder of the protocol, enclosed in each record; None: the shipped one.
    """

    now: Callable[[], datetime]
    new_code: Callable[[], str]
    data: Path
    desktop: Desktop
    rules: Path | None = None
