"""A sealed record: any change is found, an intact one replays to what it prints, and nothing in a file can do harm."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest

from bruiseaid.record.model import Entry, Section
from bruiseaid.record.seal import Voucher
from bruiseaid.report.check.verify import verify
from bruiseaid.report.file.machine_copy import Enclosed
from bruiseaid.report.file.sealing import find_seal, same_but_for_the_seal
from bruiseaid.report.pdf import make_pdf
from bruiseaid.store.keys import MachineKey
from tests.engine.cases import shipped
from tests.report import records
from tests.report.sealed import (
    KNOWN,
    document,
    document_of,
    forged,
    key,
    machine_copy_of,
    record_of_story,
    story,
    with_content,
)

STORIES = range(len(shipped().scenarios))
TEN = STORIES[::5][:10]
CHANGES_OF_EACH = 200


@pytest.mark.parametrize("number", STORIES, ids=[scenario.id for scenario in shipped().scenarios])
def test_the_record_of_every_story_replays_to_its_printed_level(number: int) -> None:
    found = verify(document(number), KNOWN)

    assert (found.bytes, found.replay, found.pages, found.exit_status) == ("intact", "same", "same", 0)
    assert found.printed == found.replayed
    level = record_of_story(number).level
    assert (level.id if level else "") == story(number).level


@pytest.mark.parametrize("number", TEN)
def test_every_one_of_two_hundred_single_byte_changes_is_found(number: int) -> None:
    file = document(number)
    chance = random.Random(number)
    for _ in range(CHANGES_OF_EACH):
        place, change = chance.randrange(len(file)), chance.randrange(1, 256)
        found = verify(_changed(file, place, change), KNOWN)
        assert (found.bytes, found.exit_status) == ("changed", 1), place


def test_every_change_in_the_seal_and_after_it_is_found() -> None:
    file = document(0)
    seal = find_seal(file)
    assert seal is not None
    ends = range(len(file) - 400, len(file))
    for place in (*range(seal.signature_at - 420, seal.signature_at + 150), *ends, *range(20)):
        for change in (0x01, 0x20, 0x80):
            assert verify(_changed(file, place, change), KNOWN).exit_status == 1, place


def test_a_byte_more_or_less_anywhere_is_found() -> None:
    file = document(0)
    for place in (0, 5, 1000, len(file) // 2, len(file) - 30, len(file)):
        assert verify(file[:place] + b"\n" + file[place:], KNOWN).exit_status == 1
        assert verify(file[:place] + file[place + 1 :], KNOWN).exit_status == int(place < len(file))
    assert verify(file + file, KNOWN).exit_status == 1
    assert verify(file[: len(file) // 2], KNOWN).bytes == "changed"


def test_the_digits_of_the_seal_are_written_in_one_way_only() -> None:
    file = document(0)
    seal = find_seal(file)
    assert seal is not None
    end = seal.signature_at + 128
    loud = file[: seal.signature_at] + file[seal.signature_at : end].upper() + file[end:]

    assert loud != file
    assert verify(loud, KNOWN).bytes == "changed"


def test_the_same_record_and_key_give_the_same_bytes_and_another_key_changes_only_the_seal() -> None:
    record = record_of_story(0)
    again, other = document_of(record), document_of(record, signer=key(2))

    assert again == document(0)
    assert other != again
    assert same_but_for_the_seal(again, other)


def test_an_unknown_key_is_said_and_not_failed() -> None:
    found = verify(document_of(record_of_story(0), signer=key(9)), KNOWN)

    assert found.exit_status == 0
    assert "a key that this computer does not know" in " ".join(found.sentences)
    assert "Sealed by this computer" in " ".join(verify(document(0), KNOWN).sentences)


def test_an_organisation_can_vouch_for_a_machine() -> None:
    machine, organisation = key(2), key(3)
    vouched = MachineKey(machine.private, organisation.vouch_for(machine.key))
    found = verify(document_of(record_of_story(0), signer=vouched), {organisation.key: "Example Trust"})

    assert found.sealer is not None
    assert found.sealer.organisation == "Example Trust"
    assert found.sealer.is_known
    assert "vouched for by Example Trust" in " ".join(found.sentences)


def test_a_voucher_for_another_key_counts_for_nothing() -> None:
    borrowed = MachineKey(key(2).private, key(3).vouch_for(key(4).key))
    found = verify(document_of(record_of_story(0), signer=borrowed), {key(3).key: "Example Trust"})

    assert found.sealer is not None
    assert (found.sealer.organisation_key, found.sealer.organisation) == ("", "")
    assert borrowed.voucher != Voucher()


def test_a_file_without_a_seal_says_so_and_does_not_pass() -> None:
    found = verify(make_pdf(record_of_story(0)), KNOWN)

    assert (found.bytes, found.exit_status) == ("not_sealed", 1)
    assert "not sealed" in found.sentences[0]


@pytest.mark.parametrize("file", [b"", b"%PDF-1.4\n%%EOF\n", b"hello", bytes(100_000), b"%PDF-" + b"9" * 5000])
def test_what_is_not_ours_is_said(file: bytes) -> None:
    assert verify(file, KNOWN).exit_status == 2


def test_answers_changed_before_sealing_do_not_replay() -> None:
    def calmer(copy: dict[str, Any]) -> None:
        copy["record"]["level"] = {**copy["record"]["level"], "id": "E", "name": "No further action"}

    found = verify(forged(calmer), KNOWN)
    assert (found.bytes, found.replay, found.exit_status) == ("intact", "different", 1)
    assert "another outcome" in " ".join(found.sentences)


def test_other_rules_than_the_record_names_are_found() -> None:
    def weaker(copy: dict[str, Any]) -> None:
        copy["protocol"]["files"]["rules.yaml"] += "\n# weaker\n"

    found = verify(forged(weaker), KNOWN)
    assert (found.replay, found.exit_status) == ("not_possible", 1)
    assert "not the ones that the record names" in " ".join(found.sentences)


def test_pages_that_say_something_else_than_the_record_inside_are_not_confirmed() -> None:
    found = verify(forged(lambda copy: None), KNOWN)

    assert (found.replay, found.pages, found.exit_status) == ("same", "not_confirmed", 0)


def _nested(copy: dict[str, Any]) -> None:
    deep: dict[str, Any] = {}
    at = deep
    for _ in range(400):
        at["answers"] = {}
        at = at["answers"]
    copy["record"]["case"] = deep


HOSTILE: dict[str, Callable[[dict[str, Any]], object]] = {
    "no record": lambda copy: copy.pop("record"),
    "a record of a later form": lambda copy: copy["record"].update(schema=99),
    "a field too many": lambda copy: copy["record"].update(surprise=1),
    "a field of another kind": lambda copy: copy["record"].update(version="1"),
    "a moment that is none": lambda copy: copy["record"].update(finished_at="soon"),
    "a moment without a zone": lambda copy: copy["record"].update(finished_at="2026-11-23T10:00:00"),
    "an unknown shape": lambda copy: copy["record"]["level"].update(shape="heart"),
    "rules that are no text": lambda copy: copy["protocol"].update(files={"a.yaml": 5}),
    "rules in no base64": lambda copy: copy["protocol"].update(files={"a.yaml": {"base64": "!"}}),
    "too many rules": lambda copy: copy["protocol"].update(files={f"{n}.yaml": "" for n in range(600)}),
    "a broken chain": lambda copy: copy.update(addenda=[{"number": 1}]),
    "a deep case": _nested,
    "answers that do not fit": lambda copy: copy["record"]["case"].update(answers={"nonsense": "yes"}),
    "an unknown document": lambda copy: copy.update(document="letter"),
    "a list for a table": lambda copy: copy.update(record=[1, 2]),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_sealed_file_with_strange_content_is_answered_and_does_not_pass(what: str) -> None:
    found = verify(forged(HOSTILE[what]), KNOWN)

    assert found.exit_status == 1
    assert found.reasons
    assert found.as_data()["exit_status"] == 1


@pytest.mark.parametrize(
    "content", [b"", b"null", b"[" * 200_000, b"{" * 1000, b"1" * 50_000, b'"\xff"', b"\xed\xa0\x80", b"[1e999]"]
)
def test_content_that_is_no_copy_of_ours_is_answered(content: bytes) -> None:
    assert verify(with_content(content), KNOWN).exit_status == 1


def test_a_bomb_is_answered_quickly() -> None:
    bomb = zlib.compress(bytes(100_000_000), 9)
    began = perf_counter()
    found = verify(with_content(b"", packed=bomb), KNOWN)

    assert found.exit_status == 1
    assert perf_counter() - began < 5
    assert "larger than any of ours" in " ".join(found.sentences)


def test_what_follows_the_packed_copy_is_found() -> None:
    assert verify(with_content(b"", packed=zlib.compress(b"{}") + b"more"), KNOWN).exit_status == 1


def test_words_of_a_file_cannot_steer_a_terminal() -> None:
    def loud(copy: dict[str, Any]) -> None:
        copy["record"]["id"] = "R-\x1b[2J\u202eevil\n" + "x" * 5000

    words = verify(forged(loud), KNOWN).sentences
    assert all(sentence.isprintable() and len(sentence) < 500 for sentence in words)


@pytest.mark.parametrize("make", records.MAKERS)
def test_every_made_up_record_is_answered_whatever_it_holds(make: records.Maker) -> None:
    found = verify(make_pdf(make(), signer=key()), KNOWN)

    assert found.bytes == "intact"
    assert found.document == "record"
    assert found.replay == "not_possible"


def test_words_that_look_like_the_end_of_a_file_or_a_seal_are_only_words() -> None:
    words = "\nendobj\nxref\n0 1\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
    words += "<</Type/BruiseaidSeal/EmbeddedFile>>\nstream\n"
    record = record_of_story(0)
    titled = (Section("other", words, (Entry(words, words),)), *record.sections)
    file = document_of(replace(record, sections=titled, child=(Entry("Name", words),), id=words))
    found = verify(file, KNOWN)

    assert (found.bytes, found.replay, found.exit_status) == ("intact", "same", 0)
    assert verify(_changed(file, len(file) // 2, 1), KNOWN).exit_status == 1


def test_the_file_holds_the_record_its_rules_and_what_the_engine_found() -> None:
    copy = machine_copy_of(document(0))

    assert copy["document"] == "record"
    assert {rule["id"] for rule in copy["record"]["rules"]} >= set(story(0).rules)
    assert copy["record"]["trace"]["facts"]
    assert copy["record"]["trace"]["least"] == story(0).level
    assert set(copy["protocol"]["files"]) >= {"rules.yaml", "questions.yaml", "actions.yaml"}
    assert "annex" not in copy["record"]


def test_a_draft_practice_and_a_superseded_record_are_named_as_such() -> None:
    for kind, words in (("draft", "a draft"), ("practice", "practice")):
        record = replace(record_of_story(0), kind=kind)  # type: ignore[arg-type]
        assert words in " ".join(verify(document_of(record), KNOWN).sentences)
    old = replace(record_of_story(0), superseded_by="version 2 of 24-Nov-2026")
    assert "its place is taken by version 2" in " ".join(verify(document_of(old), KNOWN).sentences)


def test_a_record_without_its_rules_cannot_be_replayed() -> None:
    found = verify(make_pdf(record_of_story(0), enclosed=Enclosed(), signer=key()), KNOWN)

    assert (found.bytes, found.replay, found.exit_status) == ("intact", "not_possible", 1)


def _changed(file: bytes, place: int, change: int) -> bytes:
    return file[:place] + bytes([file[place] ^ change]) + file[place + 1 :]
