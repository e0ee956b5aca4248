"""The machine's key: made once, private, never replaced by itself; and the keys it knows."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from bruiseaid.record.seal import Voucher, fingerprint, is_signed
from bruiseaid.store.keys import THIS_COMPUTER, KeyUnreadable, keep_voucher, known_keys, machine_key
from bruiseaid.store.known import know
from tests.report.sealed import key


def test_the_key_is_made_at_first_use_and_stays(tmp_path: Path) -> None:
    first = machine_key(tmp_path)

    assert machine_key(tmp_path).key == first.key
    assert known_keys(tmp_path) == {first.key: THIS_COMPUTER}
    assert is_signed(first.key, b"words", first.sign(b"words"))


@pytest.mark.skipif(os.name != "posix", reason="only here files have such modes")
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    machine_key(tmp_path / "data")

    assert stat.S_IMODE((tmp_path / "data" / "keys" / "seal.key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data" / "keys").stat().st_mode) == 0o700
    assert [path.name for path in (tmp_path / "data" / "keys").iterdir()] == ["seal.key"]


def test_a_damaged_key_is_said_and_not_replaced(tmp_path: Path) -> None:
    machine_key(tmp_path)
    path = tmp_path / "keys" / "seal.key"
    path.write_text("damaged", encoding="utf-8")

    with pytest.raises(KeyUnreadable, match="holds no key"):
        machine_key(tmp_path)
    assert path.read_text("utf-8") == "damaged"
    assert known_keys(tmp_path) == {}


def test_looking_at_known_keys_makes_none(tmp_path: Path) -> None:
    assert known_keys(tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_keys_of_others_are_known_by_name_and_broken_ones_left_out(tmp_path: Path) -> None:
    know(tmp_path, "Example Trust", key(5).key)
    (tmp_path / "keys" / "known" / "broken.pub").write_bytes(b"\xff\x00" * 50)

    assert known_keys(tmp_path) == {key(5).key: "Example Trust"}


ZERO = "0" * 64


@pytest.mark.parametrize(("name", "digits"), [("../up", ZERO), ("", ZERO), ("Trust", "0" * 63), ("T", "G" * 64)])
def test_a_name_or_key_that_is_none_is_refused(tmp_path: Path, name: str, digits: str) -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        know(tmp_path, name, digits)


def test_a_voucher_is_kept_only_for_this_machine(tmp_path: Path) -> None:
    own = machine_key(tmp_path)
    with pytest.raises(ValueError, match="another key"):
        keep_voucher(tmp_path, key(5).vouch_for(key(6).key))
    keep_voucher(tmp_path, key(5).vouch_for(own.key))

    assert machine_key(tmp_path).voucher.organisation == key(5).key


@pytest.mark.parametrize("text", ["", "[]", "{", json.dumps({"organisation": "0" * 64, "signature": "0" * 128})])
def test_a_voucher_that_is_damaged_counts_for_nothing(tmp_path: Path, text: str) -> None:
    machine_key(tmp_path)
    (tmp_path / "keys" / "voucher.json").write_text(text, encoding="utf-8")

    assert machine_key(tmp_path).voucher == Voucher()


@pytest.mark.parametrize(("digits", "signature"), [("", ""), ("zz", "00"), (ZERO, ZERO * 2), ("0" * 62, ZERO * 2)])
def test_what_is_no_key_or_no_signature_signs_nothing(digits: str, signature: str) -> None:
    assert not is_signed(digits, b"words", signature)


def test_a_fingerprint_is_short_and_in_groups() -> None:
    assert fingerprint("0123456789abcdef" * 4) == "0123 4567 89ab cdef"
