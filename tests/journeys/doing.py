"""What the journeys after the questions look at on the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from bruiseaid.app.screens.do_now import DoNowPage
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
