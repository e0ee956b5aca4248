"""No record is sealed without its number: the check of the answers and the made record say which call is left."""

from __future__ import annotations

from bruiseaid.app.screens.check import CheckPage
from bruiseaid.app.screens.do_now import DoNowPage
from bruiseaid.app.screens.others import FinishedPage
from bruiseaid.app.screens.state import CHECK, DO_NOW, FINISHED, asked_at
from tests.app.test_practice import practised
from tests.app.test_true_words import answers_of
from tests.journeys.doing import referral, top
from tests.journeys.driver import Driver

NOT_SAID = "Not answered yet: “Is the child ill or badly hurt now?”"
IF_SO = "If it may be so: ring 999 and ask for an ambulance."


def sure_but_hasty(hands: Driver) -> None:
    """A baby with a mark: every question but the two that make it certain is put off."""
    answers = {name: said for name, said in answers_of("V01").items() if name in ("dob", "marks")}
    hands.click("start")
    while hands.state.outcome is None or hands.state.outcome.level is None:
        hands.walk_on(answers)


def shown_number(hands: Driver, name: str) -> str:
    return hands.shown(f"{name}.number").text()  # type: ignore[attr-defined, no-any-return]


def test_the_number_stands_above_everything_while_the_call_is_not_written_down(hands: Driver) -> None:
    hands.reach_result(answers_of("V01"))
    hands.walk_after(to_finish=False)
    assert "Ring children's social care now" in hands.words()
    assert shown_number(hands, "call_left") == "0300 303 0440"
    assert top(hands, "call_left") < top(hands, "finish_early")
    hands.click("call_left.write")
    assert hands.place == DO_NOW


def test_it_goes_once_the_call_is_written_down(hands: Driver) -> None:
    hands.reach_result(answers_of("V01"))
    hands.click(f"record:{referral(hands)}")
    hands.click("form.referral_outcome=accepted")
    hands.write("form.who", "A. Nother")
    hands.click("form.save")
    hands.window.session.go_to(CHECK)
    hands.rest()
    assert hands.find("call_left") is None


def test_in_practice_nobody_is_told_to_ring(hands: Driver) -> None:
    practised(hands)
    hands.window.session.go_to(CHECK)
    hands.rest()
    assert hands.find("call_left") is None


def test_the_emergency_that_nobody_answered_is_named_with_a_way_to_it(hands: Driver) -> None:
    sure_but_hasty(hands)
    hands.click("change_an_answer")
    assert NOT_SAID in hands.words()
    assert IF_SO in hands.words()
    hands.click("unsaid")
    assert asked_at(hands.place) == "emergency_signs"
    hands.click("emergency_signs=none")
    hands.click("change_an_answer")
    assert NOT_SAID not in hands.words()


def test_every_page_names_the_same_call(hands: Driver) -> None:
    """Social care is certain. 999 is only possible: nobody said whether the child is ill."""
    sure_but_hasty(hands)
    strip = hands.window.session.screen().strip
    assert strip is not None
    hands.window.session.go_to(DO_NOW)
    do_now = hands.window.session.screen().page
    assert isinstance(do_now, DoNowPage)
    hands.click("change_an_answer")
    check = hands.window.session.screen().page
    assert isinstance(check, CheckPage)
    assert check.call is not None
    hands.click("finish_early")
    assert hands.place == FINISHED
    made = hands.window.session.screen().page
    assert isinstance(made, FinishedPage)
    heads = {strip.who, do_now.phone_head, check.call.head, made.phone_head}
    assert heads == {"Ring children's social care now"}
    assert do_now.phone is not None
    assert made.phone is not None
    assert {strip.phone.phone, do_now.phone.phone, check.call.phone.phone, made.phone.phone} == {"0300 303 0440"}
    assert NOT_SAID in hands.words()
    assert IF_SO in hands.words()


def test_an_emergency_that_was_told_goes_before_all(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=fit")
    hands.click("change_an_answer")
    check = hands.window.session.screen().page
    assert isinstance(check, CheckPage)
    assert check.call is not None
    assert check.call.head == "Ring 999 and ask for an ambulance"
    assert check.unsaid is None


def test_who_came_to_change_an_answer_sees_the_answers_before_the_way_to_finish_early(hands: Driver) -> None:
    sure_but_hasty(hands)
    hands.click("change_an_answer")
    assert top(hands, "finish_early") > top(hands, "change:community")
    hands.click("change:dob")
    hands.forward()
    assert hands.place == CHECK
    assert top(hands, "finish_early") > top(hands, "change:community")
    hands.forward()
    assert top(hands, "finish_early") < top(hands, "change:dob")


def test_nothing_is_marked_as_wanting_beside_a_record_that_was_made_early(hands: Driver) -> None:
    sure_but_hasty(hands)
    hands.click("change_an_answer")
    assert "Needs an answer" in hands.words()
    hands.click("finish_early")
    assert "Needs an answer" not in hands.words()
    hands.click("change_an_answer")
    assert "Needs an answer" not in hands.words()
    assert "Ring now; if you have rung, write it down." in hands.words()
    assert {step.state for step in hands.window.session.screen().rail} >= {"todo"}
