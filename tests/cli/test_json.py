"""`--json` is for other programs: what comes out can always be read by one, also where there is no result."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bruiseaid.__main__ import main
from bruiseaid.content_paths import protocol_folder
from bruiseaid.proof.sets import nodes

RULES = str(protocol_folder())
WITHOUT_RESULT = [
    ("assess", "missing.yaml", "--json"),
    ("assess", "broken", "--json"),
    ("assess", "broken", "--to", "json"),
    ("assess", "broken", "--json", "--protocol", "missing"),
    ("protocol", "check", "missing", "--json"),
    ("protocol", "check", "missing", "--json", "--story", "1"),
    ("protocol", "test", "missing", "--json"),
    ("protocol", "diff", RULES, "missing", "--json"),
    ("verify", "missing.pdf", "--json"),
]


@pytest.mark.parametrize("arguments", WITHOUT_RESULT, ids=" ".join)
def test_a_program_is_told_why_there_is_no_result(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "broken").write_text("case: [", encoding="utf-8")
    assert main(arguments) == 2
    told = capsys.readouterr()
    problems = json.loads(told.out)["problems"]
    assert problems
    assert "\n".join(problems) + "\n" == told.err


@pytest.mark.parametrize("arguments", [("check",), ("diff", RULES, RULES)], ids=" ".join)
def test_rules_that_are_too_large_are_a_result_too(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(nodes, "ROOM_FOR_NODES", 300)
    assert main(("protocol", *arguments, "--json")) == 1
    assert json.loads(capsys.readouterr().out)["status"] == "undecided"


def test_what_never_ends_is_not_asked_for_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("protocol", "check", "--watch", "--json")) == 2
    assert capsys.readouterr().out == ""
