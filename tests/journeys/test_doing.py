"""After the questions: calls, refusals, the end of the road, and the ways out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bruiseaid.app.parts.link import Link
from bruiseaid.app.screens.do_now import DoNowPage
from bruiseaid.app.screens.missing import missing_answers
from bruiseaid.app.screens.state import CHECK, DO_NOW, FINISHED, HOME, asking
from tests.journeys.doing import focused, referral, top
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def test_the_number_to_ring_is_social_cares_and_not_the_one_to_ask_about_swabs(hands: Driver) -> None:
    hands.reach_result({**vignette("V01")["case"]["answers"], "features": ["bite_not_young_child"]})
    assert hands.place == DO_NOW
    assert hands.state.outcome is not None
    numbers = [action.contact.first.phone for action in hands.state.outcome.actions if action.contact is not None]
    assert numbers[0] == "101"
    page = hands.window.session.screen().page
    assert isinstance(page, DoNowPage)
    assert page.phone is not None
    assert page.phone_head == "Ring children's social care now"
    assert page.phone.phone != "101"


def test_a_record_that_is_made_before_the_call_shows_the_number_first(baby: Driver) -> None:
    baby.finish(early=True)
    assert "Ring children's social care now" in baby.words()
    assert "If anything changes, ring" not in baby.words()
    assert top(baby, "finished.number") < top(baby, "open_pdf")


def test_an_age_is_called_an_age_among_the_answers_that_counted(baby: Driver) -> None:
    assert "Age: 4 months" in baby.words()
    assert "Date of birth: 4 months" not in baby.words()


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
    assert baby.place == asking("referral_outcome")
    baby.click("step:check")
    assert baby.state.draft is not None
    assert baby.state.draft.done[name].result == "A. Nother"
    assert "10:20 Ring children's social care now" in baby.words()


def test_what_is_overdue_is_said_in_words(baby: Driver) -> None:
    baby.now = baby.now.replace(hour=12)
    baby.window.session.tick()
    assert "Overdue by 1 h" in baby.words()


def test_finish_says_what_is_missing_and_leads_to_it(baby: Driver) -> None:
    baby.walk_after(to_finish=False)
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
    baby.walk_after(to_finish=False)
    baby.forward()
    wanted = next(one for one in missing_answers(baby.state) if one.field == field)
    baby.click(f"missing:marks:{missing_answers(baby.state).index(wanted)}")
    assert focused() == f"marks.{field}"
    baby.forward()
    assert baby.place == CHECK


def test_what_is_missing_of_a_group_leads_to_its_empty_detail(baby: Driver) -> None:
    baby.walk_after(to_finish=False)
    baby.click("change:child")
    baby.write("child.name", "Fern Example")
    baby.forward()
    baby.forward()
    wanted = next(one for one in missing_answers(baby.state) if one.question == "child")
    baby.click(f"missing:child:{missing_answers(baby.state).index(wanted)}")
    assert focused() == f"child.{wanted.field}"


def test_the_list_of_what_is_missing_still_stands_after_one_thing_was_put_in(baby: Driver) -> None:
    baby.walk_after(to_finish=False)
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
    hands.reach_result(vignette("V36")["case"]["answers"])
    hands.walk_after(to_finish=False)
    hands.forward()
    place = [one.question for one in missing_answers(hands.state)].index("child")
    hands.click(f"missing:child:{place}")
    assert "The result is ready." not in hands.words()


def test_an_answer_that_lacks_a_detail_is_marked_among_the_answers(baby: Driver) -> None:
    baby.walk_after(to_finish=False)
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
    hands.walk_after(to_finish=False)


def test_a_record_that_was_made_is_not_made_again_while_nothing_was_changed(baby: Driver) -> None:
    first = baby.finish(early=True)
    baby.now += timedelta(minutes=5)
    baby.click("step:check")
    assert baby.place == CHECK
    words = baby.words()
    assert "The record was made at 10:20. Nothing was changed since." in words
    assert "You can still change an answer: that makes version 2, and this one stays as it is." in words
    assert "Change (makes version 2)" in words
    assert "Needs an answer" not in words
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
    assert baby.place == asking("safe_now")
    assert focused().startswith("seen_at")
    baby.forward()
    assert baby.place == DO_NOW
