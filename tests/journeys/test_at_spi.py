"""One journey as a screen reader makes it: the running program, a real accessibility bus, and the system's Python.

The packages that it needs are installed by `packaging/dev.py test` where that is allowed. Where they are missing it is
skipped; in continuous integration (CI=true) it fails instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import screen_reader

from bruiseaid.app import preflight
from tests.engine.cases import case_data, outcome_of

HANDS = Path(__file__).with_name("at_spi_hands.py")
ROOT = Path(__file__).parents[2]


def number_at(now: datetime) -> str:
    """The number to ring in Rochdale at that moment: the program runs by the real clock."""
    actions = outcome_of(case_data(borough="rochdale", dob="2026-07-20"), now).actions
    contact = next(action.contact for action in actions if action.id == "A-CSC-PHONE")
    assert contact is not None
    return contact.first.phone


def test_a_baby_with_a_bruise_is_rung_about_by_screen_reader(tmp_path: Path) -> None:
    lacking = (*screen_reader.missing(), *(name for need in preflight.missing("xcb") for name in need.packages[-1:]))
    if lacking and not screen_reader.must_be_there():
        pytest.skip(f"not installed: {' '.join(lacking)}")
    assert not lacking, f"not installed: {' '.join(lacking)}"
    around = dict(os.environ, PYTHONPATH=str(ROOT / "src"), HOME=str(tmp_path))
    around.pop("QT_QPA_PLATFORM", None)
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
    begun = datetime.now(UTC)
    done = subprocess.run(
        ["dbus-run-session", "--", *screen, screen_reader.SYSTEM_PYTHON, HANDS, sys.executable, tmp_path / "data"],
        env=around, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    shown = done.stdout.rstrip().rpartition("number: ")[2]
    assert shown in {number_at(begun), number_at(datetime.now(UTC))}
