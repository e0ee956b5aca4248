"""Which few cases would make good scenarios: each notices as many as possible of the edits that nothing notices yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.edits import Edit
from bruiseaid.proof.trying import Survivor


@dataclass(frozen=True, slots=True)
class Proposal:
    """The case of a survivor, and the edits that it notices and that no case proposed before it does."""

    survivor: Survivor
    notices: tuple[Edit, ...]


def proposals(
    survivors: Sequence[Survivor], most: int, tell: Callable[[str], None] = lambda what: None
) -> tuple[Proposal, ...]:
    """At most `most` cases, those that notice most first."""
    noticed = []
    for number, one in enumerate(survivors, start=1):
        tell(f"case {number} of {len(survivors)}")
        noticed.append(frozenset(i for i, other in enumerate(survivors) if _notices(one, other.edit)))
    left = frozenset(range(len(survivors)))
    found: list[Proposal] = []
    while left and len(found) < most:
        best = max(range(len(survivors)), key=lambda i: len(noticed[i] & left))
        here = noticed[best] & left
        if not here:
            break
        found.append(Proposal(survivors[best], tuple(survivors[i].edit for i in sorted(here))))
        left -= here
    return tuple(found)


def _notices(one: Survivor, edit: Edit) -> bool:
    """Whether a scenario of this case, which expects its level, its rules and the action dropped, notices an edit."""
    if edit.section == "actions" or one.edit.section == "actions":
        return edit == one.edit
    return _seen(one.case) != _seen(replace(one.case, protocol=edit.protocol))


def _seen(case: Case) -> tuple[object, ...]:
    outcome: Outcome = recommend(case, case.seen_at)
    return outcome.status, outcome.reason, outcome.level, frozenset(rule.id for rule in outcome.rules)
