"""After the questions: calls, refusals, the end of the road, and the ways out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from bruiseaid.app.changing import listed
from bruiseaid.app.parts.link import Link
from bruiseaid.app.screens.do_now import DoNowPage
from bruiseaid.app.screens.missing import missing_answers
from bruiseaid.app.screens.state import CHECK, DO_NOW, FINISHED, HOME, LADDER, asking
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.chronology import shared_chronology
from bruiseaid.record.make import make_record
from bruiseaid.report.check.opened import opened_record
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


@pytest.fixture
def baby(hands: Driver) -> Driver:
    """A baby with a bruise, every question that counts answered, at "what to do now"."""
    hands.click("start")
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    assert hands.place == DO_NOW
    return hands


def focused() -> str:
    """The name of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def referral(hands: Driver) -> str:
    assert hands.state.outcome is not None
    return next(action.id for action in hands.state.outcome.actions if action.referral)


def test_the_number_to_ring_is_social_cares_and_not_the_one_to_ask_about_swabs(hands: Driver) -> None:
    hands.click("start")
    hands.walk({**vignette("V01")["case"]["answers"], "features": ["bite_not_young_child"]}, to_finish=False)
    assert hands.place == DO_NOW
    assert hands.state.outcome is not None
    numbers = [action.contact.first.phone for action in hands.state.outcome.actions if action.contact is not None]
    assert numbers[0] == "101"
    page = hands.window.session.screen().page
    assert isinstance(page, DoNowPage)
    assert page.phone is not None
    assert page.phone_head == "Ring children's social care now"
    assert page.phone.phone != "101"


def test_after_999_the_page_leads_to_social_care(hands: Driver) -> None:
    hands.click("start")
    hands.walk({**vignette("V28")["case"]["answers"]}, to_finish=False)
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


def test_a_record_that_is_made_before_the_call_shows_the_number_first(baby: Driver) -> None:
    baby.finish(early=True)
    assert "Ring children's social care now" in baby.words()
    assert "If anything changes, ring" not in baby.words()
    assert top(baby, "finished.number") < top(baby, "open_pdf")


def test_a_record_that_is_made_after_the_call_shows_the_papers_first(baby: Driver) -> None:
    baby.click(f"record:{referral(baby)}")
    baby.click("form.referral_outcome=accepted")
    baby.write("form.who", "A. Nother")
    baby.click("form.save")
    baby.finish(early=True)
    assert "If anything changes, ring" in baby.words()
    assert top(baby, "finished.number") > top(baby, "open_pdf")


def top(hands: Driver, name: str) -> int:
    """How far down on the window a widget begins."""
    return hands.shown(name).mapTo(hands.window, QPoint()).y()


def number_at_right(hands: Driver) -> str:
    """Whom to ring, and the number, as the page shows them."""
    page = hands.window.session.screen().page
    assert isinstance(page, DoNowPage)
    assert page.phone is not None
    return f"{page.phone_head}: {page.phone.phone}"


def first_call(hands: Driver) -> str:
    assert hands.state.outcome is not None
    return next(action.id for action in hands.state.outcome.actions if action.contact is not None)


def test_an_age_is_called_an_age_among_the_answers_that_counted(baby: Driver) -> None:
    assert "Age: 4 months" in baby.words()
    assert "Date of birth: 4 months" not in baby.words()


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
    hands.click("start")
    hands.walk(vignette("V19")["case"]["answers"], to_finish=False)
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


def test_the_check_says_what_was_written_and_not_saved(baby: Driver) -> None:
    baby.click(f"record:{referral(baby)}")
    baby.type("A. Nother")
    baby.click("step:check")
    assert "Begun and not saved, so not in the record yet: Ring children's social care now" in baby.words()


def test_enter_saves_a_call_and_the_page_stays(baby: Driver) -> None:
    name = referral(baby)
    baby.click(f"record:{name}")
    baby.type("A. Nother")
    baby.press(Qt.Key.Key_Return)
    assert baby.place == DO_NOW
    assert baby.state.draft is not None
    assert baby.state.draft.done[name].result == "A. Nother"
    assert not focused().startswith("undo")


def test_going_on_saves_the_call_that_is_being_written(baby: Driver) -> None:
    name = referral(baby)
    baby.click(f"record:{name}")
    baby.type("A. Nother")
    baby.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert baby.place == CHECK
    assert baby.state.draft is not None
    assert baby.state.draft.done[name].result == "A. Nother"
    assert "10:20 Ring children's social care now" in baby.words()


