"""The question that tells what came of a referral, and which answers to it start the escalation ladder."""

from __future__ import annotations

from bruiseaid.app.screens.last_answer import last_answer
from bruiseaid.app.screens.state import State
from bruiseaid.protocol.conditions import Condition, Is, walk
from bruiseaid.protocol.model import Protocol, Question

_NOBODY = "no_answer"
"""The id of the answer that says that nobody was reached at all."""


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


def nobody_answered(state: State) -> bool:
    """Whether the ladder was started because nobody was reached, and not because somebody said no."""
    question = decision_question(state)
    said = state.draft.case.answers.get(question.id) if question is not None and state.draft is not None else None
    return said == _NOBODY and _NOBODY in declined_values(state)
