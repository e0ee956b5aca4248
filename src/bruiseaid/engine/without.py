"""What a fully answered case shows of its protocol: which rules make a difference there, and which actions stand."""

from __future__ import annotations

from collections.abc import Collection

from bruiseaid.engine.actions import set_levels, standing_actions
from bruiseaid.engine.case import Case
from bruiseaid.engine.compiled import World
from bruiseaid.engine.journey import journey_of, scope_end
from bruiseaid.engine.levels import NO_LEVEL, Levels, level_without, levels_of
from bruiseaid.engine.ready import Ready, ready
from bruiseaid.engine.world import answered, world_of


def what_counts(case: Case, known: Collection[str] = ()) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the rules without any one of which the case would have another level, or another standing level; and of
    the actions that stand. Rules that are `known` to decide elsewhere are not looked at. Nothing of a case that is not
    answered fully, or out of scope."""
    made = ready(case.protocol)
    given = answered(made, case)
    world = world_of(made, given, still_open=False)
    if scope_end(made, world, level_is_possible=True) or journey_of(made, case, given, world).open_needed:
        return frozenset(), frozenset()
    levels = levels_of(made, world)
    level = levels.greatest
    if level == NO_LEVEL:
        return frozenset(), frozenset()
    rules = case.protocol.rules
    asked = [index for index in levels.fired if rules[index].id not in known]
    deciding = frozenset(rules[index].id for index in asked if _decides(made, world, levels, index))
    set_levels(world, (level, level), (levels.standing_least, levels.standing_greatest), levels.fired)
    return deciding, frozenset(action.id for action in standing_actions(made, world, level, is_open=False))


def _decides(made: Ready, world: World, levels: Levels, rule: int) -> bool:
    if level_without(made, world, levels, frozenset((rule,))) != levels.greatest:
        return True
    others = made.without_for_standing | {rule}
    return level_without(made, world, levels, others) != levels.standing_greatest