def test_cancelling_drops_what_was_written(baby: Driver) -> None:
    name = referral(baby)
    baby.click(f"record:{name}")
    baby.type("A. Nother")
    baby.click("form.cancel")
    baby.click(f"record:{name}")
    assert baby.shown("form.who").text() == ""  # type: ignore[attr-defined]


def record_call(hands: Driver, name: str, outcome: str, who: str) -> None:
    """Opens the form of a call, chooses what came of it, writes who answered, and saves."""
    hands.click(next(way for way in (f"record:{name}", f"quiet:{name}") if hands.find(way) is not None))
    hands.click(f"form.referral_outcome={outcome}")
    hands.write("form.who", who)
    hands.click("form.save")
    if hands.place == LADDER:
        hands.forward()


def record_refusal(hands: Driver, name: str, who: str) -> None:
    """Writes down that a referral was declined, and comes back from the ladder."""
    hands.click(f"declined:{name}")
    hands.click("form.referral_outcome=declined")
    hands.write("form.who", who)
    hands.click("form.save")
    assert hands.place == LADDER
    hands.forward()


def agree(hands: Driver, words: str) -> None:
    """Writes down at the next step of the ladder that all agree."""
    assert hands.state.outcome is not None
    assert hands.state.draft is not None
    done = hands.state.draft.rungs
    rung = next(one.id for one in hands.state.outcome.ladder if one.for_this_hour and one.id not in done)
    hands.click(f"rung.record:{rung}")
    hands.write("rung.outcome", words)
    hands.click(f"rung.agreed:{rung}")


def test_a_refusal_after_all_agreed_opens_the_ladder_again(baby: Driver) -> None:
    name = referral(baby)
    record_refusal(baby, name, "A. Nother")
    baby.click(f"ladder:{name}")
    agree(baby, "Sam Placeholder")
    baby.forward()
    assert "A-ESCALATE" in done_of(baby)
    baby.now += timedelta(minutes=30)
    record_refusal(baby, name, "Kim Notreal")
    assert "Not agreed 10:50, Pat Sample, Declined, Kim Notreal. Next: you to the duty team manager" in baby.words()
    assert "A-ESCALATE" not in done_of(baby)
    baby.click(f"ladder:{name}")
    agree(baby, "Sam Placeholder again")


def done_of(hands: Driver) -> tuple[str, ...]:
    assert hands.state.draft is not None
    return tuple(hands.state.draft.done)


def test_a_second_refusal_is_a_call_of_its_own_and_undo_leads_back_to_the_first(baby: Driver) -> None:
    name = referral(baby)
    record_refusal(baby, name, "A. Nother")
    baby.now += timedelta(minutes=10)
    baby.click(f"declined:{name}")
    assert baby.shown("form.who").text() == ""  # type: ignore[attr-defined]
    baby.click("form.referral_outcome=turned_back")
    baby.write("form.who", "Kim Notreal")
    baby.click("form.save")
    baby.forward()
    assert outcome_and_people(baby) == ("turned_back", ["A. Nother", "Kim Notreal"])
    assert baby.state.draft is not None
    told = [event.text for event in shared_chronology(baby.state.draft, baby.now)]
    assert told.count("Not agreed: Ring children's social care now: Declined, A. Nother") == 1
    assert told.count("Not agreed: Ring children's social care now: Sent back, Kim Notreal") == 1
    baby.click("leave")
    baby.click("open:R-T001")
    baby.click(f"undo:{name}")
    assert outcome_and_people(baby) == ("declined", ["A. Nother"])
    assert "Not agreed 10:20, Pat Sample, Declined, A. Nother" in baby.words()


def test_a_step_of_the_ladder_needs_words_and_the_last_one_can_be_taken_back(baby: Driver) -> None:
    name = referral(baby)
    record_refusal(baby, name, "A. Nother")
    baby.click(f"ladder:{name}")
    assert baby.state.outcome is not None
    first = baby.state.outcome.ladder[0].id
    baby.click(f"rung.record:{first}")
    baby.click(f"rung.agreed:{first}")
    assert "Write who it was, and what they said." in baby.words()
    baby.write("rung.outcome", "Sam Placeholder")
    baby.click(f"rung.agreed:{first}")
    assert "Agreed: Sam Placeholder" in baby.words()
    baby.click(f"rung.undo:{first}")
    assert baby.state.draft is not None
    assert not baby.state.draft.rungs
    assert "A-ESCALATE" not in baby.state.draft.done


