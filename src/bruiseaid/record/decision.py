"""A level that people decided on, beside the one that the answers lead to."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class RecordLevel:
    """The outcome as it was shown. `scale` is 'A to E'."""

    id: str
    name: str
    sentence: str
    shape: Literal["octagon", "diamond", "triangle", "circle", "square"]
    scale: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided on which level, when and why, and about what.

    `found`: the level the answers led to ('' while none was certain); `rules`: ids of the rules that had fired;
    `done`: ids of the actions that were done by then. A lowering holds for these only.
    """

    at: datetime
    found: str
    level: str
    by: str
    role: str
    reason: str
    rules: tuple[str, ...] = ()
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordDecision:
    """A decision as the record keeps it: `given` is what the protocol gives by the answers, None: nothing yet.

    The actions that it names as done are those done by the end. `set_aside` says why the decision does not hold;
    empty: it holds, and the record has its level and actions.
    """

    made: Decision
    level: RecordLevel
    given: RecordLevel | None
    set_aside: str = ""


def decision_words(made: Decision, given: str, set_aside: str) -> str:
    """'The protocol gives C. Decided: B, by ..., because: ...' with the reason where it does not hold.

    `given`: the id of the level that the answers lead to; empty where none is certain.
    """
    who = ", ".join(part for part in (made.by, made.role) if part) or "somebody who is not named"
    protocol = f"The protocol gives {given}." if given else "The protocol gives no level yet."
    reason = made.reason.strip().rstrip(".") or "no reason was written"
    if set_aside:
        return f"{protocol} Set aside: {made.level}, decided by {who}, because: {reason}. {set_aside}"
    return f"{protocol} Decided: {made.level}, by {who}, because: {reason}."
