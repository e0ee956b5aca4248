"""One journey as a screen reader makes it: the running program, a real accessibility bus, and the system's Python.

It needs the packages xvfb, xauth, at-spi2-core, dbus and python3-pyatspi. Where they are missing it is skipped; where
BRUISEAID_AT_SPI=1 says that they are there, as in continuous integration, it fails instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HANDS = Path(__file__).with_name("at_spi_hands.py")
ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = Path("/usr/bin/python3")


def missing() -> str:
    """What of the tools is not there."""
    tools = [tool for tool in ("xvfb-run", "dbus-run-session") if shutil.which(tool) is None]
    if not SYSTEM_PYTHON.exists():
        return " ".join([*tools, "python3"])
    found = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return " ".join([*tools, *([] if found.returncode == 0 else ["python3-pyatspi"])])


def test_a_baby_with_a_bruise_is_rung_about_by_screen_reader(tmp_path: Path) -> None:
    lacking = missing()
    if lacking and os.environ.get("BRUISEAID_AT_SPI") != "1":
        pytest.skip(f"not installed: {lacking}")
    assert not lacking
    around = dict(os.environ, PYTHONPATH=str(ROOT / "src"), HOME=str(tmp_path))
    around.pop("QT_QPA_PLATFORM", None)
    command = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1280x800x24", str(SYSTEM_PYTHON)]
    done = subprocess.run(
        [*command, str(HANDS), sys.executable, str(tmp_path / "data")],
        env=around, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.rstrip().endswith("read: 0300 303 0440")
