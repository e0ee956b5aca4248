"""Which answers can be given together: every question that is asked is answered with what it takes."""

from __future__ import annotations

from bruiseaid.proof.sets.diagrams import ALL
from bruiseaid.proof.space.births import absent, is_conditional
from bruiseaid.proof.space.meaning import Meaning
from bruiseaid.proof.space.variables import BirthDate, Choice, Ticks, proper
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
    elif isinstance(known, BirthDate) and question.needed:
        given = [index for index, one in enumerate(known.births.classes) if one.born is not None]
        found = meaning.diagrams.among(known.variable, given)
    elif question.id in meaning.space.moves:
        return _as_absent(meaning, question)
    else:
        return ALL
    return meaning.diagrams.either(found, meaning.diagrams.no(meaning.asked(question.id)))


def _as_absent(meaning: Meaning, question: Question) -> int:
    """A number that moves a date counts as absent where it is not asked for."""
    known = meaning.space.variables.get(meaning.space.moves[question.id])
    if not isinstance(known, BirthDate) or not is_conditional(question):
        return ALL
    left = known.births.between(question.id, absent(question), absent(question) + 1)
    as_absent, is_asked = meaning.diagrams.among(known.variable, left), meaning.asked(question.id)
    if question.needed and not (question.least or 0) <= absent(question) <= (question.greatest or 0):
        is_asked = meaning.diagrams.less(is_asked, as_absent)
        return meaning.diagrams.either(meaning.diagrams.less(as_absent, meaning.asked(question.id)), is_asked)
    return meaning.diagrams.either(as_absent, is_asked)
