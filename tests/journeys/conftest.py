"""A window with hands for every journey."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bruiseaid.app.screens.state import DO_NOW
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path) -> Driver:
    made = Driver(tmp_path / "data")
    qtbot.addWidget(made.window)
    return made


@pytest.fixture
def baby(hands: Driver) -> Driver:
    """A baby with a bruise, every question that counts answered, at "what to do now"."""
    hands.click("start")
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    assert hands.place == DO_NOW
    return hands
