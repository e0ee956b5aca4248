"""A changed answer in words, before and after: of a list only the details that are others."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.engine.case import Answer, Entry
from bruiseaid.engine.words import answer_words, detail_words, labelled, place_words
from bruiseaid.protocol.model import Field, Protocol, Question

_NOT_ANSWERED = "not answered"


def changed_words(
    protocol: Protocol, question: Question, before: Answer | None, after: Answer | None
) -> tuple[str, str]:
    """The words before and after; '' where there was no answer."""
    was, now = entries_in(before), entries_in(after)
    if was and len(was) == len(now):
        told = [_told(protocol, question, pair, place) for place, pair in enumerate(zip(was, now, strict=True))]
        if any(old != new for old, new in told):
            return "; ".join(old for old, new in told if old != new), "; ".join(new for old, new in told if old != new)
    return _whole(protocol, question, before), _whole(protocol, question, after)


def _whole(protocol: Protocol, question: Question, answer: Answer | None) -> str:
    return "" if answer is None else answer_words(protocol, question.id, answer)


def entries_in(answer: Answer | None) -> tuple[Entry, ...]:
    """The entries of a list; a group is one."""
    if isinstance(answer, Mapping):
        return (answer,)
    return tuple(one for one in answer if isinstance(one, Mapping)) if isinstance(answer, tuple) else ()


def _told(protocol: Protocol, question: Question, pair: tuple[Entry, Entry], place: int) -> tuple[str, str]:
    """The details of one entry that are others, before and after, with the name of what they are details of."""
    of = _title(protocol, question, pair[1], place)
    others = [field for field in question.fields if pair[0].get(field.id) != pair[1].get(field.id)]
    before, after = ("; ".join(_said(protocol, field, entry) for field in others) for entry in pair)
    return of + before, of + after


def _said(protocol: Protocol, field: Field, entry: Entry) -> str:
    value = entry.get(field.id, "")
    return labelled(field.label, detail_words(protocol, field, value) if value else _NOT_ANSWERED)


def _title(protocol: Protocol, question: Question, entry: Entry, place: int) -> str:
    """Which entry it is; a group needs no name of its own."""
    if question.type == "marks":
        return f"Mark {place + 1}, {place_words(protocol, entry)}. "
    return "" if question.type == "group" else f"Entry {place + 1}. "
