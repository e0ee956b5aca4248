"""What confused somebody who had never seen the window: each stays put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from bruiseaid.app.parts.in_sight import areas_around
from bruiseaid.app.screens.state import CHECK, DO_NOW, asked_at
from bruiseaid.app.tokens import LIGHT
from tests.journeys.doing import top
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

SETTLED_MS = 80


@pytest.fixture
def at_marks(hands: Driver) -> Driver:
    """The story of the baby, up to the page of the marks."""
    answers = vignette("V01")["case"]["answers"]
    hands.click("start")
    while asked_at(hands.place) != "marks":
        name = asked_at(hands.place)
        hands.answer(hands.question(name), answers[name], to_finish=False)
        hands.forward()
    return hands


@pytest.fixture
def to_ring(at_marks: Driver) -> Driver:
    """The same, with the mark; the strip is open."""
    mark = vignette("V01")["case"]["answers"]["marks"][0]
    at_marks.pick(mark["region"], mark["side"])
    at_marks.click("marks.kind=bruise")
    at_marks.click("marks.doc_status=not_documented")
    at_marks.click("act_now")
    return at_marks


def calls(hands: Driver) -> tuple[dict[str, str], ...]:
    """The list of calls of the open record."""
    assert hands.state.draft is not None
    return tuple(dict(entry) for entry in hands.state.draft.case.answers.get("people_spoken_to", ()))  # type: ignore[arg-type]


def test_a_place_taken_from_the_list_with_the_keys_is_added_once(at_marks: Driver) -> None:
    box = at_marks.shown("find_place")
    assert isinstance(box, QLineEdit)
    box.setFocus()
    QTest.keyClicks(box, "lower back")
    popup = box.completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QTest.qWait(SETTLED_MS)
    assert at_marks.state.draft is not None
    assert len(at_marks.state.draft.case.answers["marks"]) == 1
    assert box.text() == ""


def test_a_name_that_no_place_has_is_said(at_marks: Driver) -> None:
    box = at_marks.shown("find_place")
    box.setFocus()
    QTest.keyClicks(box, "elbo w")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert at_marks.shown("place_name").accessibleName() == "No place has that in its name"


def list_of_places(hands: Driver, written: str) -> tuple[QLineEdit, QWidget]:
    """The box to find a place with that written in it, and its list."""
    hands.click("find_place")
    box = hands.shown("find_place")
    assert isinstance(box, QLineEdit)
    hands.type(written)
    popup = box.completer().popup()
    assert popup is not None
    return box, popup


def test_with_several_places_the_list_stays_open_after_enter_and_the_down_arrow_chooses(at_marks: Driver) -> None:
    box, popup = list_of_places(at_marks, "forehead")
    QTest.keyClick(popup, Qt.Key.Key_Return)
    at_marks.rest()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QTest.qWait(SETTLED_MS)
    assert at_marks.state.draft is not None
    assert len(at_marks.state.draft.case.answers["marks"]) == 1


def test_the_list_of_places_leaves_back_and_continue_free(at_marks: Driver) -> None:
    _, popup = list_of_places(at_marks, "le")
    assert popup.isVisible()
    for name in ("back", "forward"):
        button = at_marks.shown(name)
        assert not popup.geometry().intersects(QRect(button.mapToGlobal(QPoint(0, 0)), button.size())), name


def test_a_name_that_several_places_share_says_so_and_a_whole_name_is_taken(at_marks: Driver) -> None:
    at_marks.click("find_place")
    at_marks.type("forehead")
    at_marks.press(Qt.Key.Key_Return)
    assert at_marks.shown("place_name").accessibleName() == "3 places fit. Choose with the down arrow"
    at_marks.type(": middle")
    at_marks.press(Qt.Key.Key_Return)
    assert "Forehead: middle" in at_marks.words()


def test_the_strip_says_whom_to_ring_and_then_where_to_write_down_who_answered(to_ring: Driver) -> None:
    assert "Ring children's social care now" in to_ring.words()
    to_ring.click("strip.rung")
    assert "Rung at 10:20" in to_ring.words()
    assert "Ring children's social care now" not in to_ring.words()
    to_ring.click("strip.write")
    assert to_ring.place == DO_NOW
    assert to_ring.find("form.who") is not None


def test_what_to_say_is_read_without_scrolling_before_and_after_the_call(to_ring: Driver) -> None:
    to_ring.forward()
    to_ring.click("mobility=not_rolling")
    to_ring.forward()
    to_ring.click("act_now")
    (area,) = areas_around(to_ring.shown("strip.copy"))
    assert area.verticalScrollBar().maximum() == 0
    to_ring.click("strip.rung")
    assert area.verticalScrollBar().maximum() == 0


def test_a_call_of_which_only_the_time_was_known_stays_one_call(to_ring: Driver) -> None:
    to_ring.click("strip.rung")
    to_ring.click("strip.write")
    to_ring.click("form.referral_outcome=accepted")
    to_ring.write("form.who", "A. Nother, screening officer")
    to_ring.click("form.save")
    assert [call["who"] for call in calls(to_ring)] == ["A. Nother, screening officer"]
    assert "Done 10:20, Pat Sample, " in to_ring.words()


def test_a_referral_that_was_taken_can_still_be_sent_back(to_ring: Driver) -> None:
    to_ring.click("strip.rung")
    to_ring.click("strip.write")
    to_ring.click("form.referral_outcome=accepted")
    to_ring.write("form.who", "A. Nother")
    to_ring.click("form.save")
    assert to_ring.state.outcome is not None
    rung = next(action.id for action in to_ring.state.outcome.actions if action.referral)
    to_ring.click(f"declined:{rung}")
    to_ring.click("form.referral_outcome=turned_back")
    to_ring.click("form.save")
    assert to_ring.place == "ladder"
    assert len(calls(to_ring)) == 2


def test_a_mark_that_is_done_leaves_the_focus_at_the_mark(at_marks: Driver) -> None:
    at_marks.add_mark(at_marks.question("marks"), vignette("V01")["case"]["answers"]["marks"][0], to_finish=False)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "mark.0.edit"
    assert "In no health record that I read" in at_marks.words()


def test_a_form_opens_where_it_can_be_seen(to_ring: Driver) -> None:
    to_ring.click("strip.rung")
    to_ring.click("strip.write")
    QTest.qWait(SETTLED_MS)
    assert not to_ring.shown("form.who").visibleRegion().isEmpty()


def test_a_step_is_ticked_only_when_nothing_is_missing_in_it(hands: Driver) -> None:
    hands.reach_result(vignette("V01")["case"]["answers"])
    hands.window.session.go_to(CHECK)
    states = {step.id: step.state for step in hands.window.session.screen().rail}
    assert states["emergency"] == "done"
    assert states["marks"] == "todo"
    assert states["do_now"] == "todo"


def test_a_long_page_ends_where_its_words_end(hands: Driver) -> None:
    hands.click("start")
    last = hands.shown("question:emergency_signs")
    area: QWidget | None = last.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    inside = area.widget()
    assert inside is not None
    end = last.mapTo(inside, QPoint(0, last.height())).y()
    assert inside.height() - end < 60


def test_at_twice_the_size_the_number_and_its_buttons_are_within_reach(to_ring: Driver) -> None:
    to_ring.window.look.become(LIGHT, 2.0)
    QApplication.processEvents()
    QTest.qWait(SETTLED_MS)
    assert not to_ring.shown("strip.number").visibleRegion().isEmpty()
    to_ring.click("strip.rung")
    to_ring.click("act_now")
    to_ring.window.session.undo_done("A-CSC-PHONE")
    to_ring.window.session.go_to(DO_NOW)
    QTest.qWait(SETTLED_MS)
    number = to_ring.shown("contact.number")
    assert number.visibleRegion().boundingRect().height() == number.height()


def test_of_a_mark_without_a_name_nothing_is_certain_before_its_description_is_left(at_marks: Driver) -> None:
    at_marks.pick("lower_back", "middle")
    at_marks.click("marks.kind=unclear_mark")
    at_marks.click("marks.doc_status=not_documented")
    assert at_marks.find("act_now") is None
    at_marks.click("marks.opinion=injury_or_probable")
    assert at_marks.find("act_now") is not None
    at_marks.click("marks.opinion.change")
    at_marks.click("marks.opinion=probably_natural")
    assert at_marks.find("act_now") is None


def test_what_was_left_out_of_a_mark_counts_as_the_more_worrying_when_the_page_is_left(at_marks: Driver) -> None:
    at_marks.pick("lower_back", "middle")
    at_marks.click("marks.kind=unclear_mark")
    at_marks.click("marks.doc_status=not_documented")
    at_marks.forward()
    assert at_marks.find("act_now") is not None
    at_marks.window.session.go_to("ask:marks")
    assert at_marks.find("act_now") is None


def test_the_warning_beside_a_step_leads_to_the_answer_that_is_missing(hands: Driver) -> None:
    answers = vignette("V01")["case"]["answers"]
    hands.click("start")
    hands.walk_to("delay", answers)
    hands.click("foot_link")
    hands.window.session.go_to(CHECK)
    account = next(step for step in hands.window.session.screen().rail if step.id == "account")
    assert account.state == "warning"
    hands.click("step:account")
    assert asked_at(hands.place) == "delay"


def test_a_page_that_is_the_first_to_be_shown_has_its_lines_where_they_belong(tmp_path: Path) -> None:
    places = []
    for way in ("start", "open:R-T001"):
        hands = Driver(tmp_path / "data")
        hands.click(way)
        if way == "start":
            hands.walk_to("safe_now", vignette("V01")["case"]["answers"])
        places.append([top(hands, name) for name in ("title", "safe_now=yes", "seen_at.change")])
        hands.click("leave")
    assert places[0] == places[1]
