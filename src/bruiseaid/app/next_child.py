"""The record of another child of the home, begun with what both share. Pure.

Found by what the protocol says of its questions: lists of people, concerns that family or community raised, the
practitioner's own details, and what the settings hold. Nothing that was said or seen of the first child goes along,
only the name, as one of the others; of the next one the name and the date of birth, if they were given.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bruiseaid.app.changing import listed
from bruiseaid.engine.case import Answer, Case, Entry
from bruiseaid.protocol.model import Question
from bruiseaid.store.settings import Settings

_NAME, _AGREED, _CONCERNS = "name", "action", "community"


def other_children(case: Case) -> tuple[tuple[str, int, str], ...]:
    """Question, place and name of each other child that is listed: in a list with an action for each."""
    return tuple(
        (question.id, place, entry.get(_NAME, "") or f"child {place + 1}")
        for question in _children_lists(case)
        for place, entry in enumerate(listed(case.answers.get(question.id)))
    )


def case_of_next(case: Case, question: str, place: int, beside: str) -> dict[str, Answer]:
    """The answers that the record of that child begins with. `beside`: the code of the first child's record."""
    found: dict[str, Answer] = {
        known.id: case.answers[known.id] for known in case.protocol.questions if _shared(known, case)
    }
    children = listed(case.answers.get(question))
    next_one = children[place]
    first = _first_child(case, beside)
    others = [entry for index, entry in enumerate(children) if index != place]
    found[question] = (*others, *([first] if first else [])) or ""
    if not found[question]:
        del found[question]
    if name := next_one.get(_NAME):
        found.update({known.id: MappingProxyType({_NAME: name}) for known in _details_of_child(case)})
    dates = (known.id for known in case.protocol.questions if known.type == "date")
    found.update({name: next_one[name] for name in dates if next_one.get(name)})
    return found


def _children_lists(case: Case) -> list[Question]:
    return [
        question
        for question in case.protocol.questions
        if question.type == "people" and any(field.id == _AGREED for field in question.fields)
    ]


def _shared(question: Question, case: Case) -> bool:
    if question.id not in case.answers:
        return False
    about_the_home = question.type == "people" or question.record_part == _CONCERNS
    return about_the_home or question.stored == "practitioner" or hasattr(Settings, question.id)


def _details_of_child(case: Case) -> list[Question]:
    return [question for question in case.protocol.questions if question.stored == "child"]


def _first_child(case: Case, beside: str) -> Entry | None:
    for question in _details_of_child(case):
        details = case.answers.get(question.id)
        if isinstance(details, Mapping) and details.get(_NAME):
            return MappingProxyType({_NAME: details[_NAME], _AGREED: f"Has a record of their own, {beside}"})
    return None
