"""A small protocol laid out in its space, tried case by case, with everything two of its cases can differ in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bruiseaid.proof.levels.prover import Prover, prover_of
from bruiseaid.proof.lists.search import Witness
from bruiseaid.proof.promises.promise_rules import (
    Along,
    AlongDate,
    AlongFact,
    AlongMark,
    AlongQuestion,
    NeverLower,
    looked_at,
)
from bruiseaid.protocol.conditions import ALWAYS
from bruiseaid.protocol.model import Protocol, ValueFact
from tests.proof.brute import Brute
from tests.proof.falling import Pair
from tests.proof.small import small_protocol

SEEDS = range(600 if os.environ.get("BRUISEAID_LONG") else 200)


@dataclass
class Small:
    """A small protocol, laid out in its space and tried case by case."""

    seed: int
    prover: Prover
    brute: Brute
    along: tuple[Along, ...]


def made(seed: int) -> Small:
    protocol = small_protocol(seed)
    ways = tuple(along(protocol, Random(seed)))
    more = [one for each in ways for one in looked_at(protocol, NeverLower(ALWAYS, (each,), None, ""))]
    prover = prover_of(protocol, more)
    prover.ladder.reached()
    return Small(seed, prover, Brute(protocol, prover), ways)


def along(protocol: Protocol, rng: Random) -> Iterator[Along]:
    """Everything two cases can differ in; answers are ranked by chance."""
    for q in protocol.questions:
        ids = [option.id for option in q.options]
        rng.shuffle(ids)
        if q.type in ("choice", "ticks"):
            first = rng.randint(1, len(ids) - 1)
            yield AlongQuestion(q.id, (tuple(ids[:first]), *((one,) for one in ids[first:])))
        elif q.type == "date":
            yield AlongDate(q.id)
        elif q.type == "marks":
            yield AlongMark()
            for f in q.fields:
                if f.options and f.id != "side":
                    yield AlongMark(f.id, tuple((o.id,) for o in rng.sample(f.options, len(f.options))))
    yield from (AlongFact(f.id) for f in protocol.facts if isinstance(f, ValueFact) and f.ordered)


def words(small: Small, pair: Pair | None) -> object:
    """The answers and levels of a pair, for the message of a test that fails."""
    return [(small.brute.case(one).answers, one.level) for one in pair or ()]


def assert_falls(small: Small, calmer: Witness, worse: Witness) -> None:
    """The running engine gives the second case a lower level than the first."""
    story = small.prover.story(calmer, worse)
    levels = [None, *(level.id for level in small.prover.protocol.levels)]
    assert story.is_reproduced
    before, after = (levels.index(one.replayed) for one in story.cases)
    assert after < before
