"""What people see on a terminal: colour and boxes there and nowhere else, and that something goes on."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.kitchens import copy

if sys.platform == "win32":
    pytest.skip("Windows has no such terminals", allow_module_level=True)

import fcntl
import pty
import struct
import termios

CODES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
PROGRESS = re.compile(r"\r\x1b\[K(Looking[^\r\n]*)\r")


def _on_a_terminal(arguments: tuple[str, ...], columns: int, **more: str) -> Iterator[str]:
    """What the command has shown so far, each time that more comes; it is ended by Ctrl+C when nobody asks for more."""
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    plain = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "bruiseaid", "protocol", *arguments]
    running = subprocess.Popen(command, stdout=there, stderr=there, env={**plain, "TERM": "xterm", **more})
    os.close(there)
    shown = b""
    try:
        while more_shown := _read(here):
            shown += more_shown
            yield shown.decode(errors="replace")
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(60)
        os.close(here)


def _read(terminal: int) -> bytes:
    """What comes next; nothing once the command has ended."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_what_takes_longer_than_a_second_says_what_it_looks_at_on_one_line_however_narrow() -> None:
    for shown in _on_a_terminal(("test",), columns=20):
        if found := PROGRESS.search(shown):
            assert len(found[1]) < 20
            return
    pytest.fail("Nothing was said.")


@pytest.mark.parametrize(("more", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_and_boxes_are_only_where_they_can_be_seen(
    more: dict[str, str], is_coloured: bool, tmp_path: Path
) -> None:
    folder = copy(tmp_path, {"at_least: shut, because: Too dirty.": "at_least: fine, because: Too dirty."})
    *_, shown = _on_a_terminal(("check", str(folder)), columns=80, **more)
    assert ("┌" in shown, bool(CODES.search(shown))) == (is_coloured, is_coloured)
    assert "This folder is not proved." in shown
