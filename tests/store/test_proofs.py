"""What is known of a proof counts for the same content, program and shipped protocol only; damage means not known."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bruiseaid.content_paths import protocol_folder, resources_folder
from bruiseaid.protocol.reader import content_hash, contents
from bruiseaid.store.kept_rules import KeptRules, rules_with_hash
from bruiseaid.store.proofs import SHIPPED, ProofResult, Proofs, proofs_of, read_result

ONE, OTHER, FLOOR = "1" * 64, "2" * 64, "f" * 64
RESULT = ProofResult(ONE, FLOOR, ("rules.yaml, line 4: A promise does not hold.",))
FILES = {"rules.yaml": b"rules: []\n", "boroughs/bury.yaml": "# Łódź\r\n".encode()}


def test_the_shipped_protocol_comes_with_its_proof() -> None:
    found = read_result(resources_folder() / SHIPPED)
    sha256 = content_hash(contents(protocol_folder())[0])
    again = "Prove the shipped protocol again: python3 packaging/dev.py prove"
    assert found is not None, f"{again}. Its result is not there, or of another program."
    assert (found.sha256, found.shipped) == (sha256, sha256), f"{again}. It was changed since."
    assert found.is_proved, again


def test_a_result_is_known_again_with_its_reasons(tmp_path: Path) -> None:
    Proofs(tmp_path, FLOOR).keep(RESULT)
    again = Proofs(tmp_path, FLOOR)
    assert again.known(ONE) == RESULT
    assert (again.is_refused(ONE), again.is_proved(ONE)) == (True, False)
    assert again.known(OTHER) is None
    assert (again.is_refused(OTHER), again.is_proved(OTHER)) == (False, False)


def test_a_result_of_another_program_or_floor_is_not_known(tmp_path: Path) -> None:
    Proofs(tmp_path, FLOOR).keep(replace(RESULT, program="0.0.1, proof 0"))
    assert Proofs(tmp_path, FLOOR).known(ONE) is None
    Proofs(tmp_path, FLOOR).keep(RESULT)
    assert Proofs(tmp_path, OTHER).known(ONE) is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"sha256": 1}', '{"findings": "none"}'])
def test_a_damaged_result_is_not_known(tmp_path: Path, damage: str) -> None:
    proofs = Proofs(tmp_path, FLOOR)
    proofs.keep(replace(RESULT, findings=()))
    (tmp_path / f"{ONE}.json").write_text(damage, "utf-8")
    assert proofs.known(ONE) is None


def test_a_result_with_findings_of_another_kind_is_not_known(tmp_path: Path) -> None:
    proofs = Proofs(tmp_path, FLOOR)
    proofs.keep(replace(RESULT, findings=()))
    path = tmp_path / f"{ONE}.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "findings": None}), "utf-8")
    assert proofs.known(ONE) is None


def test_a_result_that_was_renamed_says_nothing_of_other_rules(tmp_path: Path) -> None:
    proofs = Proofs(tmp_path, FLOOR)
    proofs.keep(replace(RESULT, findings=()))
    (tmp_path / f"{ONE}.json").rename(tmp_path / f"{OTHER}.json")
    assert not proofs.is_proved(OTHER)


def test_no_path_is_made_of_what_is_no_hash(tmp_path: Path) -> None:
    assert proofs_of(tmp_path).known("../settings") is None
    assert KeptRules(tmp_path).files("../../settings") == {}


def test_kept_files_come_back_byte_for_byte_and_are_private(tmp_path: Path) -> None:
    KeptRules(tmp_path).keep(FILES)
    assert KeptRules(tmp_path).files(content_hash(FILES)) == FILES
    for path in (tmp_path / "kept").rglob("*"):
        assert os.name != "posix" or path.stat().st_mode & 0o077 == 0 or path.is_dir()
    assert os.name != "posix" or (tmp_path / "kept" / "rules").stat().st_mode & 0o077 == 0


def test_kept_files_that_were_changed_are_not_there_and_are_kept_anew(tmp_path: Path) -> None:
    kept, sha256 = KeptRules(tmp_path), content_hash(FILES)
    kept.keep(FILES)
    path = tmp_path / "kept" / "rules" / f"{sha256}.json"
    path.write_bytes(path.read_bytes().replace(b"rules: []", b"rules: {}"))
    assert kept.files(sha256) == {}
    kept.keep(FILES)
    assert kept.files(sha256) == FILES


def test_the_last_good_rules_are_those_of_one_folder(tmp_path: Path) -> None:
    kept = KeptRules(tmp_path)
    kept.note_good(tmp_path / "local", ONE)
    assert (kept.last_good(tmp_path / "local"), kept.last_good(tmp_path / "other")) == (ONE, "")
    kept.note_good(tmp_path / "local", OTHER)
    assert kept.last_good(tmp_path / "local") == OTHER


def test_rules_that_nobody_needs_are_taken_away_and_others_stay(tmp_path: Path) -> None:
    kept = KeptRules(tmp_path)
    each = [{"rules.yaml": f"# {number}\n".encode()} for number in range(3)]
    good, of_a_draft, other = (content_hash(files) for files in each)
    for files in each:
        kept.keep(files)
    kept.note_good(tmp_path, good)
    kept.sweep({of_a_draft})
    assert kept.files(good) == each[0]
    assert kept.files(of_a_draft) == each[1]
    assert kept.files(other) == {}


def test_enclosed_rules_are_the_kept_ones_when_the_folder_has_changed(tmp_path: Path) -> None:
    folder = tmp_path / "local"
    folder.mkdir()
    (folder / "rules.yaml").write_bytes(b"rules: []\n")
    before, _ = contents(folder)
    sha256 = content_hash(before)
    assert rules_with_hash(tmp_path, folder, sha256) == before
    KeptRules(tmp_path).keep(before)
    (folder / "rules.yaml").write_bytes(b"# changed\n")
    assert rules_with_hash(tmp_path, folder, sha256) == before
    assert rules_with_hash(tmp_path, folder, OTHER) == {}
