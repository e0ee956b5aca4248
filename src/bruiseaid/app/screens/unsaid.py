"""The first question that nobody has answered and that could still lead to the most urgent level. Pure."""

from __future__ import annotations

from bruiseaid.app.screens.last_answer import last_answer_about
from bruiseaid.app.screens.phrases import lower_first
from bruiseaid.app.screens.question import question_of
from bruiseaid.app.screens.state import State, asking
from bruiseaid.engine.bearing import bearing_on_the_level
from bruiseaid.engine.raising import what_would_raise
from bruiseaid.protocol.conditions import names
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Unsaid:
    """That it is not answered, what it could mean, and the way to it."""

    words: str
    place: str
    question: str
    link: str


def unsaid(state: State) -> Unsaid | None:
    """The question, None where there is none, or where the most urgent level is certain."""
    name = _first(state)
    if not name or state.journey is None:
        return None
    place = next(asking(page.questions[0]) for page in state.journey.pages if name in page.questions)
    highest = state.protocol.levels[-1]
    could = f"It could make this level {highest.id}, {lower_first(highest.name)}."
    words = f"Not answered yet: “{question_of(state, name).ask}” {could}{_if_so(state, name)}"
    return Unsaid(words, place, name, "Answer it now")


def _if_so(state: State, name: str) -> str:
    """Whom to ring where it is so, if the protocol has a call for it."""
    possible = {action.id for action in state.outcome.actions if action.possible} if state.outcome is not None else ()
    calls = (action for action in state.protocol.actions if action.id in possible and action.contact)
    call = next((action.text for action in calls if name in names(action.when)), "")
    return f" If it may be so: {lower_first(call)}." if call else ""


def _about(state: State) -> tuple[object, ...]:
    return state.draft.case if state.draft is not None else None, state.journey, state.outcome


@last_answer_about(_about)
def _first(state: State) -> str:
    """Its id; empty where there is none. Kept: words are written on the same page for a while."""
    level = state.outcome.level if state.outcome is not None else None
    if state.draft is None or state.journey is None or level is None or level == state.protocol.levels[-1].id:
        return ""
    case, bears, highest = state.draft.case, bearing_on_the_level(state.protocol), state.protocol.levels[-1].id
    left = tuple(name for name in state.journey.asked if name in bears and name not in case.answers)
    raising = what_would_raise(case, level, among=left)
    leading = {one.question for one in raising if one.level == highest and one.mark is None}
    return next((name for name in left if name in leading), "")
