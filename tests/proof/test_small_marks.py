"""Small protocols made by chance: two cases whose marks differ in one thing, found by trying every pair."""

from __future__ import annotations

import pytest

from bruiseaid.proof.promises.holding import _entry_changes, entries
from bruiseaid.proof.promises.promise_rules import Along, AlongFact, AlongMark, Ranks
from bruiseaid.protocol.model import ValueFact
from tests.proof.falling import by_mark
from tests.proof.laid_out import SEEDS, Small, assert_falls, made, words
from tests.proof.small import small_protocol

WITH_MARKS = [seed for seed in SEEDS if any(q.type == "marks" for q in small_protocol(seed).questions)]


@pytest.mark.parametrize("seed", WITH_MARKS)
def test_a_mark_that_makes_it_fall_is_found_just_where_there_is_one(seed: int) -> None:
    small = made(seed)
    for along in small.along:
        named = _of_a_mark(small, along)
        if named is None:
            continue
        found = entries(small.prover, *named, small.prover.in_scope)
        tried = by_mark(small.brute, tuple(_entry_changes(small.prover, *named)))
        assert not small.prover.undecided
        assert found is not None or tried is None, (along, words(small, tried))
        if found is not None:
            assert_falls(small, *found.cases)


def _of_a_mark(small: Small, along: Along) -> tuple[str, Ranks] | None:
    """The detail or fact of a mark and its values from calm to worrying; '' for one mark more."""
    if isinstance(along, AlongMark):
        return along.name, along.ranks
    fact = small.prover.meaning.facts[along.fact] if isinstance(along, AlongFact) else None
    if isinstance(fact, ValueFact) and fact.of_each_mark:
        return fact.id, tuple((value,) for value in fact.values)
    return None
