"""What was shown of pairs of cases for one version of a protocol is shown anew only where the next differs, and what
falls in the next is found all the same."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.promises.holding import asked_for, never_lower
from bruiseaid.proof.promises.promise_rules import Along, NeverLower, looked_at
from bruiseaid.proof.prove import prove
from bruiseaid.proof.scenarios.edits import edits
from bruiseaid.proof.spaces import Spaces
from bruiseaid.protocol.conditions import ALWAYS
from bruiseaid.protocol.model import Protocol
from tests.proof.laid_out import along
from tests.proof.small import small_protocol

EDITS = 12


def versions(seed: int) -> list[Protocol]:
    """A small protocol, some of its single edits in an order by chance, and the protocol again."""
    first = small_protocol(seed)
    changed = [edit.protocol for edit in edits(first)]
    Random(seed).shuffle(changed)
    return [first, *changed[:EDITS], first]


def laid_out(protocol: Protocol, first: Protocol, spaces: Spaces, ways: Iterable[Along]) -> Prover:
    more = [(protocol, one) for way in ways for one in looked_at(protocol, NeverLower(ALWAYS, (way,), None, ""))]
    return Prover(protocol, spaces.space((protocol, first), more))


def what_falls(prover: Prover, ways: tuple[Along, ...]) -> list[str]:
    rule = NeverLower(ALWAYS, ways, None, "")
    found = list(never_lower(prover, rule, asked_for((rule,))))
    assert all(prover.story(*one.cases).is_reproduced for one in found)
    return [*(one.along for one in found), *prover.undecided]


@pytest.mark.parametrize("seed", range(50))
def test_what_falls_after_many_edits_is_what_falls_in_a_protocol_seen_for_the_first_time(seed: int) -> None:
    first, *_ = every = versions(seed)
    ways = tuple(along(first, Random(seed)))
    spaces = Spaces()
    for protocol in every:
        again = laid_out(protocol, first, spaces, ways)
        assert what_falls(again, ways) == what_falls(laid_out(protocol, first, Spaces(), ways), ways)


def test_a_protocol_in_which_a_list_only_seems_to_matter_is_told_of_to_the_end() -> None:
    first = small_protocol(93)
    edit = next(e for e in edits(first) if (e.id, e.said) == ("R3", "effect 2: raised a step"))
    assert prove(edit.protocol, first).findings
