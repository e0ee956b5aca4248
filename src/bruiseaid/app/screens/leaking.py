"""Restricted words that somebody also wrote where everybody can read them: said before the record is made. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.app.screens.phrases import lower_first
from bruiseaid.app.screens.state import DO_NOW, State, asking
from bruiseaid.engine.case import Case
from bruiseaid.engine.words import labelled
from bruiseaid.protocol.model import Question
from bruiseaid.record.leaks import restricted_words_shared, stand_in
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Entry
from bruiseaid.record.sharing import shared_words
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Leak:
    """One place where restricted words stand. `place` is where they can be changed."""

    words: str
    link: str
    link_name: str
    place: str


@dataclass(frozen=True, slots=True)
class Leaks:
    """All of them. It never keeps anybody from finishing."""

    head: str
    found: tuple[Leak, ...]
    note: str = "The record can be made as it is. What is kept apart stays in the annex; what stands here goes along."


NO_LEAKS = Leaks("", ())


def leaks(state: State) -> Leaks:
    """What is kept apart and yet stands in the shared record, with each place."""
    if state.draft is None or state.found is None:
        return NO_LEAKS
    record = make_record(state.draft, state.found, finished_at=state.now, proved=state.proved)
    found = tuple(leak for entry in restricted_words_shared(record) for leak in _places(state, entry))
    return Leaks("Words that are kept apart also stand where everybody reads them", found) if found else NO_LEAKS


def _places(state: State, entry: Entry) -> Iterator[Leak]:
    assert state.draft is not None
    what = labelled(entry.label, f"“{entry.text}”")
    places = list(_questions(state, state.draft.case, entry))
    for question, place in places:
        words = f"{what} also stands in the answer to “{question.ask}”."
        yield Leak(words, "Change this answer", f"Change {lower_first(question.short)}", place)
    if not places:
        words = f"{what} also stands in what you wrote down as done, decided or said."
        yield Leak(words, "Look at what was done", "Look at what was done", DO_NOW)


def _questions(state: State, case: Case, entry: Entry) -> Iterator[tuple[Question, str]]:
    """The questions whose shared answer holds the words, and the place where each is asked."""
    pages = state.journey.pages if state.journey is not None else ()
    places = {question: asking(page.questions[0]) for page in pages for question in page.questions}
    for question in state.protocol.questions:
        answer = case.answers.get(question.id)
        if question.id in places and answer and stand_in(entry.text, shared_words(case, question, answer)):
            yield question, places[question.id]
