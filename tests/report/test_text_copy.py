"""The record as plain text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from bruiseaid.record.model import Entry
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.portal import portal_text
from bruiseaid.report.text import make_text
from tests.report import records
from tests.report.reading import all_text, squeezed, words_of

every_record = pytest.mark.parametrize("make", records.MAKERS)


@every_record
def test_no_word_of_the_record_is_lost(make: records.Maker) -> None:
    record = make()
    words = set(words_of(record))
    text = make_text(record)

    assert [word for word in words if word.isprintable() and word not in text] == []


@every_record
def test_the_same_record_gives_the_same_text(make: records.Maker) -> None:
    assert make_text(make()) == make_text(make())


def test_it_has_the_same_headings_as_the_paper() -> None:
    record = records.baby()
    paper = all_text(make_pdf(record))
    lines = make_text(record).splitlines()
    headings = [title for title, rule in pairwise(lines) if rule and set(rule) == {"-"}]

    assert len(headings) > 20
    assert [title for title in headings if squeezed(title) not in paper and title != "At a glance"] == []


def test_other_scripts_stay_whole() -> None:
    text = make_text(records.hostile())

    assert records.ARABIC in text
    assert "\U0001f600" in text


def test_what_turns_the_direction_is_spelt_out() -> None:
    text = make_text(records.hostile())

    assert "turned[U+202E]round" in text
    assert "\u202e" not in text
    assert "\x07" not in text


def test_it_can_be_written_as_utf_8() -> None:
    assert make_text(records.hostile()).encode("utf-8")


def test_it_says_what_the_paper_says_of_approval_and_level() -> None:
    head = make_text(records.baby()).partition("At a glance")[0]

    assert "OFFICIAL - SENSITIVE" in head
    assert "For local approval." in head
    assert "Level B of A to E. Immediate referral" in head


@every_record
def test_no_colon_follows_a_question_mark(make: records.Maker) -> None:
    record = make()
    asked = replace(record, child_words=(Entry("Did you see the child alone?", "Yes"),))

    assert "?:" not in make_text(asked)
    assert "?:" not in portal_text(asked)
    assert "?:" not in all_text(make_pdf(asked))
