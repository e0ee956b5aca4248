"""`bruiseaid protocol check --watch`: proves a folder again each time one of its files is saved, until it is stopped.

What was worked out for the last version is kept, so that a small edit is proved much sooner than the first time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

from bruiseaid.proof.spaces import Spaces
from bruiseaid.protocol.reader import content_hash, contents

PAUSE = 0.3
"""Seconds between two looks at the files."""


def watch(folder: Path, check: Callable[[Spaces], int]) -> int:
    """Calls `check` for each version of the folder; when it is stopped from the keyboard, the status it last gave.

    Where there is no such folder to begin with there is nothing to wait for: it is checked once. One that goes later
    may come back.
    """
    spaces, status = Spaces(), 0
    if not folder.is_dir():
        return check(spaces)
    try:
        for _ in versions(folder):
            status = check(spaces)
            print(f"Waiting for a change in {folder}. Ctrl+C ends this.", flush=True)
    except KeyboardInterrupt:
        print()
    return status


def versions(folder: Path) -> Iterator[str]:
    """The hash of each version of the folder, from the present one on, once it has been the same for two looks."""
    told, last = "", ""
    while True:
        files, _ = contents(folder)
        here = content_hash(files)
        if here != told and (here == last or not told):
            told = here
            yield here
        last = here
        sleep(PAUSE)
