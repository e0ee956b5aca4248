"""Where the panel is opened beside a question, both have their room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QScrollArea

from bruiseaid.app.tokens import LIGHT
from tests.app.fitting import clipped, shown, sideways
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


@pytest.fixture
def looking(hands: Driver) -> Iterator[Driver]:
    yield hands
    hands.window.look.become(LIGHT, 1.0)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 1024), (1.25, 1280)])
def test_a_question_has_its_room_beside_the_panel_that_is_opened(looking: Driver, scale: float, width: int) -> None:
    looking.window.resize(width, 860)
    looking.window.look.become(LIGHT, scale)
    looking.click("start")
    looking.walk_to("context", vignette("V36")["case"]["answers"])
    looking.click("show_panel")
    looking.rest()
    areas = [one for one in shown(looking.window) if isinstance(one, QScrollArea)]
    assert areas
    assert not [area for area in areas if sideways(area)]
    assert not [one.objectName() for one in shown(looking.window) if clipped(one)]
