"""`bruiseaid keys`: which key seals here, which are known, and what a check then says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bruiseaid.__main__ import main
from bruiseaid.record.seal import fingerprint
from bruiseaid.store.keys import machine_key
from tests.report.sealed import document, key


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRUISEAID_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def record(tmp_path: Path) -> str:
    """A record of another machine, finished on 23-Nov-2026 or before."""
    (tmp_path / "record.pdf").write_bytes(document(0))
    return str(tmp_path / "record.pdf")


def _said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    capsys.readouterr()
    assert main(arguments) == status
    said = capsys.readouterr()
    return said.out + said.err


def test_this_machine_s_public_key_is_shown_and_stays(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    first = _said(capsys, "keys")

    assert machine_key(data).key in first
    assert "No other key is known here." in first
    assert _said(capsys, "keys", "list") == first


def test_a_check_names_a_key_once_it_is_trusted(capsys: pytest.CaptureFixture[str], record: str) -> None:
    assert "by a key that this computer does not know" in _said(capsys, "verify", record)
    digits = fingerprint(key().key)
    assert digits in _said(capsys, "keys", "trust", "Example Trust", key().key)

    assert f"Sealed by Example Trust (key {digits})" in _said(capsys, "verify", record)
    assert f"Example Trust: {digits}" in _said(capsys, "keys")


def test_a_key_can_be_given_as_a_file_with_spaces_in_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, record: str
) -> None:
    (tmp_path / "their.txt").write_text(f"{key().key[:32]} {key().key[32:].upper()}\n", "utf-8")
    _said(capsys, "keys", "trust", "Example Trust", str(tmp_path / "their.txt"))

    assert "Sealed by Example Trust" in _said(capsys, "verify", record)


def test_a_withdrawn_key_is_said_with_its_day(capsys: pytest.CaptureFixture[str], record: str) -> None:
    _said(capsys, "keys", "trust", "Example Trust", key().key)
    _said(capsys, "keys", "revoke", "Example Trust", "--on", "2099-01-31")
    words = _said(capsys, "verify", record)

    assert "The key was withdrawn on 31-Jan-2099." in words
    assert "This file is intact" in words
    assert "withdrawn on 2099-01-31" in _said(capsys, "keys")


def test_what_is_dated_after_the_key_was_withdrawn_does_not_stand_up(
    capsys: pytest.CaptureFixture[str], record: str
) -> None:
    _said(capsys, "keys", "trust", "Example Trust", key().key)
    _said(capsys, "keys", "revoke", "example trust", "--on", "2020-01-31")

    assert "its key had been withdrawn already" in _said(capsys, "verify", record, status=1)


def test_a_withdrawal_is_never_undone_by_trusting_again_nor_moved_later(
    capsys: pytest.CaptureFixture[str], record: str
) -> None:
    _said(capsys, "keys", "trust", "Example Trust", key().key)
    _said(capsys, "keys", "revoke", "Example Trust", "--on", "2020-01-31")
    _said(capsys, "keys", "trust", "Example Trust", key().key)
    _said(capsys, "keys", "trust", "Other name", key().key)
    _said(capsys, "keys", "revoke", "Example Trust", "--on", "2099-01-31")

    assert "withdrawn on 31-Jan-2020" in _said(capsys, "verify", record, status=1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("trust", "Example Trust", "12ab"),
        ("trust", "../up", "0" * 64),
        ("revoke", "Nobody"),
        ("revoke", "Nobody", "--on", "yesterday"),
        ("accept", "missing.json"),
        ("vouch", "12ab", "--out", "x"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert _said(capsys, "keys", *arguments, status=2).strip().endswith(".")


def test_one_name_never_stands_for_two_keys(capsys: pytest.CaptureFixture[str], record: str) -> None:
    _said(capsys, "keys", "trust", "Example Trust", key(1).key)

    assert "name of another key" in _said(capsys, "keys", "trust", "Example Trust", key(2).key, status=2)
    assert "Sealed by Example Trust" in _said(capsys, "verify", record)


def test_an_organisation_vouches_for_a_machine_it_never_gives_its_key_to(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = "protocol/scenarios/v01-baby-cheek-no-account.yaml"
    machine, office, reader = (str(tmp_path / name) for name in ("machine", "office", "reader"))
    voucher, pdf = str(tmp_path / "voucher.json"), str(tmp_path / "r.pdf")
    monkeypatch.setenv("BRUISEAID_DATA", office)
    _said(capsys, "keys", "vouch", machine_key(Path(machine)).key, "--out", voucher)
    monkeypatch.setenv("BRUISEAID_DATA", machine)
    _said(capsys, "keys", "accept", voucher)
    assert "Vouched for by" in _said(capsys, "keys")
    assert main(("assess", str(Path(__file__).parents[2] / case), "--to", "pdf", "--out", pdf)) == 0
    monkeypatch.setenv("BRUISEAID_DATA", reader)
    _said(capsys, "keys", "trust", "Example Trust", machine_key(Path(office)).key)

    assert "vouched for by Example Trust" in _said(capsys, "verify", pdf)
    monkeypatch.setenv("BRUISEAID_DATA", office)
    assert "another key" in _said(capsys, "keys", "accept", voucher, status=2)


def test_whoever_reads_only_the_first_line_hears_no_complaint(data: Path) -> None:
    command = [sys.executable, "-m", "bruiseaid", "keys"]
    with subprocess.Popen(command, stdout=-1, stderr=-1, env={**os.environ, "BRUISEAID_DATA": str(data)}) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141
