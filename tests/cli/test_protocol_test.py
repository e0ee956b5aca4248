"""An admin asks whether the scenarios would notice a slip in the rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bruiseaid.__main__ import main
from bruiseaid.content_paths import protocol_folder
from tests.proof.kitchens import copy


def trial(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, object]]:
    status = main(["protocol", "test", str(folder), "--json", *more])
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return status, found


def number(found: dict[str, object], key: str) -> int:
    value = found[key]
    return len(value) if isinstance(value, list) else int(str(value))


def test_every_edit_is_noticed_or_changes_nothing_or_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = trial(copy(tmp_path, {}), capsys)
    assert status == 0
    assert number(found, "edits") >= 30
    assert number(found, "noticed") == 0
    assert number(found, "equivalent") == 2
    assert number(found, "survivors") == number(found, "edits") - number(found, "equivalent")


def test_an_edit_that_no_scenario_notices_is_listed_as_caught_by_the_proof_or_by_neither(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["protocol", "test", str(copy(tmp_path, {}))]) == 0
    said = capsys.readouterr().out
    by_proof, _, by_neither = said.partition("caught by neither")
    assert "caught by the proof, not by a scenario" in by_proof
    assert "rules K3, dropped: a case goes from shut to visit." in by_proof
    assert "rules K2, effect 1: raised a step: a case goes from visit to shut." in by_neither
    assert "A scenario or the proof catches" in by_neither


def test_the_scenarios_that_are_proposed_pass_and_notice_every_edit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, {})
    _, before = trial(folder, capsys, "--propose", str(folder / "scenarios"))
    assert 0 < len(list((folder / "scenarios").iterdir())) < number(before, "survivors")
    status, after = trial(folder, capsys)
    assert status == 0
    assert number(after, "survivors") == 0
    assert number(after, "noticed") == number(before, "survivors")


def test_scenarios_that_were_kept_are_never_written_over_by_new_proposals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, {})
    trial(folder, capsys, "--propose", str(folder / "scenarios"), "--most", "1")
    kept = next((folder / "scenarios").iterdir())
    kept.write_text(kept.read_text("utf-8").replace("To be told in the words of a practitioner.", "Told."), "utf-8")
    before = kept.read_bytes()
    status, _ = trial(folder, capsys, "--propose", str(folder / "scenarios"), "--most", "1")
    assert status == 0
    assert kept.read_bytes() == before
    assert len(list((folder / "scenarios").iterdir())) == 2
    assert trial(folder, capsys)[0] == 0


def test_a_scenario_that_fails_is_told_with_the_first_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, {})
    trial(folder, capsys, "--propose", str(folder / "scenarios"))
    one = min((folder / "scenarios").iterdir())
    text = one.read_text(encoding="utf-8")
    level = json.loads(text)["expect"]["level"]
    other = "fine" if level != "fine" else "shut"
    one.write_text(text.replace(f'"level": "{level}"', f'"level": "{other}"'), encoding="utf-8")
    status = main(["protocol", "test", str(folder)])
    said = capsys.readouterr().out
    assert status == 1
    assert f"It should come to level {other}, and comes to {level}." in said


def test_a_folder_that_cannot_be_read_is_told_and_not_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["protocol", "test", str(tmp_path)]) == 2
    assert capsys.readouterr().err


def test_the_shipped_scenarios_have_names_of_their_own() -> None:
    paths = sorted((protocol_folder() / "scenarios").glob("*.yaml"))
    ids = [path.name.split("-")[0] for path in paths]
    assert len(ids) == len(set(ids))
    assert len(ids) <= 112
