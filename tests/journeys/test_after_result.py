"""What came of it is asked once one has seen what to do, and not twice. A refusal leads back to what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bruiseaid.app.screens.do_now import DoNowPage
from bruiseaid.app.screens.state import CHECK, DO_NOW, DRILL, asked_at, asking
from bruiseaid.engine.case import Case
from bruiseaid.engine.journey import replay
from bruiseaid.protocol.conditions import Is
from tests.journeys.doing import number_at_right, referral
from tests.journeys.driver import NOW, Driver, shipped
from tests.journeys.test_vignettes import vignette

AFTER = ("referral_outcome", "parents_informed", "people_spoken_to", "not_reached")


def button(hands: Driver) -> str:
    """The words on the primary button."""
    foot = hands.window.session.screen().foot
    assert foot is not None
    return foot.forward


def rail(hands: Driver) -> dict[str, str]:
    """The steps of the rail with their states, in order."""
    return {step.id: step.state for step in hands.window.session.screen().rail}


def called(hands: Driver, outcome: str) -> None:
    """Writes down the call to social care on the page that asks for it."""
    hands.click(f"record:{referral(hands)}")
    hands.click(f"form.referral_outcome={outcome}")
    hands.write("form.who", "A. Nother, duty")
    hands.click("form.save")


def test_nobody_is_asked_what_came_of_a_call_before_being_told_to_ring(hands: Driver) -> None:
    hands.click("start")
    before = []
    while asked_at(hands.place):
        before.append(asked_at(hands.place))
        hands.click("foot_link" if hands.find("foot_link") is not None else "forward")
    assert hands.place == DO_NOW
    assert not set(AFTER).intersection(before)
    assert before[-1] == "practitioner"
    assert button(hands) == "Next: what came of it"
    after = []
    hands.forward()
    while asked_at(hands.place):
        after.append(asked_at(hands.place))
        hands.forward()
    assert tuple(after) == AFTER
    assert hands.place == CHECK
    for name in reversed(AFTER):
        hands.click("back")
        assert hands.place == asking(name)
    hands.click("back")
    assert hands.place == DO_NOW
    hands.click("back")
    assert hands.place == asking("practitioner")


def test_the_rail_shows_it_between_what_to_do_and_the_check(baby: Driver) -> None:
    assert list(rail(baby))[-4:] == ["safe", "do_now", "afterwards", "check"]
    assert rail(baby)["afterwards"] == "todo"
    baby.click("step:afterwards")
    assert baby.place == asking("referral_outcome")
    assert rail(baby)["afterwards"] == "current"
    baby.click("referral_outcome=accepted")
    baby.forward()
    baby.click("parents_informed.told=no")
    baby.write("parents_informed.why_not", "Social care asked us to wait")
    baby.click("step:check")
    assert rail(baby)["afterwards"] == "done"


def test_a_call_written_down_where_it_is_asked_for_is_not_asked_about_again(baby: Driver) -> None:
    called(baby, "accepted")
    baby.forward()
    assert baby.place == asking("parents_informed")
    assert "What came of it: 1 of 2" in baby.words()
    baby.click("parents_informed.told=no")
    baby.write("parents_informed.why_not", "Social care asked us to wait")
    baby.forward()
    assert baby.place == asking("not_reached")
    baby.write("not_reached", "Nobody")
    baby.forward()
    assert baby.place == CHECK
    baby.click("step:do_now")
    assert button(baby) == "Check and finish"
    baby.forward()
    assert baby.place == CHECK
    baby.click("change:people_spoken_to")
    assert baby.place == asking("people_spoken_to")
    baby.forward()
    assert baby.place == CHECK


def test_what_was_left_blank_is_not_asked_twice_but_what_is_insisted_on_is(baby: Driver) -> None:
    baby.walk_after(to_finish=False)
    baby.click("step:do_now")
    assert button(baby) == "Next: what came of it"
    baby.forward()
    assert baby.place == asking("parents_informed")
    baby.click("parents_informed.told=yes")
    baby.click("step:do_now")
    assert button(baby) == "Check and finish"


def test_what_is_put_off_with_answer_this_later_is_asked_again(baby: Driver) -> None:
    baby.forward()
    baby.click("foot_link")
    assert baby.place == asking("parents_informed")
    baby.click("step:do_now")
    baby.forward()
    assert baby.place == asking("referral_outcome")


def test_a_refusal_told_afterwards_leads_to_whom_to_ring_next_and_then_on(baby: Driver) -> None:
    baby.forward()
    baby.click("referral_outcome=declined")
    assert "What came of it: 1 of 4, then what to do" in baby.words()
    baby.forward()
    assert baby.place == DO_NOW
    assert baby.state.outcome is not None
    assert any(action.id == "A-ESCALATE" for action in baby.state.outcome.actions)
    baby.forward()
    assert baby.place == asking("parents_informed")
    baby.click("back")
    baby.click("referral_outcome=accepted")
    baby.forward()
    assert baby.place == asking("parents_informed")


def test_act_now_leads_to_the_same_question_again_and_on_to_what_came_of_it(hands: Driver) -> None:
    answers = vignette("V01")["case"]["answers"]
    hands.click("start")
    hands.walk_to("child_words", answers)
    assert hands.find("act_now_strip") is not None
    hands.click("step:do_now")
    hands.click("back")
    assert hands.place == asking("child_words")
    hands.click("step:do_now")
    hands.forward()
    assert hands.place == asking("referral_outcome")
    assert hands.find("act_now_strip") is not None
    hands.click("back")
    assert hands.place == DO_NOW
    hands.click("back")
    assert asked_at(hands.place) not in ("", *AFTER)


def test_no_line_offers_the_result_to_somebody_who_has_seen_it(hands: Driver) -> None:
    hands.reach_result(vignette("V05")["case"]["answers"])
    assert hands.state.outcome is not None
    level = hands.state.outcome.level
    hands.forward()
    assert hands.place == asking("parents_informed"), "no call is asked for, so nothing can have come of one"
    assert hands.find("to_result") is None
    panel = hands.window.session.screen().panel
    assert panel is not None
    assert panel.certain.head == f"Level {level}"


def test_outside_the_scope_nothing_is_asked_afterwards(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("dob", {"emergency_signs": ["none"], "immediate_danger": "no"})
    hands.window.session.answer("unborn", "yes")
    hands.window.session.go_to(DO_NOW)
    assert rail(hands)["afterwards"] == "later"
    assert button(hands) == "Check and finish"
    hands.forward()
    assert hands.place == CHECK
    hands.click("back")
    assert hands.place == DO_NOW


def test_a_record_left_at_one_of_these_questions_opens_there(baby: Driver) -> None:
    baby.forward()
    baby.forward()
    baby.click("leave")
    baby.click("open:R-T001")
    assert baby.place == asking("parents_informed")


def test_in_practice_only_what_the_story_tells_is_asked(hands: Driver) -> None:
    hands.click("practise")
    hands.click("drill:V74")
    story = next(one for one in hands.state.protocol.scenarios if one.id == "V74")
    answers = dict(story.case)["answers"]
    assert isinstance(answers, dict)
    hands.walk(answers, to_finish=False)
    assert button(hands) == "Next: what came of it"
    hands.forward()
    assert "What came of it: 1 of 1" in hands.words()
    hands.click("referral_outcome=no_answer")
    hands.forward()
    assert hands.place == DO_NOW
    assert button(hands) == "See how you did"
    hands.forward()
    assert hands.place == DRILL
    assert "You came where the story leads" in hands.words()
    assert "missing in yours" not in hands.words()


def test_what_waits_for_a_question_that_is_not_asked_still_comes_before_the_result() -> None:
    protocol = shipped()
    never = Is("safe_now", ("no",))
    changed = {
        "chronology": {"ask_when": never},
        "delay": {"put_off_when": Is("safe_now", ("yes",)), "put_off_until_after": "chronology"},
    }
    questions = tuple(replace(one, **changed.get(one.id, {})) for one in protocol.questions)  # type: ignore[arg-type]
    asked = replay(Case(replace(protocol, questions=questions), NOW, "rochdale", {"safe_now": "yes"})).asked
    assert asked[-5:] == ("delay", *AFTER)


@pytest.mark.parametrize(("outcome", "then"), [("accepted", "If you rang"), ("declined", "Next: you to the duty team")])
def test_what_was_answered_of_a_call_that_is_not_written_down_is_told_wherever_it_says_to_ring(
    baby: Driver, outcome: str, then: str
) -> None:
    name = referral(baby)
    baby.forward()
    assert baby.place == asking("referral_outcome")
    baby.click(f"referral_outcome={outcome}")
    said = next(one.label for one in baby.question("referral_outcome").options if one.id == outcome)
    strip = baby.window.session.screen().strip
    assert strip is not None
    assert strip.words.startswith(f"You answered “{said}”. {then}")
    baby.window.session.go_to(DO_NOW)
    assert f"You answered “{said}”. If you rang, record this call" in baby.words()
    assert number_at_right(baby).startswith(
        f"Ring children's social care now, if you have not yet. You answered “{said}”"
    )
    way = next(one for one in (f"record:{name}", f"quiet:{name}") if baby.find(one) is not None)
    baby.click(way)
    baby.write("form.who", "A. Nother")
    baby.click(f"form.referral_outcome={outcome}")
    baby.click("form.save")
    baby.window.session.go_to(DO_NOW)
    assert "You answered" not in number_at_right(baby)


def test_what_an_open_answer_may_yet_ask_for_is_not_called_next(hands: Driver) -> None:
    hands.click("start")
    answers = {name: one for name, one in vignette("V01")["case"]["answers"].items() if name != "emergency_signs"}
    hands.walk(answers, to_finish=False)
    page = hands.window.session.screen().page
    assert isinstance(page, DoNowPage)
    rows = {row.id: row for row in page.rows}
    assert (rows["A-999"].under, rows["A-999"].state) == ("not certain yet", "waiting")
    assert [name for name, row in rows.items() if row.state == "next"] == ["A-CSC-PHONE"]
