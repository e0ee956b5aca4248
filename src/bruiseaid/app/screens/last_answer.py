"""Keeps the last answer of a function, for as long as it is asked about the very same thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


def last_answer(work_out: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """The function, which works it out again for another object only; to compare large ones would take as long."""
    return last_answer_about(lambda asked: (asked,))(work_out)


def last_answer_about(
    parts: Callable[[Asked], tuple[object, ...]],
) -> Callable[[Callable[[Asked], Answer]], Callable[[Asked], Answer]]:
    """The same, where the answer hangs on some parts of what is asked about: it stands while none is another object."""

    def keeping(work_out: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
        kept: list[tuple[tuple[object, ...], Answer]] = []

        @wraps(work_out)
        def answer(asked: Asked) -> Answer:
            about = parts(asked)
            if not kept or any(now is not then for now, then in zip(about, kept[0][0], strict=True)):
                kept[:] = [(about, work_out(asked))]
            return kept[0][1]

        return answer

    return keeping
