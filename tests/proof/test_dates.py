"""Dates that are left out, not asked for, or still to come: the proof and the engine make the same of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.levels.prover import Prover, prover_of
from bruiseaid.proof.prove import prove
from bruiseaid.protocol.model import Protocol
from tests.proof.little import asked, chosen, little, read, rule, text

SEEN = datetime(2025, 11, 24, 10, tzinfo=ZoneInfo("Europe/London"))
AGE = "{id: age, means: Age, age_in: days, since: born}"
RULES = (rule("YOUNG", "at_least: low", "{age: {under: 10}}"), rule("OLD", "at_least: mid", "{age: {from: 10}}"))
CALM = rule("ANY", "at_least: calm")
OPTIONAL = little(
    "calm low mid high",
    questions=(asked("born", "date", "not_after: seen_at"), chosen("bitten", "yes no")),
    facts=(AGE,), rules=(*RULES, CALM, rule("BITTEN", "at_least: high", "{bitten: yes, age: {from: 5}}")),
)  # fmt: skip
SOMETIMES = little(
    "calm low mid",
    questions=(chosen("bitten", "yes no"), asked("born", "date", "needed: yes, ask_when: {bitten: yes}")),
    facts=(AGE,), rules=(*RULES, CALM),
)  # fmt: skip
TO_COME = little(
    "calm low mid high", questions=(asked("born", "date"),), facts=(AGE,),
    rules=(*RULES, rule("COMING", "at_least: high", "{age: {under: 0}}")),
)  # fmt: skip
EARLY = little(
    "calm low mid high",
    questions=(
        chosen("early", "yes no"), asked("born", "date", "needed: yes, not_after: seen_at"),
        asked("weeks", "number", "needed: yes, least: 1, greatest: 4, ask_when: {early: yes}"),
    ),
    facts=(AGE, "{id: corrected, means: Age, age_in: days, since: born, weeks_later: weeks}"),
    rules=(*RULES, rule("DUE", "at_least: high", "{age: {from: 20}, corrected: {under: 10}}")),
)  # fmt: skip
DAYS: tuple[Answer | None, ...] = tuple((date(2025, 11, 24) - timedelta(days=n)).isoformat() for n in range(-4, 40, 3))


def cases(protocol: Protocol) -> list[Case]:
    """Every case with these days and all other answers."""
    ways: list[tuple[Answer | None, ...]] = []
    for one in protocol.questions:
        left: tuple[Answer | None, ...] = () if one.needed else (None,)
        if one.type == "date":
            ways.append((*(DAYS[2:] if one.not_after else DAYS), *left))
        elif one.type == "number":
            ways.append(tuple(str(n) for n in range(one.least or 0, (one.greatest or 0) + 1)))
        else:
            ways.append((*(option.id for option in one.options), *left))
    ids = [one.id for one in protocol.questions]
    rows = [{k: v for k, v in zip(ids, row, strict=True) if v is not None} for row in product(*ways)]
    return [Case(protocol, SEEN, "town", answers) for answers in rows]


def levels(prover: Prover) -> set[str | None]:
    """The levels that the proof finds some case of, each of them told and replayed."""
    found: set[str | None] = set()
    sets = [*prover.ladder.exactly(prover.reached), prover.diagrams.no(prover.reached[0])]
    for cases_ in sets:
        one = prover.find(prover.diagrams.both(prover.in_scope, cases_))
        if one is not None:
            story = prover.story(one)
            assert story.is_reproduced, story
            found.add(story.cases[0].replayed)
    return found


KINDS = {"left out": OPTIONAL, "not asked": SOMETIMES, "to come": TO_COME, "early": EARLY}


@pytest.mark.parametrize("protocol", KINDS.values(), ids=KINDS)
def test_the_proof_finds_just_the_levels_and_rules_that_cases_come_to(protocol: Protocol) -> None:
    prover = prover_of(protocol)
    outcomes = [recommend(case, SEEN) for case in cases(protocol)]
    assert levels(prover) == {one.level for one in outcomes}
    held = {name: prover.diagrams.both(prover.in_scope, cases_) for name, cases_ in prover.ladder.fired.items()}
    fired = {one.id for outcome in outcomes for one in outcome.rules}
    assert {name for name, cases_ in held.items() if prover.find(cases_)} == fired


def test_a_date_that_was_given_counts_for_nothing_once_it_is_not_asked_for() -> None:
    for day in (DAYS[3], DAYS[-1], None):
        answers = {"bitten": "no", **({"born": day} if day else {})}
        assert recommend(Case(SOMETIMES, SEEN, "town", answers), SEEN).level == "calm"


def test_where_a_missing_date_leaves_a_case_without_a_level_the_proof_says_so() -> None:
    rules = (*RULES, rule("BITTEN", "at_least: high", "{bitten: yes}"))
    gap = little(
        "calm low mid high", questions=(asked("born", "date", "not_after: seen_at"), chosen("bitten", "yes no")),
        facts=(AGE,), rules=rules,
    )  # fmt: skip
    assert None in levels(prover_of(gap))


@pytest.mark.parametrize("more", ["least: 0", "least: 0, greatest: 900", "greatest: 4"])
def test_weeks_that_move_a_date_have_to_end_somewhere(more: str) -> None:
    written = text(
        "low mid", questions=(asked("born", "date"), asked("weeks", "number", more)),
        facts=("{id: age, means: Age, age_in: days, since: born, weeks_later: weeks}",), rules=RULES,
    )  # fmt: skip
    assert [p.message for p in read(written).problems if p.words == "weeks"] == [
        "Weeks that move a date need least and greatest, not more than 60 apart."
    ]


END = "{id: away, title: Away, sentence: Look elsewhere., when: {bitten: yes}, actions: [WRITE], sources: [OWN]}"
EVERYWHERE = "rule: {kind: never, when: {WHEN}, everywhere: yes}"
PROMISE = "{id: P1, text: No age is made up., way: [P], sources: [OWN], " + EVERYWHERE + "}"
IF_BITTEN_NOT = (chosen("bitten", "yes no"), asked("born", "date", "needed: yes, ask_when: {bitten: no}"))


@pytest.mark.parametrize(("when", "holds"), [("bitten: yes, age: {under: 10}", True), ("bitten: yes", False)])
def test_outside_the_scope_too_no_age_is_known_where_the_date_is_not_asked_for(when: str, holds: bool) -> None:
    protocol = little(
        "calm low mid", questions=IF_BITTEN_NOT, facts=(AGE,), rules=(*RULES, CALM), scope_ends=(END,),
        promises=(PROMISE.replace("WHEN", when),),
    )  # fmt: skip
    assert ("promised" not in {one.check for one in prove(protocol, protocol).findings}) == holds


def test_an_age_does_not_matter_where_an_answer_alone_ends_outside_the_scope() -> None:
    protocol = little(
        "calm low mid", questions=IF_BITTEN_NOT, facts=(AGE,), rules=(*RULES, CALM), scope_ends=(END,),
    )  # fmt: skip
    prover = prover_of(protocol)
    assert levels(prover) == {recommend(one, SEEN).level for one in cases(protocol) if one.answers["bitten"] == "no"}
