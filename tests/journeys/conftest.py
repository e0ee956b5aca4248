"""A window with hands for every journey."""

from __future__ import annotations

import pytest

from bruiseaid.app.screens.state import DO_NOW
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette
from tests.windows import hands as hands
from tests.windows import no_window_stays as no_window_stays


@pytest.fixture
def baby(hands: Driver) -> Driver:
    """A baby with a bruise, every question that counts answered, at "what to do now"."""
    hands.reach_result(vignette("V01")["case"]["answers"])
    assert hands.place == DO_NOW
    return hands
