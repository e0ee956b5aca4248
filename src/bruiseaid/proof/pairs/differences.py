"""What two cases that are compared may differ in: some answers, or one entry of a list."""

from __future__ import annotations

from bruiseaid.protocol.conditions import Condition
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """What two cases may differ in: the `freed` variables. The first is in `calmer`, the second in `worse`.

    `alike`: sets in which both or neither of them are.
    """

    freed: frozenset[int]
    calmer: int
    worse: int
    alike: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryChange:
    """The entry meets `calmer` in the first case (None: it is not there) and `worse` in the second.

    `free`: the fields that may differ; every other field is the same.
    """

    list_id: str
    calmer: Condition | None
    worse: Condition
    free: frozenset[str]
