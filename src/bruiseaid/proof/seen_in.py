"""What is seen to happen in example cases, by the running engine: a rule that decides in one of them need not be looked
for in all cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bruiseaid.engine.case import Case
from bruiseaid.engine.recommend import recommend
from bruiseaid.engine.without import rules_that_decide


@dataclass(frozen=True, slots=True)
class SeenIn:
    """Ids of rules that decide a level, and of actions that stand, in at least one of the examples."""

    deciding: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()


def seen_in(examples: Iterable[Case]) -> SeenIn:
    """What is seen in examples that are answered fully and in scope; others are passed over."""
    deciding: set[str] = set()
    standing: set[str] = set()
    for case in examples:
        outcome = recommend(case, case.seen_at)
        if outcome.status == "concluded":
            if not deciding.issuperset(rule.id for rule in outcome.rules):
                deciding |= rules_that_decide(case)
            standing |= {action.id for action in outcome.actions}
    return SeenIn(frozenset(deciding), frozenset(standing))
