"""Each level that stands in the shipped rules, lowered a step in the file: it is found, and every case that is told of
it comes out of `bruiseaid assess` as the proof says."""

from __future__ import annotations

import json
import re
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from bruiseaid.__main__ import main
from bruiseaid.content_paths import protocol_folder

RULES = (protocol_folder() / "rules.yaml").read_text("utf-8")
LEVELS = [found.start(1) for found in re.finditer(r"(?<!level_so_far: {)at_least: ([A-D])\b", RULES)]
STEP_LOWER = {"A": "B", "B": "C", "C": "D", "D": "E"}


def line_of(at: int) -> int:
    return RULES.count("\n", 0, at) + 1


@pytest.fixture
def lowered(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the shipped folder with one level a step lower; the parameter is its place in the file of rules."""
    folder = tmp_path / "rules"
    shutil.copytree(protocol_folder(), folder)
    at = request.param
    (folder / "rules.yaml").write_text(RULES[:at] + STEP_LOWER[RULES[at]] + RULES[at + 1 :], "utf-8")
    return folder


def outcomes(cases: list[Any], folder: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> list[str | None]:
    file.write_text("".join(json.dumps(case) + "\n" for case in cases), "utf-8")
    main(["assess", "--jsonl", str(file), "--protocol", str(folder)])
    return [json.loads(line)["level"] for line in capsys.readouterr().out.splitlines()]


def test_there_are_levels_to_lower() -> None:
    assert len(LEVELS) >= 30


@pytest.mark.parametrize("lowered", LEVELS, indirect=True, ids=lambda at: f"line {line_of(at)}")
def test_a_level_lowered_in_the_file_is_found_with_cases_that_come_out_so(
    lowered: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["protocol", "check", str(lowered), "--json"]) == 1
    stories = [one["story"]["cases"] for one in json.loads(capsys.readouterr().out)["findings"] if one["story"]]
    assert stories
    told = defaultdict(list)
    for first, *others in stories:  # of two protocols the second is the one in the folder
        told[protocol_folder() if first["under"] else lowered].append(first)
        told[lowered] += others
    for folder, ones in told.items():
        cases = [one["case"] for one in ones]
        assert outcomes(cases, folder, tmp_path / "cases.jsonl", capsys) == [one["proved"] for one in ones]
