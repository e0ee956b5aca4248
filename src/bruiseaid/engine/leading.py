"""Which of the rules that fired come first: those that set the level, before those that would have led lower."""

from __future__ import annotations

from bruiseaid.engine.outcome import FiredRule, Outcome
from bruiseaid.protocol.model import Protocol


def leading_first(protocol: Protocol, found: Outcome) -> tuple[FiredRule, ...]:
    """The rules that name the level found, then those that go a step up, then the others, the highest level first."""
    places = {level.id: place for place, level in enumerate(protocol.levels, 1)}
    level = found.level or found.least

    def rank(rule: FiredRule) -> tuple[bool, bool, int]:
        return rule.level != level, not rule.raises, -places.get(rule.level or "", 0)

    return tuple(sorted(found.rules, key=rank))
