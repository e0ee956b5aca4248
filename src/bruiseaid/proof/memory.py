"""How a long proof keeps its memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_long_run() -> Iterator[None]:
    """Without looking for cycles in memory: the diagrams are millions of tuples, and none of them is in a cycle.

    Nor is anything looked at afterwards that is there now, until `collect` is called.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def collect() -> None:
    """Gives back the memory of what an earlier run left."""
    gc.unfreeze()
    gc.collect()
