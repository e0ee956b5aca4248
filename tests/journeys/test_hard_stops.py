"""What the case review taught: no record is finished with these left open, and no referral is held up by them."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf import PdfReader

from bruiseaid.app.screens.state import CHECK, DO_NOW, FINISHED
from bruiseaid.record.make import make_record
from tests.journeys.driver import NOW, Driver
from tests.journeys.test_vignettes import vignette

WALKER = "V08"
RAISED = "community_or_family_concern_about_harm"


def answers(**more: Any) -> dict[str, Any]:
    found = {**vignette(WALKER)["case"]["answers"], **more}
    return {name: answer for name, answer in found.items() if answer is not None}


def missing(hands: Driver, **given: Any) -> str:
    """What the window says is missing, once everything else is there."""
    hands.reach_result(answers(**given), to_finish=True)
    hands.walk_after()
    for name, answer in given.items():
        if answer is None:
            hands.window.session.answer(name, "")
    hands.window.session.go_to(CHECK)
    hands.forward()
    return hands.words()


@pytest.mark.parametrize(
    ("left_open", "sentence"),
    [
        ("household", "Name every adult who lives here or visits. If you could not find out, say so"),
        ("child_words", "Say whether you saw the child alone. If you could not, say why."),
        ("siblings", "Name every other child of the home, or say that there are none."),
        ("history", "Write plans and when each was stepped down"),
        ("explanation_verbatim", "Write what each person said about the mark"),
    ],
)
def test_these_are_never_left_open_silently(hands: Driver, left_open: str, sentence: str) -> None:
    assert sentence in missing(hands, **{left_open: None})
    assert hands.place == CHECK
    assert hands.find("finish_early") is None


def test_an_adult_whom_nobody_could_identify_is_an_answer(hands: Driver) -> None:
    unknown = {"name": "An adult I could not identify", "identified": "no"}
    words = missing(hands, household=[unknown])
    assert "Name every adult" not in words
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == "C"


def test_each_other_child_needs_an_action_of_its_own(hands: Driver) -> None:
    hands.reach_result(answers(siblings=[{"name": "Sam Example"}]), to_finish=True)
    hands.window.session.answer("siblings", ({"name": "Sam Example"},))
    hands.window.session.go_to(CHECK)
    hands.forward()
    assert "Say for each other child what was agreed." in hands.words()


def test_a_concern_of_the_community_is_followed_up(hands: Driver) -> None:
    words = missing(hands, context=[RAISED], community=None)
    assert "You ticked that somebody raised a concern. Write it down" in words
    hands.window.session.answer("community", ({"what": "Shouting at night"},))
    hands.forward()
    words = hands.words()
    for sentence in (
        "Say whether the concern is written down in your own agency's record.",
        "Say whether the person who raised the concern has been thanked",
        "Say what was done about the concern.",
        "Say whether the name of the person who raised the concern is kept from the family.",
    ):
        assert sentence in words


def test_that_nobody_raised_a_concern_can_be_said_and_is_printed_but_not_against_a_tick(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("community", answers())
    hands.click("community.none")
    assert hands.state.draft is not None
    assert hands.state.draft.case.answers["community"] == ()
    hands.window.session.go_to(CHECK)
    assert "Nobody has, as far as I know" in hands.words()
    assert hands.state.outcome is not None
    record = make_record(hands.state.draft, hands.state.outcome, finished_at=NOW, proved=True)
    assert "Concerns raised by others" not in record.not_answered
    assert "Nobody has, as far as I know" in str(record)
    hands.window.session.answer("context", (RAISED,))
    hands.forward()
    assert "You ticked that somebody raised a concern. Write it down" in hands.words()


def test_nobody_is_asked_about_a_concern_that_was_not_raised(hands: Driver) -> None:
    assert "concern" not in missing(hands, household=None, community=None).split("Check your answers")[0]
    assert hands.state.draft is not None
    assert "community" not in hands.state.draft.case.answers


def test_a_closing_needs_all_its_parts_and_a_second_person(hands: Driver) -> None:
    words = missing(hands)
    parts = ("risks in the past", "risks now", "what has changed", "what was ruled out", "who agrees as a second")
    for part in parts:
        assert f"Closing: write down {part}" in words


def test_a_referral_is_not_held_up_but_the_reason_is_asked_and_printed(hands: Driver) -> None:
    hands.reach_result(vignette("V01")["case"]["answers"])
    assert hands.place == DO_NOW
    hands.walk_after(to_finish=False)
    hands.write("because", "The partner was in the room")
    hands.click("finish_early")
    assert hands.place == FINISHED
    text = " ".join("\n".join(page.extract_text() for page in PdfReader(hands.state.ui.pdf).pages).split())
    assert "Not known yet, because" in text
    assert "The partner was in the room" in text
    assert "Which adults live in the home or visit it?" in text
