"""What the window says is true where it stands, and nothing moves while one writes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel

from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.do_now import DoNowPage
from bruiseaid.app.screens.state import CHECK, asked_at, asking
from bruiseaid.app.tokens import LIGHT
from tests.app.test_practice import practised
from tests.journeys.driver import KNOWN, Driver
from tests.journeys.test_vignettes import vignette


def answers_of(name: str) -> dict[str, object]:
    return dict(vignette(name)["case"]["answers"])


def test_nothing_moves_down_when_the_age_is_told_below_the_date(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("dob", answers_of("V28"))
    switches = [one for one in hands.window.findChildren(QAbstractButton) if one.isVisible()]
    before = {one.objectName(): one.mapTo(hands.window, QPoint()) for one in switches if one.objectName()}
    for part, text in (("day", "25"), ("month", "8"), ("year", "2026")):
        hands.write(f"dob.{part}", text)
    assert "That makes the child 2 months old." in hands.words()
    assert {one.objectName(): one.mapTo(hands.window, QPoint()) for one in switches if one.objectName()} == before


def test_leaving_a_made_record_speaks_of_no_draft(hands: Driver) -> None:
    hands.reach_result(answers_of("V01"))
    assert hands.window.session.screen().leave == "Leave and keep draft"
    hands.finish(early=True)
    assert hands.window.session.screen().leave == "Leave, the record is kept"


def test_only_one_button_makes_the_record(hands: Driver) -> None:
    hands.reach_result(answers_of("V01"))
    hands.walk_after(to_finish=False)
    making = [words for words in hands.words().splitlines() if words.endswith("make the record")]
    assert making == ["Finish early and make the record"]
    hands.forward()
    making = [words for words in hands.words().splitlines() if words.endswith("make the record")]
    assert making == ["Finish early and make the record"]


@pytest.mark.parametrize("early", [True, False])
def test_what_making_the_record_does_is_said_once_and_right_above_the_button(hands: Driver, early: bool) -> None:
    hands.reach_result(answers_of("V01"), to_finish=not early)
    hands.walk_after(to_finish=not early)
    (said,) = [one for one in hands.window.findChildren(QLabel) if one.isVisible() and "seals it" in one.text()]
    button = hands.shown("finish_early" if early else "forward")
    between = button.mapTo(hands.window, QPoint()).y() - said.mapTo(hands.window, QPoint(0, said.height())).y()
    assert 0 <= between < 20


def test_nothing_is_said_of_a_seal_in_practice(hands: Driver) -> None:
    practised(hands)
    hands.window.session.go_to(CHECK)
    assert "seals it" not in hands.words()


def test_each_part_of_an_answer_stands_on_a_line_of_its_own_with_what_it_is(hands: Driver) -> None:
    hands.reach_result({**answers_of("V01"), "emergency_signs": ["none"]}, to_finish=True)
    hands.window.session.go_to(asking("child_words"))
    hands.write("child_words.words", "Mummy; hot")
    hands.write("child_words.wishes", "To go home")
    hands.window.session.go_to(CHECK)
    assert _lines(hands, "child_words")[1:4] == [
        "The child's exact words: Mummy; hot",
        "Did you see the child alone? Yes",
        "How the child was: Example words",
    ]
    assert _lines(hands, "marks")[1] == "Mark 1: Cheek, fleshy part: child's left"
    assert _lines(hands, "practitioner")[1] == "Name: Pat Sample"


def test_each_of_several_ticks_stands_on_a_line_of_its_own(hands: Driver) -> None:
    hands.reach_result({**answers_of("V01"), "emergency_signs": ["fit", "pale_floppy"]})
    hands.window.session.go_to(CHECK)
    options = {one.id: one.short or one.label for one in hands.question("emergency_signs").options}
    assert _lines(hands, "emergency_signs")[1:3] == [options["fit"], options["pale_floppy"]]


def _lines(hands: Driver, question: str) -> list[str]:
    return [text.text() for text in hands.shown(f"answer:{question}").findChildren(Text)]


def test_the_own_lead_stands_beside_talking_it_over(hands: Driver) -> None:
    hands.reach_result(answers_of("V36"))
    page = hands.window.session.screen().page
    assert isinstance(page, DoNowPage)
    (talk,) = [row for row in page.rows if row.id == "A-DISCUSS-4H"]
    assert talk.number.startswith(f"Your safeguarding lead: {KNOWN.lead}")


def test_what_to_have_ready_says_how_the_child_moves_once_it_is_known(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("mobility", answers_of("V28"))
    before = hands.window.session.screen().strip
    assert before is not None
    assert "moves" not in before.facts
    hands.click("mobility=not_rolling")
    after = hands.window.session.screen().strip
    assert after is not None
    assert after.facts == "Have ready: 2 months old; how the child moves: does not roll; bruise, forehead: middle."


def test_what_is_due_at_once_is_not_due_by_now(hands: Driver) -> None:
    hands.reach_result(answers_of("V28"))
    hands.finish(early=True)
    assert "Ring 999 and ask for police, now" in hands.words()
    assert "by Now" not in hands.words()


def test_an_answer_on_the_check_page_begins_level_with_its_label(hands: Driver) -> None:
    hands.window.look.become(LIGHT, 2.0)
    hands.reach_result(answers_of("V36"))
    hands.walk_after(to_finish=False)
    label, words, *_ = hands.shown("answer:community").findChildren(Text)
    tops = {one.mapTo(hands.window, QPoint()).y() for one in (label, words)}
    hands.window.look.become(LIGHT, 1.0)
    assert len(tops) == 1
    assert label.height() > words.height()


def test_no_level_is_called_impossible_while_a_question_not_yet_answered_can_lead_to_it(hands: Driver) -> None:
    """A mark on a baby's head is B, until a bleeding disorder is told of on a later page: then it is A."""
    hands.click("start")
    hands.walk_to("medical_history", answers_of("V28") | {"cooperation": "cooperating"})
    panel = hands.window.session.screen().panel
    assert panel is not None
    assert panel.certain.head == "At least B"
    assert [level.letter for level in panel.possible if level.possible] == ["A", "B"]
    assert "No other level can be the result" not in hands.words()
    assert "Crossed out: can no longer be the result." in hands.words()
    hands.click("medical_history=known_bleeding_disorder")
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == "A"
    assert "At least A" not in hands.words()
    assert "Level A" in hands.words()


def test_a_level_is_called_the_level_once_no_answer_can_lead_higher(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("medical_history", answers_of("V28") | {"cooperation": "cooperating"})
    hands.click("medical_history=none")
    panel = hands.window.session.screen().panel
    assert panel is not None
    assert panel.certain.head == "Level B"
    assert [level.letter for level in panel.possible if level.possible] == ["B"]


def test_the_highest_level_is_never_the_least_of_several(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=fit")
    panel = hands.window.session.screen().panel
    assert panel is not None
    assert panel.certain.head == "Level A"


@pytest.mark.parametrize("name", ["V01", "V15"])
def test_no_answer_leads_higher_than_what_is_still_called_possible(hands: Driver, name: str) -> None:
    """Each answer that is given next, need be or not, leads to a level that was not crossed out before."""
    hands.click("start")
    answers = answers_of(name) | {"medical_history": ["known_bleeding_disorder"]}
    possible: set[str] = set()
    while asked_at(hands.place):
        panel = hands.window.session.screen().panel
        assert panel is not None
        if panel.possible:
            possible = {level.letter for level in panel.possible if level.possible}
        hands.walk_on(answers)
        outcome = hands.state.outcome
        if outcome is not None and outcome.level is not None and possible:
            assert outcome.level in possible, hands.place
