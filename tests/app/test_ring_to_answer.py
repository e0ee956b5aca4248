"""A question that can only be answered by ringing somebody shows the number to ring."""

from __future__ import annotations

from datetime import timedelta

from tests.journeys.driver import NOW, Driver
from tests.journeys.test_vignettes import vignette


def number(hands: Driver) -> str:
    return hands.shown("same_day_review.number").text()  # type: ignore[attr-defined,no-any-return]


def test_whether_a_doctor_can_look_today_shows_whom_to_ring(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("same_day_review", vignette("V19")["case"]["answers"])
    rochdale = next(one for one in hands.state.protocol.boroughs if one.id == "rochdale")
    assert number(hands) == rochdale.daytime.phone
    assert rochdale.hub_name in hands.words()
    assert "Ring the on-call children's doctor to find out." in hands.words()
    hands.click("same_day_review.copy")
    assert hands.desktop.copied == [rochdale.daytime.phone]
    hands.now = NOW + timedelta(hours=10)
    hands.window.session.tick()
    assert number(hands) == rochdale.out_of_hours.phone