def test_a_refused_referral_stands_on_the_start_page_and_on_page_one(baby: Driver) -> None:
    record_refusal(baby, referral(baby), "A. Nother")
    assert baby.state.draft is not None
    assert baby.state.outcome is not None
    record = make_record(baby.state.draft, baby.state.outcome, finished_at=baby.now, proved=True)
    rows = {row.label: row.text for row in record.first_page}
    assert (rows["Outcome of the call"], rows["Escalation"]) == ("Declined", "Nobody higher up was asked yet")
    baby.click("leave")
    assert "Referral not agreed" in baby.words()


def test_a_record_that_is_made_anew_says_which_version_it_takes_the_place_of(baby: Driver) -> None:
    baby.finish(early=True)
    baby.click("step:do_now")
    baby.now += timedelta(minutes=7)
    record_call(baby, referral(baby), "accepted", "A. Nother")
    pdf = baby.finish(early=True)
    record = opened_record(pdf.read_bytes())
    assert (record.version, record.supersedes) == (2, "version 1, finished 23-Nov-2026 10:20")


def outcome_and_people(hands: Driver) -> tuple[object, list[object]]:
    assert hands.state.draft is not None
    answers = hands.state.draft.case.answers
    return answers.get("referral_outcome"), [one["who"] for one in listed(answers.get("people_spoken_to"))]


def test_a_refusal_leads_to_the_ladder_and_its_words(baby: Driver) -> None:
    baby.click(f"declined:{referral(baby)}")
    baby.write("form.who", "A. Nother, said to ask the GP first")
    baby.click("form.save")
    assert "Choose what came of it." in baby.words()
    assert baby.find("form.referral_outcome=accepted") is None
    baby.click("form.referral_outcome=turned_back")
    baby.click("form.save")
    assert baby.place == LADDER
    assert baby.state.outcome is not None
    first = baby.state.outcome.ladder[0]
    baby.click(f"rung.copy:{first.id}")
    assert baby.desktop.copied == [first.say]
    baby.click(f"rung.record:{first.id}")
    baby.write("rung.outcome", "Sam Placeholder, still declined")
    baby.click("rung.save")
    assert baby.state.draft is not None
    assert baby.state.draft.rungs == {first.id: "Sam Placeholder, still declined"}
    baby.forward()
    assert baby.place == DO_NOW


def test_a_refused_referral_is_not_shown_as_done_until_it_is_agreed(baby: Driver) -> None:
    name = referral(baby)
    record_refusal(baby, name, "A. Nother")
    assert "Not agreed 10:20" in baby.words()
    baby.click(f"ladder:{name}")
    assert baby.place == LADDER
    agree(baby, "Sam Placeholder takes it after all")
    baby.forward()
    assert "Not agreed" not in baby.words()
    assert "Done 10:20" in baby.words()
    assert "agreed since then" in baby.words()


def test_a_refused_referral_is_open_wherever_it_is_named(baby: Driver) -> None:
    record_call(baby, referral(baby), "declined", "A. Nother")
    assert baby.state.draft is not None
    told = [event.text for event in shared_chronology(baby.state.draft, baby.now)]
    assert [words for words in told if "Ring children's social care now" in words] == [
        "Not agreed: Ring children's social care now: Declined, A. Nother"
    ]
    baby.forward()
    assert baby.place == CHECK
    assert "10:20 Ring children's social care now" not in baby.words()
    assert "Ring children's social care now. Not agreed 10:20, Pat Sample, Declined, A. Nother. Next: you to" in (
        baby.words()
    )


def test_a_step_of_the_ladder_is_written_with_the_keyboard_and_the_focus_goes_on(baby: Driver) -> None:
    record_call(baby, referral(baby), "declined", "A. Nother")
    assert baby.state.outcome is not None
    first, second = [rung.id for rung in baby.state.outcome.ladder if rung.for_this_hour][:2]
    baby.click(f"ladder:{referral(baby)}")
    baby.click(f"rung.record:{first}")
    assert focused() == "rung.outcome"
    baby.type("Sam Placeholder, still no")
    baby.click("step:do_now")
    baby.click(f"ladder:{referral(baby)}")
    assert focused() == "rung.outcome"
    baby.press(Qt.Key.Key_Return)
    assert baby.state.draft is not None
    assert baby.state.draft.rungs == {first: "Sam Placeholder, still no"}
    assert focused() == f"rung.record:{second}"
    assert "Not agreed" in baby.words()


