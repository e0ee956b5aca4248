"""How every command speaks: in UTF-8, one plain sentence instead of a traceback, and quiet when nobody listens."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper

COULD_NOT = 2
STOPPED, NOBODY_LISTENS = 130, 141
"""As a shell says it: ended by Ctrl+C, and ended because what read the output has gone."""


def spoken(command: Callable[[], int]) -> int:
    """Runs a command and returns its exit status, also where the system stops it half-way."""
    _open_streams()
    try:
        status = command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _let_go()
        return NOBODY_LISTENS
    except ModuleNotFoundError as error:
        print(missing_part(error), file=sys.stderr)
        return COULD_NOT
    except OSError as error:
        _let_go()
        print(could_not(error), file=sys.stderr)
        return COULD_NOT
    return status


def missing_part(error: ModuleNotFoundError) -> str:
    """A library that is not there, as a sentence."""
    return f"A part that bruiseaid needs is missing: {error.name}. Install bruiseaid again."


def could_not(error: OSError, what: str = "That could not be done") -> str:
    """What the system refused, as a sentence with the file that it is about."""
    where = f"{error.filename}: " if isinstance(error.filename, str) else ""
    return f"{what}: {where}{error.strerror or error}."


def _open_streams() -> None:
    """A stream that was closed swallows what is written; the others write UTF-8, whatever the system's language."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go() -> None:
    """What is left to write goes nowhere, so that the end of the program does not stumble over it."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return
