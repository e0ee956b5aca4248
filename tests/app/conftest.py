"""A window with hands for the tests of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.driver import Driver


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    made = Driver(tmp_path / "data")
    yield made
    made.close()