def test_no_button_of_an_action_lies_over_another_after_the_ladder(baby: Driver) -> None:
    record_refusal(baby, referral(baby), "A. Nother")
    baby.rest()
    record = next(button for button in buttons(baby) if button.objectName().startswith("record:"))
    name = record.objectName().removeprefix("record:")
    declined = baby.shown(f"declined:{name}")
    assert not record.geometry().intersects(declined.geometry())


def buttons(hands: Driver) -> list[QPushButton]:
    return [button for button in hands.window.findChildren(QPushButton) if button.isVisible()]


def test_what_is_overdue_is_said_in_words(baby: Driver) -> None:
    baby.now = baby.now.replace(hour=12)
    baby.window.session.tick()
    assert "Overdue by 1 h" in baby.words()


def test_finish_says_what_is_missing_and_leads_to_it(baby: Driver) -> None:
    baby.forward()
    baby.forward()
    assert baby.place == CHECK
    summary = baby.shown("error_summary")
    assert summary.hasFocus()
    assert "missing" in summary.accessibleName()
    baby.press(Qt.Key.Key_Tab)
    baby.press(Qt.Key.Key_Return)
    assert baby.place == asking("marks")


@pytest.mark.parametrize("field", ["shape", "colour"])
def test_what_is_missing_of_a_mark_leads_to_the_very_detail(baby: Driver, field: str) -> None:
    baby.forward()
    baby.forward()
    wanted = next(one for one in missing_answers(baby.state) if one.field == field)
    baby.click(f"missing:marks:{missing_answers(baby.state).index(wanted)}")
    assert focused() == f"marks.{field}"
    baby.forward()
    assert baby.place == CHECK


def test_what_is_missing_of_a_group_leads_to_its_empty_detail(baby: Driver) -> None:
    baby.forward()
    baby.click("change:child")
    baby.write("child.name", "Fern Example")
    baby.forward()
    baby.forward()
    wanted = next(one for one in missing_answers(baby.state) if one.question == "child")
    baby.click(f"missing:child:{missing_answers(baby.state).index(wanted)}")
    assert focused() == f"child.{wanted.field}"


def test_the_list_of_what_is_missing_still_stands_after_one_thing_was_put_in(baby: Driver) -> None:
    baby.forward()
    baby.forward()
    place = [one.question for one in missing_answers(baby.state)].index("child")
    baby.click(f"missing:child:{place}")
    baby.write(focused(), "Fern Example")
    before = len(missing_answers(baby.state))
    baby.forward()
    assert baby.place == CHECK
    left = [widget for widget in baby.window.findChildren(Link) if widget.objectName().startswith("missing:")]
    assert len([widget for widget in left if widget.isVisible()]) == before


def test_where_one_thing_is_put_right_no_pages_are_said_to_be_left(hands: Driver) -> None:
    hands.click("start")
    hands.walk(vignette("V36")["case"]["answers"], to_finish=False)
    hands.forward()
    hands.forward()
    place = [one.question for one in missing_answers(hands.state)].index("child")
    hands.click(f"missing:child:{place}")
    assert "The result is ready." not in hands.words()


def test_an_answer_that_lacks_a_detail_is_marked_among_the_answers(baby: Driver) -> None:
    baby.forward()
    marks = [label.text() for label in baby.shown("answer:marks").findChildren(QLabel)]
    assert any(words.startswith("Not complete yet. ") and words != "Not complete yet. " for words in marks), marks
    moves = [label.text() for label in baby.shown("answer:mobility").findChildren(QLabel)]
    assert not any("Not complete yet." in words for words in moves)


def test_an_immediate_referral_can_be_finished_early_and_the_record_shown(baby: Driver, tmp_path: Path) -> None:
    pdf = baby.finish(early=True)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert pdf.stat().st_mode & 0o077 == 0
    baby.click("open_pdf")
    baby.click("show_in_folder")
    assert baby.desktop.opened == [pdf, pdf.parent]
    baby.desktop.save_at = tmp_path / "copy.pdf"
    baby.click("save_copy")
    assert (tmp_path / "copy.pdf").read_bytes() == pdf.read_bytes()


