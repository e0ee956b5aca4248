"""What may leave and what must not: answers parted into a shared and a restricted copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.words import answer_words
from bruiseaid.protocol.model import Protocol, Question


def shared_part(data: dict[str, object], protocol: Protocol) -> dict[str, object]:
    """The case as data without anything restricted."""
    kept = dict(data)
    answers = data.get("answers")
    kept_answers = dict(answers) if isinstance(answers, dict) else {}
    if isinstance(answers, dict):
        kept["answers"] = kept_answers
    for question in protocol.questions:
        for place in (kept, kept_answers):
            _hide(place, question)
    return kept


def restricted_part(data: dict[str, object], protocol: Protocol) -> dict[str, object]:
    """The answers as data, by id or key of the case file: only what is restricted; empty when nothing is."""
    places = (data, data.get("answers"))
    found: dict[str, object] = {}
    for question in protocol.questions:
        key, hidden = question.stored or question.id, hidden_details(question)
        held = next((place[key] for place in places if isinstance(place, dict) and key in place), None)
        kept = held if question.restricted else _only(held, hidden)
        if kept and (question.restricted or hidden):
            found[key] = kept
    return found


def holds_restricted(question: Question) -> bool:
    """Whether the question, or a detail of it, is restricted."""
    return question.restricted or bool(hidden_details(question))


def hidden_details(question: Question) -> frozenset[str]:
    """The ids of its restricted details."""
    return frozenset(detail.id for detail in question.fields if detail.restricted)


def shared_words(case: Case, question: Question, answer: Answer) -> str:
    """One answer in words, made only of what may leave; '' where nothing may."""
    if question.restricted:
        return ""
    shared = cast(Answer, _without(answer, hidden_details(question)))
    return answer_words(case.protocol, question.id, shared)


def _hide(place: dict[str, object], question: Question) -> None:
    key, hidden = question.stored or question.id, hidden_details(question)
    if key in place and question.restricted:
        del place[key]
    elif key in place and hidden:
        place[key] = _without(place[key], hidden)


def _without(value: object, hidden: frozenset[str]) -> object:
    if isinstance(value, Mapping):
        return {key: held for key, held in value.items() if key not in hidden}
    if isinstance(value, Iterable) and not isinstance(value, str):
        parts = (_without(one, hidden) for one in value)
        return tuple(parts) if isinstance(value, tuple) else list(parts)
    return value


def _only(value: object, shown: frozenset[str]) -> object:
    """The restricted details of a group, or of each entry in order; None when there are none."""
    if isinstance(value, Mapping):
        return {key: held for key, held in value.items() if key in shown} or None
    if isinstance(value, list | tuple):
        parts = [_only(one, shown) for one in value]
        return parts if any(parts) else None
    return None
