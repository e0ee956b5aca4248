"""Drives the running program as a screen reader's user would, through AT-SPI. Run by the system's own Python.

    dbus-run-session -- xvfb-run -a python3 at_spi_hands.py PYTHON DATA_FOLDER

It needs python3-pyatspi. It finds everything by role and name only, and prints what it reads.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]

LIMIT_S = 60
PRESSABLE = {"push button", "button", "radio button", "check box", "toggle button"}


def everything(root: Any) -> Iterator[Any]:
    """All that is showing, depth first."""
    waiting = [root]
    while waiting:
        one = waiting.pop(0)
        try:
            if one is None:
                continue
            states = one.getState()
            if one is not root and not states.contains(pyatspi.STATE_SHOWING):
                continue
            yield one
            waiting[:0] = list(one)
        except Exception:  # it went away while it was looked at
            continue


def until(find: Callable[[], Any], what: str) -> Any:
    """What `find` returns once it is not None."""
    end = time.monotonic() + LIMIT_S
    while time.monotonic() < end:
        found = find()
        if found is not None:
            return found
        time.sleep(0.1)
    raise SystemExit(f"not found: {what}")


def program() -> Any:
    """The program on the accessibility bus."""
    desktop = pyatspi.Registry.getDesktop(0)
    return next((one for one in desktop if one is not None and "bruiseaid" in (one.name or "")), None)


def named(name: str, roles: set[str]) -> Any:
    """The first thing shown with that name (or its beginning) and one of those roles."""

    def find() -> Any:
        shown = (one for one in everything(program()) if one.getRoleName() in roles)
        return next((one for one in shown if one.name.startswith(name)), None)

    return until(find, name)


def press(name: str) -> None:
    """Presses a button, ring or box by its name."""
    one = named(name, PRESSABLE)
    one.queryAction().doAction(0)
    print("pressed:", name)


def write(name: str, text: str) -> None:
    """Writes into a field by its name."""
    one = named(name, {"text", "entry"})
    one.queryEditableText().setTextContents(text)
    print("wrote:", name)


def said(one: Any) -> str:
    """The name of a thing, and what is written in it."""
    try:
        written = one.queryText().getText(0, -1)
    except NotImplementedError:
        written = ""
    return f"{one.name or ''} {written}"


def reads(words: str) -> None:
    """Waits until these words are shown."""
    until(lambda: next((one for one in everything(program()) if words in said(one)), None), words)
    print("read:", words)


def journey() -> None:
    """From the start page to the number to ring, for a baby with a bruise on the knee."""
    press("Start a record")
    reads("Where do you work")
    press("Rochdale")
    press("Registered health practitioner")
    press("Save and go on")
    reads("Is the child ill or badly hurt now?")
    press("None of these")
    press("Continue")
    reads("Is anyone in danger right now?")
    press("No")
    press("Continue")
    reads("Are you and the child safe")
    press("Yes")
    press("Continue")
    reads("When was the child born?")
    for name, text in (("Day", "1"), ("Month", "8"), ("Year", "2026")):
        write(name, text)
    press("Continue")
    reads("Where are the marks?")
    press("Knee")
    press("Bruise")
    press("No, or I have not read one")
    press("Act now")
    number = named("Number ", {"text", "entry"})
    print("number:", number.queryText().getText(0, -1))


def main() -> None:
    """Starts the program, walks, and ends it."""
    python, data = sys.argv[1:3]
    around = dict(os.environ, BRUISEAID_DATA=data, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    running = subprocess.Popen([python, "-m", "bruiseaid"], env=around)
    try:
        until(program, "the program on the bus")
        journey()
    finally:
        running.terminate()
        running.wait(10)


if __name__ == "__main__":
    main()
