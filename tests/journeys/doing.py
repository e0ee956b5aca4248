"""What the journeys after the questions look at on the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from bruiseaid.app.changing import listed
from bruiseaid.app.screens.do_now import DoNowPage
from bruiseaid.app.screens.state import LADDER
from tests.journeys.driver import Driver


def referral(hands: Driver) -> str:
    assert hands.state.outcome is not None
    return next(action.id for action in hands.state.outcome.actions if action.referral)


def top(hands: Driver, name: str) -> int:
    """How far down on the window a widget begins."""
    return hands.shown(name).mapTo(hands.window, QPoint()).y()


def number_at_right(hands: Driver) -> str:
    """Whom to ring, and the number, as the page shows them."""
    page = hands.window.session.screen().page
    assert isinstance(page, DoNowPage)
    assert page.phone is not None
    return f"{page.phone_head}: {page.phone.phone}"


def first_call(hands: Driver) -> str:
    assert hands.state.outcome is not None
    return next(action.id for action in hands.state.outcome.actions if action.contact is not None)


def buttons(hands: Driver) -> list[QPushButton]:
    return [button for button in hands.window.findChildren(QPushButton) if button.isVisible()]


def focused() -> str:
    """The name of what has the focus."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def record_call(hands: Driver, name: str, outcome: str, who: str) -> None:
    """Opens the form of a call, chooses what came of it, writes who answered, and saves."""
    hands.click(next(way for way in (f"record:{name}", f"quiet:{name}") if hands.find(way) is not None))
    hands.click(f"form.referral_outcome={outcome}")
    hands.write("form.who", who)
    hands.click("form.save")
    if hands.place == LADDER:
        hands.forward()


def record_refusal(hands: Driver, name: str, who: str) -> None:
    """Writes down that a referral was declined, and comes back from the ladder."""
    hands.click(f"declined:{name}")
    hands.click("form.referral_outcome=declined")
    hands.write("form.who", who)
    hands.click("form.save")
    assert hands.place == LADDER
    hands.forward()


def outcome_and_people(hands: Driver) -> tuple[object, list[object]]:
    assert hands.state.draft is not None
    answers = hands.state.draft.case.answers
    return answers.get("referral_outcome"), [one["who"] for one in listed(answers.get("people_spoken_to"))]
