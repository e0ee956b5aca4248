"""Which few cases would make good scenarios: each notices as many as possible of the edits that nothing notices yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.scenarios.edits import Edit
from bruiseaid.proof.scenarios.trying import Survivor
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """The case of a survivor, and the edits that it notices and that no case proposed before it does."""

    survivor: Survivor
    notices: tuple[Edit, ...]


def proposals(
    survivors: Sequence[Survivor], most: int, tell: Callable[[str], None] = lambda what: None
) -> tuple[Proposal, ...]:
    """At most `most` cases, those that notice most first."""
    here = [_seen(one.case) for one in survivors]
    noticed: list[set[int]] = [set() for _ in survivors]
    for index, other in enumerate(survivors):
        tell(f"edit {index + 1} of {len(survivors)}")
        for number, one in enumerate(survivors):
            if _notices(one, here[number], other.edit):
                noticed[number].add(index)
    left = frozenset(range(len(survivors)))
    found: list[Proposal] = []
    while left and len(found) < most:
        best = max(range(len(survivors)), key=lambda i: len(noticed[i] & left))
        more = noticed[best] & left
        if not more:
            break
        found.append(Proposal(survivors[best], tuple(survivors[i].edit for i in sorted(more))))
        left -= more
    return tuple(found)


def _notices(one: Survivor, here: object, edit: Edit) -> bool:
    """Whether a scenario of this case, which comes to `here`, notices an edit: by its level, by its rules, or by the
    action that it expects."""
    if edit.section == "actions" or one.edit.section == "actions":
        return edit == one.edit
    return here != _seen(replace(one.case, protocol=edit.protocol))


def _seen(case: Case) -> tuple[object, ...]:
    outcome: Outcome = recommend(case, case.seen_at)
    return outcome.status, outcome.reason, outcome.level, frozenset(rule.id for rule in outcome.rules)
