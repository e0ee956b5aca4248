"""Gaps that trying every case once found in the proof, each in the smallest protocol that shows it."""

from __future__ import annotations

from dataclasses import replace

from bruiseaid.proof.checks.alive import alive
from bruiseaid.proof.levels.prover import prover_of
from bruiseaid.proof.promises.holding import entries
from bruiseaid.protocol.asking import Field
from bruiseaid.protocol.conditions import ALWAYS, AllOf, AnyMark, AtLeast, Between, Condition, EveryMark, Is, Not
from bruiseaid.protocol.model import CountFact, Effect, Fact, Protocol, Rule
from tests.proof.setting import shipped
from tests.proof.small import LEVELS, REGIONS, asked, options

FIELDS = (
    Field("region", "region", "region", needed=True),
    Field("kind", "choice", "kind", options=options("dot", "line"), needed=True),
    Field("side", "choice", "side", options=options("left", "right", "middle")),
)
LINE = Is("kind", ("line",))


def protocol(*effects: Effect, facts: tuple[Fact, ...] = ()) -> Protocol:
    """One rule for each effect, about marks and nothing else."""
    return replace(
        shipped(), levels=LEVELS, questions=(asked("marks", "marks", fields=FIELDS),), facts=facts, ladder=(),
        rules=tuple(Rule(f"R{i}", "", ("APP",), (one,)) for i, one in enumerate(effects)), actions=(), regions=REGIONS,
        promises=(), scenarios=(), scope_ends=(), cap_of_a_mark="L3", standing_level_without=(), sha256="",
    )  # fmt: skip


def at_least(level: str, when: Condition = ALWAYS, marks: Condition | None = None, late: bool = False) -> Effect:
    return Effect("at_least", level, 0, when, marks, late)


def base(level: str, marks: Condition) -> Effect:
    return Effect("base", level, 0, ALWAYS, marks, False)


def falls(made: Protocol, name: str = "", *ranks: str) -> bool:
    prover = prover_of(made)
    found = entries(prover, name, tuple((one,) for one in ranks), prover.in_scope)
    return found is not None and prover.story(*found.cases).is_reproduced


def test_a_changed_mark_is_not_held_to_reach_its_level_in_its_old_form() -> None:
    assert falls(protocol(at_least("L1", marks=LINE)), "kind", "line", "dot")
    assert not falls(protocol(at_least("L1", marks=LINE)), "kind", "dot", "line")
    assert falls(protocol(base("L2", LINE), base("L1", Not(LINE))), "kind", "line", "dot")


def test_one_mark_more_can_break_what_is_said_of_every_mark() -> None:
    assert falls(protocol(at_least("L1", EveryMark(LINE))))


def test_different_places_that_cannot_be_had_are_no_endless_search() -> None:
    places = CountFact("c", "c", ALWAYS, "region", "")
    nose = EveryMark(Is("region", ("nose",)))
    prover = prover_of(protocol(at_least("L1", AllOf((Between("c", 2, None), nose))), facts=(places,)))
    assert prover.find(prover.ladder.fired["R0"]) is None


def test_a_rule_whose_place_a_late_rule_takes_never_matters() -> None:
    line = AnyMark(LINE)
    later = at_least("L2", AllOf((line, Not(AtLeast("level_so_far", "L2")))), late=True)
    made = protocol(at_least("L2", line), later)
    assert [one.message for one in alive(prover_of(made), made) if one.place.id == "R0"]


def test_one_mark_more_can_be_on_the_other_side() -> None:
    sides = CountFact("c", "c", ALWAYS, "", "region")
    assert falls(protocol(at_least("L1", AllOf((Between("c", None, 1), AnyMark(ALWAYS)))), facts=(sides,)))


def test_two_marks_can_be_one_on_each_side() -> None:
    sides, number = CountFact("c", "c", ALWAYS, "", "region"), CountFact("n", "n", ALWAYS, "", "")
    two = AllOf((Between("c", 1, None), Between("n", 2, 3)))
    prover = prover_of(protocol(at_least("L1", two), facts=(sides, number)))
    assert prover.find(prover.ladder.fired["R0"]) is not None
