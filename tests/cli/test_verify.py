"""`bruiseaid verify`: a plain answer, JSON for machines, and an exit status for scripts."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bruiseaid.cli import verify
from bruiseaid.cli.documents import write_documents
from bruiseaid.engine.recommend import recommend
from tests.engine.cases import case_data, case_of

NOW = datetime(2026, 11, 23, 10, 38, tzinfo=UTC)


def _run(*arguments: str) -> int:
    parser = ArgumentParser()
    verify.add_to(parser)
    return verify.run(parser.parse_args(arguments), lambda: NOW)


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record that this machine sealed."""
    monkeypatch.setenv("BRUISEAID_DATA", str(tmp_path / "data"))
    data = case_data()
    data["child"] = {"name": "Fern Example", "address_kept_back": "12 Hidden Lane"}
    case = case_of(data)
    path, text, annex, portal = (str(tmp_path / name) for name in ("r.pdf", "r.txt", "annex.pdf", "portal.txt"))
    write_documents(case, recommend(case, NOW), NOW, True, pdf=path, text=text, annex=annex, portal=portal)
    return tmp_path / "r.pdf"


def test_an_intact_record_passes_in_plain_words(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(str(record)) == 0
    words = capsys.readouterr().out
    assert words.startswith("This file is intact.\nNo byte of it was changed since it was sealed.")
    assert words.count("intact") == 1
    assert "Sealed by this computer" in words
    assert "lead to the printed outcome" in words


def test_the_answer_comes_as_json(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(str(record), "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["bytes"], answer["replay"], answer["exit_status"]) == ("intact", "same", 0)
    assert answer["sealer"]["name"] == "this computer"


def test_the_annex_and_the_text_for_a_form_are_written_beside_it(record: Path) -> None:
    assert _run(str(record.with_name("annex.pdf"))) == 0
    assert "12 Hidden Lane" not in record.with_name("portal.txt").read_text("utf-8")


def test_another_computer_says_that_it_does_not_know_the_key(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BRUISEAID_DATA", str(tmp_path / "elsewhere"))
    assert _run(str(record)) == 0
    assert "does not know" in capsys.readouterr().out


def test_a_changed_record_fails(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(record.read_bytes())
    data[len(data) // 3] ^= 1
    record.write_bytes(data)
    assert _run(str(record)) == 1
    assert "was changed" in capsys.readouterr().out


def test_what_is_not_ours_or_not_there_is_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRUISEAID_DATA", str(tmp_path))
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4\nnothing\n%%EOF\n")
    assert _run(str(other)) == 2
    assert _run(str(tmp_path / "missing.pdf")) == 2
    assert _run(str(tmp_path)) == 2
