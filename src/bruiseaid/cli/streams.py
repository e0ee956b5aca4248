"""How every command speaks: in UTF-8, one plain sentence instead of a traceback, and quiet when nobody listens."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from bruiseaid.cli.ctrl_c import CtrlC

COULD_NOT = 2
STOPPED, NOBODY_LISTENS = 130, 141
"""As a shell says it: ended by Ctrl+C, and ended because what read the output has gone."""


def spoken(command: Callable[[], int]) -> int:
    """Runs a command and returns its exit status, also where the system or a fault of ours stops it half-way."""
    _open_streams()
    ctrl_c = CtrlC()
    try:
        with ctrl_c:
            status = _ended(command)
            sys.stdout.flush()
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _let_go()
        return NOBODY_LISTENS
    except ModuleNotFoundError as error:
        say(missing_part(error))
        return COULD_NOT
    except OSError as error:
        _let_go()
        say(could_not(error))
        return COULD_NOT
    except Exception as error:
        if ctrl_c.pressed:
            return STOPPED
        say(our_fault(error))
        return COULD_NOT
    return status


def _ended(command: Callable[[], int]) -> int:
    """The exit status of a command, also where its options end it."""
    try:
        return command()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else COULD_NOT


def say(sentence: str) -> None:
    """Prints on standard error, if anything can be written there: the exit status says it in any case."""
    with suppress(OSError):
        print(sentence, file=sys.stderr)


def our_fault(error: Exception) -> str:
    """A fault of the program itself, without its message: that may hold what somebody wrote about a child."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__}, {Path(at.filename).name}, line {at.lineno}"
    return f"Something in the program went wrong ({where}). Tell the person who looks after bruiseaid."


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
