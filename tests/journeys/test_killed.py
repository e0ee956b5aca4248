"""The computer may die at any moment: the draft goes on where it was."""

from __future__ import annotations

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from bruiseaid.app.parts.boxes import AT_MOST_MS
from bruiseaid.app.screens.frame import NOT_SAVED
from bruiseaid.app.screens.state import asking
from bruiseaid.store.drafts import Drafts
from tests.journeys.driver import Driver
from tests.journeys.killed_while_writing import DETAIL, KEYS_APART_MS, QUESTION
from tests.journeys.killing import killed

LONG_ENOUGH = 60


def test_after_a_kill_the_draft_goes_on_with_every_answer(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    killed("killed_half_way", folder)
    hands = Driver(folder, settings=None)
    hands.click("open:R-T001")
    assert hands.place == asking("marks")
    draft = hands.state.draft
    assert draft is not None
    assert draft.case.answers["dob"] == "2026-07-20"
    marks = draft.case.answers["marks"]
    assert isinstance(marks, tuple)
    (mark,) = marks
    assert mark == {"region": "cheek_soft", "side": "left", "view": "face", "kind": "bruise"}
    hands.click("mark.0.edit")
    hands.click("marks.doc_status=not_documented")
    hands.click("act_now")
    assert hands.shown("strip.number").text() == "0300 303 0440"  # type: ignore[attr-defined]


def test_a_kill_in_the_middle_of_a_sentence_loses_a_tenth_of_a_second_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    killed("killed_while_writing", folder, once=str(LONG_ENOUGH))
    Drafts(folder / "drafts").list()  # as the next start does
    (draft,) = (folder / "drafts").glob("*.json")
    (account,) = json.loads(draft.read_text("utf-8"))["case"]["answers"][QUESTION]
    assert len(account[DETAIL]) >= LONG_ENOUGH - AT_MOST_MS // KEYS_APART_MS - 1


def test_no_file_name_and_no_record_code_holds_a_name(tmp_path: Path) -> None:
    hands = Driver(tmp_path)
    hands.click("start")
    hands.window.session.wait_for_disk()
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"settings.json", "R-T001.json"}


def test_a_disk_that_takes_nothing_is_told_in_the_window_until_it_takes_an_answer(qtbot: QtBot, tmp_path: Path) -> None:
    hands = Driver(tmp_path)
    hands.click("start")
    hands.window.session.wait_for_disk()
    kept = tmp_path / "drafts" / "R-T001.json"
    kept.unlink()
    kept.mkdir()
    hands.click("emergency_signs=none")
    qtbot.waitUntil(lambda: "Not saved" in hands.words())
    hands.forward()
    assert NOT_SAVED in hands.words()
    kept.rmdir()
    hands.forward()
    qtbot.waitUntil(lambda: not any(words in hands.words() for words in ("Not saved", NOT_SAVED)))
    assert kept.is_file()


def test_a_window_that_closes_has_saved(tmp_path: Path) -> None:
    hands = Driver(tmp_path)
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.window.close()
    (kept,) = (tmp_path / "drafts").iterdir()
    assert json.loads(kept.read_text("utf-8"))["case"]["answers"]["emergency_signs"] == ["none"]
