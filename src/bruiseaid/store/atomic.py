"""Writes a file so that it is either the old one or the new one, whole, whatever happens in between."""

from __future__ import annotations

import os
import secrets
import time
from pathlib import Path

_TRIES = 20
_PAUSE_S = 0.05


def write_atomically(path: Path, data: bytes) -> None:
    """Puts `data` at `path`, readable by this user only, and does not return before it is on the disk.

    Raises:
        OSError: it could not be written; what stood there before is untouched.
    """
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _write_through(partial, data)
        _replace(partial, path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _write_through(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(partial: Path, path: Path) -> None:
    """Renames; where another program holds the file open for a moment, tries again."""
    for left in range(_TRIES, 0, -1):
        try:
            partial.replace(path)
            return
        except PermissionError:
            if os.name != "nt" or left == 1:
                raise
            time.sleep(_PAUSE_S)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_partial(folder: Path) -> None:
    """Removes what an interrupted write left behind."""
    for path in folder.glob(".*.part"):
        path.unlink(missing_ok=True)
