"""An admin takes the case of a finding, and sees it for themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bruiseaid.__main__ import main
from bruiseaid.cli import reading
from tests.proof.kitchens import KITCHEN, copy

LOWERED = {"at_least: shut, because: Too dirty.": "at_least: fine, because: Too dirty."}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rules with findings, checked with the kitchen as the protocol that was shipped."""
    monkeypatch.setattr(reading, "protocol_folder", lambda: KITCHEN)
    return copy(tmp_path / "rules", LOWERED)


def _said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(arguments)
    return status, capsys.readouterr().out


def test_every_story_is_a_case_file_that_comes_out_as_was_found(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(_said(capsys, "protocol", "check", str(folder), "--json")[1])["findings"]
    told = [(one["number"], index, case) for one in found if one["story"]
            for index, case in enumerate(one["story"]["cases"])]  # fmt: skip
    assert told
    for number, index, case in told:
        second = ["--second"] if index else []
        status, text = _said(capsys, "protocol", "check", str(folder), "--story", str(number), *second)
        assert status == 1
        path = tmp_path / "story.yaml"
        path.write_text(text, encoding="utf-8")
        if index or not case["under"]:  # of two protocols the second is the one in the folder
            outcome = json.loads(_said(capsys, "assess", str(path), "--json", "--protocol", str(folder))[1])
            assert outcome["level"] == case["proved"], text


def test_what_was_found_stands_before_the_case_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, text = _said(capsys, "protocol", "check", str(folder), "--story", "2")
    comments, _, case = text.partition("\n{")
    assert all(line.startswith("#") for line in comments.splitlines())
    assert "kitchen.yaml, line " in comments
    assert "bruiseaid assess FILE --protocol " in comments
    assert json.loads("{" + case)["case"] == 1


def test_the_stories_of_a_run_can_be_had_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = _said(capsys, "protocol", "check", str(folder), "--story", "2", "--json")
    assert (status, [one["number"] for one in json.loads(text)["findings"]]) == (1, [2])


def test_a_case_that_is_not_there_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _said(capsys, "protocol", "check", str(folder), "--second") == (2, "")
    assert _said(capsys, "protocol", "check", str(folder), "--story", "99") == (2, "")


def test_how_many_cases_there_are_can_be_read_aloud(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "They stand for 96 ways of answering" in _said(capsys, "protocol", "check", str(folder))[1]


def test_a_very_large_number_of_cases_is_told_in_millions(capsys: pytest.CaptureFixture[str]) -> None:
    shipped = _said(capsys, "protocol", "check")[1]
    assert "They stand for about 3.5 million million million million million ways of answering" in shipped
    assert max(len(line) for line in shipped.splitlines()) <= 96
