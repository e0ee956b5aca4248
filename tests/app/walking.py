"""Every screen of the window, one after another, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from bruiseaid.app.screens.state import CHECK, CLOSING, DO_NOW, LADDER, asked_at, asking
from tests.journeys.driver import NOW, Driver
from tests.journeys.test_vignettes import vignette


def screens(hands: Driver) -> Iterator[str]:
    """Shows each screen and yields its name: start, settings, help, emergency, every question, and what follows."""
    yield "home"
    hands.window.session.settings()
    yield "settings"
    hands.window.session.settings()
    hands.window.session.help()
    yield "help"
    hands.window.session.help()
    hands.click("start")
    yield from _questions(hands)
    hands.window.session.go_to(DO_NOW)
    yield "do_now"
    hands.window.session.go_to(LADDER)
    yield "ladder"
    hands.window.session.go_to(DO_NOW)
    hands.forward()
    yield from _questions(hands)
    assert hands.place == CHECK
    yield "check"
    hands.forward()
    yield "check_missing"
    hands.click("change:practitioner_group")
    yield "ask-practitioner_group"
    hands.click("back")
    hands.window.session.emergency()
    yield "emergency"
    hands.window.session.emergency()
    hands.window.session.hide()
    yield "hidden"
    hands.window.session.hide()


def all_screens(hands: Driver) -> Iterator[str]:
    """The same, and the record made early for a baby with a bruise."""
    yield from screens(hands)
    hands.window.session.leave()
    hands.click("start")
    answers = vignette("V01")["case"]["answers"]
    hands.walk(answers, to_finish=False)
    yield "do_now_b"
    assert hands.state.outcome is not None
    hands.click(f"source:{hands.state.outcome.rules[0].id}.{hands.state.outcome.rules[0].sources[0]}")
    yield "do_now_source"
    hands.now = hands.now.replace(hour=13)
    hands.window.session.tick()
    yield "do_now_overdue"
    hands.now = NOW
    hands.finish(early=True)
    yield "finished"
    yield from _adding(hands)
    yield from _deciding(hands)
    yield from _practice(hands)


def _adding(hands: Driver) -> Iterator[str]:
    """An addendum to that record: with things missing, as a correction, checked, sealed, and one begun after it."""
    hands.click("add_to_record")
    yield "addendum"
    hands.forward()
    yield "addendum_missing"
    hands.write("addendum.text", "Example fact")
    hands.write("addendum.told_by", "Dr Imaginary")
    hands.click("addendum.why=wrong")
    hands.write("addendum.part", "Mark 1")
    hands.click("addendum.learnt_at.change")
    yield "addendum_correction"
    hands.forward()
    yield "addendum_check"
    hands.forward()
    yield "finished_with_addendum"
    hands.click("addendum.see:1")
    yield "addendum_paper"
    hands.forward()
    hands.click("add_to_record")
    hands.write("addendum.text", "Another fact")
    yield "addendum_second"
    hands.click("throw_addendum_away")
    yield "finished_thrown_away"
    hands.forward()
    yield "home_with_a_record"


def first_screens(hands: Driver) -> Iterator[str]:
    """What is shown on a computer on which nobody has said who works there."""
    hands.click("start")
    yield "first_run"
    hands.click("foot_link")
    hands.window.session.go_to(DO_NOW)
    yield "do_now_nowhere"


def _deciding(hands: Driver) -> Iterator[str]:
    """Going higher and lower, a decision set aside, and closing."""
    hands.window.session.leave()
    hands.click("start")
    hands.walk(vignette("V05")["case"]["answers"], to_finish=False)
    hands.window.session.go_to(asking("exhibits"))
    yield "result_ready"
    hands.click("to_result")
    hands.click("what_would_raise")
    yield "do_now_raising"
    hands.click("to_decision")
    yield "decision"
    hands.click("form.level=E")
    yield "decision_lower"
    hands.click("form.level=C")
    hands.write("form.reason", "Example reason")
    hands.forward()
    yield "do_now_decided"
    hands.window.session.go_to("ask:immediate_danger")
    hands.click("immediate_danger=unsure")
    hands.window.session.go_to(DO_NOW)
    yield "do_now_set_aside"
    hands.window.session.go_to(CLOSING)
    yield "closing"


def _practice(hands: Driver) -> Iterator[str]:
    """The stories, one of them on its way, and how it went."""
    hands.window.session.leave()
    for _ in range(4):
        QApplication.processEvents()
    hands.click("practise")
    yield "practice"
    hands.click("drill:V01")
    yield "drill_question"
    hands.walk({**vignette("V01")["case"]["answers"], "explanation": "consistent"}, to_finish=False)
    yield "drill_do_now"
    hands.forward()
    yield "drill_result"
    hands.click("foot_link")
    yield "drill_finished"


def _questions(hands: Driver) -> Iterator[str]:
    while asked_at(hands.place):
        here = hands.place
        yield f"ask-{asked_at(here)}"
        hands.forward()
        if hands.place == here:
            hands.click("foot_link")
