"""decided: how early it is certain that the level that opens "act now" will come, whatever else is answered."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.lists.contexts import pieces, rests_on
from bruiseaid.proof.lists.search import Said
from bruiseaid.proof.sets.diagrams import NONE
from bruiseaid.proof.space.fitting import ANY_SIDE, Found


def decided(prover: Prover) -> Iterator[str]:
    """Notes: after which question it can first be certain, without a mark and with one of the commonest kind."""
    opening = [i for i, level in enumerate(prover.protocol.levels) if level.opens_act_now]
    if not opening:
        return
    name = prover.protocol.levels[min(opening)]
    for words, lists in (("without a mark", ()), ("with one mark", _one_mark(prover))):
        found = earliest(prover, prover.reached[min(opening)], lists)
        if found:
            question = prover.meaning.questions[found]
            yield f'At least {name.id} ({name.name}) can be certain {words} once "{question.short}" is answered.'


def _one_mark(prover: Prover) -> tuple[Found, ...]:
    """The first kind of mark there is."""
    known = {one: False for atom in prover.space.atoms.values() for one in atom.rests_on}
    marks = prover.meaning.marks
    if marks not in prover.space.kinds:
        return ()
    valid = prover.meaning.sight(marks, known).valid
    return (((valid & -valid).bit_length() - 1, ANY_SIDE),)


def earliest(prover: Prover, wanted: int, marks: tuple[Found, ...]) -> str:
    """The first question, in the order of asking, after which it is certain in some case; '' if never."""
    order = tuple(q.id for q in prover.protocol.questions if q.id in prover.space.variables)
    key = wanted, prover.in_scope, marks, order
    if key not in prover.space.certain:
        prover.space.certain[key] = _earliest(prover, wanted, marks, order)
    return prover.space.certain[key]


def _earliest(prover: Prover, wanted: int, marks: tuple[Found, ...], order: tuple[str, ...]) -> str:
    open_cases = prover.diagrams.less(prover.in_scope, wanted)
    certain_not, possible = (_with_marks(prover, cases, marks) for cases in (open_cases, prover.in_scope))
    for index, name in enumerate(order):
        later = prover.space.variables_behind(order[index + 1 :])
        may_not = prover.diagrams.some(certain_not, later.__contains__)
        if prover.diagrams.less(prover.diagrams.some(possible, later.__contains__), may_not) != NONE:
            return name
    return ""


def _with_marks(prover: Prover, cases: int, marks: tuple[Found, ...]) -> int:
    """The answers with which the set has a case with just these marks and no other entries."""
    key = cases, prover.meaning.marks, marks
    if key not in prover.space.with_lists:
        prover.space.with_lists[key] = _with_these(prover, cases, marks)
    return prover.space.with_lists[key]


def _with_these(prover: Prover, cases: int, marks: tuple[Found, ...]) -> int:
    space = prover.space
    found = []
    for known, piece in pieces(space, cases, rests_on(space, (cases,))):
        said = Said(space, known, {})
        atoms = sorted(space.diagrams.names(piece) & space.atoms.keys())
        values = {v: said.truth(v, {prover.meaning.marks: marks}) for v in atoms}
        found.append(space.diagrams.pinned(piece, values))
    return space.diagrams.any(found)
