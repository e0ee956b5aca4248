"""What was shown of pairs of cases, kept for the next protocol that is laid out in the same space."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bruiseaid.values import dataclass

By: TypeAlias = frozenset[tuple[int, bool]]
"""The parts that took something away: the cases of each, and whether it is of a mark."""


@dataclass(frozen=True, slots=True)
class Before:
    """The cases of a part when it was last shown, and by which other parts it was."""

    cases: int
    by: By


class Shown:
    """Of which part it was shown, and by which parts, that a pair in whose first case it reaches its level reaches it
    in the second case too. `about`: the part whatever its cases, and the pairs."""

    def __init__(self) -> None:
        self._by: dict[tuple[object, int], list[By]] = {}
        self._last: dict[object, Before] = {}

    def was(self, about: object, cases: int, holds: Callable[[By], bool]) -> bool:
        """Whether it was shown of a part with these cases, by parts that all hold still."""
        return any(map(holds, reversed(self._by.get((about, cases), ()))))

    def last(self, about: object) -> Before | None:
        """How it was shown last, of other cases perhaps."""
        return self._last.get(about)

    def keep(self, about: object, cases: int, by: By) -> None:
        """Keeps that it was shown of these cases."""
        self._by.setdefault((about, cases), []).append(by)
        self._last[about] = Before(cases, by)
