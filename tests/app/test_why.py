"""The reasons on "what to do now": each opens its source, and says what would raise the level."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.engine.cases import outcome_of
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


@pytest.fixture
def baby(hands: Driver) -> Driver:
    hands.reach_result(vignette("V01")["case"]["answers"])
    return hands


def test_a_source_opens_with_title_kind_date_and_address_and_closes_again(baby: Driver) -> None:
    assert baby.find("cited:R21.G1") is None
    baby.click("source:R21.G1")
    assert baby.find("cited:R21.G1") is not None
    words = baby.words().replace("\u200b", "")
    assert "Bury: seven-minute briefing on bruising in immobile babies" in words
    assert "A body of Greater Manchester" in words
    assert "Undated copy" in words
    assert "https://burysafeguardingpartnership.bury.gov.uk/" in words
    baby.click("source:R21.G2")
    assert baby.find("cited:R21.G1") is None
    baby.click("source:R21.G2")
    assert baby.find("cited:R21.G2") is None


def test_a_source_whose_key_would_tell_nobody_anything_is_called_by_words(hands: Driver) -> None:
    hands.reach_result(vignette("V36")["case"]["answers"])
    names = {name for rule in hands.state.outcome.rules for name in rule.sources}  # type: ignore[union-attr]
    assert {"seed", "APP"} <= names
    said = hands.words().splitlines()
    assert {"Rochdale briefing", "our own choice"} <= set(said)
    assert not {"seed", "APP"} & set(said)


def test_a_source_opens_by_keys_and_keeps_the_focus(baby: Driver) -> None:
    baby.shown("source:R21.G1").setFocus()
    baby.press(Qt.Key.Key_Return)
    assert baby.find("cited:R21.G1") is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "source:R21.G1"


def test_what_would_raise_it_is_said_in_the_words_of_the_questions(baby: Driver) -> None:
    assert "If one of these answers turned out differently:" not in baby.words()
    baby.click("what_would_raise")
    words = baby.words()
    assert "A: Emergency" in words
    assert "Anyone in danger: “Yes”" in words
    assert "Parent or carer: “Taking the child away”" in words


def test_what_is_overdue_is_said_above_the_list(baby: Driver) -> None:
    assert baby.find("late") is None
    baby.now = baby.now.replace(hour=13)
    baby.window.session.tick()
    assert baby.find("late") is not None
    assert "Six actions are overdue. First: Ring children's social care now." in baby.words()


def test_at_the_highest_level_nothing_can_raise_it(hands: Driver) -> None:
    hands.reach_result({**vignette("V01")["case"]["answers"], "emergency_signs": ["fit"]})
    assert hands.find("what_would_raise") is None


def test_the_rule_that_sets_the_level_is_the_first_reason(hands: Driver) -> None:
    hands.reach_result(vignette("V36")["case"]["answers"])
    words = hands.words()
    assert words.index("What is known of the family and the past") < words.index("The mark is on a bony place")


def test_of_two_answers_that_each_would_do_both_are_named() -> None:
    found = outcome_of(
        {
            **vignette("V36")["case"],
            "answers": {
                **vignette("V36")["case"]["answers"],
                "household": [{"name": "Not known", "identified": "no"}],
            },
        }
    )
    assert {"context", "household"} <= set(found.counted)
