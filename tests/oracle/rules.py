"""Model.md section 4: which rows fire for a case in scope, and the level they come to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import IntEnum
from typing import NamedTuple

from .child import DISCLOSED, Account, Context
from .facts import Facts, Feature, Mark, where


class Level(IntEnum):
    """E No further action < D Consider < C Same-day discussion < B Immediate referral < A Emergency."""

    E, D, C, B, A = range(5)


class Row(NamedTuple):
    """A row that fired and the least level it asks for; none when it only moves or caps a base."""

    rule: str
    at_least: Level | None


class Base(NamedTuple):
    """What one live mark starts from, and by which row."""

    rule: str
    level: Level


class Judgement(NamedTuple):
    rules: frozenset[str]
    level: Level | None


def judge(facts: Facts, without: Collection[str] = ()) -> Judgement:
    """The highest of all levels asked for; then R06 and R07, which look at the level reached so far."""
    fired = [row for row in rows(facts) if row.rule not in without]
    fired += reactions(facts, highest(fired))
    return Judgement(frozenset(row.rule for row in fired), highest(fired))


def highest(fired: Collection[Row]) -> Level | None:
    return max((row.at_least for row in fired if row.at_least is not None), default=None)


def rows(facts: Facts) -> Iterator[Row]:
    """No mark: only R01, R02, R04, R05, R08 and R44 are read."""
    yield from rows_for_every_case(facts)
    if not facts.marks:
        return
    yield from rows_for_any_mark(facts)
    if not facts.live:
        yield from rows_when_all_is_on_record(facts)
    elif facts.nim:
        yield from rows_for_an_immobile_child(facts)
    else:
        yield from rows_for_a_mobile_child(facts)


def rows_for_every_case(facts: Facts) -> Iterator[Row]:
    """R01, R02, R04, R05, R08, R44."""
    if facts.emergency_sign or facts.answer("immediate_danger") == "yes":
        yield Row("R01", Level.A)
    if facts.answer("immediate_danger") == "unsure":
        yield Row("R02", Level.B)
    if facts.disclosure:
        yield Row("R04", Level.B if facts.ticks("disclosure") & DISCLOSED else Level.C)
    if facts.answer("safe_home") != "yes":
        yield Row("R05", Level.B if facts.answer("safe_home") == "no" else Level.C)
    if facts.answer("own_worry") == "very":
        yield Row("R08", Level.C)
    if facts.answer("explanation") == "unsafe_to_ask":
        yield Row("R44", Level.C)


def rows_for_any_mark(facts: Facts) -> Iterator[Row]:
    """R03, R33, R45, R46; R33 and R46 look at live marks, whatever their status."""
    if facts.feature == Feature.STRONG:
        yield Row("R03", Level.B)
    if facts.worker_may_be_involved:
        yield Row("R45", Level.C)
    if any(where(mark).letter == "G" for mark in facts.live):
        yield Row("R33", Level.B)
    if facts.bleeding_disorder and any(bleeds_dangerously(mark) for mark in facts.live):
        yield Row("R46", Level.A)


def bleeds_dangerously(mark: Mark) -> bool:
    """R46: the head or neck areas, abdomen or flank."""
    return where(mark).area in ("head", "neck") or mark["region"] in ("abdomen", "flank")


def reactions(facts: Facts, so_far: Level | None) -> Iterator[Row]:
    """R06 and R07: with marks, the parent or carer refuses, or is removing the child."""
    if not facts.marks or so_far is None:
        return
    already_serious = so_far >= Level.C
    if facts.answer("cooperation") == "refusing":
        yield Row("R06", Level.B if already_serious else Level.C)
    if facts.answer("cooperation") == "removing_child":
        yield Row("R07", Level.A if already_serious else Level.B)


def rows_when_all_is_on_record(facts: Facts) -> Iterator[Row]:
    """R10, R11, R13: at least one mark, every one documented, none live."""
    yield Row("R10", Level.E)
    if facts.context == Context.HIGH:
        only_the_plan = facts.high_items == {"current_cp_plan_or_lac_or_open_s47"}
        yield Row("R11", Level.D if only_the_plan else Level.C)
    elif facts.context >= Context.SOFT or facts.delay:
        yield Row("R11", Level.D)
    if facts.nim and not facts.registered:
        yield Row("R13", Level.C)


def rows_for_an_immobile_child(facts: Facts) -> Iterator[Row]:
    """R21, else R22, else R20: not independently mobile, and some mark live."""
    if "injury" in facts.statuses or facts.concern or (facts.maybe_natural and not facts.reviewed_today):
        yield Row("R21", Level.B)
    elif set(facts.statuses) == {"scratch"} and facts.registered:
        yield Row("R22", Level.D)
    else:
        yield Row("R20", Level.C)


def rows_for_a_mobile_child(facts: Facts) -> Iterator[Row]:
    """R12, R20, R30 to R43: not NIM, and some mark live."""
    yield from steps(facts)
    for mark in facts.live:
        yield from rows_for_one_mark(facts, mark)
        yield from rows_for_one_kind(facts, mark)
    if facts.context == Context.HIGH:
        yield Row("R38", Level.C)
    if facts.context in (Context.NOT_KNOWN, Context.SOFT):
        yield Row("R12", Level.D)
    if facts.feature == Feature.MODERATE:
        yield Row("R40", Level.C if facts.with_account else Level.B)


def steps(facts: Facts) -> list[Row]:
    """R37, R38, R39: each one step up for every live mark."""
    climbs = {
        "R37": facts.early or (facts.wheel and not facts.with_account),
        "R38": facts.context >= Context.CONTRIBUTORY,
        "R39": facts.delay,
    }
    return [Row(rule, None) for rule, climbs_here in climbs.items() if climbs_here]


def rows_for_one_mark(facts: Facts, mark: Mark) -> Iterator[Row]:
    """The base plus the steps, not past the mark's cap (B unless R20 or R30 says otherwise)."""
    base, caps = base_of(facts, mark), dict(caps_of(facts, mark))
    raised = Level(min(base.level + len(steps(facts)), Level.B))
    yield from (Row(rule, None) for rule in caps)
    yield Row(base.rule, min([raised, *caps.values()]))


