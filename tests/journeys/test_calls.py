"""Calls and talks, and 999: written down, put right, taken back, and told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from bruiseaid.app.changing import listed
from bruiseaid.app.screens.state import DO_NOW, asking
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.make import make_record
from bruiseaid.report.check.opened import opened_record
from tests.journeys.doing import (
    first_call,
    focused,
    number_at_right,
    outcome_and_people,
    record_call,
    referral,
    top,
)
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def test_after_999_the_page_leads_to_social_care(hands: Driver) -> None:
    hands.reach_result({**vignette("V28")["case"]["answers"]})
    assert "999" in number_at_right(hands)
    hands.click(f"record:{first_call(hands)}")
    hands.write("form.who", "Police control")
    hands.click("form.save")
    assert number_at_right(hands) == "Ring children's social care now: 0300 303 0440"
    hands.click(f"record:{referral(hands)}")
    hands.click("form.referral_outcome=accepted")
    hands.write("form.who", "A. Nother")
    hands.click("form.save")
    assert number_at_right(hands).startswith("If anything changes, ring")


def test_a_record_that_is_made_after_the_call_shows_the_papers_first(baby: Driver) -> None:
    baby.click(f"record:{referral(baby)}")
    baby.click("form.referral_outcome=accepted")
    baby.write("form.who", "A. Nother")
    baby.click("form.save")
    baby.finish(early=True)
    assert "If anything changes, ring" in baby.words()
    assert top(baby, "finished.number") > top(baby, "open_pdf")


def test_a_call_is_recorded_with_its_outcome_and_can_be_taken_back(baby: Driver) -> None:
    name = referral(baby)
    baby.click(f"record:{name}")
    baby.click("form.referral_outcome=accepted")
    baby.write("form.who", "A. Nother, duty")
    baby.write("form.reference", "EX-0001")
    baby.click("form.save")
    draft = baby.state.draft
    assert draft is not None
    assert (draft.done[name].by, draft.done[name].reference) == ("Pat Sample", "EX-0001")
    assert draft.case.answers["referral_outcome"] == "accepted"
    calls = draft.case.answers["people_spoken_to"]
    assert isinstance(calls, tuple)
    assert [dict(call)["decision"] for call in calls if not isinstance(call, str)] == ["accepted"]
    assert "EX-0001" in baby.words()
    baby.click(f"undo:{name}")
    assert baby.state.draft is not None
    assert name not in baby.state.draft.done


def test_a_call_that_is_taken_back_leaves_neither_its_outcome_nor_its_entry(baby: Driver) -> None:
    name = referral(baby)
    record_call(baby, name, "accepted", "A. Nother, duty")
    baby.click(f"undo:{name}")
    draft = baby.state.draft
    assert draft is not None
    assert "referral_outcome" not in draft.case.answers
    assert "people_spoken_to" not in draft.case.answers
    assert "Taken back: Ring children's social care now" in [event.text for event in draft.events]
    record = make_record(draft, recommend(draft.case, baby.now), finished_at=baby.now, proved=True)
    assert "A. Nother" not in repr(record)
    baby.now += timedelta(minutes=9)
    baby.click(f"record:{name}")
    assert baby.shown("form.who").text() == "A. Nother, duty"  # type: ignore[attr-defined]
    baby.click("form.save")
    assert baby.state.draft is not None
    assert baby.state.draft.done[name].at.strftime("%H:%M") == "10:20"


def test_a_call_that_is_taken_back_leaves_the_outcome_of_the_other_calls(baby: Driver) -> None:
    record_call(baby, referral(baby), "accepted", "A. Nother, duty")
    baby.now += timedelta(minutes=3)
    record_call(baby, "A-PAED", "no_answer", "Switchboard")
    assert outcome_and_people(baby) == ("no_answer", ["A. Nother, duty", "Switchboard"])
    baby.click("undo:A-PAED")
    assert outcome_and_people(baby) == ("accepted", ["A. Nother, duty"])


@pytest.mark.parametrize("restarted", [False, True])
def test_a_call_that_is_taken_back_puts_back_what_had_been_answered(baby: Driver, restarted: bool) -> None:
    hands, name = baby, referral(baby)
    hands.forward()
    hands.click("referral_outcome=not_yet")
    hands.click("step:do_now")
    hands.now += timedelta(minutes=5)
    record_call(hands, name, "accepted", "A. Nother, duty")
    hands.now += timedelta(minutes=5)
    record_call(hands, "A-PAED", "declined", "Dr Placeholder")
    if restarted:
        hands.window.close()
        hands = Driver(hands.data)
        hands.now += timedelta(minutes=15)
        hands.click("open:R-T001")
    hands.click("undo:A-PAED")
    assert outcome_and_people(hands) == ("accepted", ["A. Nother, duty"])
    hands.click(f"undo:{name}")
    assert outcome_and_people(hands) == ("not_yet", [])
    hands.click(f"record:{name}")
    hands.click("form.save")
    assert outcome_and_people(hands)[0] == "accepted"
    hands.click(f"undo:{name}")
    assert outcome_and_people(hands)[0] == "not_yet"
    hands.window.close()


def test_what_was_answered_between_two_calls_comes_back_when_the_second_is_taken_back(baby: Driver) -> None:
    record_call(baby, referral(baby), "accepted", "A. Nother, duty")
    baby.now += timedelta(minutes=5)
    baby.click("step:afterwards")
    baby.click("referral_outcome=turned_back")
    baby.click("step:do_now")
    baby.now += timedelta(minutes=5)
    record_call(baby, "A-PAED", "no_answer", "Switchboard")
    assert outcome_and_people(baby)[0] == "no_answer"
    baby.click("undo:A-PAED")
    assert outcome_and_people(baby)[0] == "turned_back"


def test_an_answer_that_was_emptied_before_the_call_stays_empty_when_it_is_taken_back(baby: Driver) -> None:
    baby.forward()
    baby.click("referral_outcome=not_yet")
    baby.window.session.answer("referral_outcome", "")
    baby.click("step:do_now")
    record_call(baby, referral(baby), "accepted", "A. Nother, duty")
    baby.click(f"undo:{referral(baby)}")
    assert outcome_and_people(baby)[0] is None


def test_a_doctor_who_comes_does_not_make_a_refused_referral_agreed(baby: Driver) -> None:
    record_call(baby, referral(baby), "declined", "A. Nother, duty")
    baby.now += timedelta(minutes=3)
    record_call(baby, "A-PAED", "accepted", "Dr Placeholder")
    assert outcome_and_people(baby)[0] == "declined"


def test_a_second_call_is_written_down_for_the_number_that_was_rung(baby: Driver) -> None:
    record_call(baby, "A-PAED", "accepted", "A. Nother, duty")
    assert baby.state.draft is not None
    (call,) = listed(baby.state.draft.case.answers["people_spoken_to"])
    assert call["organisation"] == "Children's social care, or the emergency duty team out of hours"


def test_what_is_added_to_a_call_keeps_its_time_and_its_one_entry(baby: Driver) -> None:
    name = referral(baby)
    baby.click(f"record:{name}")
    baby.write("form.who", "A. Nother, duty")
    baby.click("form.save")
    baby.now += timedelta(minutes=20)
    assert baby.shown(f"record:{name}").text() == "Write down what came of it"  # type: ignore[attr-defined]
    baby.click(f"record:{name}")
    assert baby.shown("form.who").text() == "A. Nother, duty"  # type: ignore[attr-defined]
    baby.click("form.referral_outcome=accepted")
    baby.write("form.reference", "EX-0001")
    baby.click("form.save")
    assert baby.state.draft is not None
    (call,) = listed(baby.state.draft.case.answers["people_spoken_to"])
    assert (call["who"], call["decision"], call["reference"]) == ("A. Nother, duty", "accepted", "EX-0001")
    assert baby.state.draft.done[name].at.strftime("%H:%M") == "10:20"


def test_at_a_talk_for_advice_the_advice_is_asked_for_and_no_referral_comes_of_it(hands: Driver) -> None:
    hands.reach_result(vignette("V19")["case"]["answers"])
    hands.click("record:A-DISCUSS-4H")
    assert focused() == "form.who"
    assert hands.find("form.referral_outcome=accepted") is None
    hands.click("form.save")
    assert "Write who you spoke to." in hands.words()
    hands.write("form.who", "Sam Placeholder, safeguarding lead")
    hands.write("form.said", "Look again with the doctor. Sam rings her by noon.")
    hands.click("form.save")
    draft = hands.state.draft
    assert draft is not None
    assert "referral_outcome" not in draft.case.answers
    (talk,) = listed(draft.case.answers["people_spoken_to"])
    assert (talk["who"], talk["said"]) == (
        "Sam Placeholder, safeguarding lead",
        "Look again with the doctor. Sam rings her by noon.",
    )
    assert not {"decision", "organisation"} & set(talk)
    assert hands.state.outcome is not None
    assert not hands.state.outcome.ladder
    hands.click("step:safe")
    hands.walk_to("same_day_review", {})
    hands.click("same_day_review=no")
    hands.click("step:check")
    assert "Talk it over today with a safeguarding lead (no longer asked for)" in hands.words()


@pytest.mark.parametrize("way", ["step:check", "leave", "F2"])
def test_what_is_written_of_a_call_is_kept_until_it_is_saved(baby: Driver, way: str) -> None:
    name = referral(baby)
    baby.click(f"record:{name}")
    baby.type("A. Nother, du")
    if way == "F2":
        baby.press(Qt.Key.Key_F2)
        baby.forward()
    else:
        baby.click(way)
        baby.click("step:do_now" if way == "step:check" else "open:R-T001")
    assert baby.shown("form.who").text() == "A. Nother, du"  # type: ignore[attr-defined]
    assert focused() == "form.who"
    assert baby.state.draft is not None
    assert name not in baby.state.draft.done


def test_cancelling_drops_what_was_written(baby: Driver) -> None:
    name = referral(baby)
    baby.click(f"record:{name}")
    baby.type("A. Nother")
    baby.click("form.cancel")
    baby.click(f"record:{name}")
    assert baby.shown("form.who").text() == ""  # type: ignore[attr-defined]


def test_a_record_that_is_made_anew_says_which_version_it_takes_the_place_of(baby: Driver) -> None:
    baby.finish(early=True)
    baby.click("step:do_now")
    baby.now += timedelta(minutes=7)
    record_call(baby, referral(baby), "accepted", "A. Nother")
    pdf = baby.finish(early=True)
    record = opened_record(pdf.read_bytes())
    assert (record.version, record.supersedes) == (2, "version 1, finished 23-Nov-2026 10:20")


def test_a_999_call_is_seen_to_be_written_down_and_the_page_stays(hands: Driver) -> None:
    hands.click("start")
    question = hands.place
    hands.press(Qt.Key.Key_F2)
    assert "Written down" not in hands.words()
    hands.click("emergency.rung")
    assert "Written down: you rang 999, 23-Nov-2026 at 10:20." in hands.words()
    assert "I have rung again, write it down" in hands.words()
    assert hands.state.draft is not None
    assert [event.text for event in hands.state.draft.events].count("Rang the emergency number") == 1
    hands.forward()
    assert hands.place == question


def test_a_999_call_is_written_down_for_the_action_that_asks_for_it(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("safe_now", {"emergency_signs": ["fit"], "immediate_danger": "no"})
    hands.press(Qt.Key.Key_F2)
    hands.click("emergency.rung:A-999")
    hands.forward()
    assert hands.state.draft is not None
    assert hands.state.draft.done["A-999"].at.strftime("%H:%M") == "10:20"
    assert [event.text for event in hands.state.draft.events] == [
        "Rang the emergency number",
        "Done: Ring 999 and ask for an ambulance",
    ]


def test_a_999_call_of_which_the_reason_came_later_is_offered_to_its_action_at_its_own_time(hands: Driver) -> None:
    hands.click("start")
    hands.press(Qt.Key.Key_F2)
    hands.click("emergency.rung")
    hands.forward()
    hands.now += timedelta(minutes=6)
    hands.walk_to("safe_now", {"emergency_signs": ["fit"], "immediate_danger": "no"})
    hands.click("step:do_now")
    assert "You rang 999 at 10:20. If it was for this, record it" in hands.words()
    assert "Ring 999 and ask for an ambulance, unless your call at 10:20 was for this" in hands.words()
    hands.click("record:A-999")
    hands.click("form.save")
    assert hands.state.draft is not None
    assert hands.state.draft.done["A-999"].at.strftime("%H:%M") == "10:20"


def test_a_call_that_is_recorded_beside_half_a_date_is_kept_with_it(baby: Driver) -> None:
    baby.window.session.go_to(asking("people_spoken_to"))
    baby.click("people_spoken_to.add")
    baby.write("people_spoken_to.at.day", "29")
    baby.window.session.go_to(DO_NOW)
    name = referral(baby)
    baby.click(f"record:{name}")
    baby.click("form.referral_outcome=accepted")
    baby.write("form.who", "A. Nother, duty")
    baby.click("form.save")
    baby.window.session.go_to(asking("people_spoken_to"))
    baby.click("people_spoken_to.0.edit")
    baby.write("people_spoken_to.at.month", "10")
    baby.write("people_spoken_to.at.year", "2026")
    assert baby.state.draft is not None
    first, call = listed(baby.state.draft.case.answers["people_spoken_to"])
    assert first == {"at": "2026-10-29"}
    assert call["who"] == "A. Nother, duty"
