"""A window with hands for every journey."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.driver import Driver


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path) -> Driver:
    made = Driver(tmp_path / "data")
    qtbot.addWidget(made.window)
    return made
