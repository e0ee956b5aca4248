"""What somebody is asked to look at again, as a value: answers that hardly go together, or times in the wrong order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bruiseaid.protocol.asking import Field, Question
from bruiseaid.protocol.conditions import ALWAYS, Condition
from bruiseaid.values import dataclass

_TIMES = ("date", "date_time")


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Answers to look at again. It changes no level and stops nobody.

    It shows where `when` holds and, if there is an `in_order`, the first of its two times is later than the second.
    These are addresses: a question, or `question.detail` for a detail of a group, a list or the marks. `look_at`: the
    questions that can be changed; it shows once all of them are answered.
    """

    id: str
    say: str
    look_at: tuple[str, ...]
    sources: tuple[str, ...]
    when: Condition = ALWAYS
    in_order: tuple[str, ...] = ()


def times_of(questions: Iterable[Question]) -> Iterator[tuple[str, Question, Field | None]]:
    """The address of every date and time that can be given, with its question and, if it is one, its detail."""
    for question in questions:
        if question.type in _TIMES:
            yield question.id, question, None
        for one in question.fields:
            if one.type in _TIMES:
                yield f"{question.id}.{one.id}", question, one
