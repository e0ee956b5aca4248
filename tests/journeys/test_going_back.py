"""Any answer can be changed without fear: what still applies is kept, what does not is set aside and comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bruiseaid.app.screens.state import CHECK, CLOSING, DECISION, DO_NOW, FINISHED, asking
from bruiseaid.record.chronology import shared_chronology
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def to_check(hands: Driver, name: str) -> None:
    hands.reach_result(vignette(name)["case"]["answers"], to_finish=True)
    hands.walk_after()


def test_an_answer_changed_from_the_check_page_moves_the_level_and_is_noted(hands: Driver) -> None:
    to_check(hands, "V36")
    before = hands.state.outcome
    hands.click("change:cooperation")
    assert hands.place == asking("cooperation")
    hands.click("cooperation=removing_child")
    hands.click("step:check")
    after = hands.state.outcome
    assert before is not None
    assert after is not None
    assert (before.level, after.level) == ("C", "A")
    assert "The level went from C to A." in hands.words()


@pytest.mark.parametrize(("question", "box"), [("seen_at", "seen_at.day"), ("weeks_early", "weeks_early")])
def test_change_leads_to_an_answer_that_shares_its_page_with_another(hands: Driver, question: str, box: str) -> None:
    hands.reach_result({**vignette("V01")["case"]["answers"], "weeks_early": "3"})
    hands.walk_after(to_finish=False)
    hands.window.resize(900, 560)
    hands.click(f"change:{question}")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == box
    assert focus.visibleRegion().boundingRect().height() == focus.height()
    hands.click("back")
    assert hands.place == CHECK


def test_an_answer_that_no_longer_applies_is_set_aside_and_comes_back(hands: Driver) -> None:
    to_check(hands, "V19")
    assert hands.state.draft is not None
    assert hands.state.journey is not None
    assert "same_day_review" in hands.state.journey.asked
    hands.click("change:marks")
    hands.click("mark.0.edit")
    hands.click("marks.kind.change")
    hands.click("marks.kind=bruise")
    hands.click("step:check")
    assert "same_day_review" in hands.state.journey.set_aside
    ask = hands.question("same_day_review").ask
    assert f"Set aside: “{ask}”" in hands.words()
    hands.click("change:marks")
    hands.click("mark.0.edit")
    hands.click("marks.kind.change")
    hands.click("marks.kind=unclear_mark")
    hands.click("marks.opinion=probably_natural")
    hands.click("step:check")
    assert hands.state.journey.set_aside == ()
    assert hands.state.draft.case.answers["same_day_review"] == "yes"
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == "C"


def noted(hands: Driver) -> list[str]:
    """What the record will tell of changed answers."""
    assert hands.state.draft is not None
    events = shared_chronology(hands.state.draft, hands.now)
    return [event.text for event in events if event.text.startswith("An answer was changed")]


def test_a_level_moved_from_inside_a_mark_is_in_the_record(hands: Driver) -> None:
    to_check(hands, "V19")
    hands.click("change:marks")
    hands.click("mark.0.edit")
    hands.click("marks.kind.change")
    hands.click("marks.kind=bruise")
    hands.click("marks.kind.change")
    hands.click("marks.kind=unclear_mark")
    hands.click("marks.opinion=probably_natural")
    assert noted(hands) == [
        "An answer was changed (Marks). Before: Mark 1, Lower back. What it looks like: A mark I cannot name; "
        "What you think it is: Natural. After: Mark 1, Lower back. What it looks like: Bruise; "
        "What you think it is: not answered. Level before: C. Level after: B.",
        "An answer was changed (Marks). Before: Mark 1, Lower back. What it looks like: Bruise. "
        "After: Mark 1, Lower back. What it looks like: A mark I cannot name.",
        "An answer was changed (Marks). Before: Mark 1, Lower back. What you think it is: not answered. "
        "After: Mark 1, Lower back. What you think it is: Natural. Level before: B. Level after: C.",
    ]


def test_a_level_moved_while_the_marks_are_first_described_is_in_the_record(hands: Driver) -> None:
    """The number was in front already."""
    hands.click("start")
    hands.walk_to("marks", vignette("V19")["case"]["answers"])
    hands.pick("lower_back", "middle")
    hands.click("marks.kind=bruise")
    hands.click("marks.doc_status=not_documented")
    assert noted(hands) == []
    assert hands.state.found is not None
    before = hands.state.found.level
    hands.click("marks.kind.change")
    hands.click("marks.kind=unclear_mark")
    assert before != hands.state.found.level
    assert f"Level before: {before}." in "".join(noted(hands))


def test_a_mark_taken_away_is_in_the_record(hands: Driver) -> None:
    to_check(hands, "V19")
    hands.click("change:marks")
    hands.click("mark.0.remove")
    hands.click("mark.0.remove")
    assert "Before: 1: Lower back. After: not answered. Level before: C. Level after: none." in "".join(noted(hands))


def test_a_date_of_birth_that_is_written_slowly_is_changed_once(hands: Driver) -> None:
    """While half of it stands there is no date, and no level."""
    to_check(hands, "V36")
    hands.click("change:dob")
    hands.write("dob.year", "20")
    hands.write("dob.year", "2025")
    assert noted(hands) == ["An answer was changed (Date of birth). Before: 23-Nov-2024. After: 23-Nov-2025."]


def empty(hands: Driver, box: str) -> None:
    hands.shown(box).setFocus()
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_Tab)


def test_an_answer_emptied_and_typed_anew_is_told_though_the_level_stays(hands: Driver) -> None:
    hands.reach_result({**vignette("V01")["case"]["answers"], "weeks_early": "3"})
    hands.click("step:check")
    hands.click("change:weeks_early")
    empty(hands, "weeks_early")
    (emptied,) = noted(hands)
    assert emptied.endswith("Before: 3. After: not answered.")
    hands.write("weeks_early", "3")
    assert noted(hands) == []
    empty(hands, "weeks_early")
    hands.write("weeks_early", "5")
    (typed,) = noted(hands)
    assert typed.endswith("Before: 3. After: 5.")


def test_ticks_emptied_and_ticked_anew_are_told_though_the_level_stays(hands: Driver) -> None:
    hands.reach_result({**vignette("V01")["case"]["answers"], "context": ["young_parent"]})
    hands.click("step:check")
    hands.click("change:context")
    hands.click("context=young_parent")
    hands.click("context=none")
    (ticked,) = noted(hands)
    assert ticked.endswith("Before: Young parent. After: None, checked.")


def test_an_answer_given_anew_after_it_was_taken_back_is_told_with_what_it_was(hands: Driver) -> None:
    to_check(hands, "V19")
    hands.click("change:emergency_signs")
    hands.click("emergency_signs=none")
    hands.click("emergency_signs=fit")
    (words,) = noted(hands)
    assert "Before: No. After: Fit. Level before: C. Level after: A." in words


def test_an_answer_that_was_taken_back_before_another_was_changed_is_told_as_not_answered(hands: Driver) -> None:
    to_check(hands, "V19")
    for question, option in (
        ("emergency_signs", "none"),
        ("cooperation", "removing_child"),
        ("emergency_signs", "fit"),
    ):
        hands.click(f"change:{question}")
        hands.click(f"{question}={option}")
        hands.click("step:check")
    assert "Before: not answered. The level" in hands.words()
    assert "Before: ." not in hands.words()


def test_an_answer_given_anew_is_noted_also_where_another_was_changed_since_it_was_taken_back(hands: Driver) -> None:
    to_check(hands, "V36")
    hands.click("change:dob")
    empty(hands, "dob.year")
    hands.click("step:check")
    assert "The level was C, and is open now." in hands.words()
    hands.click("change:cooperation")
    hands.click("cooperation=removing_child")
    hands.click("step:check")
    assert "The level was C, then open for a while. It is A now." in hands.words()
    hands.click("change:dob")
    hands.write("dob.year", "2025")
    assert noted(hands)[-1] == "An answer was changed (Date of birth). Before: not answered. After: 23-Nov-2025."


def test_back_goes_page_by_page_and_keeps_every_answer(hands: Driver) -> None:
    hands.click("start")
    first = hands.place
    hands.click("emergency_signs=none")
    hands.forward()
    hands.click("immediate_danger=no")
    hands.forward()
    for _ in range(2):
        hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert hands.place == first
    assert hands.state.draft is not None
    assert hands.state.draft.case.answers["immediate_danger"] == "no"
    hands.forward()
    assert hands.shown("immediate_danger=no").isChecked()  # type: ignore[attr-defined]


CLOSES = "V08"
BACK = (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize(("link", "place"), [("to_decision", DECISION), ("to_closing", CLOSING)])
def test_back_from_a_page_beside_what_to_do_now_leads_there_again(hands: Driver, link: str, place: str) -> None:
    to_check(hands, CLOSES)
    hands.click("step:do_now")
    hands.click(link)
    assert hands.place == place
    hands.press(*BACK)
    assert hands.place == DO_NOW


def test_back_from_the_closing_leads_to_the_check_page_if_one_came_from_there(hands: Driver) -> None:
    to_check(hands, CLOSES)
    hands.forward()
    hands.click("missing:closing:0")
    assert hands.place == CLOSING
    hands.press(*BACK)
    assert hands.place == CHECK
    hands.forward()
    hands.click("missing:closing:0")
    hands.press(Qt.Key.Key_F2)
    hands.press(*BACK)
    assert hands.place == CLOSING
    hands.forward()
    assert hands.place == CHECK


def test_a_decision_can_be_left_without_making_it(hands: Driver) -> None:
    to_check(hands, "V28")
    hands.click("step:do_now")
    hands.click("to_decision")
    hands.click("back")
    assert hands.place == DO_NOW
    assert hands.state.draft is not None
    assert hands.state.draft.decision is None


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_F2])
def test_back_from_help_and_emergency_never_leaves_the_record(hands: Driver, key: Qt.Key) -> None:
    hands.click("start")
    before = hands.place
    hands.press(key)
    hands.press(*BACK)
    assert hands.place == before


def test_back_from_the_finished_record_and_its_papers_goes_one_page(hands: Driver) -> None:
    to_check(hands, "V19")
    hands.click("forward")
    assert hands.place == FINISHED
    hands.click("portal")
    hands.press(*BACK)
    assert hands.place == FINISHED
    hands.press(*BACK)
    assert hands.place == CHECK


@pytest.mark.parametrize(
    ("boxes", "first"),
    [
        (("20", "", ""), "dob.month"),
        (("20", "7", ""), "dob.year"),
        (("", "7", "2026"), "dob.day"),
        (("20", "13", "2026"), "dob.month"),
        (("31", "2", "2026"), "dob.day"),
        (("20", "7", "26"), "dob.year"),
        (("20", "7", "2027"), "dob.year"),
        (("", "", ""), "dob.day"),
    ],
)
def test_the_focus_goes_to_the_first_box_of_a_date_that_is_wrong(
    hands: Driver, boxes: tuple[str, str, str], first: str
) -> None:
    hands.click("start")
    hands.walk_to("dob", vignette("V19")["case"]["answers"])
    for part, text in zip(("day", "month", "year"), boxes, strict=True):
        hands.write(f"dob.{part}", text)
    for _ in range(2):  # as often as Continue is pressed
        hands.forward()
        assert hands.window.focusWidget().objectName() == first
        hands.shown("dob.day").setFocus()


def test_the_focus_goes_to_a_time_that_is_wrong_beside_the_main_question(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("safe_now", vignette("V01")["case"]["answers"])
    hands.click("safe_now=yes")
    hands.click("seen_at.change")
    hands.write("seen_at.time", "25:61")
    hands.forward()
    assert hands.window.focusWidget().objectName() == "seen_at.time"


def test_a_typed_date_that_cannot_be_is_said_plainly_and_lost_nowhere(hands: Driver) -> None:
    hands.click("start")
    for name, option in (("emergency_signs", "none"), ("immediate_danger", "no"), ("safe_now", "yes")):
        hands.click(f"{name}={option}")
        hands.forward()
    hands.write("dob.day", "20")
    hands.write("dob.month", "7")
    hands.write("dob.year", "2027")
    here = hands.place
    hands.forward()
    assert hands.place == here
    assert "is after the day the mark was seen, 23/11/2026. Check both." in hands.words()
    assert hands.shown("dob.year").text() == "2027"  # type: ignore[attr-defined]
    hands.write("dob.year", "2026")
    hands.forward()
    assert hands.place != here
