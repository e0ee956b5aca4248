"""Writes a file so that it is either the old one or the new one, whole, whatever happens in between."""

from __future__ import annotations

import os
import time
from pathlib import Path

_TRIES = 20
_PAUSE_S = 0.05
_BINARY = getattr(os, "O_BINARY", 0)


def write_atomically(path: Path, data: bytes, *, private: bool = True) -> None:
    """Puts `data` at `path`, and does not return before it is on the disk. `private`: readable by this user only.

    Raises:
        OSError: it could not be written; what stood there before is untouched.
    """
    partial = write_aside(path, data, private=private)
    try:
        put_through(partial, path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def write_aside(path: Path, data: bytes, *, private: bool = True) -> Path:
    """Puts `data` into a file beside `path`, and returns that file.

    The death of the program cannot take it any more; a power cut can, until it is put through.

    Raises:
        OSError: it could not be written; nothing is left of it.
    """
    partial = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600 if private else 0o666)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return partial


def put_through(partial: Path, path: Path) -> None:
    """Has what was written aside take the place of `path`; does not return before it is on the disk.

    Raises:
        OSError: it could not be done; what stood there before is untouched.
    """
    _sync(partial)
    _replace(partial, path)
    _sync_folder(path.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | _BINARY)  # Windows lets go through to the disk only what may be written
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
