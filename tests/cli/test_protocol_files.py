"""`bruiseaid protocol draw` and `schema`, as the keeper of a protocol uses them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bruiseaid.content_paths import protocol_folder


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bruiseaid", "protocol", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_the_flowchart_is_written_as_pdf_and_pictures(tmp_path: Path) -> None:
    done = _run("draw", "--out", str(tmp_path))
    assert done.returncode == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["gm-bruising-1.svg", "gm-bruising-2.svg", "gm-bruising.pdf"]
    assert (tmp_path / "gm-bruising.pdf").read_bytes().startswith(b"%PDF-")


def test_the_schemas_are_written_for_an_editor(tmp_path: Path) -> None:
    assert _run("schema", "--out", str(tmp_path)).returncode == 0
    schema = json.loads((tmp_path / "protocol.schema.json").read_text("utf-8"))
    assert "G1" in schema["$defs"]["source"]["enum"]
    assert set(json.loads(_run("schema").stdout)) == {"protocol", "borough", "scenario"}


def test_a_folder_that_cannot_be_read_ends_with_2_and_its_problems(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("rules: [", encoding="utf-8")
    done = _run("draw", str(tmp_path), "--out", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "rules.yaml, line" in done.stderr


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = _run("draw", "--out", str(tmp_path / "taken"))
    assert done.returncode == 2
    assert "could not be written" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
@pytest.mark.parametrize("command", ["draw", "schema"])
def test_a_file_that_is_too_large_for_the_disk_leaves_the_old_one_and_no_half(command: str, tmp_path: Path) -> None:
    assert _run(command, "--out", str(tmp_path)).returncode == 0
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    limited = ["sh", "-c", 'ulimit -f 4; exec "$@"', "sh", sys.executable, "-m", "bruiseaid", "protocol", command]
    done = subprocess.run([*limited, "--out", str(tmp_path)], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "could not be written" in done.stderr
    assert ".part" not in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_of_two_folders_each_mistake_names_its_own(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rules.yaml").write_text("rules: [", encoding="utf-8")
    told = _run("diff", str(tmp_path / "old"), str(tmp_path / "new")).stderr
    assert all(f"{tmp_path / name}/rules.yaml, line " in told for name in ("old", "new"))


def test_a_file_in_place_of_a_folder_is_named_as_such() -> None:
    told = _run("check", str(protocol_folder() / "rules.yaml")).stderr
    assert told == f"{protocol_folder() / 'rules.yaml'}: This is a file, and a protocol folder is needed.\n"


def _changed_copy(folder: Path, old: str, new: str) -> Path:
    for path in protocol_folder().rglob("*.yaml"):
        copy = folder / path.relative_to(protocol_folder())
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text("utf-8"), encoding="utf-8")
    rules = folder / "rules.yaml"
    text = rules.read_text("utf-8")
    assert old in text
    rules.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_a_comment_changes_no_kind_of_case(tmp_path: Path) -> None:
    new = _changed_copy(tmp_path / "new", "rules:", "# A remark.\n\nrules:")
    done = _run("diff", str(protocol_folder()), str(new), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["changed"] == 0


def test_a_raised_rule_is_told_with_its_direction_and_an_example(tmp_path: Path) -> None:
    edit = ("{immediate_danger: unsure}\n    at_least: B", "{immediate_danger: unsure}\n    at_least: A")
    new = _changed_copy(tmp_path / "new", *edit)
    found = json.loads(_run("diff", str(protocol_folder()), str(new), "--json").stdout)
    assert found["changed"] > 0
    assert found["higher"] > 0
    assert found["lower"] == 0
    words = _run("diff", str(protocol_folder()), str(new)).stdout
    assert "From B to A" in words
    assert "Anyone in danger: Not sure" in words


def test_a_changed_number_is_told_with_both_and_that_it_is_to_be_rung(tmp_path: Path) -> None:
    new = _changed_copy(tmp_path / "new", "rules:", "rules:")
    bury = new / "boroughs" / "bury.yaml"
    text = bury.read_text("utf-8").replace("0161 253 5678", "0161 253 0000")
    bury.write_text(text, encoding="utf-8")
    told = "Bury, daytime: 0161 253 5678 becomes 0161 253 0000."
    words = " ".join(_run("diff", str(protocol_folder()), str(new)).stdout.split())
    note = words.partition("Draft release note")[2]
    assert f"{told} Ring it, and write the day under checked." in note
    bury.write_text(text.replace("status: read", "status: test-rung\n  checked: 2026-11-23", 1), encoding="utf-8")
    assert json.loads(_run("diff", str(protocol_folder()), str(new), "--json").stdout)["numbers"] == [told]


def test_a_changed_time_is_told_in_the_words_of_the_action_and_in_numbers_that_can_be_read_aloud(
    tmp_path: Path,
) -> None:
    new = _changed_copy(tmp_path / "new", "rules:", "rules:")
    actions = new / "actions.yaml"
    before, after = "by: 1 h\n    ceiling: 1 h\n    referral", "by: 30 min\n    ceiling: 1 h\n    referral"
    actions.write_text(actions.read_text("utf-8").replace(before, after, 1), encoding="utf-8")
    printed = _run("diff", str(protocol_folder()), str(new)).stdout
    words = " ".join(printed.split())
    assert '"Ring children\'s social care now" (A-CSC-PHONE) is due within 30 minutes, and was due within 1' in words
    assert "in about 451 million million million kinds of case." in words
    assert max(len(line) for line in printed.splitlines()) <= 96
