"""The act-now strip: from the moment that every way of finishing needs a call, the number and what to say."""

from __future__ import annotations

from dataclasses import dataclass

from bruiseaid.app.screens.levels import action_to_ring, level_of, level_view, phone_view
from bruiseaid.app.screens.state import State, asked_at
from bruiseaid.app.screens.values import LevelView, PhoneView


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip, closed or open. `action` is what "I have rung" records; `rung` says that it was done."""

    level: LevelView
    words: str
    open: bool
    phone: PhoneView
    say: str
    after: str
    action: str
    rung: str


def strip(state: State) -> Strip | None:
    """The strip on a question's page once it is certain that somebody must be rung, else None."""
    outcome = state.outcome
    if outcome is None or not outcome.act_now or not asked_at(state.ui.place):
        return None
    level, action = level_of(state.protocol, outcome.least), action_to_ring(outcome)
    if level is None or action is None or action.contact is None:
        return None
    done = state.draft.done.get(action.id) if state.draft is not None else None
    words = "You have rung. Go on when you can" if done else "You already know enough to ring"
    return Strip(
        level=level_view(level),
        words=words,
        open=state.ui.strip_open,
        phone=phone_view(action.contact),
        say=action.say,
        after="Get the name of the person you speak to, and what they decide. Everything else can wait.",
        action=action.id,
        rung="rung" if done else "",
    )
