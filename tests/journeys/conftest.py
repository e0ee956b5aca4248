"""A window with hands for every journey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bruiseaid.app.screens.state import DO_NOW
from tests.journeys.driver import Driver, close_all
from tests.journeys.test_vignettes import vignette


@pytest.fixture(autouse=True)
def no_window_stays() -> Iterator[None]:
    yield
    close_all()


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path) -> Driver:
    return Driver(tmp_path / "data")


@pytest.fixture
def baby(hands: Driver) -> Driver:
    """A baby with a bruise, every question that counts answered, at "what to do now"."""
    hands.reach_result(vignette("V01")["case"]["answers"])
    assert hands.place == DO_NOW
    return hands
