"""Checks a file on disk, within the same limits for the window and the command line."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bruiseaid.report.check.unpacking import MOST_BYTES
from bruiseaid.report.check.verification import Verification
from bruiseaid.report.check.verify import verify


def check_file(path: Path, known: Mapping[str, str], withdrawn: Mapping[str, date]) -> Verification:
    """What a check finds; at most 64 MB are read, and never from anything but a plain file.

    Raises:
        OSError: it could not be opened.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EISDIR) if path.is_dir() else "It is no file", str(path))
    with path.open("rb") as stream:
        return verify(stream.read(MOST_BYTES + 1), known, withdrawn)


def could_not_open(name: str, error: OSError) -> str:
    """The sentence for a file that could not be opened."""
    return f"{name} could not be opened: {error.strerror or 'it is not there'}."