def test_a_second_record_never_overwrites_the_first(baby: Driver) -> None:
    first = baby.finish(early=True)
    _do_something_later(baby)
    baby.click("finish_early")
    assert baby.place == FINISHED
    assert baby.state.ui.pdf != str(first)
    assert first.exists()


def _do_something_later(hands: Driver) -> None:
    """Something that belongs into a new record; ends at "check and finish"."""
    hands.now += timedelta(minutes=5)
    hands.click("step:do_now")
    hands.click(f"record:{referral(hands)}")
    hands.click("form.referral_outcome=accepted")
    hands.write("form.who", "A. Nother")
    hands.click("form.save")
    hands.forward()
    assert hands.place == CHECK


def test_a_record_that_was_made_is_not_made_again_while_nothing_was_changed(baby: Driver) -> None:
    first = baby.finish(early=True)
    baby.now += timedelta(minutes=5)
    baby.click("step:check")
    assert baby.place == CHECK
    words = baby.words()
    assert "The record was made at 10:20. Nothing was changed since." in words
    assert "missing" not in words
    assert "Not answered yet" not in words
    assert baby.find("finish_early") is None
    baby.forward()
    assert baby.place == FINISHED
    assert list(first.parent.iterdir()) == [first]
    assert "was made on 23-Nov-2026 at 10:20" in baby.words()


def test_a_record_that_was_changed_after_it_was_made_is_made_anew(baby: Driver) -> None:
    first = baby.finish(early=True)
    _do_something_later(baby)
    words = baby.words()
    assert "The record was made at 10:20. Something was changed or done after that, and is not in it." in words
    assert "Finish early and make a new record" in words
    baby.click("finish_early")
    assert baby.place == FINISHED
    assert len(list(first.parent.iterdir())) == 2


def test_a_record_whose_file_is_gone_is_made_again_although_nothing_was_changed(baby: Driver) -> None:
    first = baby.finish(early=True)
    baby.click("step:check")
    first.unlink()
    baby.forward()
    assert baby.place == CHECK
    assert "This program does not find its file." in baby.words()
    baby.click("finish_early")
    assert baby.place == FINISHED
    assert first.exists()


def test_leaving_keeps_the_draft_and_removing_asks_first(baby: Driver) -> None:
    baby.click("leave")
    assert baby.place == HOME
    assert "Immediate referral" in baby.words()
    baby.click("remove:R-T001")
    assert baby.find("open:R-T001") is not None
    baby.click("remove:R-T001")
    assert baby.find("open:R-T001") is None


def test_an_unborn_baby_ends_with_a_number_to_ring(hands: Driver) -> None:
    hands.click("start")
    for name in ("emergency_signs=none", "immediate_danger=no", "safe_now=yes"):
        hands.click(name)
        hands.forward()
    hands.click("unborn=yes")
    hands.forward()
    assert hands.place == DO_NOW
    assert "The baby is not born yet" in hands.words()
    assert hands.shown("contact.number").text() == "0300 303 0440"  # type: ignore[attr-defined]
    hands.click("step:child")
    hands.click("unborn=no")
    assert hands.shown("dob.day").isVisible()


def test_no_mark_ends_with_the_general_route(hands: Driver) -> None:
    hands.click("start")
    answers = {**vignette("V01")["case"]["answers"], "marks": []}
    hands.walk(answers, to_finish=False)
    assert hands.state.outcome is not None
    assert hands.state.outcome.reason == "no_mark"
    assert "No mark was seen or told of" in hands.words()
    assert hands.shown("contact.number").isVisible()


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


def test_what_is_to_be_done_at_once_stays_now_and_is_never_called_late(hands: Driver) -> None:
    hands.click("start")
    hands.now += timedelta(minutes=4)
    hands.walk_to("safe_now", {"emergency_signs": ["fit"], "immediate_danger": "no"})
    hands.click("step:do_now")
    row = hands.shown("action:A-999")
    assert "Ring 999 and ask for an ambulance. Now, at once" in row.accessibleName()
    assert "Overdue" not in hands.words()


def test_the_time_from_which_all_is_counted_is_changed_where_it_is_named(baby: Driver) -> None:
    baby.click("clock.change")
    assert baby.place == asking("emergency_signs")
    assert focused().startswith("seen_at")
    baby.forward()
    assert baby.place == DO_NOW
