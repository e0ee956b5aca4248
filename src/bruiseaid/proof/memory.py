"""How a long proof keeps its memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_long_run() -> Iterator[None]:
    """Without looking for cycles in memory: the diagrams are millions of tuples, and none of them is in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
