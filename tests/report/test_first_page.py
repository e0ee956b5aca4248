"""The first page of a record that was made from a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bruiseaid.engine.recommend import recommend
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Done, Event, Record
from bruiseaid.record.progress import RANG, Draft
from bruiseaid.report.call_script import make_call_script
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.text import make_text
from bruiseaid.report.words.doings import who_cell
from tests.engine.cases import case_data, case_of, mark
from tests.journeys.test_vignettes import vignette
from tests.report.reading import page_texts, squeezed
from tests.report.records import CHEEK, SMALL_MAKERS, Maker, baby, hostile

ZONE = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 23, 10, 38, tzinfo=UTC)
SIGNATURES = ("Referrer: signature", "Safeguarding lead: signature")


def _record(data: dict[str, Any], **more: Any) -> Record:
    case = case_of(data)
    draft = Draft("R-2345", NOW, NOW, case, **more)
    return make_record(draft, recommend(case, NOW), finished_at=NOW, proved=False)


def _first_page(data: dict[str, Any]) -> str:
    return page_texts(make_pdf(_record(data)))[0]


def test_no_detail_of_the_child_is_missing_because_all_are_known() -> None:
    about = ("name", "address", "where_now", "with_whom", "until_when", "responsible", "in_care_of", "safe_contact")
    details = {key: f"known {number}" for number, key in enumerate((*about, "nhs_number"))}
    first = _first_page({**case_data(dob="2026-07-20"), "child": details})
    assert [words for words in details.values() if words not in first] == []


def test_how_it_is_known_how_the_child_moves_stands_beside_how_the_child_moves() -> None:
    first = _first_page({**case_data(), "child": {"name": "Fern Example", "responsible": "The mother"}})
    assert first.index("Moves") < first.index("How you know") < first.index("Responsible")


def test_marks_that_there_is_no_room_for_are_counted() -> None:
    marks = [mark(place) for place in ("shin", "knee", "forehead", "nose", "ear", "neck_back", "cheek_soft")]
    pages = {count: _first_page(case_data(marks=marks[:count])) for count in range(1, len(marks) + 1)}
    assert "more mark" not in pages[1]
    assert "more marks, to number 7: see The marks." in pages[7]
    assert all(SIGNATURES[0] in page for page in pages.values())
    six = tuple(replace(CHEEK, number=number) for number in range(1, 7))
    with_room = replace(baby(), actions=(), first_page=(), marks=six)
    assert "1 more mark, number 6: see The marks." in page_texts(make_pdf(with_room))[0]


def test_where_the_hours_are_not_known_every_paper_has_both_numbers_and_else_the_one_that_is_open() -> None:
    for borough, day, night in (("bolton", "01204 331500", "01204 337777"), ("rochdale", "0300 303 0440", "")):
        record = _record(case_data(dob="2026-07-20", borough=borough))
        papers = (*page_texts(make_pdf(record))[:1], *page_texts(make_call_script(record))[:1], make_text(record))
        for paper in papers:
            assert day in paper
            assert night in paper
            assert "0300 303 8875" not in paper


def test_a_talk_today_is_no_referral_although_the_children_of_the_home_are_named_to_social_care() -> None:
    first = _first_page(case_data(context=["partner_undisclosed_or_household_unknown"]))
    assert "Child bruising record. Level C of A to E" in first
    assert "Talk it over today with a safeguarding lead" in first
    assert "Child bruising referral. Level B of A to E" in _first_page(case_data(dob="2026-07-20"))


def test_the_first_thing_due_is_named_also_where_nothing_is_asked_of_others() -> None:
    """A talk today makes no referral, and yet the child is to be seen within the hour."""
    record = _record(case_data(dob="2024-11-23", context=["community_or_family_concern_about_harm"]))
    first = min(action.due for action in record.actions if action.due is not None)
    assert f"First due {first.astimezone(ZONE):%H:%M}" in page_texts(make_pdf(record))[0]


@pytest.mark.parametrize("maker", [*SMALL_MAKERS, hostile])
def test_it_is_signed_on_the_first_page(maker: Maker) -> None:
    first = page_texts(make_pdf(maker()))[0]
    assert [words for words in SIGNATURES if words not in first] == []


def test_it_is_signed_on_the_first_page_where_every_detail_is_written_in_a_line_of_its_own() -> None:
    data = case_data(dob="2026-07-20", marks=[mark("cheek_soft"), mark("ear"), mark("forehead"), mark("shin")])
    for question in case_of(data).protocol.questions:
        entry = {field.id: "Thirty-six letters of made-up words." for field in question.fields if "text" in field.type}
        if question.stored in ("child", "practitioner"):
            data[question.stored] = entry
        elif entry and question.type != "marks":
            data["answers"][question.id] = entry if question.type == "group" else [entry] * 3
    first = _first_page(data)
    assert [words for words in SIGNATURES if words not in first] == []
    assert "Ask for a children's doctor to see the child urgently" in first.replace("\n", " ")
    assert "3 accounts: see The account." in first


def test_a_neighbours_report_that_counted_stands_on_it() -> None:
    first = _first_page(case_data(dob="2024-11-23", context=["community_or_family_concern_about_harm"]))
    assert "Family and past: Concern from family or community" in first.replace("\n", " ")


def test_what_the_referrer_takes_a_mark_for_stands_beside_it_and_that_a_doctor_looks_today() -> None:
    """V19: a mark that may be natural, of which a doctor can have a look today."""
    first = squeezed(_first_page(vignette("V19")["case"]))
    for words in ("What you think it is: Natural", "Get the mark looked at by a doctor today", "look today: Yes"):
        assert squeezed(words) in first, words


def test_that_999_was_rung_and_the_referral_sent_back_stands_on_it() -> None:
    """V28: the child was being taken away, police were rung, and social care sent the referral back."""
    case = {**vignette("V28")["case"]}
    case["answers"] = {**case["answers"], "referral_outcome": "turned_back"}
    rang, done = Event(NOW, RANG), Done(NOW, "Pat Sample", "They come")
    for record in (_record(case, events=(rang,)), _record(case, done={"A-POLICE-999": done})):
        first = squeezed(page_texts(make_pdf(record))[0])
        for words in ("999 call Made, 23-Nov-2026 10:38", "Outcome of the call Sent back"):
            assert squeezed(words) in first, words
        assert "Referrer: signature" in page_texts(make_pdf(record))[0]
    assert squeezed("999 call not recorded") in squeezed(_first_page(case))


def test_the_last_call_to_social_care_stands_on_it_with_time_name_outcome_and_reference() -> None:
    """Also where only the form of the call was filled in, and no question about it was answered."""
    done = Done(NOW, "Pat Sample", "Accepted, Dee Duty", "EX-0001")
    for case in (case_data(dob="2026-07-20"), vignette("V28")["case"]):
        first = squeezed(page_texts(make_pdf(_record(case, done={"A-CSC-PHONE": done})))[0])
        assert squeezed("Last call 23-Nov-2026 10:38, Accepted, Dee Duty, Ref. EX-0001") in first
    assert "Last call" not in _first_page(case_data(dob="2026-07-20"))


def test_a_call_that_was_written_down_later_stands_once_in_the_chronology() -> None:
    title = "Ring children's social care now"
    later, events = NOW + timedelta(minutes=1), (Event(NOW, f"Done: {title}"),)
    done = {"A-CSC-PHONE": Done(NOW, "Pat Sample", "Accepted, Dee Duty", "EX-0001")}
    data = case_data(dob="2026-07-20")
    told = [one.text for one in _record(data, done=done, events=events).chronology if title in one.text]
    assert told == [f"Done: {title}: Accepted, Dee Duty"]
    twice = (*events, Event(later, f"Done: {title}"))
    told = [one.text for one in _record(data, done=done, events=twice).chronology if title in one.text]
    assert told == [f"Done: {title}: Accepted, Dee Duty (written down 23-Nov-2026 10:39)"]


def test_a_call_that_was_taken_back_in_between_keeps_each_of_its_lines() -> None:
    title, minute = "Ring children's social care now", timedelta(minutes=1)
    events = (
        Event(NOW, f"Done: {title}"),
        Event(NOW + minute, f"Taken back: {title}"),
        Event(NOW + 2 * minute, f"Done: {title}"),
    )
    done = {"A-CSC-PHONE": Done(NOW, "Pat Sample", "Accepted")}
    record = _record(case_data(dob="2026-07-20"), done=done, events=events)
    assert len([one for one in record.chronology if title in one.text]) == 3


def test_nothing_is_said_of_a_999_call_that_nobody_was_to_make() -> None:
    assert "999 call" not in _first_page(case_data(dob="2026-07-20"))
    assert "Outcome of the call" not in _first_page(case_data(dob="2026-07-20"))


def test_other_children_and_calls_stand_under_a_heading_of_their_own() -> None:
    data = case_data(dob="2026-07-20", siblings=[{"name": "Max Example"}], people_spoken_to=[{"who": "A. Nother"}])
    first = _first_page(data)
    places = [first.index(words) for words in ("Referrer", "Family and calls", "Other children", "Spoken to")]
    assert places == sorted(places)


def test_the_rule_that_sets_the_level_stands_first_on_the_first_page_and_is_never_the_one_cut() -> None:
    data = vignette("V36")["case"]
    pages = page_texts(make_pdf(_record(data)))
    set_it, lower = (
        "What is known of the family and the past makes this mark more worrying.",
        "The mark is on a bony place",
    )
    assert squeezed(set_it) in squeezed(pages[0])
    assert squeezed(lower) not in squeezed(pages[0]).partition(squeezed(set_it))[0]
    report = make_text(_record(data))
    assert report.index(set_it) < report.index(lower)


def test_the_number_of_what_is_asked_through_a_call_says_whose_it_is() -> None:
    """Social care's number stood under the on-call children's doctor as if it were the doctor's."""
    record = _record(case_data(dob="2026-07-20", borough="bury"))
    cells = [[words.text for words in who_cell(action)] for action in record.actions]
    doctor = next(cell for cell in cells if "to: The on-call children's doctor (paediatrician)" in cell)
    assert doctor[2] == "through Bury, daytime:"
    assert any("Bury, daytime:" in cell for cell in cells)