def caps_of(facts: Facts, mark: Mark) -> Iterator[tuple[str, Level]]:
    """R30 and, for a mark of status unsure, R20: with no concern only."""
    status = facts.status(mark)
    if facts.concern:
        return
    if status == "scratch" or (status == "natural" and facts.registered):
        yield "R30", Level.D
    if status == "unsure" and facts.reviewed_today:
        yield "R20", Level.C


def base_of(facts: Facts, mark: Mark) -> Base:
    """By the class of the place: N R31, K R32, G R33, S R34 to R36."""
    letter = where(mark).letter
    if letter == "G":
        return Base("R33", Level.B)
    if letter == "N":
        return Base("R31", usual_place(facts, mark))
    return Base("R32", other_place(facts)) if letter == "K" else protected_place(facts)


def usual_place(facts: Facts, mark: Mark) -> Level:
    """R31."""
    if facts.with_account:
        return Level.E
    if facts.account == Account.ABSENT:
        return Level.D
    return Level.B if where(mark).area == "head" else Level.C


def other_place(facts: Facts) -> Level:
    """R32."""
    if facts.with_account:
        return Level.D
    return Level.C if facts.account == Account.ABSENT and not facts.several else Level.B


def protected_place(facts: Facts) -> Base:
    """R34, R35, R36."""
    witnessed = facts.account == Account.WITNESSED
    if not facts.with_account:
        return Base("R34", Level.B)
    if facts.months < 48:
        return Base("R35", Level.B if facts.several and not witnessed else Level.C)
    return Base("R36", Level.D if witnessed and not facts.several else Level.C)


def rows_for_one_kind(facts: Facts, mark: Mark) -> Iterator[Row]:
    """R41 burns and scalds, R42 cuts and abrasions, R43 animal bites."""
    if mark["kind"] == "burn_scald":
        sensitive = where(mark).letter in ("S", "G") or mark["region"] in ("hand", "foot_sole")
        yield Row("R41", Level.B if sensitive or not facts.with_account else Level.C)
    if mark["kind"] == "cut_abrasion" and facts.account == Account.UNSUITABLE:
        yield Row("R42", Level.B)
    if mark["kind"] == "animal_bite":
        yield Row("R43", Level.C)
