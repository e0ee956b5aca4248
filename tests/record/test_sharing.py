"""What must not leave is in the annex and nowhere else: not in words, not in data, not in what was changed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bruiseaid.engine.recommend import recommend
from bruiseaid.record.leaks import restricted_words_shared
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Record
from bruiseaid.record.progress import Change, Draft
from bruiseaid.report.annex import has_annex, make_annex
from bruiseaid.report.check.verify import verify
from bruiseaid.report.file.machine_copy import Enclosed, machine_copy
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.portal import portal_text
from bruiseaid.report.text import make_text
from tests.engine.cases import case_data, case_of, mark
from tests.report.reading import all_text, reader, squeezed
from tests.report.sealed import KNOWN, key, machine_copy_of, record_of, rules

SECRETS = ("12 Hidden Lane", "Neighbour Madeup", "0161 496 0000", "07700 900 123", "Old Informant")


def secretive() -> Record:
    """A record with something restricted in every place that can hold it, changed answers included."""
    data = case_data(
        dob="2026-07-20", mobility="not_rolling", explanation="none", marks=[mark("cheek_soft")],
        community=[{"who": SECRETS[1], "how_known": SECRETS[2], "what": "Shouting at night"}],
    )  # fmt: skip
    data["child"] = {"name": "Fern Example", "address_kept_back": SECRETS[0]}
    data["practitioner"] = {"name": "Pat Sample", "private_phone": SECRETS[3]}
    case = case_of(data)
    community = next(q.id for q in case.protocol.questions if any(field.id == "how_known" for field in q.fields))
    later = case.seen_at + timedelta(minutes=5)
    change = Change(later, community, f"1: {SECRETS[4]}", f"1: {SECRETS[1]}")
    finished = case.seen_at + timedelta(minutes=23)
    draft = Draft("R-2345", case.seen_at, finished, case, changes=(change,))
    return make_record(draft, recommend(case, finished), finished_at=finished, proved=True)


def _everything_shared(record: Record) -> str:
    document = make_pdf(record, enclosed=Enclosed(rules()), signer=key())
    metadata = str(reader(document).metadata) + json.dumps(machine_copy_of(document))
    texts = (make_text(record), portal_text(record), machine_copy(record, Enclosed()).decode(), metadata)
    return squeezed("".join(texts)) + all_text(document)


def test_no_restricted_word_is_in_the_shared_pdf_its_data_or_its_text_twins() -> None:
    shared = _everything_shared(secretive())

    assert [words for words in SECRETS if squeezed(words) in shared] == []
    assert squeezed("Shouting at night") in shared


def test_the_answers_that_counted_hide_names_even_where_a_concern_counted() -> None:
    record = secretive()
    by_hand = replace(record, counted=(*record.counted, *record.first_page))

    assert not any(words in str(by_hand.counted) for words in SECRETS)


def test_everything_restricted_is_in_the_annex() -> None:
    record = secretive()
    text = all_text(make_annex(record, signer=key()))

    assert has_annex(record)
    assert [words for words in SECRETS if squeezed(words) not in text] == []
    assert "RESTRICTED" in text
    assert "FernExample" not in text


def test_the_annex_has_a_seal_of_its_own() -> None:
    annex = make_annex(secretive(), signer=key())
    found = verify(annex, KNOWN)

    assert (found.bytes, found.document, found.exit_status) == ("intact", "annex", 0)
    assert "restricted annex to record R-2345" in " ".join(found.sentences)
    half = len(annex) // 2
    changed = annex[:half] + bytes([annex[half] ^ 1]) + annex[half + 1 :]
    assert verify(changed, KNOWN).exit_status == 1


def test_without_anything_restricted_there_is_no_annex() -> None:
    assert not has_annex(record_of(case_data()))


def test_the_shared_answers_replay_to_the_same_level_without_the_restricted_ones() -> None:
    record = secretive()
    found = verify(make_pdf(record, enclosed=Enclosed(rules()), signer=key()), KNOWN)

    assert (found.replay, found.exit_status) == ("same", 0)


def test_the_annex_keeps_the_restricted_answers_as_data() -> None:
    answers: Any = secretive().annex.answers

    assert answers["child"] == {"address_kept_back": SECRETS[0]}
    assert answers["practitioner"] == {"private_phone": SECRETS[3]}
    assert any(SECRETS[1] in str(held) for held in answers.values())


def test_no_restricted_word_is_between_the_lines_of_the_file() -> None:
    document = make_pdf(secretive(), enclosed=Enclosed(rules()), signer=key())

    for words in SECRETS:
        assert words.encode() not in document
        assert words.encode("utf-16-be").hex().upper().encode() not in document


def test_restricted_words_written_in_a_shared_answer_as_well_are_found_before_it_is_too_late() -> None:
    data = case_data()
    data["child"] = {"name": "Fern Example", "address_kept_back": "12 Hidden Lane", "where_now": "at 12, hidden lane"}

    assert [entry.text for entry in restricted_words_shared(record_of(data))] == ["12 Hidden Lane"]
    assert restricted_words_shared(secretive()) == ()
