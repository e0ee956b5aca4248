"""What the journey by screen reader needs of the system: a screen, an accessibility bus, and hands.

packaging/dev.py installs it where it can; the journey asks here whether it is there. Standard library only.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which

SYSTEM_PYTHON = Path("/usr/bin/python3")
BUS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))


def missing() -> tuple[str, ...]:
    """The Debian packages that are not there, in the order in which they are to be named."""
    there = {
        "xvfb": which("xvfb-run") is not None,
        "xauth": which("xauth") is not None,
        "at-spi2-core": any(path.exists() for path in BUS),
        "dbus": which("dbus-run-session") is not None,
        "python3-pyatspi": has_hands(),
    }
    return tuple(package for package, found in there.items() if not found)


def has_hands() -> bool:
    """Whether the system's own Python, the only one Debian gives pyatspi to, can reach other programs."""
    if not SYSTEM_PYTHON.exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode == 0


def must_be_there(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the journey may not be left out: in continuous integration."""
    return environment.get("CI", "").lower() == "true"


def left_out(packages: list[str]) -> str:
    """What somebody is told who may not install packages: nothing but one journey is missing."""
    first = "One journey, the one by screen reader, is left out. To have it too, start this line first:"
    return f"{first}\n\n    sudo apt-get install {' '.join(packages)}\n"
