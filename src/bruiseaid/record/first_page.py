"""What stands on the first page of the record: what a duty worker needs in thirty seconds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bruiseaid.engine.case import Case
from bruiseaid.engine.words import age_words, entry_words
from bruiseaid.record.groups import stored
from bruiseaid.record.model import Entry
from bruiseaid.record.sharing import shared_words


def first_of(case: Case, name: str) -> tuple[Entry, ...]:
    """The details of a group that belong on the first page, under their short labels; all if none is marked."""
    question = stored(case, name)
    if question is None:
        return ()
    answer = case.answers.get(question.id)
    words = entry_words(case.protocol, question, answer if isinstance(answer, Mapping) else {})
    shared = [(f, text) for f, (_, text) in zip(question.fields, words, strict=True) if not f.restricted]
    chosen = [(f, text) for f, text in shared if f.first_page] or shared
    return tuple(Entry(f.short or f.label, text) for f, text in chosen)


_ABOUT_THE_CHILD = ("child", "development")


def child_first(case: Case) -> tuple[Entry, ...]:
    """The child on the first page: name, then what was asked about the child, then the other details."""
    details = first_of(case, "child")
    asked = tuple(_asked_first(case, about_the_child=True))
    return (*details[:1], *asked, *details[1:])


def first_page_rows(case: Case) -> Iterator[Entry]:
    """What else the first page shows: interpreter, parents told, other children, whom was spoken to."""
    yield from _asked_first(case, about_the_child=False)
    for question in case.protocol.questions:
        is_other_group = question.type == "group" and question.stored not in ("child", "practitioner")
        if is_other_group and any(detail.first_page for detail in question.fields):
            yield from first_of(case, question.id)


def _asked_first(case: Case, *, about_the_child: bool) -> Iterator[Entry]:
    for question in case.protocol.questions:
        belongs = (question.record_part in _ABOUT_THE_CHILD) == about_the_child
        if question.first_page and not question.restricted and belongs:
            answer = case.answers.get(question.id)
            text = shared_words(case, question, answer) if answer is not None else ""
            if question.type == "date" and text and age_words(case):
                text = f"{text} ({age_words(case)})"
            yield Entry(question.short, text)
