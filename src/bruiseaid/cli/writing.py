"""Writes what a command was asked to write."""

from __future__ import annotations

import os
from pathlib import Path

from bruiseaid.store.atomic import write_atomically


def write_whole(path: str | Path, data: bytes) -> None:
    """Puts `data` there, readable by this user only; what stood there goes only once the new file is whole.

    Raises:
        OSError: it could not be written.
    """
    there = Path(path)
    if there.exists() and not there.is_file():  # a pipe or a device, which nothing can take the place of
        there.write_bytes(data)
    else:
        write_atomically(Path(os.path.realpath(there)), data)  # a link stays a link


def as_bytes(text: str) -> bytes:
    """The text in UTF-8; half a character, which a case file in JSON can hold, becomes a question mark."""
    return text.encode("utf-8", errors="replace")
