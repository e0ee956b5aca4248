"""What came of a call: whether it was refused, whether all agree since, and whether it is older than the answers."""

from __future__ import annotations

from bruiseaid.app.screens.ladder import is_disputed
from bruiseaid.app.screens.ladder_question import decision_question, declined_values
from bruiseaid.app.screens.last_answer import last_answer_about
from bruiseaid.app.screens.levels import is_at_once, is_own_referral
from bruiseaid.app.screens.phrases import clock_words
from bruiseaid.app.screens.state import State
from bruiseaid.engine.outcome import DueAction
from bruiseaid.record.as_answered import DoneOrAnswered
from bruiseaid.record.model import Done
from bruiseaid.record.older_calls import is_older_than_its_answers


def is_settled(state: State, action: DueAction) -> bool:
    """Whether it was done, not before the answers that ask for it, and, if it is a referral, not refused since."""
    done = state.done.get(action.id)
    return action.id not in older_calls(state) and done is not None and not is_refused(state, action, done)


def is_refused(state: State, action: DueAction, done: DoneOrAnswered | None) -> bool:
    """Whether it came back, and what came of it since is not that all agree."""
    if not isinstance(done, Done) or not action.referral or not is_disputed(state):
        return False
    return outcome_said(state, done) in declined_values(state)


def came_round(state: State, action: DueAction) -> str:
    """What is added to a referral that was refused and is agreed since; empty for any other."""
    assert state.draft is not None
    done = state.draft.done.get(action.id)
    refused = done is not None and action.referral and outcome_said(state, done) in declined_values(state)
    return ", agreed since then" if refused and is_settled(state, action) else ""


def outcome_said(state: State, done: Done) -> str:
    """Which outcome of a referral was written down with it; empty if none was."""
    question, said = decision_question(state), done.result.split(", ")[0]
    options = question.options if question is not None else ()
    return next((option.id for option in options if said and said == (option.short or option.label)), "")


def answered_outcome(state: State) -> str:
    """What a person answered came of the call, in the words of the answer; empty where it is told by no call yet."""
    question = decision_question(state)
    if question is None or state.draft is None:
        return ""
    answer, as_if_unasked = state.draft.case.answers.get(question.id), question.if_absent or ()
    return next((one.label for one in question.options if one.id == answer and one.id not in as_if_unasked), "")


def _about(state: State) -> tuple[object, ...]:
    parts = ("case", "done", "given", "changes", "events", "rungs")
    return (*(getattr(state.draft, part, None) for part in parts), state.found, state.outcome)


@last_answer_about(_about)
def older_calls(state: State) -> frozenset[str]:
    """The calls that are done, but with only the answers given by then would not have been asked for.

    Kept: the answers have to be gone through anew for each.
    """
    draft = state.draft
    if draft is None or state.found is None:
        return frozenset()
    calls = (one for one in state.found.actions if one.id in draft.done and _is_call(state, one))
    return frozenset(
        one.id
        for one in calls
        if not is_refused(state, one, draft.done[one.id]) and is_older_than_its_answers(draft, one.id, state.now)
    )


def _is_call(state: State, action: DueAction) -> bool:
    """Whether it is a call of its own: a referral, or what is rung at once."""
    assert state.draft is not None
    at_once = action.contact is not None and not action.asked_of_others and is_at_once(action, state.draft.case)
    return is_own_referral(action) or at_once


def calls_standing(state: State) -> frozenset[str]:
    """What was done and need not be rung again."""
    return frozenset(state.draft.done if state.draft is not None else ()) - older_calls(state)


def older_words(state: State, action: str) -> str:
    """That it was rung before the answers that ask for it now; empty where it was not."""
    if state.draft is None or action not in older_calls(state):
        return ""
    at = clock_words(state.draft.done[action].at, state.protocol.time_zone)
    return f"Rung at {at}, before you answered this. Ring again if they do not know it"
