"""Which call comes now, and the number beside it."""

from __future__ import annotations

from bruiseaid.app.screens.ladder import is_disputed
from bruiseaid.app.screens.levels import action_to_ring, call_to_make, level_of, social_care
from bruiseaid.app.screens.referrals import calls_standing
from bruiseaid.app.screens.state import State
from bruiseaid.engine.outcome import ContactNow, DueAction


def call_now(state: State) -> DueAction | None:
    """The call that is to be made now; None: all are made."""
    assert state.outcome is not None
    assert state.draft is not None
    return call_to_make(state.outcome, state.draft.case, calls_standing(state))


def call_after(state: State, call: DueAction) -> DueAction | None:
    """The call that comes once that one is made; None: there is none."""
    assert state.outcome is not None
    assert state.draft is not None
    return call_to_make(state.outcome, state.draft.case, calls_standing(state) | {call.id})


def must_ring(state: State) -> bool:
    """Whether somebody must be rung who was not yet; where no level is certain, that counts as well."""
    assert state.outcome is not None
    assert state.draft is not None
    level = level_of(state.protocol, state.outcome.level)
    urgent = state.outcome.level is None or bool(level and level.opens_act_now)
    if action_to_ring(state.outcome, state.draft.case) is None:
        return urgent
    return urgent and call_now(state) is not None


def ladder_call(state: State) -> DueAction | None:
    """The action of the ladder while a referral is refused; None while none is, or once all agree."""
    assert state.outcome is not None
    begins = {action.id for action in state.protocol.actions if action.ladder} if is_disputed(state) else set()
    return next((action for action in state.outcome.actions if action.id in begins), None)


def contact_shown(state: State) -> ContactNow:
    """Whom to ring: the number of the call that comes now; of a referral that was refused that of the ladder; where
    all calls are made that of the first, and where there is none the social care of the borough at this hour."""
    assert state.outcome is not None
    assert state.draft is not None
    refused = None if must_ring(state) else ladder_call(state)
    ring = refused or call_now(state) or action_to_ring(state.outcome, state.draft.case)
    if ring is not None and ring.contact is not None:
        return ring.contact
    return social_care(state.draft.case, state.now)
