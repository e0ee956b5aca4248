"""The computer may die at any moment: the draft goes on where it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from bruiseaid.app.parts.boxes import AT_MOST_MS
from bruiseaid.app.screens.state import asking
from tests.journeys.driver import Driver
from tests.journeys.killed_while_writing import DETAIL, KEYS_APART_MS, QUESTION

ROOT = Path(__file__).parents[2]
LONG_ENOUGH = 60


def test_after_a_kill_the_draft_goes_on_with_every_answer(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    command = [sys.executable, "-m", "tests.journeys.killed_half_way", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as half_way:
        assert half_way.stdout is not None
        assert half_way.stdout.readline() == "ready\n"
        half_way.kill()
    hands = Driver(folder, settings=None)
    qtbot.addWidget(hands.window)
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
    command = [sys.executable, "-m", "tests.journeys.killed_while_writing", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writing:
        assert writing.stdout is not None
        written = next(int(line) for line in writing.stdout if line == f"{LONG_ENOUGH}\n")
        writing.kill()
    (draft,) = (folder / "drafts").glob("*.json")
    (account,) = json.loads(draft.read_text("utf-8"))["case"]["answers"][QUESTION]
    assert len(account[DETAIL]) >= written - AT_MOST_MS // KEYS_APART_MS - 1


def test_no_file_name_and_no_record_code_holds_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    hands = Driver(tmp_path)
    qtbot.addWidget(hands.window)
    hands.click("start")
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"settings.json", "R-T001.json"}
