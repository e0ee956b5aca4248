"""One answer on the page where all are checked: a line for each thing that was said. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bruiseaid.engine.case import Answer, Entry
from bruiseaid.engine.words import answer_words, entry_words, place_words
from bruiseaid.protocol.model import Protocol, Question
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One thing that was said. `label`: what it is about, where the answer has several such parts."""

    words: str
    label: str = ""


def answer_lines(protocol: Protocol, question: Question, answer: Answer) -> tuple[AnswerLine, ...]:
    """The lines of an answer. One that is no list and has no parts is one line."""
    if isinstance(answer, Mapping):
        return tuple(_details(protocol, question, answer))
    if isinstance(answer, str):
        return (AnswerLine(answer_words(protocol, question.id, answer)),)
    entries: tuple[str | Entry, ...] = answer
    return tuple(_entry(protocol, question, entry, number) for number, entry in enumerate(entries, 1))


def _details(protocol: Protocol, question: Question, answer: Mapping[str, str]) -> Iterator[AnswerLine]:
    said = entry_words(protocol, question, answer)
    for detail, (_, words) in zip(question.fields, said, strict=True):
        if words:
            yield AnswerLine(words, detail.short or detail.label)


def _entry(protocol: Protocol, question: Question, entry: str | Entry, number: int) -> AnswerLine:
    if isinstance(entry, str):
        return AnswerLine(answer_words(protocol, question.id, (entry,)))
    if question.type == "marks":
        return AnswerLine(place_words(protocol, entry), f"Mark {number}")
    _, _, words = answer_words(protocol, question.id, (entry,)).partition(": ")
    return AnswerLine(words or "Nothing written yet", str(number))
