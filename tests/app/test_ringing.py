"""Which number stands beside "What to do now", and on the page for emergencies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bruiseaid.app.screens.levels import action_to_ring
from bruiseaid.cli.protocol_test import scenario_cases
from bruiseaid.engine.contacts import emergency_phone
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Protocol, Span
from tests.proof.setting import shipped

AT_ONCE = Span(0, "minute")


def with_referrals_at_once(protocol: Protocol) -> Protocol:
    """A local edit that the ceilings allow: every referral as soon as an ambulance."""
    return replace(
        protocol,
        actions=tuple(
            replace(action, timings=tuple(replace(one, span=AT_ONCE) for one in action.timings))
            if action.referral
            else action
            for action in protocol.actions
        ),
    )


@pytest.mark.parametrize("protocol", [shipped(), with_referrals_at_once(shipped())], ids=["shipped", "edited"])
def test_nothing_goes_before_an_emergency_number_that_is_to_be_rung_at_once(protocol: Protocol) -> None:
    looked_at = 0
    for _, case in scenario_cases(protocol)[0]:
        outcome = recommend(case, case.seen_at)
        first = next((action for action in outcome.actions if action.contact is not None), None)
        if first is not None and first.contact is not None and first.contact.first.phone == "999":
            assert action_to_ring(outcome, case) == first
            looked_at += any(action.referral for action in outcome.actions)
    assert looked_at > 0


def test_the_page_for_emergencies_has_999_in_whatever_order_the_numbers_are_listed() -> None:
    protocol = shipped()
    assert {emergency_phone(protocol), emergency_phone(replace(protocol, contacts=protocol.contacts[::-1]))} == {"999"}
