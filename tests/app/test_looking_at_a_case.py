"""A case can be looked at under rules that are not in force: the story of a finding, for one. Nothing of it is kept."""

from __future__ import annotations

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from bruiseaid.app.main import open_case
from tests.app.ruled import BROKEN_PROMISE, Ruled, folder_at, hash_of, known_to
from tests.engine.cases import case_data, outcome_of

REASON = "rules.yaml, line 31: A child with a strong sign comes to less than before."
STORY = case_data(features=["shape_of_hand"])


def opened(qtbot: QtBot, tmp_path: Path, findings: tuple[str, ...]) -> Ruled:
    """A window at the story, on a folder of which that was found."""
    folder, case = folder_at(tmp_path / "local", BROKEN_PROMISE), tmp_path / "story.json"
    case.write_text(json.dumps(STORY), "utf-8")
    known_to(tmp_path / "data", {folder: findings})
    hands = Ruled(qtbot, tmp_path / "data", folder)
    assert open_case(hands.window, case, folder)
    return hands


def test_the_story_of_a_finding_shows_what_the_refused_rules_do(qtbot: QtBot, tmp_path: Path) -> None:
    hands = opened(qtbot, tmp_path, (REASON,))
    assert outcome_of(STORY).level == "B"
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == "C"
    assert "Level C of A to E" in hands.words()
    assert "Practice P-CASE" in hands.words()
    assert hands.window.whole.practice_band.isVisible()
    assert hands.banner.startswith("These rules are not in force. They are version 2026.1 of a folder")
    assert hands.in_force != hash_of(tmp_path / "local")


def test_nothing_of_it_is_kept_and_the_next_record_has_the_rules_in_force(qtbot: QtBot, tmp_path: Path) -> None:
    hands = opened(qtbot, tmp_path, (REASON,))
    hands.walk_after(to_finish=False)
    hands.window.session.leave()
    hands.click("start")
    assert hands.state.protocol.sha256 == hands.in_force
    assert hands.state.draft is not None
    assert not hands.state.draft.practice
    assert [draft.id for draft in hands.state.drafts if draft.id.startswith("P-")] == []


def test_under_rules_that_are_in_force_a_case_is_a_record(qtbot: QtBot, tmp_path: Path) -> None:
    hands = opened(qtbot, tmp_path, ())
    assert hands.state.draft is not None
    assert not hands.state.draft.practice
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == "C"
