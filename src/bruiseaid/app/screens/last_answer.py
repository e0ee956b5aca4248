"""Keeps the last answer of a function, for as long as it is asked about the very same thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def last_answer(work_out: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """The function, which works it out again for another object only; to compare large ones would take as long."""
    kept: list[tuple[Asked, Answer]] = []

    @wraps(work_out)
    def answer(asked: Asked) -> Answer:
        if not kept or kept[0][0] is not asked:
            kept[:] = [(asked, work_out(asked))]
        return kept[0][1]

    return answer
