"""Kills a window while somebody uses it, as a battery that runs out does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def killed(program: str, folder: Path, *, once: str = "ready") -> None:
    """Runs one of the programs beside this file on a data folder, and kills it once it has said that line."""
    command = [sys.executable, "-m", f"tests.journeys.{program}", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert any(line == f"{once}\n" for line in running.stdout), f"{program} ended before it said {once}"
        running.kill()
