"""A tired person gets to what to do now without needless steps, and no safety question is passed over on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bruiseaid.app.screens.state import CHECK, DO_NOW, asked_at, asking
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

OLDER = {"V36": 57, "V08": 71}
"""Stories of children who move about, with the most interactions from Start to the result: in V08 four marks; in V36
one more to read what is to be looked at again."""


def to_result(hands: Driver, answers: dict[str, object]) -> None:
    """Answers what is given until the result is ready."""
    while hands.find("to_result") is None:
        assert asked_at(hands.place)
        hands.walk_on(answers)


@pytest.mark.parametrize(("name", "most"), OLDER.items())
def test_when_only_the_record_is_left_the_result_is_offered_and_is_the_same_as_at_the_end(
    hands: Driver, name: str, most: int
) -> None:
    story = vignette(name)
    hands.click("start")
    to_result(hands, story["case"]["answers"])
    assert "The result is ready. " in hands.words()
    assert hands.interactions <= most
    hands.click("to_result")
    assert hands.place == DO_NOW
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == story["expect"]["level"]


def test_back_from_the_result_leads_to_the_question_one_came_from(hands: Driver) -> None:
    hands.click("start")
    to_result(hands, vignette("V36")["case"]["answers"])
    before = hands.place
    hands.click("to_result")
    hands.click("back")
    assert hands.place == before
    hands.click("step:do_now")
    hands.click("back")
    assert hands.place == before


def test_the_result_is_never_offered_before_the_own_worry_was_asked(hands: Driver) -> None:
    answers = vignette("V36")["case"]["answers"]
    hands.click("start")
    seen = []
    while asked_at(hands.place) != "own_worry":
        assert hands.find("to_result") is None
        for name in hands._on_page():
            if name in answers and name not in hands._standing():
                hands.answer(hands.question(name), answers[name], to_finish=False)
        seen.append(hands.place)
        hands.forward()
    assert hands.find("to_result") is None
    waiting = "You see the result after the last question that bears on it"
    assert waiting in hands.words()
    hands.click("back")
    assert waiting in hands.words()
    hands.forward()
    hands.forward()
    assert hands.find("to_result") is not None


def test_it_says_how_far_one_is(hands: Driver) -> None:
    hands.click("start")
    assert hands.window.session.screen().foot.progress.startswith("Question 1 of ")  # type: ignore[union-attr]
    hands.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    hands.forward()
    assert "Question 2 of 30" in hands.words()
    hands.walk_to("exhibits", vignette("V36")["case"]["answers"])
    assert "For the record: 1 of 3" in hands.words()


def test_it_says_what_comes_after_the_last_question(hands: Driver) -> None:
    hands.click("start")
    told = []
    while asked_at(hands.place):
        foot = hands.window.session.screen().foot
        assert foot is not None
        if foot.then:
            told.append(f"{foot.progress}{foot.then}")
            assert told[-1] in hands.words()
        hands.click("foot_link" if hands.find("foot_link") is not None else "forward")
    assert told == ["Question 30 of 30, then 3 for the record", "For the record: 3 of 3, then what to do"]
    hands.forward()
    while asked_at(hands.place):
        foot = hands.window.session.screen().foot
        assert foot is not None
        told.append(f"{foot.progress}{foot.then}")
        assert told[-1] in hands.words()
        hands.click("foot_link")
    assert told[2:] == [
        "What came of it: 1 of 4",
        "What came of it: 2 of 4",
        "What came of it: 3 of 4",
        "What came of it: 4 of 4, then check and finish",
    ]
    assert hands.place == CHECK


def test_enter_chooses_and_enter_again_goes_on(hands: Driver) -> None:
    hands.click("start")
    first = hands.place
    hands.press(Qt.Key.Key_Return)
    assert hands.place == first
    assert hands.state.draft is not None
    assert "emergency_signs" not in hands.state.draft.case.answers
    hands.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert hands.state.draft.case.answers["emergency_signs"] == ("none",)
    hands.press(Qt.Key.Key_Return)
    assert hands.place == asking("immediate_danger")
    hands.press(Qt.Key.Key_Return)
    assert hands.place == asking("immediate_danger")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    assert hands.place == asking("immediate_danger")
    assert hands.state.draft.case.answers["immediate_danger"] == "no"
    hands.press(Qt.Key.Key_Return)
    assert hands.place == asking("safe_now")


def test_pressing_enter_again_and_again_answers_nothing(hands: Driver) -> None:
    answers = vignette("V19")["case"]["answers"]
    hands.click("start")
    for question in ("emergency_signs", "same_day_review"):
        hands.walk_to(question, answers)
        assert hands.place == asking(question)
        for _ in range(4):
            hands.press(Qt.Key.Key_Return)
        assert hands.place == asking(question)
        assert hands.state.draft is not None
        assert question not in hands.state.draft.case.answers
        assert hands.state.ui.errors[question]


@pytest.mark.parametrize("question", ["safe_now", "medical_history"])
def test_enter_passes_no_question_by_that_may_stay_blank(hands: Driver, question: str) -> None:
    """It says how to leave it blank; Control and Enter then does."""
    hands.click("start")
    hands.walk_to(question, vignette("V19")["case"]["answers"])
    assert "or press Ctrl + Enter" in hands.words()
    for _ in range(4):
        hands.press(Qt.Key.Key_Return)
    assert hands.place == asking(question)
    assert "Choose an answer with Space, or press Ctrl + Enter to leave it blank." in hands.words()
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hands.place != asking(question)


def test_enter_chooses_an_answer_gone_to_and_then_goes_on_also_where_it_may_stay_blank(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("medical_history", vignette("V19")["case"]["answers"])
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)
    assert hands.state.draft is not None
    assert len(hands.state.draft.case.answers["medical_history"]) == 1
    assert hands.place == asking("medical_history")
    assert "or press Enter" in hands.words()
    hands.press(Qt.Key.Key_Return)
    assert hands.place != asking("medical_history")


def test_space_chooses_the_answer_that_enter_led_to(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("same_day_review", vignette("V19")["case"]["answers"])
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Space)
    assert hands.state.draft is not None
    assert hands.state.draft.case.answers["same_day_review"] == "yes"


def test_enter_goes_on_from_a_date(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("dob", vignette("V36")["case"]["answers"])
    for part, text in (("day", "23"), ("month", "11"), ("year", "2024")):
        hands.write(f"dob.{part}", text)
    hands.shown("dob.year").setFocus()
    hands.press(Qt.Key.Key_Return)
    assert asked_at(hands.place) != "dob"


def test_enter_leaves_no_page_where_several_things_are_filled_in(hands: Driver) -> None:
    hands.click("start")
    hands.window.session.go_to(asking("parents_informed"))
    hands.click("parents_informed.told=yes")
    hands.press(Qt.Key.Key_Return)
    assert hands.place == asking("parents_informed")


def test_the_key_for_none_clears_no_tick_and_answers_nothing_that_must_be_read_first(hands: Driver) -> None:
    answers = vignette("V36")["case"]["answers"]
    hands.click("start")
    hands.click("emergency_signs=fit")
    hands.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert hands.state.draft is not None
    assert hands.state.draft.case.answers["emergency_signs"] == ("fit",)
    hands.click("emergency_signs=fit")
    hands.walk_to("context", answers)
    hands.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert "context" not in hands.state.draft.case.answers


def test_what_the_settings_say_of_the_role_is_not_asked_again_but_confirmed_and_can_be_changed(hands: Driver) -> None:
    answers = {key: value for key, value in vignette("V19")["case"]["answers"].items() if key != "practitioner_group"}
    hands.click("start")
    seen = []
    while asked_at(hands.place):
        seen.append(asked_at(hands.place))
        for name in hands._on_page():
            if name in answers and name not in hands._standing():
                hands.answer(hands.question(name), answers[name], to_finish=False)
        before = hands.place
        hands.forward()
        if hands.place == before:
            hands.click("foot_link")
    assert "practitioner_group" not in seen
    assert "same_day_review" in seen
    assert "Your role: Registered health practitioner." in hands.words()
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == "C"
    hands.click("contact.role")
    hands.click("practitioner_group=social_care")
    hands.forward()
    assert hands.place == DO_NOW
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == "B"


def test_an_answer_put_right_from_the_check_page_leads_back_there(hands: Driver) -> None:
    hands.reach_result(vignette("V36")["case"]["answers"])
    hands.walk_after(to_finish=False)
    hands.click("change:delay")
    hands.click("delay=yes")
    hands.click("forward")
    assert hands.place == CHECK
    hands.click("change:delay")
    hands.click("back")
    assert hands.place == CHECK


def test_what_is_asked_first_is_whether_it_is_an_emergency_and_the_clock_is_seen_unscrolled_soon_after(
    hands: Driver,
) -> None:
    hands.window.resize(1280, 720)
    hands.click("start")
    assert hands.place == asking("emergency_signs")
    assert hands.find("question:seen_at") is None
    hands.walk_to("safe_now", {"emergency_signs": ("none",), "immediate_danger": "no"})
    clock = hands.shown("seen_at.change")
    assert clock.visibleRegion().boundingRect().height() == clock.height()
