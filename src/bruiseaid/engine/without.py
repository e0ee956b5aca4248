"""What a case would come to without one of its rules: whether the rule makes a difference there."""

from __future__ import annotations

from bruiseaid.engine.case import Case
from bruiseaid.engine.levels import level_without, levels_of
from bruiseaid.engine.ready import ready
from bruiseaid.engine.world import answered, world_of


def rules_that_decide(case: Case) -> frozenset[str]:
    """The rules without any one of which this fully answered case would have another level, or another standing
    level."""
    made = ready(case.protocol)
    world = world_of(made, answered(made, case), still_open=False)
    levels = levels_of(made, world)
    found = set()
    for index in levels.fired:
        level = level_without(made, world, levels, frozenset((index,)))
        standing = level_without(made, world, levels, made.without_for_standing | {index})
        if level != levels.greatest or standing != levels.standing_greatest:
            found.add(case.protocol.rules[index].id)
    return frozenset(found)
