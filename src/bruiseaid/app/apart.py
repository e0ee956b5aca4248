"""Makes something in a child of this process, so that all it takes to make it goes again with the child.

What was made comes back through a pipe and touches no disk. Only on Linux: a child there begins with everything that
this process knows. It must not touch the window, and ends without tidying up what is not its own. Wherever that
cannot be, or the child does not come to its end, the same is made here.
"""

from __future__ import annotations

import os
import select
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from bruiseaid import c_pickle

AT_MOST_S = 30.0
_PIECE = 1 << 16
_END = b"that is all"
_KILL = 9
"""SIGKILL: `signal` makes a class of all signals to tell it."""

T = TypeVar("T")


def made_apart(make: Callable[[], T], at_most_s: float = AT_MOST_S) -> T:
    """What `make` returns; it may be called twice. Its exceptions are those of the second call, made here."""
    told = _from_child(make, at_most_s) if sys.platform == "linux" else b""
    if told:
        made: T = c_pickle.loads(told)  # from our own child
        return made
    return make()


def _from_child(make: Callable[[], object], at_most_s: float) -> bytes:
    """What a child made, pickled; nothing if it did not come to its end."""
    reading, writing = os.pipe()
    try:
        child = _fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return b""
    if child == 0:
        _make_and_end(make, writing)
    os.close(writing)
    told = _read(reading, time.monotonic() + at_most_s)
    os.close(reading)
    with suppress(ProcessLookupError, ChildProcessError):  # whoever started us may let no child be waited for
        os.kill(child, _KILL)  # it has said all, or says no more
        os.waitpid(child, 0)
    return told


def _fork() -> int:
    with warnings.catch_warnings():  # other threads do not go along; the child waits for none of them
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _make_and_end(make: Callable[[], object], writing: int) -> None:
    """In the child: tells what was made, and that this is all."""
    try:
        with os.fdopen(writing, "wb") as stream:
            stream.write(c_pickle.dumps(make(), protocol=5) + _END)
    finally:
        os._exit(0)


def _read(reading: int, until: float) -> bytes:
    """All that is said; nothing if it is not the whole."""
    pieces: list[bytes] = []
    while (left := until - time.monotonic()) > 0 and select.select([reading], [], [], left)[0]:
        piece = os.read(reading, _PIECE)
        if not piece:
            said = b"".join(pieces)
            return said[: -len(_END)] if said.endswith(_END) else b""
        pieces.append(piece)
    return b""
