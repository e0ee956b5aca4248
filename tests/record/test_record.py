"""The record: what was answered, in words; nothing set aside, nothing restricted, nothing that must never be said."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from types import MappingProxyType
from typing import Any

import pytest
from pypdf import PdfReader

from bruiseaid.engine.recommend import recommend
from bruiseaid.record.chronology import shared_chronology
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Done, Entered, Event, Record
from bruiseaid.record.progress import Draft, Given
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.text import make_text
from tests.engine.cases import case_data, case_of, mark, shipped

NOW = datetime(2026, 11, 23, 10, 38, tzinfo=UTC)


def _record(data: dict[str, Any]) -> Record:
    case = case_of(data)
    draft = Draft("R-2345", datetime(2026, 11, 23, 10, 20, tzinfo=UTC), NOW, case)
    return make_record(draft, recommend(case, NOW), finished_at=NOW, proved=False)


def _baby(**more: Any) -> dict[str, Any]:
    data = case_data(
        dob="2026-07-20", mobility="not_rolling", explanation="none",
        marks=[mark("cheek_soft", length_mm=10, width_mm=8, measured="measured", shape="round", colour="purple")],
        explanation_verbatim=[{"words": "I have not noticed it.", "said_by": "Jo Example, mother", "to": "me"}],
    )  # fmt: skip
    return {**data, "child": {"name": "Fern Example", "nhs_number": "999 123 4560"}, **more}


def test_the_record_tells_the_level_the_marks_and_the_words() -> None:
    record = _record(_baby())
    assert record.level is not None
    assert (record.level.id, record.level.name, record.level.scale) == ("B", "Immediate referral", "A to E")
    assert record.marks[0].place == "Cheek, fleshy part: child's left"
    assert record.marks[0].size == "10 × 8 mm, measured"
    assert record.quotes[0].words == "I have not noticed it."
    assert record.figure == "infant"
    assert record.child_age == "4 months"
    assert {source.key for source in record.sources} >= {"G1", "G2", "N1", "E1"}


def test_what_was_not_answered_prints_as_not_recorded() -> None:
    data = {"case": 1, "seen_at": "2026-11-23T10:15:00+00:00", "answers": {"emergency_signs": ["fit"]}}
    text = make_text(_record(data))
    assert text.count("Not recorded: ") > 5
    assert "Not recorded: Words of each person" in text
    assert "How does the child move without help?" in text


def test_a_detail_that_the_mark_itself_rules_out_is_not_printed() -> None:
    ruled_out = mark("shin", doc_status="not_documented", doc_nature="birthmark", doc_source="red book, page 12")
    text = make_text(_record(case_data(marks=[ruled_out])))
    assert "birthmark" not in text.casefold()
    assert "red book" not in text.casefold()
    told_alone = {key: value for key, value in ruled_out.items() if key != "doc_status"}
    assert "red book, page 12" in make_text(_record(case_data(marks=[told_alone])))


def test_a_detail_that_was_not_to_be_given_is_not_named_as_not_recorded() -> None:
    """A mark that is in no health record has no author of one; a talk whose words are told made no decision."""
    talk = {"who": "Lee Madeup, safeguarding lead", "said": "Ring social care if in doubt."}
    data = _baby()
    data["answers"]["people_spoken_to"] = [talk, {"who": "A. Nother, social care"}]
    record = _record(data)
    labels = {entry.label for entry in record.marks[0].entries}
    assert "Tender" in labels
    assert not labels & {"Which record", "Who wrote it", "Date of that record"}
    talked, rung = ({entry.label for entry in call} for call in record.calls)
    assert "Organisation" in talked
    assert not talked & {"What they decided", "The reason they gave", "Their reference"}
    assert {"What they decided", "Their reference"} <= rung
    assert "The reason they gave" not in rung


def test_a_record_finished_early_names_what_was_not_asked() -> None:
    data = _baby()
    for name in ("explanation", "delay", "context"):
        del data["answers"][name]
    record = _record(data)
    assert record.status == "open"
    assert record.kind == "final"
    asks = {question.id: question.ask for question in shipped().questions}
    assert {asks["explanation"], asks["delay"], asks["context"]} <= set(record.not_answered)


def test_the_record_says_when_each_answer_was_entered_and_by_whom_beside_the_question_as_asked() -> None:
    case = case_of(_baby())
    later = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
    given = {"mobility": Given(NOW, later, "Pat Sample"), "accounts_agree": Given(NOW, NOW, "Pat Sample")}
    draft = Draft("R-2345", NOW, NOW, case, given=given)
    record = make_record(draft, recommend(case, NOW), finished_at=NOW, proved=False)
    assert record.entered == (Entered("How does the child move without help?", NOW, later, "Pat Sample"),)
    assert "When each answer was entered" in make_text(record)


def test_what_was_done_stands_once_in_the_chronology_and_what_came_of_it_with_its_name() -> None:
    case = case_of(_baby())
    rung, booked = [action for action in recommend(case, NOW).actions if action.contact is not None][:2]
    draft = Draft("R-2345", NOW, NOW, case)
    done = {rung.id: Done(NOW, "Pat Sample", ""), booked.id: Done(NOW, "Pat Sample", "Booked for 13:00")}
    draft = replace(draft, done=MappingProxyType(done), events=(Event(NOW, f"Done: {rung.text}"),))
    lines = [event.text for event in shared_chronology(draft, NOW)]
    assert lines.count(f"Done: {rung.text}") == 1
    assert f"{booked.text}: Booked for 13:00" in lines
    assert "Done" not in lines


def test_a_call_of_which_only_the_time_is_known_is_told_by_the_organisation() -> None:
    called = {"at": "2026-11-23T10:20:00+00:00", "organisation": "Example duty team"}
    data = _baby()
    data["answers"]["people_spoken_to"] = [called]
    record = _record(data)
    assert [entry.text for entry in record.first_page if entry.label == "Spoken to"] == ["1: Example duty team"]


def test_an_open_record_below_act_now_is_only_a_draft() -> None:
    assert _record(case_data(explanation=None)).kind == "draft"


SECRET = "12 Hidden Lane"


def test_what_must_not_leave_is_only_in_the_annex() -> None:
    data = _baby(child={"name": "Fern Example", "address_kept_back": SECRET})
    data["answers"]["community"] = [{"who": "Neighbour Madeup", "what": "Shouting at night"}]
    record = _record(data)
    shared = make_text(record) + json.dumps(record.case)
    annex = str(record.annex)
    for words in (SECRET, "Neighbour Madeup"):
        assert words not in shared
        assert words in annex
    assert "Shouting at night" in shared


def test_a_record_of_level_e_says_what_it_is_not() -> None:
    text = make_text(_record(case_data(own_worry="not")))
    assert _record(case_data()).level is not None
    for words in ("not a medical opinion", "was not examined", "not evidence that there was no harm"):
        assert words in text


def test_a_baby_s_record_quotes_what_bury_says_and_who_decides() -> None:
    text = " ".join(make_text(_record(_baby())).split())
    assert "Bury" in text
    assert "full and consistent explanation" in text


NEVER = (r"section 47[^.]*\bwill\b", r"\bprobability\b", r"\bno concerns?\b", r"\blikely\b")


@pytest.mark.parametrize("scenario", shipped().scenarios, ids=lambda scenario: scenario.id)
def test_no_record_says_what_must_never_be_said(scenario: Any) -> None:
    text = " ".join(make_text(_record(dict(scenario.case))).split())
    for pattern in NEVER:
        assert not re.search(pattern, text, re.IGNORECASE), pattern
    assert "for local approval" in text.lower()


def test_the_first_page_of_level_e_says_what_it_is_not() -> None:
    record = _record(case_data(own_worry="not"))
    first = " ".join(PdfReader(BytesIO(make_pdf(record))).pages[0].extract_text().split())
    for words in ("not a medical opinion", "was not examined", "not evidence that there was no harm"):
        assert words in first


def test_a_size_told_in_other_words_is_printed_as_it_was_told() -> None:
    """A case file may say anything; what is clearly a size is printed in mm, and nothing else gets that unit."""

    def size(**measures: str) -> str:
        return _record(case_data(marks=[mark("cheek_soft", **measures)])).marks[0].size

    assert size(length_mm="1 cm", width_mm="8") == "10 × 8 mm"
    assert size(length_mm="not measured, moving") == "not measured, moving"


def test_a_day_without_its_time_is_printed_as_a_day() -> None:
    said = {"words": "I have not noticed it.", "said_by": "Jo Example, mother", "said_at": "2026-11-22"}
    assert _record(case_data(explanation_verbatim=[said])).quotes[0].said_at == "22-Nov-2026"


def test_the_timeline_is_told_in_the_order_of_time_and_what_has_no_time_last() -> None:
    times = ("2026-11-20T09:00", None, "2026-03-01", "2026-11-19T23:30:00+00:00", "2026-11-20")
    events = [{"what": f"event {number}", **({"at": at} if at else {})} for number, at in enumerate(times)]
    data = _baby()
    data["answers"]["chronology"] = events
    text = make_text(_record(data))
    assert re.findall(r"event (\d)", text) == ["2", "3", "4", "0", "1"]
