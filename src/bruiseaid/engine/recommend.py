"""From a case to its outcome at one moment. Pure: the clock comes in as `now`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bruiseaid.engine.actions import Moment, ladder, merely_possible, scope_actions, set_levels, standing_actions, timed
from bruiseaid.engine.bounds import Bounds, bounds_of
from bruiseaid.engine.case import Case
from bruiseaid.engine.compiled import YES, World
from bruiseaid.engine.explain import answers_that_counted
from bruiseaid.engine.journey import Journey, journey_of, scope_end
from bruiseaid.engine.levels import Levels, levels_of
from bruiseaid.engine.outcome import FiredRule, LadderRung, Outcome
from bruiseaid.engine.ready import Ready, ready
from bruiseaid.engine.world import Answered, answered, world_of
from bruiseaid.protocol.answers import moment
from bruiseaid.protocol.model import Action, Borough, Rule, ValueFact

OUTSIDE = "other"
"""The id of the borough that stands for every place that has none."""


def recommend(case: Case, now: datetime, *, describing: str = "") -> Outcome:
    """The outcome of a case: concluded, open, or out of scope. `now` is aware; contacts and 'overdue' depend on it.

    `describing`: the list (the marks, for one) that somebody is filling in just now. While the case is open, a detail
    of it that may still be given does not count as left out: what is called certain stays so, whatever comes next.
    """
    made = ready(case.protocol)
    given = answered(made, case)
    world = world_of(made, given, still_open=False)
    journey = journey_of(made, case, given, world)
    moment = Moment(case.seen_at, call_recorded_at(case), now, borough_of(case))
    end = scope_end(made, world, level_is_possible=True)
    if end is not None:
        return _out_of_scope(made, world, end.id, journey, moment)
    if journey.open_needed:
        return _open(made, replace(given, describing=describing), journey, moment)
    levels = levels_of(made, world)
    if levels.greatest < 0:
        end = scope_end(made, world, level_is_possible=False)
        return _out_of_scope(made, world, end.id if end else "", journey, moment)
    return _concluded(made, world, levels, journey, moment)


def borough_of(case: Case) -> Borough:
    """The borough of the case; one that is not known counts as the one by name 'other', else as the first."""
    by_id = {borough.id: borough for borough in case.protocol.boroughs}
    return by_id.get(case.borough) or by_id.get(OUTSIDE) or case.protocol.boroughs[0]


def call_recorded_at(case: Case) -> datetime | None:
    """When the first call with a decision was recorded; None before that. Never before the mark was seen."""
    times = []
    for question in case.protocol.questions:
        if question.type == "entries" and {"at", "decision"} <= {field.id for field in question.fields}:
            for entry in case.answers.get(question.id, ()):
                if isinstance(entry, Mapping) and entry.get("decision"):
                    times.append(moment(entry.get("at"), ready(case.protocol).zone))
    return min((at for at in times if at is not None and at >= case.seen_at), default=None)


def _id(made: Ready, level: int) -> str | None:
    return made.protocol.levels[level].id if level >= 0 else None


def _concluded(made: Ready, world: World, levels: Levels, journey: Journey, moment: Moment) -> Outcome:
    level = levels.greatest
    set_levels(world, (level, level), (levels.standing_least, levels.standing_greatest), levels.fired)
    actions = standing_actions(made, world, level, is_open=False)
    return Outcome(
        status="concluded", level=_id(made, level), least=_id(made, level), greatest=_id(made, level),
        act_now=level >= made.act_now_from, rules=_fired(made, levels, sure_only=True),
        actions=timed(made, world, actions, moment), ladder=ladder_of(made, actions, moment),
        set_aside=journey.set_aside, standing_level=_id(made, levels.standing_greatest), facts=_facts(made, world),
        counted=answers_that_counted(made, world, levels),
    )  # fmt: skip


def _open(made: Ready, given: Answered, journey: Journey, moment: Moment) -> Outcome:
    bounds = bounds_of(made, given)
    world = world_of(made, given, still_open=True)
    levels = levels_of(made, world)
    reached = bounds.least >= made.act_now_from
    shown = (bounds.least, bounds.least) if reached else (bounds.least, bounds.greatest)
    standing = (levels.standing_least, levels.standing_greatest)
    set_levels(world, shown, standing, levels.fired)
    level = bounds.least if reached else None
    actions = standing_actions(made, world, level, is_open=reached)
    possible = merely_possible(made, world, level) if reached else ()
    return Outcome(
        status="open", level=_id(made, bounds.least) if reached else None, least=_id(made, bounds.least),
        greatest=_id(made, bounds.greatest), act_now=reached, rules=_fired(made, levels, sure_only=True),
        actions=timed(made, world, actions, moment, possible), ladder=ladder_of(made, actions, moment),
        open_questions=journey.open_needed, set_aside=journey.set_aside,
        standing_level=_standing_if_known(made, levels, bounds), facts=_facts(made, world),
        counted=answers_that_counted(made, world, levels),
    )  # fmt: skip


def _standing_if_known(made: Ready, levels: Levels, bounds: Bounds) -> str | None:
    return _id(made, levels.standing_least) if levels.standing_least == levels.standing_greatest else None


def _out_of_scope(made: Ready, world: World, reason: str, journey: Journey, moment: Moment) -> Outcome:
    end = next((one for one, _ in made.scope_ends if one.id == reason), None)
    set_levels(world, (-1, -1), (-1, -1), {})
    actions = scope_actions(made, world, end) if end else []
    return Outcome(
        status="out_of_scope", level=None, least=None, greatest=None, act_now=False,
        actions=timed(made, world, actions, moment), set_aside=journey.set_aside, reason=reason,
        facts=_facts(made, world),
    )  # fmt: skip


def ladder_of(made: Ready, actions: Sequence[Action], moment: Moment) -> tuple[LadderRung, ...]:
    """The escalation ladder, where one of the actions opens it."""
    if any(action.ladder for action in actions):
        return ladder(made, moment.call or moment.seen, moment)
    return ()


def _fired(made: Ready, levels: Levels, *, sure_only: bool) -> tuple[FiredRule, ...]:
    found = []
    for index, rule in enumerate(made.protocol.rules):
        if levels.fired.get(index, 0) == YES or (not sure_only and index in levels.fired):
            found.append(_fired_rule(made, rule, index, levels))
    return tuple(found)


def _fired_rule(made: Ready, rule: Rule, index: int, levels: Levels) -> FiredRule:
    may_hold = [one for one in levels.held if one.ready.rule == index]
    held = [one for one in may_hold if (one.case == YES if one.marks is None else YES in one.marks)]
    named = [one.ready.level for one in held if one.ready.effect.kind in ("at_least", "base")]
    if not held:  # one of them holds, whichever level so far it comes to: the least of them is certain
        named = [min(one.ready.level for one in may_hold)]
    level = _id(made, max(named)) if named else None
    kinds = [one.ready.effect.kind for one in held]
    return FiredRule(
        rule.id, level, rule.because, rule.sources, rule.own_choice,
        _effect_words(made, level, kinds), "raise_by" in kinds,
    )  # fmt: skip


def _effect_words(made: Ready, level: str | None, kinds: Sequence[str]) -> str:
    words = []
    if level is not None:
        words.append(f"at least {level}")
    if "raise_by" in kinds:
        words.append("one step up")
    if "cap" in kinds:
        words.append("no more than this for the mark itself")
    return ", ".join(words)


def _facts(made: Ready, world: World) -> dict[str, str]:
    """Every fact that has one value, by id."""
    found: dict[str, str] = {}
    for fact in made.protocol.facts:
        if isinstance(fact, ValueFact) and not fact.of_each_mark:
            bits = made.names.facts[fact.id]
            values = [value for value, bit in bits.items() if world.facts[fact.id] & bit]
            if len(values) == 1:
                found[fact.id] = values[0]
        elif fact.id in world.numbers and world.numbers[fact.id][0] == world.numbers[fact.id][1]:
            found[fact.id] = str(world.numbers[fact.id][0])
    return found
