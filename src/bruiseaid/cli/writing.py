"""Writes what a command was asked to write."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from bruiseaid.store.atomic import write_atomically


def write_whole(path: str | Path, data: bytes, *, private: bool = True) -> None:
    """Puts `data` there; what stood there goes only once the new file is whole. `private`: for this user's eyes only.

    Raises:
        OSError: it could not be written. It names `path`, never the file beside it that was to take its place.
    """
    there = Path(path)
    try:
        if there.exists() and not there.is_file():  # a pipe or a device, which nothing can take the place of
            there.write_bytes(data)
        else:
            write_atomically(Path(os.path.realpath(there)), data, private=private)  # a link stays a link
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def write_files(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Puts files into a folder, which is made if needed, for everybody to read; each file once it is there.

    Raises:
        OSError: one could not be written; it names which.
    """
    if folder.exists() and not folder.is_dir():
        raise OSError(errno.ENOTDIR, "It is a file, and a folder is needed", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        write_whole(folder / name, data, private=False)
        yield folder / name


def as_bytes(text: str) -> bytes:
    """The text in UTF-8; half a character, which a case file in JSON can hold, becomes a question mark."""
    return text.encode("utf-8", errors="replace")
