"""In which order questions and facts are worked out, so that each finds ready what it looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bruiseaid.protocol.conditions import AnyMark, Condition, EveryMark, names, walk
from bruiseaid.protocol.model import AgeFact, CountFact, Fact, Question
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Cycle(Exception):
    """These names wait for each other."""

    names: tuple[str, ...]


def looked_at(fact: Fact) -> frozenset[str]:
    """Every name the fact looks at, the question of the marks (as 'marks of the case') not included."""
    match fact:
        case AgeFact():
            return frozenset(name for name in (fact.since, fact.weeks_later) if name)
        case CountFact():
            return names(fact.where)
        case _:
            return frozenset().union(*(names(condition) for _, condition in fact.branches))


def looks_at_marks(fact: Fact) -> bool:
    """Whether the fact counts marks, is worked out for each mark, or asks about any or every mark."""
    match fact:
        case AgeFact():
            return False
        case CountFact():
            return True
        case _:
            return fact.of_each_mark or any(has_marks(condition) for _, condition in fact.branches)


def has_marks(condition: Condition) -> bool:
    """Whether the condition asks about any or every mark."""
    return any(isinstance(part, AnyMark | EveryMark) for part in walk(condition))


def working_order(questions: Iterable[Question], facts: Iterable[Fact]) -> tuple[str, ...]:
    """Ids of questions and facts, each after everything that decides whether it is asked or what it is.

    Raises:
        Cycle: some of them wait for each other.
    """
    needs: dict[str, frozenset[str]] = {}
    marks = ""
    listed = tuple(questions)
    for question in listed:
        details = frozenset(detail.id for detail in question.fields)
        needs[question.id] = names(question.ask_when).union(*(names(d.ask_when) - details for d in question.fields))
        marks = question.id if question.type == "marks" else marks
    for question in listed:
        if marks and has_marks(question.ask_when):
            needs[question.id] |= {marks}
    for fact in facts:
        needs[fact.id] = looked_at(fact) | ({marks} if marks and looks_at_marks(fact) else set())
    return _sorted(needs)


def _sorted(needs: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    done: dict[str, None] = {}
    path: list[str] = []

    def visit(name: str) -> None:
        if name in done or name not in needs:
            return
        if name in path:
            raise Cycle(tuple(path[path.index(name) :]))
        path.append(name)
        for needed in sorted(needs[name]):
            visit(needed)
        path.pop()
        done[name] = None

    for name in needs:
        visit(name)
    return tuple(done)
