"""What came of a referral: which question tells it, whether it was refused, and whether all agree since."""

from __future__ import annotations

from bruiseaid.app.screens.ladder import is_disputed
from bruiseaid.app.screens.last_answer import last_answer
from bruiseaid.app.screens.state import State
from bruiseaid.engine.outcome import DueAction
from bruiseaid.protocol.conditions import Condition, Is, walk
from bruiseaid.protocol.model import Protocol, Question
from bruiseaid.record.as_answered import DoneOrAnswered
from bruiseaid.record.model import Done


def is_settled(state: State, action: DueAction) -> bool:
    """Whether it was done and, if it is a referral, not refused since."""
    done = state.done.get(action.id)
    return done is not None and not is_refused(state, action, done)


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


def decision_question(state: State) -> Question | None:
    """The question whose answer starts the escalation ladder: found in the condition of the ladder's action."""
    return _ladder_begins(state.protocol)[0]


def declined_values(state: State) -> tuple[str, ...]:
    """The answers to that question which start the ladder."""
    return _ladder_begins(state.protocol)[1]


@last_answer
def _ladder_begins(protocol: Protocol) -> tuple[Question | None, tuple[str, ...]]:
    tests = [part for action in protocol.actions if action.ladder for part in _tests(action.when)]
    named = {part.name for part in tests}
    question = next((question for question in protocol.questions if question.id in named), None)
    return question, next((part.values for part in tests if question is not None and part.name == question.id), ())


def _tests(condition: Condition) -> list[Is]:
    return [part for part in walk(condition) if isinstance(part, Is)]
