"""Every screen of the window, one after another, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.app.screens.state import CHECK, DO_NOW, LADDER, asked_at
from tests.journeys.driver import Driver
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
    hands.window.session.go_to(CHECK)
    yield "check"
    hands.forward()
    yield "check_missing"
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
    hands.finish(early=True)
    yield "finished"


def _questions(hands: Driver) -> Iterator[str]:
    while asked_at(hands.place):
        here = hands.place
        yield f"ask-{asked_at(here)}"
        hands.forward()
        if hands.place == here:
            hands.click("foot_link")
