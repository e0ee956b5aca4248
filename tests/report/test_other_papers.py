"""The papers beside the record: addenda, the page for parents, the page for a call, text for a web form, file names."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bruiseaid.app.finishing import page_for_parents
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.addenda import Addendum, Amendment, add
from bruiseaid.record.codec import record_digest
from bruiseaid.record.model import Entry, Record
from bruiseaid.record.progress import Draft
from bruiseaid.report.addendum import make_addendum
from bruiseaid.report.annex import make_annex
from bruiseaid.report.call_script import call_script_texts, make_call_script
from bruiseaid.report.check.opened import opened_addenda, opened_record
from bruiseaid.report.check.unpacking import Unreadable
from bruiseaid.report.check.verify import verify
from bruiseaid.report.file.machine_copy import Enclosed
from bruiseaid.report.file_names import file_name
from bruiseaid.report.papers import papers_of
from bruiseaid.report.parents_page import ParentsWords, make_parents_page
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.portal import NOTHING, portal_sections, portal_text
from bruiseaid.report.text import make_text
from bruiseaid.report.words.addenda_parts import RestrictedWords
from tests.engine.cases import NOW, case_of, shipped
from tests.journeys.test_vignettes import vignette
from tests.record.test_sharing import secretive
from tests.report import records
from tests.report.reading import all_text, attached, page_texts, squeezed
from tests.report.sealed import KNOWN, document, key, record_of_story, rules, story


def _chain(record: Record) -> tuple[Addendum, ...]:
    late = record.finished_at + timedelta(hours=3)
    change = (Amendment("GP", "Dr Imaginary", "Dr Madeup"),)
    first = add(record, (), at=late, by="Pat Sample", role="Nurse", why="The doctor rang.", changes=change)
    second = add(record, (first,), at=late, by="Lee Madeup", role="Lead", why="A meeting.", text=records.ODD)
    return first, second


def test_an_addendum_by_itself_shows_who_when_why_and_what_changed() -> None:
    record = record_of_story(0)
    document = make_addendum(record, _chain(record)[:1], signer=key())
    text = all_text(document)

    for words in ("Addendum 1 to record R-2345", "Pat Sample, Nurse", "The doctor rang.", "Dr Imaginary", "Dr Madeup"):
        assert squeezed(words) in text
    found = verify(document, KNOWN)
    assert (found.document, found.chain, found.addenda, found.exit_status) == ("addendum", "whole", 1, 0)


def test_an_addendum_says_how_and_since_when_its_fact_is_known_and_that_the_record_is_not_changed() -> None:
    record = record_of_story(0)
    known = record.finished_at + timedelta(hours=2)
    told = add(record, (), at=known + timedelta(hours=1), by="Pat Sample", role="Nurse", why="Something new is known",
               text="Seen by a doctor.", told_by="Dr Imaginary, by telephone", learnt_at=known)  # fmt: skip
    document = make_addendum(record, (told,), signer=key())
    text = all_text(document)

    for words in ("Dr Imaginary, by telephone", "Known since", "its result was not worked out again"):
        assert squeezed(words) in text
    assert verify(document, KNOWN).exit_status == 0


def test_a_loose_addendum_says_to_which_child_it_belongs_and_its_file_name_does_not() -> None:
    record = records.baby()
    first = squeezed(page_texts(make_addendum(record, _chain(record)[:1], signer=key()))[0])

    for words in ("Name Fern Example", "Born 20-Jul-2026"):
        assert squeezed(words) in first, words
    assert "Fern" not in file_name(record, "addendum", number=1)


def test_a_short_addendum_is_one_page_and_a_long_one_has_every_line_for_recipients() -> None:
    """The table of recipients stood alone on a second page."""
    record = record_of_story(0)
    told = replace(_chain(record)[0], told_by="Dr Imaginary, by telephone", learnt_at=NOW)
    (page,) = page_texts(make_addendum(record, (told,)))
    assert page.index("Sign-off") < page.index("Distribution") < page.index("Secure route")
    assert len(page_texts(make_addendum(record, (replace(told, text="A long story. " * 400),)))) > 1


def test_an_addendum_to_a_record_without_the_child_s_name_says_that_it_lacks_it() -> None:
    record = record_of_story(0)
    first = squeezed(page_texts(make_addendum(record, _chain(record)[:1], signer=key()))[0])
    assert squeezed("Not recorded: Name") in first
    assert squeezed("Date of birth 20-Jul-2026 (4 months)") in first


def test_a_record_and_its_addenda_are_read_back_from_their_sealed_files() -> None:
    record = record_of_story(0)
    chain = _chain(record)

    assert record_digest(opened_record(document(0))) == record_digest(record)
    assert opened_addenda(make_addendum(record, chain, signer=key())) == (record_digest(record), chain)


def test_nothing_is_read_back_from_a_file_that_was_changed_or_is_another_paper() -> None:
    record = record_of_story(0)
    addendum = make_addendum(record, _chain(record), signer=key())
    changed = bytearray(addendum)
    changed[len(changed) // 2] ^= 1
    unsealed, forged = make_addendum(record, _chain(record)), make_addendum(record, _chain(record)[1:], signer=key())
    for file in (bytes(changed), addendum[:-40], unsealed, forged, document(0), b"", b"%PDF-1.7"):
        with pytest.raises(Unreadable):
            opened_addenda(file)
    for file in (addendum, document(0)[:-40]):
        with pytest.raises(Unreadable):
            opened_record(file)


def test_a_record_is_read_back_with_the_restricted_words_of_its_own_annex_only() -> None:
    record, other = secretive(), replace(secretive(), id="R-9999")
    paper, annex = make_pdf(record, signer=key()), make_annex(record, signer=key())

    assert opened_record(paper, annex) == record
    with pytest.raises(Unreadable):
        opened_record(paper, make_annex(other, signer=key()))


def test_the_combined_document_prints_the_addenda_and_still_replays() -> None:
    record = record_of_story(0)
    chain = _chain(record)
    document = make_pdf(record, enclosed=Enclosed(rules(), chain), signer=key())
    pages = page_texts(document)

    assert all("2 addenda." in page for page in pages)
    assert squeezed(records.MARKUP) in all_text(document)
    found = verify(document, KNOWN)
    assert (found.replay, found.chain, found.pages, found.exit_status) == ("same", "whole", "same", 0)
    assert "the chain from the record to the last one holds" in " ".join(found.sentences)


def test_a_chain_that_was_tampered_with_before_sealing_does_not_pass() -> None:
    record = record_of_story(0)
    first, second = _chain(record)
    forged = (replace(first, why="Another reason."), second)
    for made in (
        make_pdf(record, enclosed=Enclosed(rules(), forged), signer=key()),
        make_addendum(record, forged, signer=key()),
        make_addendum(record, (second,), signer=key()),
    ):
        found = verify(made, KNOWN)
        assert (found.bytes, found.chain, found.exit_status) == ("intact", "broken", 1)


def test_there_is_no_addendum_without_one() -> None:
    with pytest.raises(ValueError, match="no addendum"):
        make_addendum(record_of_story(0), ())


def test_a_superseded_record_says_so_on_and_across_every_page() -> None:
    old = replace(records.baby(), superseded_by="version 2, 24-Nov-2026 09:00")
    for text in page_texts(make_pdf(old)):
        assert text.count("Superseded: do not use") == 3
        assert "Its place is taken by version 2, 24-Nov-2026 09:00." in text
    new = replace(records.baby(), version=2, supersedes="version 1")
    assert "It takes the place of version 1." in page_texts(make_pdf(new))[0]


@pytest.mark.parametrize("make", records.MAKERS)
def test_the_page_for_a_call_is_one_page_whatever_the_record_holds(make: records.Maker) -> None:
    assert len(page_texts(make_call_script(make(), if_declined="We see the risk differently. " * 40))) == 1


def test_an_answer_that_counted_is_read_out_though_its_word_stands_in_the_childs_name() -> None:
    record = record_of_story(0)
    named = (Entry("Name", "Nora Example"), *record.child[1:])
    told = all_text(make_call_script(replace(record, child=named, counted=(Entry("Child safe at home", "No"),))))
    assert squeezed("Child safe at home: No") in squeezed(told)


def test_the_page_for_a_call_says_whom_to_ring_what_to_say_and_what_to_write_down() -> None:
    record = record_of_story(0)
    text = all_text(make_call_script(record, if_declined="We see the risk differently."))

    assert squeezed(call_script_texts(record)[0])[:60] in text
    for words in ("03003030440", "Cheek,fleshypart", "Whattheydecide", "Weseetheriskdifferently."):
        assert words in text


def _page_for_parents(data: dict[str, Any]) -> tuple[str, str]:
    """The words of the action that tells parents, and the text of their page."""
    case = case_of(data)
    told = next(action for action in recommend(case, NOW).actions if action.to == "Parents or carers")
    return told.say, all_text(page_for_parents(Draft("R-2345", NOW, NOW, case), told, NOW, proved=False))


def test_the_page_for_parents_holds_the_protocol_s_words_and_nothing_of_the_record() -> None:
    said, text = _page_for_parents(dict(story(0).case))

    assert squeezed(said) in text
    assert squeezed("Children's social care will talk to you") in text
    for words in ("OFFICIAL", "R-2345", "bruise", "Level", "Cheek"):
        assert words not in text


def test_the_page_for_parents_announces_nobody_from_social_care_where_it_is_only_talked_over() -> None:
    """V19, level C: a talk with a lead today, and no referral yet."""
    said, text = _page_for_parents(vignette("V19")["case"])

    assert squeezed(said) in text
    assert squeezed(shipped().words["to_parents_talk"]) in text
    assert "socialcare" not in text


def test_the_page_for_parents_says_who_gives_it_and_where_to_ring_as_far_as_it_is_known() -> None:
    who = {
        "name": "Pat Sample",
        "organisation": "Example Trust",
        "phone": "0161 496 0000",
        "private_phone": "07700 900123",
    }
    _, text = _page_for_parents({**vignette("V19")["case"], "practitioner": who})
    for words in ("Pat Sample, Example Trust", "0161 496 0000"):
        assert squeezed(words) in text, words
    assert "900123" not in text
    assert "____" in text  # who will contact them is to be written in
    _, without = _page_for_parents(vignette("V19")["case"])
    assert without.count("_") > text.count("_")


def test_the_page_for_parents_takes_any_words() -> None:
    words = ParentsWords((records.ODD, "word " * 10_000), (Entry("Who", records.ODD),), NOW)

    assert squeezed(records.MARKUP) in all_text(make_parents_page(words))


def test_the_text_for_a_web_form_comes_in_pieces_that_hold_only_what_was_recorded() -> None:
    pieces = {piece.id: piece.text for piece in portal_sections(records.baby())}

    assert "Name: Pat Sample" in pieces["referrer"]
    assert pieces["marks"].startswith("Mark 1. Cheek, fleshy part, child's left. Bruise. 10 × 8 mm, measured.")
    assert "“I've not noticed it." in pieces["account"]
    assert "by 23-Nov-2026 14:28" in pieces["asked"]
    assert "Name: Sam Example; Relationship: Father; Lives here: No, visits at weekends" in pieces["household"]
    assert "not recorded" not in pieces["child"] + pieces["household"]


def test_an_empty_piece_says_that_nothing_was_recorded() -> None:
    pieces = {piece.id: piece.text for piece in portal_sections(records.empty())}

    assert pieces["marks"] == pieces["account"] == NOTHING


@pytest.mark.parametrize("make", records.MAKERS)
def test_the_text_for_a_web_form_can_be_pasted_anywhere(make: records.Maker) -> None:
    text = portal_text(make())

    assert all(line.isprintable() for line in text.splitlines())
    assert text.encode("utf-8")
    assert "__" not in text


def test_the_papers_of_a_record_are_the_record_and_where_needed_the_annex() -> None:
    shared, annex = papers_of(secretive(), rules=rules(), signer=key())
    (alone,) = papers_of(record_of_story(0), rules=rules(), signer=key())

    assert (shared.restricted, annex.restricted) == (False, True)
    assert [paper.name.count("annex") for paper in (shared, annex, alone)] == [0, 1, 0]
    assert all(verify(paper.data, KNOWN).exit_status == 0 for paper in (shared, annex, alone))


def _later(record: Record, text: str) -> Addendum:
    at = record.finished_at + timedelta(hours=3)
    return add(record, (), at=at, by="Lee Madeup", role="Lead", why="A meeting.", text=text)


def test_with_an_addendum_the_paper_without_it_is_marked_as_superseded() -> None:
    record = record_of_story(0)
    combined, old = papers_of(record, rules=rules(), signer=key(), addenda=[_later(record, "Seen by a doctor.")])

    assert (combined.name.count("with-addenda"), old.name.count("superseded")) == (1, 1)
    assert all("Superseded: do not use" in page for page in page_texts(old.data))
    assert all("Its place is taken by the record with addendum 1" in page for page in page_texts(old.data))
    assert not any("Superseded" in page for page in page_texts(combined.data))
    found = verify(old.data, KNOWN)
    assert (found.exit_status, found.superseded_by[:28]) == (0, "the record with addendum 1, ")


def test_a_restricted_addendum_is_in_the_annex_and_nowhere_else() -> None:
    record, secret = secretive(), "They moved to 7 Quiet Mews."
    shared, annex = papers_of(record, rules=rules(), signer=key(), kept_back=[_later(record, secret)])

    assert squeezed(secret) in all_text(annex.data)
    assert squeezed("Quiet Mews") not in all_text(shared.data)
    assert "Quiet Mews" not in json.dumps(attached(shared.data))
    found = verify(annex.data, KNOWN)
    assert (found.document, found.addenda, found.chain, found.exit_status) == ("annex", 1, "whole", 0)


def test_an_addendum_with_words_of_the_annex_never_gets_into_a_shared_paper() -> None:
    record = secretive()
    words = record.annex.sections[0].entries or record.annex.sections[0].groups[0]
    leaking = [_later(record, f"Now at {words[0].text.upper()} again.")]

    for make in (
        lambda: papers_of(record, rules=rules(), signer=key(), addenda=leaking),
        lambda: make_addendum(record, leaking, signer=key()),
    ):
        with pytest.raises(RestrictedWords, match="Add it to the restricted annex"):
            make()
    (_, annex) = papers_of(record, rules=rules(), signer=key(), kept_back=leaking)
    assert annex.restricted


def test_the_text_twin_tells_the_addenda_too() -> None:
    record = record_of_story(0)

    assert "Why: The doctor rang." in make_text(record, _chain(record))


def test_a_file_name_holds_nothing_personal_unless_asked() -> None:
    record = records.baby()

    assert file_name(record) == "R-7K2M-v1-2026-11-23.pdf"
    assert file_name(record, "annex") == "R-7K2M-v1-2026-11-23-annex.pdf"
    assert file_name(record, "addendum", number=2) == "R-7K2M-v1-2026-11-23-addendum-2.pdf"
    assert file_name(record, "portal") == "R-7K2M-v1-2026-11-23-portal.txt"
    assert file_name(record, with_child=True) == "R-7K2M-v1-2026-11-23-Fern-Example.pdf"


def test_no_words_of_a_record_can_leave_the_folder_of_a_file_name() -> None:
    name = file_name(replace(records.hostile(), id="../../etc\\x"), with_child=True)

    assert "/" not in name
    assert "\\" not in name
    assert len(name) < 200
