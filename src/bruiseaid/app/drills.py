"""The scenarios of the protocol as drills: a made-up story to answer, and how the answers compare with it. Pure.

Dates of a story are moved so that the mark is seen now; what should come out is worked out anew from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.journey import replay
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.engine.words import answer_words
from bruiseaid.protocol.model import Place, Protocol, Question, Scenario
from bruiseaid.record.case_file import as_tree, case_of_tree
from bruiseaid.store.settings import Settings
from bruiseaid.values import dataclass

_CODE = "P-"
_LATE = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer that is not the story's. Words; 'not answered' where there is none."""

    short: str
    given: str
    told: str


def drill_code(scenario: Scenario) -> str:
    """The code of a practice record: it says that it is practice, and of which story."""
    return f"{_CODE}{scenario.id}"


def drill_of(protocol: Protocol, code: str) -> Scenario | None:
    """The story that a practice record is of."""
    wanted = code.removeprefix(_CODE)
    return next((one for one in protocol.scenarios if one.id == wanted), None)


def told_case(protocol: Protocol, scenario: Scenario, now: datetime) -> Case | None:
    """The story's own answers, as if the mark were seen now; None for a story that these rules cannot read."""
    tree = as_tree(dict(scenario.case), Place(scenario.id, 1, 1))
    case = case_of_tree(tree, protocol, _LATE).case
    if case is None:
        return None
    days = now.date() - case.seen_at.date()
    dates = {q.id for q in protocol.questions if q.type == "date"}
    moved = {
        name: (date.fromisoformat(str(answer)) + days).isoformat() if name in dates else answer
        for name, answer in case.answers.items()
    }
    return replace(case, seen_at=now, answers=MappingProxyType(moved))


def first_answers(told: Case) -> dict[str, Answer]:
    """What the practitioner of the story brings along: what the settings would hold."""
    return {name: answer for name, answer in told.answers.items() if name in Settings.__dataclass_fields__}


def outcome_told(told: Case, now: datetime) -> Outcome:
    """What the story leads to."""
    return recommend(told, now)


def differences(given: Case, told: Case) -> tuple[Difference, ...]:
    """The answers that bear on the level and are not as the story tells them, in the order asked."""
    asked = set(replay(given).asked) | set(replay(told).asked)
    return tuple(
        Difference(question.short, _words(given, question), _words(told, question))
        for question in given.protocol.questions
        if question.id in asked and _bears(question, told) and not _same(question, given, told)
    )


def _bears(question: Question, told: Case) -> bool:
    return question.type in ("choice", "ticks", "date", "marks") and (question.needed or question.id in told.answers)


def _same(question: Question, given: Case, told: Case) -> bool:
    mine, theirs = (case.answers.get(question.id, question.if_absent) for case in (given, told))
    if question.type == "marks":
        return _places(mine) == _places(theirs)
    if question.type == "ticks":
        return set(mine or ()) == set(theirs or ())
    return (mine if isinstance(mine, str) else "".join(map(str, mine or ()))) == (
        theirs if isinstance(theirs, str) else "".join(map(str, theirs or ()))
    )


_SEEN = ("region", "side", "kind", "doc_status")


def _places(answer: object) -> list[tuple[str, ...]]:
    """Marks as far as a story tells them: the same ones in any order are the same."""
    marks = answer if isinstance(answer, tuple) else ()
    found = [tuple(str(one.get(key, "")) for key in _SEEN) for one in marks if isinstance(one, Mapping)]
    return sorted(found)


def _words(case: Case, question: Question) -> str:
    answer = case.answers.get(question.id)
    if answer is None:
        return "not answered"
    return answer_words(case.protocol, question.id, answer) or question.none_label or "none"
