"""What is seen to happen in example cases, by the running engine: a rule that decides in one of them need not be looked
for in all cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bruiseaid.engine.case import Case
from bruiseaid.engine.without import what_counts
from bruiseaid.protocol.model import Protocol
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class SeenIn:
    """Ids of rules that decide a level, and of actions that stand, in at least one of the examples. `telling`: which of
    the examples showed something that those before them did not."""

    deciding: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    telling: tuple[int, ...] = ()


def seen_in(examples: Sequence[Case], first: Iterable[int] = ()) -> SeenIn:
    """What is seen in examples that are answered fully and in scope; others are passed over.

    `first`: examples that are tried first; the others only as long as something has not been seen yet.
    """
    deciding: set[str] = set()
    standing: set[str] = set()
    telling = []
    left = _to_be_seen(examples[0].protocol) if examples else frozenset()
    for index in dict.fromkeys((*first, *range(len(examples)))):
        if not left or index >= len(examples):
            continue
        rules, actions = what_counts(examples[index], deciding)
        if not (rules <= deciding and actions <= standing):
            telling.append(index)
        deciding |= rules
        standing |= actions
        left -= rules | actions
    return SeenIn(frozenset(deciding), frozenset(standing), tuple(telling))


def _to_be_seen(protocol: Protocol) -> frozenset[str]:
    """The rules, and the actions but those that stand where a case ends outside the scope."""
    ends = {name for end in protocol.scope_ends for name in end.actions}
    return frozenset(rule.id for rule in protocol.rules) | {a.id for a in protocol.actions if a.id not in ends}
