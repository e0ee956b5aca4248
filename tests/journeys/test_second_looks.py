"""Answers that hardly go together are shown where they stand, and before the record is made; nobody is stopped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from bruiseaid.app.screens.second_looks import LooksView, LookView
from bruiseaid.app.screens.state import CHECK, DO_NOW, FINISHED, asking
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

AWAY = "You said that nobody is in danger right now, and that the child is being taken away."
EARLY = "A call or talk has an earlier time than the one at which you saw or heard of the mark."
SOCIAL_WORKER = "You ticked “None of these” for the family and the past, and said that the child has a social worker."
ANSWERS: Mapping[str, Any] = {**vignette("V01")["case"]["answers"], "immediate_danger": "no"}


def to_cooperation(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("cooperation", ANSWERS)


def where(hands: Driver, name: str) -> QPoint:
    """The place of a widget on the window."""
    return hands.shown(name).mapTo(hands.window, QPoint())


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (900, 560)])
def test_it_comes_below_the_answers_and_moves_none(hands: Driver, width: int, height: int) -> None:
    hands.window.resize(width, height)
    hands.click("start")
    hands.walk_to("allocated_social_worker", {**ANSWERS, "context": ["none"]})
    hands.click("allocated_social_worker=not_known")
    hands.shown("allocated_social_worker=yes").setFocus()
    hands.rest()
    assert hands.find("second_looks") is None
    before = {name: where(hands, f"allocated_social_worker={name}") for name in ("yes", "no", "not_known")}
    hands.click("allocated_social_worker=yes")
    assert SOCIAL_WORKER in hands.words()
    assert {name: where(hands, f"allocated_social_worker={name}") for name in before} == before
    assert where(hands, "second_looks").y() > before["not_known"].y()
    assert SOCIAL_WORKER in hands.window.session.screen().announcement


def test_what_is_urgent_is_said_before_it(hands: Driver) -> None:
    to_cooperation(hands)
    hands.click("cooperation=removing_child")
    said = hands.window.session.screen().announcement
    assert 0 <= said.find("Ring 999") < said.find(AWAY)


def test_of_many_a_screen_reader_says_how_many() -> None:
    look = LookView("one", "Words.", ())
    assert LooksView("Please look again", (look, look)).aloud == "Please look again. Words. Words."
    assert LooksView("Please look again", (look,) * 3).aloud == "Please look again: three things."
    assert LooksView().aloud == ""


def test_it_goes_away_with_the_answer(hands: Driver) -> None:
    to_cooperation(hands)
    hands.click("cooperation=removing_child")
    hands.click("cooperation=cooperating")
    assert hands.find("second_looks") is None
    assert AWAY not in hands.window.session.screen().announcement


def test_it_leads_to_the_other_answer_and_back(hands: Driver) -> None:
    to_cooperation(hands)
    hands.click("cooperation=removing_child")
    hands.click("look:danger_while_taken_away:immediate_danger")
    assert hands.place == asking("immediate_danger")
    assert AWAY in hands.words()
    assert hands.find("look:danger_while_taken_away:immediate_danger") is None
    hands.click("immediate_danger=yes")
    assert AWAY not in hands.words()
    hands.forward()
    assert hands.place == asking("cooperation")
    assert hands.find("second_looks") is None


def test_nothing_is_answered_and_nobody_is_stopped(hands: Driver) -> None:
    to_cooperation(hands)
    hands.click("cooperation=removing_child")
    assert hands.state.draft is not None
    answers = dict(hands.state.draft.case.answers)
    hands.go_on()
    assert hands.place not in (asking("cooperation"), DO_NOW)
    assert dict(hands.state.draft.case.answers) == answers


def test_what_still_holds_is_told_before_the_record_is_made_and_does_not_stop_it(hands: Driver) -> None:
    hands.reach_result({**ANSWERS, "cooperation": "removing_child"}, to_finish=True)
    hands.walk_after()
    assert hands.place == CHECK
    assert AWAY in hands.words()
    assert "Before you finish, please look again" in hands.words()
    assert AWAY in hands.window.session.screen().announcement
    hands.forward()
    assert hands.place == FINISHED
    hands.click("step:check")
    assert hands.place == CHECK
    assert hands.find("second_looks") is None


def test_from_the_check_each_answer_is_reached_and_the_check_again(hands: Driver) -> None:
    hands.reach_result({**ANSWERS, "cooperation": "removing_child"}, to_finish=True)
    hands.walk_after()
    hands.click("look:danger_while_taken_away:cooperation")
    assert hands.place == asking("cooperation")
    hands.click("look:danger_while_taken_away:immediate_danger")
    hands.click("immediate_danger=unsure")
    hands.forward()
    assert hands.place == CHECK
    assert hands.find("second_looks") is None


def test_a_call_before_the_mark_was_seen_leads_to_the_time_from_which_all_is_counted(hands: Driver) -> None:
    hands.reach_result(ANSWERS)
    hands.window.session.go_to(asking("people_spoken_to"))
    hands.click("people_spoken_to.add")
    for part, text in (("day", "23"), ("month", "11"), ("year", "2026"), ("time", "09:50")):
        hands.write(f"people_spoken_to.at.{part}", text)
    hands.click("people_spoken_to.close")
    assert EARLY in hands.words()
    hands.click("look:talk_before_seen:seen_at")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "seen_at.day"
    hands.write("seen_at.time", "09:40")
    assert EARLY not in hands.words()
    hands.forward()
    assert hands.place == asking("people_spoken_to")
    assert hands.find("second_looks") is None


def test_times_inside_one_mark_are_told_under_the_marks(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("marks", ANSWERS)
    hands.answer(hands.question("marks"), ANSWERS["marks"], to_finish=False)
    hands.click("mark.0.edit")
    hands.click("mark.more")
    body = where(hands, "body_map")
    for name, time in (("first_seen_at", "08:00"), ("last_known_clear_at", "09:00")):
        for part, text in (("day", "23"), ("month", "11"), ("year", "2026"), ("time", time)):
            hands.write(f"marks.{name}.{part}", text)
    assert "the last time without it is later than the time when it was first seen" in hands.words()
    assert where(hands, "body_map") == body


def test_what_stands_below_the_sight_is_brought_into_it_once_before_one_goes_on(hands: Driver) -> None:
    hands.window.resize(1280, 720)
    hands.click("start")
    hands.walk_to("context", {**ANSWERS, "disclosure": ["none"]})
    hands.click("context=community_or_family_concern_about_harm")
    assert hands.shown("second_looks").visibleRegion().isEmpty()
    hands.forward()
    assert hands.place == asking("context")
    assert hands.shown("second_looks").visibleRegion().boundingRect().height() >= 64
    hands.forward()
    assert hands.place != asking("context")


def test_a_mark_seen_before_the_child_was_born_is_asked_about(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("presentation", ANSWERS)
    for part, text in (("day", "1"), ("month", "12"), ("year", "2020"), ("time", "09:00")):
        hands.write(f"presentation.first_noticed_at.{part}", text)
    assert "By the times given, the mark was noticed before the child was born." in hands.words()
