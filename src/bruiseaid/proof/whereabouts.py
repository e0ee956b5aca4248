"""Where a set of cases lies, in plain words: the values of facts and answers that all of its cases share."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.lists.search import is_empty
from bruiseaid.proof.sets.diagrams import NONE
from bruiseaid.proof.space.variables import Choice
from bruiseaid.protocol.model import Question, ValueFact

MOST = 8


def whereabouts(prover: Prover, cases: int, among: int) -> tuple[str, ...]:
    """Sentences such as 'The child is not independently mobile: no.' for what is narrower than in all cases `among`."""
    found = list(_facts(prover, cases, among))[:MOST]
    return (*found, *list(_answers(prover, cases, among))[: MOST - len(found)])


def _facts(prover: Prover, cases: int, among: int) -> Iterator[str]:
    for fact in prover.protocol.facts:
        if isinstance(fact, ValueFact) and not fact.of_each_mark:
            sets = prover.meaning.values(fact.id)
            here = [
                v
                for v, s in zip(fact.values, sets, strict=True)
                if not is_empty(prover.space, prover.diagrams.both(cases, s))
            ]
            usual = [v for v, s in zip(fact.values, sets, strict=True) if prover.diagrams.both(among, s) != NONE]
            if here and len(here) < len(usual):
                yield f"{fact.means}: {' or '.join(here)}."


def _answers(prover: Prover, cases: int, among: int) -> Iterator[str]:
    for question in prover.protocol.questions:
        known = prover.space.variables.get(question.id)
        if isinstance(known, Choice) and known.variable in prover.diagrams.names(cases):
            here = [g for i, g in enumerate(known.groups) if _has(prover, cases, known.variable, i)]
            usual = [g for i, g in enumerate(known.groups) if _has(prover, among, known.variable, i)]
            if here and len(here) < len(usual):
                yield f"{question.short}: {' or '.join(_labels(question, [v for g in here for v in g]))}."


def _has(prover: Prover, cases: int, variable: int, value: int) -> bool:
    return prover.diagrams.both(cases, prover.diagrams.among(variable, (value,))) != NONE


def _labels(question: Question, ids: list[str]) -> list[str]:
    return [option.short or option.label for option in question.options if option.id in ids]
