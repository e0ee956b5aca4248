"""Groups of details, such as the child and the practitioner, as entries of the record."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.engine.case import Case
from bruiseaid.engine.words import entry_words
from bruiseaid.protocol.model import Question
from bruiseaid.record.model import Entry


def stored(case: Case, name: str) -> Question | None:
    """The question with that id or that key of the case file; None if the protocol has none."""
    return next((q for q in case.protocol.questions if name in (q.id, q.stored)), None)


def group_of(case: Case, name: str) -> tuple[Entry, ...]:
    """A group of details by the key of the case format, restricted ones left out."""
    question = stored(case, name)
    if question is None:
        return ()
    return entries_of(case, question, case.answers.get(question.id, {}), restricted=False)


def entries_of(case: Case, question: Question, entry: object, *, restricted: bool) -> tuple[Entry, ...]:
    """The details of one entry: the restricted ones, or all others."""
    words = entry_words(case.protocol, question, entry if isinstance(entry, Mapping) else {})
    return tuple(
        Entry(label, text, quoted=_is_quoted(question, index) and bool(text))
        for index, (label, text) in enumerate(words)
        if question.fields[index].restricted == restricted
    )


def _is_quoted(question: Question, index: int) -> bool:
    return question.fields[index].id == "words"
