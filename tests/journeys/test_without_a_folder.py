"""Where this computer can keep nothing, the way to the number and to a record saved elsewhere is open all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bruiseaid.app.screens.frame import NOT_SAVED
from bruiseaid.app.screens.state import CHECK, FINISHED, HOME, asking
from bruiseaid.app.session import NO_PLACE, NOT_SEALED, SAVED_ELSEWHERE
from bruiseaid.app.steps.recording import SETTINGS_NOT_SAVED
from bruiseaid.report.check.verify import verify
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


@pytest.fixture(params=["a file stands there", "the name is too long", "it is a device"])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> Driver:
    """A window whose data folder cannot be made."""
    folders = {
        "a file stands there": tmp_path / "data",
        "the name is too long": tmp_path / ("x" * 300),
        "it is a device": Path("/dev/null"),
    }
    (tmp_path / "data").write_text("not a folder")
    hands = Driver(folders[request.param], settings=None)
    hands.click("start")
    hands.click("settings.borough=rochdale")
    hands.forward()
    return hands


def test_the_whole_way_can_be_walked_and_the_record_is_saved_elsewhere(nowhere: Driver, tmp_path: Path) -> None:
    assert nowhere.place == asking("emergency_signs")
    assert SETTINGS_NOT_SAVED in nowhere.words()
    nowhere.walk(vignette("V01")["case"]["answers"], to_finish=False)
    assert NOT_SAVED in nowhere.words()
    nowhere.walk_after(to_finish=False)
    nowhere.click("finish_early")
    assert nowhere.place == CHECK
    assert NO_PLACE in nowhere.words()

    nowhere.desktop.save_at = tmp_path / "elsewhere.pdf"
    nowhere.click("finish_early")
    assert nowhere.place == FINISHED
    assert SAVED_ELSEWHERE in nowhere.words()
    assert NOT_SEALED in nowhere.words()
    assert "elsewhere.pdf" in nowhere.words()
    found = verify((tmp_path / "elsewhere.pdf").read_bytes(), {})
    assert (found.bytes, found.document, found.replay) == ("not_sealed", "record", "same")
    nowhere.forward()
    assert nowhere.place == HOME


def test_a_place_that_takes_nothing_either_is_said(nowhere: Driver, tmp_path: Path) -> None:
    nowhere.walk(vignette("V01")["case"]["answers"], to_finish=False)
    nowhere.desktop.save_at = tmp_path / "missing" / "elsewhere.pdf"
    nowhere.walk_after(to_finish=False)
    nowhere.click("finish_early")
    assert nowhere.place == CHECK
    assert "could not be written there" in nowhere.words()
