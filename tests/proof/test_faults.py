"""Hundreds of mistakes, made by machine from the shipped rules: each is found, in its place, with a true story."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from bruiseaid.engine.case import Case
from bruiseaid.proof.checks.alive import alive
from bruiseaid.proof.checks.floored import floored
from bruiseaid.proof.checks.total import incomplete
from bruiseaid.proof.levels.prover import Prover, prover_of, replayed
from bruiseaid.proof.promises.static import broken
from bruiseaid.proof.scenarios.edits import Edit, edits
from bruiseaid.proof.scenarios.trying import space_for_edits
from bruiseaid.proof.stories.finding import Finding
from bruiseaid.protocol.conditions import AllOf, Not
from bruiseaid.protocol.model import Effect, Protocol, Rule, Span
from tests.engine.cases import case_of
from tests.oracle.cases import random_case
from tests.proof.setting import shipped, shipped_prover
from tests.proof.test_agreement import as_text

EVERY = 1 if os.environ.get("BRUISEAID_LONG") else 4
"""Of the lines dropped from conditions, one in so many is tried."""


def lowering(edit: Edit) -> bool:
    """Edits of rules that an admin could make to get less: a step lower, a rule or an effect gone."""
    return edit.section == "rules" and ("lowered" in edit.said or ("dropped" in edit.said and "line" not in edit.said))


@cache
def made() -> tuple[Edit, ...]:
    return tuple(edit for edit in edits(shipped()) if lowering(edit))


@cache
def with_a_line_less() -> tuple[Edit, ...]:
    """Conditions of rules with one line dropped: the rule then holds in more cases, or in fewer."""
    lines = [e for e in edits(shipped()) if e.section == "rules" and "line" in e.said and "dropped" in e.said]
    return tuple(lines[::EVERY])


@cache
def yardstick() -> Prover:
    """The shipped protocol in a space that tells everything apart that any of the edits does."""
    return Prover(shipped(), space_for_edits(shipped(), (*made(), *with_a_line_less())))


def stories(edit: Edit) -> list[Finding]:
    """What is found about cases; each story has to be true and to name the rule that was changed, or none (a cap that
    holds in more cases)."""
    found = [one for one in floored(Prover(edit.protocol, yardstick().space), yardstick()) if one.story is not None]
    for one in found:
        assert one.story is not None
        assert one.story.is_reproduced, (edit.id, edit.said, one.message)
        assert one.place.id in (edit.id, ""), (edit.id, edit.said, one.message)
        assert one.story.cases[0].proved != one.story.cases[1].proved
    return found


@cache
def tried() -> tuple[tuple[Case, str | None], ...]:
    """Cases made by chance, with their levels under the shipped protocol."""
    rng = Random(3)
    cases = [case_of(as_text(random_case(rng))) for _ in range(150)]
    return tuple((case, replayed(case)) for case in cases)


def goes_up(edit: Edit) -> bool:
    """Whether the engine finds no case that comes to less than under the shipped protocol."""
    order = [None, *(level.id for level in shipped().levels)]
    there = [(level, replayed(replace(case, protocol=edit.protocol))) for case, level in tried()]
    return all(order.index(after) >= order.index(before) for before, after in there)


def test_the_shipped_files_have_nothing_dead() -> None:
    assert list(alive(shipped_prover(), shipped())) == []


def test_every_lowered_or_dropped_rule_is_found_with_a_true_story() -> None:
    assert len(made()) >= 100
    passed_over = [edit for edit in made() if not stories(edit)]
    for edit in passed_over:
        assert goes_up(edit), (edit.id, edit.said)
    assert len(passed_over) < len(made()) / 3, [(edit.id, edit.said) for edit in passed_over]


def test_every_line_dropped_from_a_rule_is_found_where_it_makes_a_case_less() -> None:
    assert len(with_a_line_less()) >= 40
    for edit in with_a_line_less():
        if not stories(edit):
            assert goes_up(edit), (edit.id, edit.said)


def times() -> Iterator[tuple[str, Protocol]]:
    for index, action in enumerate(shipped().actions):
        for at, timing in enumerate(action.timings):
            if timing.ceiling is None or timing.ceiling.amount == 0:
                continue
            longer = replace(timing, span=Span(timing.ceiling.amount + 1, timing.ceiling.unit))
            timings = (*action.timings[:at], longer, *action.timings[at + 1 :])
            actions = (*shipped().actions[:index], replace(action, timings=timings), *shipped().actions[index + 1 :])
            yield action.id, replace(shipped(), actions=actions)


def test_every_time_past_its_ceiling_is_found() -> None:
    count = 0
    for name, protocol in times():
        prover = Prover(protocol, shipped_prover().space)
        assert [place.id for place, _ in broken(prover, "times", {"check": "within_ceiling"})] == [name]
        count += 1
    assert count >= 40


@pytest.mark.parametrize(("lost", "said"), [("who", "who does it"), ("to", "to whom"), ("timings", "by when")])
def test_every_action_that_lost_something_is_found(lost: str, said: str) -> None:
    for action in shipped().actions:
        empty: object = () if lost == "timings" else ""
        (found,) = incomplete(shipped_prover(), replace(action, **{lost: empty}))  # type: ignore[arg-type]
        assert found.place.id == action.id
        assert found.message == f"The action {action.id} does not say {said}."


def told_dead(more: tuple[Rule, ...]) -> dict[str, str]:
    """What is said of rules when some are added to the shipped ones."""
    protocol = replace(shipped(), rules=(*shipped().rules, *more), sha256="")
    found = alive(prover_of(protocol), shipped())
    return {one.place.id: one.message for one in found if one.place.section == "rules"}


def never(effect: Effect) -> Effect:
    return replace(effect, when=AllOf((effect.when, Not(effect.when))))


def test_every_rule_that_asks_for_what_cannot_be_is_found_dead() -> None:
    dead = tuple(replace(r, id=f"X{r.id}", effects=tuple(map(never, r.effects))) for r in shipped().rules)
    found = told_dead(dead)
    assert found.keys() == {rule.id for rule in dead}
    assert all("never fires" in message for message in found.values())


def test_every_rule_that_stands_twice_is_found_to_matter_no_more() -> None:
    """Steps add up, and what actions look at by name matters for them."""
    plain = [r for r in shipped().rules if all(e.kind in ("at_least", "base") for e in r.effects)]
    twice = tuple(rule for rule in plain if rule.id not in shipped().standing_level_without)[:: 3 * EVERY]
    found = told_dead(tuple(replace(rule, id=f"X{rule.id}") for rule in twice))
    assert {f"X{rule.id}" for rule in twice} <= found.keys()
    assert all("never matters" in message for message in found.values())
