"""After one call the next: which number the strip, the page and the ladder show, and what is said and agreed in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from bruiseaid.app.screens.state import DO_NOW, LADDER
from bruiseaid.app.screens.strip import Strip
from tests.journeys.doing import number_at_right, referral
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

BABY = vignette("V01")["case"]["answers"]
IN_DANGER = {**BABY, "emergency_signs": ["none"], "immediate_danger": "yes"}
SOCIAL_CARE = "0300 303 0440"


def strip_of(hands: Driver) -> Strip:
    found = hands.window.session.screen().strip
    assert found is not None
    return found


@pytest.fixture
def danger(hands: Driver) -> Driver:
    """A baby with a bruise, and somebody in danger: 999 comes first. The strip is open."""
    hands.click("start")
    hands.walk_to("cooperation", IN_DANGER)
    if hands.find("strip.number") is None:
        hands.click("act_now")
    return hands


def number(hands: Driver) -> str:
    return hands.shown("strip.number").text()  # type: ignore[attr-defined, no-any-return]


def test_while_999_comes_first_the_number_of_social_care_stands_below(danger: Driver) -> None:
    assert number(danger) == "999"
    then = "Then: ring children's social care now: Rochdale, daytime 0300\u00a0303\u00a00440"
    assert then in danger.words()


def test_after_999_the_strip_goes_on_to_social_care_and_then_to_writing_it_down(danger: Driver) -> None:
    danger.now += timedelta(minutes=2)
    danger.click("strip.rung")
    assert "999 rung at 10:22. Next: ring children's social care now" in danger.words()
    assert number(danger) == SOCIAL_CARE
    assert "I am making an urgent child protection referral" in danger.words()
    danger.now += timedelta(minutes=3)
    danger.click("strip.rung_next")
    assert danger.state.draft is not None
    assert danger.state.draft.done[referral(danger)].at.strftime("%H:%M") == "10:25"
    assert "Rung at 10:25. Go on when you can" in danger.words()
    danger.click("strip.write")
    assert danger.find("form.who") is not None


@pytest.mark.parametrize("again", ["double", "slow", "enter"])
def test_a_second_press_writes_down_no_second_call(danger: Driver, again: str) -> None:
    button = danger.shown("strip.rung")
    place = button.mapTo(danger.window, button.rect().center())
    handle = danger.window.windowHandle()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    if again == "enter":
        button.setFocus()
        danger.press(Qt.Key.Key_Return)
        danger.press(Qt.Key.Key_Return)
    elif again == "slow":
        QTest.mouseClick(handle, left, none, place)
        danger.rest()
        QTest.mouseClick(handle, left, none, place)
    else:
        QTest.mouseDClick(handle, left, none, place)
    danger.rest()
    assert danger.state.draft is not None
    assert referral(danger) not in danger.state.draft.done
    assert len(danger.state.draft.done) == 1


def test_not_to_tell_the_parents_is_seen_before_one_rings(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("context", {**BABY, "cooperation": "not_yet_approached_with_reason"})
    hands.click("act_now")
    heads = [label for label in hands.window.whole.strip.findChildren(QLabel) if "Agree in the call" in label.text()]
    (head,) = [label for label in heads if label.isVisible()]
    assert head.text() == "Agree in the call: do not tell parents or anyone else yet."
    assert head.visibleRegion().boundingRect() == head.rect()
    assert "ask for the plan until the child is seen" in strip_of(hands).ask
    assert "ring children's social care" not in strip_of(hands).ask


def test_nothing_is_agreed_with_999(danger: Driver) -> None:
    assert (strip_of(danger).agree, strip_of(danger).ask) == ("", "")


def test_where_there_is_nothing_to_say_there_are_no_quotation_marks(danger: Driver) -> None:
    view = strip_of(danger)
    danger.window.whole.strip.show_view(replace(view, say="", facts=""))
    assert "“”" not in danger.words()
    assert "Say this" not in danger.words()


def test_whoever_is_not_safe_is_told_what_to_say(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("safe_now", {**BABY, "emergency_signs": ["none"], "immediate_danger": "unsure"})
    if hands.find("strip.number") is None:
        hands.click("act_now")
    assert number(hands) == "999"
    assert "I do not feel safe" in strip_of(hands).say


@pytest.fixture
def taken_away(danger: Driver) -> Driver:
    """999 was rung for danger; then nobody is in danger, and later the child is being taken away."""
    danger.now += timedelta(minutes=1)
    danger.click("strip.rung")
    danger.now += timedelta(minutes=2)
    danger.click("strip.rung_next")
    danger.now += timedelta(minutes=2)
    danger.window.session.answer("immediate_danger", "no")
    danger.now += timedelta(minutes=2)
    danger.click("cooperation=removing_child")
    return danger


OLDER = "Rung at 10:21, before you answered this. Ring again if they do not know it"


def test_a_call_that_is_older_than_the_answers_that_ask_for_it_does_not_stand_as_made(taken_away: Driver) -> None:
    assert OLDER in taken_away.words()
    assert number(taken_away) == "999"
    assert taken_away.shown("strip.rung").text() == "I have rung again"  # type: ignore[attr-defined]
    taken_away.window.session.go_to(DO_NOW)
    assert number_at_right(taken_away) == f"Ring 999 and ask for police. {OLDER}: 999"
    taken_away.click("record:A-POLICE-999")
    assert taken_away.shown("form.who").text() == ""  # type: ignore[attr-defined]
    taken_away.click("form.save")
    assert taken_away.state.draft is not None
    draft = taken_away.state.draft
    assert draft.done["A-POLICE-999"].at.strftime("%H:%M") == "10:27"
    assert [one.at.strftime("%H:%M") for one in draft.earlier["A-POLICE-999"]] == ["10:21"]
    assert OLDER not in taken_away.words()


def test_ringing_again_in_the_strip_is_a_call_of_its_own_and_can_be_taken_back(taken_away: Driver) -> None:
    taken_away.click("strip.rung")
    assert OLDER not in taken_away.words()
    taken_away.window.session.go_to(DO_NOW)
    assert "Done 10:27" in taken_away.words()
    taken_away.click("undo:A-POLICE-999")
    assert taken_away.state.draft is not None
    assert taken_away.state.draft.done["A-POLICE-999"].at.strftime("%H:%M") == "10:21"
    assert OLDER in taken_away.words()


def test_the_page_for_emergencies_offers_to_write_it_down_again(taken_away: Driver) -> None:
    taken_away.press(Qt.Key.Key_F2)
    taken_away.click("emergency.rung:A-POLICE-999")
    taken_away.forward()
    assert OLDER not in taken_away.words()


def test_what_is_added_to_a_mark_after_the_call_makes_the_call_no_older(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("disclosure", BABY)
    hands.click("act_now")
    hands.click("strip.rung")
    hands.now += timedelta(minutes=9)
    mark = BABY["marks"][0]
    hands.window.session.answer("marks", ({**{key: str(value) for key, value in mark.items()}, "colour": "purple"},))
    assert "Rung at 10:20. Go on when you can" in strip_of(hands).words


def refuse(hands: Driver, outcome: str) -> None:
    name = referral(hands)
    hands.click(next(way for way in (f"record:{name}", f"quiet:{name}") if hands.find(way) is not None))
    hands.click(f"form.referral_outcome={outcome}")
    hands.write("form.who", "A. Nother")
    hands.click("form.save")
    assert hands.place == LADDER


def test_the_number_beside_a_refusal_is_that_of_social_care_and_not_999(danger: Driver) -> None:
    danger.click("strip.rung")
    danger.window.session.go_to(DO_NOW)
    refuse(danger, "declined")
    danger.forward()
    assert number_at_right(danger) == f"They did not take it on: ask for the manager: {SOCIAL_CARE}"


def test_the_ladder_shows_the_numbers_and_copies_the_one_for_this_hour(baby: Driver) -> None:
    refuse(baby, "declined")
    assert baby.shown("ladder.number").text() == SOCIAL_CARE  # type: ignore[attr-defined]
    assert "Rochdale, emergency duty team: 0300\u00a0303\u00a08875" in baby.words()
    assert "on the same call" in baby.words()
    assert "Nobody answered?" not in baby.words()
    baby.click("ladder.copy")
    assert baby.desktop.copied == [SOCIAL_CARE]


def test_where_nobody_answered_one_rings_again_first_and_there_was_no_call_to_go_on_in(baby: Driver) -> None:
    refuse(baby, "no_answer")
    again = "Nobody answered? Ring again now, and the other number. If nobody answers there either, go up the ladder."
    assert again in baby.words()
    assert "on the same call" not in baby.words()
    baby.forward()
    assert number_at_right(baby) == f"Nobody answered: ring again now: {SOCIAL_CARE}"
    assert "Ring again now, and the other number" in baby.words()


def test_the_highest_level_is_not_called_the_least(danger: Driver) -> None:
    panel = danger.window.session.screen().panel
    assert panel is not None
    assert (panel.certain.head, panel.certain.name) == ("Level A", "Emergency")


def test_a_number_that_was_not_tested_says_what_to_do_where_there_is_another(danger: Driver) -> None:
    assert strip_of(danger).phone.checked == ""
    danger.click("strip.rung")
    assert strip_of(danger).phone.checked == (
        "This number has not been tested yet. If it does not work, ring the other number"
    )
