"""A second look that can never show is found, and none makes another kind of case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bruiseaid.proof.checks.alive import unused_sources
from bruiseaid.proof.checks.second_looks import never_shown
from bruiseaid.proof.diff import diff
from bruiseaid.proof.figures import figures
from bruiseaid.proof.levels.prover import prover_of
from bruiseaid.protocol.conditions import ALWAYS, AllOf, Between, Condition, Is
from bruiseaid.protocol.model import Protocol, SecondLook, Source
from tests.proof.setting import shipped


def with_look(when: Condition, *look_at: str, source: str = "APP") -> Protocol:
    """The shipped protocol with one second look more."""
    look = SecondLook("mine", "Say it.", look_at, (source,), when)
    return replace(shipped(), second_looks=(*shipped().second_looks, look), sha256="")


def test_every_shipped_one_can_show() -> None:
    assert shipped().second_looks
    assert list(never_shown(shipped())) == []


NEVER = [
    ("two ticks of which one stands alone",
     AllOf((Is("features", ("none",)), Is("features", ("cluster",)))), ("features",)),
    ("an age between two facts", AllOf((Is("under_six_months", ("yes",)), Between("age_months", 12, None))), ("dob",)),
    ("an answer to what is asked of older children only",
     AllOf((Is("under_six_months", ("yes",)), Is("explanation", ("consistent",)))), ("dob", "accounts_agree")),
]  # fmt: skip


@pytest.mark.parametrize(("said", "when", "look_at"), NEVER)
def test_one_that_can_never_show_is_found(said: str, when: Condition, look_at: tuple[str, ...]) -> None:
    (found,) = never_shown(with_look(when, *look_at))
    assert (found.check, found.place.section, found.place.id) == ("alive", "second_looks", "mine"), said
    assert found.message.startswith("The second look mine can never show")


def test_what_it_tells_apart_makes_no_kinds_of_case() -> None:
    more = with_look(Is("allocated_social_worker", ("not_known",)), "allocated_social_worker")
    assert figures(prover_of(more)) == figures(prover_of(shipped()))


def test_a_comparison_tells_of_it_and_moves_no_case() -> None:
    new = with_look(ALWAYS, "dob")
    changed = replace(new, second_looks=(replace(new.second_looks[0], say="Other words."), *new.second_looks[1:]))
    found = diff(shipped(), changed)
    assert (found.changed, found.moves, found.actions) == (0, (), ())
    assert found.texts == (f"The second look {new.second_looks[0].id} changed.", "The second look mine is new.")
    assert diff(new, shipped()).texts == ("The second look mine is no longer there.",)


def test_a_source_that_only_a_second_look_names_is_named() -> None:
    new = with_look(ALWAYS, "dob", source="L1")
    new = replace(new, sources=(*new.sources, Source("L1", "A local review", "ours", "", "")))
    assert "L1" not in {source.key for source in unused_sources(new)}
