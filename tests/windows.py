"""A window with hands for a test, and none that stays after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.driver import Driver, close_all


@pytest.fixture(autouse=True)
def no_window_stays() -> Iterator[None]:
    yield
    close_all()


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path) -> Driver:
    return Driver(tmp_path / "data")
