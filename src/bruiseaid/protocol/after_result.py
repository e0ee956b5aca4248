"""Checks the steps that are walked once the result was seen: nothing in them may be needed to find it."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.protocol.bearing import bearing
from bruiseaid.protocol.kinds import Read, Reading
from bruiseaid.protocol.model import Protocol, Question


def check(protocol: Protocol, top: Read, reading: Reading) -> None:
    """Adds a problem for every step and every question that stands on the wrong side of the result."""
    _steps(top.get("steps", ()), reading)
    after = {step.id for step in protocol.steps if step.after_result}
    later = {question.id for question in protocol.questions if question.step in after}
    bears = bearing(protocol)
    tables: tuple[Read, ...] = top.get("questions", ())
    for table, question in zip(tables, protocol.questions, strict=True):
        for key, message in _wrong(question, later, bears):
            reading.add(table.place_of(key), message, words=table.text(key))


def _steps(tables: tuple[Read, ...], reading: Reading) -> None:
    """They stand after all others, and the first step is not one of them."""
    after = False
    for table in tables:
        if after and not table.get("after_result"):
            message = "A step after the result stands after all others. Put this one above it."
            reading.add(table.place_of("id"), message, words=table.text("id"))
        after = after or bool(table.get("after_result"))
    if tables and tables[0].get("after_result"):
        message = "The first step cannot stand after the result: something has to lead to it."
        reading.add(tables[0].place_of("after_result"), message, words="after_result")


def _wrong(question: Question, later: set[str], bears: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The key that is wrong, and what is wrong with it."""
    main = question.same_page_as
    if main and (main in later) != (question.id in later):
        yield "same_page_as", "One of the two questions is asked after the result, the other before it."
    if question.id not in later:
        return
    if question.id in bears or question.stored == "seen_at":
        yield "step", "This question bears on the result, so it cannot be asked after the result."
    if question.needed:
        yield "needed", "Nothing is concluded while this question is open, so it cannot be asked after the result."
    if question.put_off_when is not None:
        yield "put_off_when", "What is asked after the result cannot be put off as well."
