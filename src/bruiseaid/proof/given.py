"""Which answers can be given together: every question that is asked is answered with what it takes."""

from __future__ import annotations

from bruiseaid.proof.diagrams import ALL
from bruiseaid.proof.meaning import Meaning
from bruiseaid.proof.variables import Choice, Ticks, proper
from bruiseaid.protocol.model import Question


def given_cases(meaning: Meaning) -> int:
    """The cases whose answers can be given."""
    return meaning.diagrams.every([_answered(meaning, question) for question in meaning.protocol.questions])


def _answered(meaning: Meaning, question: Question) -> int:
    known = meaning.space.variables.get(question.id)
    options = frozenset(option.id for option in question.options)
    may_be_left = not question.needed and question.if_absent is None
    if isinstance(known, Choice):
        allowed = options | {""} if may_be_left else options
        chosen = [index for index, group in enumerate(known.groups) if allowed.intersection(group)]
        found = meaning.diagrams.among(known.variable, chosen)
    elif isinstance(known, Ticks):
        found = proper(meaning.diagrams, known, may_be_left, options)
    else:
        return ALL
    return meaning.diagrams.either(found, meaning.diagrams.no(meaning.asked(question.id)))
