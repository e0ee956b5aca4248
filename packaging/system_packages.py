"""System packages: installs with apt-get those that are missing, where this user may. Standard library only.

packaging/dev.py reads this file before it knows which Python it has: any since 3.8 must be able to.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

__all__ = ("Stop", "apt_install", "preflight", "privileged", "quietly")

_PREFLIGHT = Path(__file__).parents[1] / "src" / "bruiseaid" / "app" / "preflight.py"
_READS_PREFLIGHT = (3, 11)  # an older Python is turned away before it is asked for anything

if TYPE_CHECKING:
    from bruiseaid.app import preflight as preflight
elif sys.version_info >= _READS_PREFLIGHT:
    _spec = importlib.util.spec_from_file_location("preflight", _PREFLIGHT)
    preflight = importlib.util.module_from_spec(_spec)
    _spec.loader.exec_module(preflight)
else:
    preflight = None


class Stop(Exception):
    """The work cannot go on; the text says why, and what to do next."""


def quietly(command: list[str], failed: str) -> None:
    """Runs a command without a word; where it fails, stops with `failed` and its last lines."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines()[-5:]
        raise Stop("\n".join([failed, "The last lines it printed:", *(f"    {line}" for line in lines)]))


def privileged() -> list[str] | None:
    """How to start apt-get with an administrator's rights and no question; None where that cannot be."""
    if not preflight.has_command("apt-get"):
        return None
    if preflight.is_root():
        return []
    if not preflight.has_command("sudo"):
        return None
    asks_nothing = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if asks_nothing else None


def apt_install(runner: list[str], needs: Iterable[preflight.Need]) -> None:
    """Installs the packages with apt-get; fetches its lists where they lack one of them, or are too old."""
    needs = tuple(needs)
    lists_are_fresh = False
    if not all(map(preflight.known_name, needs)):
        apt_get(runner, "update")
        lists_are_fresh = True
    names = preflight.package_names(needs)
    print(f"Installing the system packages that are missing: {' '.join(names)}.", file=sys.stderr)
    install = ("install", "--yes", "--no-install-recommends", *names)
    try:
        apt_get(runner, *install)
    except Stop:
        if lists_are_fresh:
            raise
        apt_get(runner, "update")
        apt_get(runner, *install)


def apt_get(runner: list[str], *arguments: str) -> None:
    """Runs apt-get so that it asks nothing, and waits its turn."""
    quiet = [*runner, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    failed = f"apt-get {arguments[0]} did not succeed. Put right what it says, then start again."
    quietly([*quiet, "-o", "DPkg::Lock::Timeout=120", *arguments], failed)
