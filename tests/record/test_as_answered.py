"""What counts as done: what somebody recorded, and what an answer that counts says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any

import pytest

from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.journey import replay
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.reader import contents, read_contents
from bruiseaid.record.as_answered import done_of
from bruiseaid.record.codec import record_as_data, record_of
from bruiseaid.record.make import make_record
from bruiseaid.record.model import AsAnswered, Done, Record
from bruiseaid.record.progress import Draft, Given
from bruiseaid.report.portal import portal_text
from bruiseaid.report.text import make_text
from tests.engine.cases import SEEN, calm_answers, case_of, mark, shipped

TOLD = {"told": "yes", "at": "2026-11-23T10:05:00+00:00"}


def draft_of(**answers: Any) -> Draft:
    """A draft of a child with a mark on a cheek, at a moment after it was seen; no answer has a time of entry."""
    changed = {"marks": [mark("cheek_soft")], **answers}
    case = case_of({"case": 1, "seen_at": SEEN, "borough": "rochdale", "answers": calm_answers(**changed)})
    return Draft("R-2345", case.seen_at, case.seen_at, case)


def told_of(draft: Draft) -> dict[str, object]:
    return dict(done_of(draft, replay(draft.case).asked))


def given(draft: Draft, question: str) -> Draft:
    first = draft.started_at + timedelta(minutes=1)
    return replace(draft, given=MappingProxyType({question: Given(first, first + timedelta(minutes=3), "Pat Sample")}))


@pytest.mark.parametrize(
    ("question", "answer", "action"),
    [
        ("parents_informed", {"told": "yes"}, "A-PARENTS"),
        ("parents_informed", {"told": "no", "why_not": "Risk", "agreed_by": "Sam Placeholder"}, "A-PARENTS-NOT"),
        ("child_words", {"words": "Cannot speak yet", "presentation": "Calm"}, "A-CHILD-WORDS"),
        ("child_words", {"seen_alone": "yes"}, "A-CHILD-ALONE"),
        ("history", {"records_read": "GP record, today"}, "A-CHECKS"),
        ("history", {"records_read": "Notes of the school nurse"}, "A-CHECKS"),
    ],
)
def test_an_answer_says_what_is_done(question: str, answer: dict[str, str], action: str) -> None:
    assert list(told_of(draft_of(**{question: answer}))) == [action]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("parents_informed", {"told": "no"}),
        ("parents_informed", {"leaflet": "yes", "words": "I told them"}),
        ("parents_informed", {"told": "no", "why_not": "Risk"}),
        ("parents_informed", {"why_not": "Risk", "agreed_by": "Sam Placeholder"}),
        ("child_words", {"words": "Cannot speak yet"}),
        ("child_words", {"words": "...", "presentation": "Calm"}),
        ("child_words", {"seen_alone": "no", "why_not": "The mother stayed"}),
        ("history", {"earlier_injuries": "A burn in 2024"}),
        ("history", {"records_read": "none, the system is down"}),
        ("history", {"records_read": "\u201cNone\u201d"}),
        ("history", {"records_read": "No access to any"}),
        ("history", {"records_read": "I couldn\u2019t look"}),
        ("history", {"records_read": "  - "}),
    ],
)
def test_an_answer_that_does_not_say_so_leaves_it_open(question: str, answer: dict[str, str]) -> None:
    assert told_of(draft_of(**{question: answer})) == {}


def test_an_answer_that_is_set_aside_says_nothing() -> None:
    draft = draft_of(child_words={"seen_alone": "yes"})
    case = draft.case.with_answer("unborn", "yes")
    assert "child_words" in replay(case).set_aside
    assert told_of(replace(draft, case=case)) == {}


def test_the_time_is_the_one_that_was_written_else_the_one_of_entry_else_none() -> None:
    written = given(draft_of(parents_informed=TOLD), "parents_informed")
    entered = given(draft_of(parents_informed={"told": "yes"}), "parents_informed")
    unknown = draft_of(parents_informed={"told": "yes"})

    said = [told_of(one)["A-PARENTS"] for one in (written, entered, unknown)]

    ten_past_five = written.case.seen_at - timedelta(minutes=10)
    assert said == [
        AsAnswered("Parents told: Yes", ten_past_five, True),
        AsAnswered("Parents told: Yes", entered.started_at + timedelta(minutes=4), False),
        AsAnswered("Parents told: Yes"),
    ]


def test_what_somebody_recorded_goes_before_the_answer() -> None:
    draft = draft_of(parents_informed=TOLD)
    by_hand = Done(draft.started_at, "Pat Sample", "Told the father")
    assert told_of(replace(draft, done=MappingProxyType({"A-PARENTS": by_hand}))) == {"A-PARENTS": by_hand}


def test_no_answer_says_that_a_call_was_made() -> None:
    calls = [one for one in shipped().actions if one.referral or one.advice or one.contact or one.ladder]
    assert calls
    assert [one.id for one in calls if one.done_by is not None] == []


def record_of_draft(draft: Draft) -> Record:
    finished = draft.case.seen_at + timedelta(minutes=23)
    return make_record(draft, recommend(draft.case, finished), finished_at=finished, proved=True)


def test_the_record_says_that_it_is_an_answer_and_comes_back_the_same() -> None:
    record = record_of_draft(draft_of(parents_informed=TOLD, cooperation="cooperating"))
    action = next(one for one in record.actions if one.id == "A-PARENTS")

    assert (action.done, action.is_done) == (None, True)
    assert action.answered is not None
    assert "As answered: Parents told: Yes" in make_text(record)
    assert f"{action.text}: 23-Nov-2026 10:05, As answered: Parents told: Yes" in portal_text(record)
    assert record_of(record_as_data(record)).actions == record.actions


def test_rules_without_headings_lead_to_a_list_without_headings() -> None:
    rules = dict(contents(protocol_folder())[0])
    lines = rules["actions.yaml"].decode().splitlines(keepends=True)
    plain = [line for line in lines if not line.startswith(("groups:", "  - {id: ", "    group: "))]
    rules["actions.yaml"] = "".join(plain).encode()
    result = read_contents(rules)
    assert result.protocol is not None, result.problems
    draft = draft_of()

    record = record_of_draft(replace(draft, case=replace(draft.case, protocol=result.protocol)))
    assert [action.id for action in record.actions] == [action.id for action in record_of_draft(draft).actions]
    assert {action.group for action in record.actions} == {""}
    assert not any(group.title in make_text(record).splitlines() for group in shipped().groups)


def test_the_paper_has_the_headings_of_the_page_in_their_order() -> None:
    record = record_of_draft(draft_of())
    lines = make_text(record).splitlines()
    titles = list(dict.fromkeys(action.group for action in record.actions))

    assert len(titles) > 3
    assert [line for line in lines if line in titles] == titles
