"""Whether a decision for another level holds, and what is in force with it. Pure.

A decision never drops silently: it is kept, and either it holds or there is a sentence that says why it does not.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from bruiseaid.engine.case import Case
from bruiseaid.engine.decided import at_level, higher_levels, lower_levels, why_not_lower
from bruiseaid.engine.outcome import Outcome
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.decision import Decision
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """`found`: what the answers lead to. `outcome`: what is in force. `set_aside`: why a decision does not hold."""

    found: Outcome
    outcome: Outcome
    decision: Decision | None = None
    set_aside: str = ""

    @property
    def holds(self) -> bool:
        """Whether a decision is in force."""
        return self.decision is not None and not self.set_aside


def judged(case: Case, found: Outcome, decision: Decision | None, done: Container[str], now: datetime) -> Judged:
    """What is in force of a case: at the level that was decided on, if that decision holds. `done`: ids of actions."""
    if decision is None:
        return Judged(found, found)
    reason = why_set_aside(case.protocol, found, decision, done)
    outcome = found if reason else at_level(case, found, decision.level, now)
    return Judged(found, outcome, decision, reason)


def why_set_aside(protocol: Protocol, found: Outcome, decision: Decision, done: Container[str]) -> str:
    """Why a decision does not hold for this outcome, as a sentence; empty if it holds."""
    order = [level.id for level in protocol.levels]
    if decision.level not in order:
        return "These rules do not have that level."
    if found.status == "out_of_scope":
        return "By your answers this protocol is not for this case."
    if decision.level in {level.id for level in higher_levels(protocol, found)}:
        return ""
    given = found.level or found.least
    if given == decision.level:
        return f"Your answers now lead to level {given} themselves."
    if decision.found not in order or order.index(decision.level) > order.index(decision.found):
        return f"Your answers now lead to level {given}, which is higher. The higher one counts."
    return _why_not_lower(protocol, found, decision, done)


def _why_not_lower(protocol: Protocol, found: Outcome, decision: Decision, done: Container[str]) -> str:
    """A lowering holds for the level and the reasons it was decided about, and needs a name and a reason."""
    if found.level != decision.found:
        return f"It was decided when your answers led to level {decision.found}. They now lead to {found.level}."
    new = [rule.id for rule in found.rules if rule.id not in decision.rules]
    if new:
        return f"Since then there is a new reason ({', '.join(new)}). Decide again."
    if not (decision.by.strip() and decision.role.strip() and decision.reason.strip()):
        return "Going lower needs the name and role of who decides, and a reason."
    if decision.level in {level.id for level in lower_levels(protocol, found, done)}:
        return ""
    return why_not_lower(protocol, found, done)
