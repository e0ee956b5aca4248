"""Who works here is asked once, and never stands between anybody and 999."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from bruiseaid.app.screens.state import DO_NOW, EMERGENCY, SETTINGS, asking
from bruiseaid.store.settings import Settings
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


@pytest.fixture
def new(tmp_path: Path) -> Driver:
    made = Driver(tmp_path / "data", settings=None)
    return made


def test_one_click_leads_past_it_to_the_emergency_question(new: Driver) -> None:
    new.click("start")
    assert new.place == SETTINGS
    new.click("foot_link")
    assert new.place == asking("emergency_signs")


def test_the_emergency_page_opens_over_it(new: Driver) -> None:
    new.click("start")
    new.press(Qt.Key.Key_F2)
    assert new.place == EMERGENCY
    assert "999" in new.words()


def test_what_was_skipped_is_asked_where_the_number_stands_and_changes_it(new: Driver) -> None:
    new.click("start")
    new.click("foot_link")
    new.walk(vignette("V01")["case"]["answers"], to_finish=False)
    assert "Nobody has said which borough this is." in new.words()
    new.click("contact.place")
    new.click("settings.borough=rochdale")
    new.forward()
    assert new.place == DO_NOW
    assert new.shown("contact.number").text() == "0300 303 0440"  # type: ignore[attr-defined]
    assert Settings.load(new.data).borough == "rochdale"
    assert new.state.draft is not None
    assert new.state.draft.events[-1].text == "Borough: Rochdale. Before: not said"


def test_it_is_asked_only_once(new: Driver) -> None:
    new.click("start")
    new.click("settings.borough=bury")
    new.forward()
    assert new.place == asking("emergency_signs")
    new.window.session.leave()
    new.click("start")
    assert new.place == asking("emergency_signs")
