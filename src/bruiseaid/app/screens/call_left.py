"""That a call is still to be made, or to be written down, before the record is sealed. Pure."""

from __future__ import annotations

from bruiseaid.app.screens.call_now import contact_shown, must_ring
from bruiseaid.app.screens.do_now import phone_head
from bruiseaid.app.screens.levels import level_of, phone_view
from bruiseaid.app.screens.shown import PhoneView
from bruiseaid.app.screens.state import State
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class CallLeft:
    """Whom to ring, the number for this hour, and the way to write the call down. `shape`: that of the level."""

    words: str
    head: str
    phone: PhoneView
    shape: str
    link: str


def call_left(state: State) -> CallLeft | None:
    """The call; None where all are made, where none is needed now, and in practice."""
    outcome, draft = state.outcome, state.draft
    if outcome is None or draft is None or draft.practice or not outcome.act_now or not must_ring(state):
        return None
    level = level_of(state.protocol, outcome.level)
    phone = phone_view(state.protocol, contact_shown(state))
    when = "before you finish" if draft.made_at is None else "now"
    words = f"This call is not written down yet. Ring {when}; if you have rung, write it down."
    return CallLeft(words, phone_head(state), phone, level.shape if level else "", "Write the call down")
