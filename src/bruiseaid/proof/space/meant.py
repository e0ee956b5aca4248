"""What conditions mean, kept for the next protocol that asks and works out the same."""

from __future__ import annotations

from copy import copy

from bruiseaid.proof.space.meaning import Meaning
from bruiseaid.proof.space.space import Space
from bruiseaid.protocol.model import Protocol

MOST = 4
"""How many are kept."""


def meaning_of(protocol: Protocol, space: Space) -> Meaning:
    """The conditions of the protocol as sets over the space; what was worked out for a protocol with the same
    questions, facts, places and levels is used again."""
    known = next((one for one in space.meanings if _mean_the_same(one.protocol, protocol)), None)
    if known is None:
        known = Meaning(protocol, space)
        space.meanings.append(known)
        del space.meanings[:-MOST]
    found = copy(known)
    found.protocol = protocol
    return found


def _mean_the_same(one: Protocol, other: Protocol) -> bool:
    return (one.questions, one.facts, one.regions, one.levels) == (
        other.questions, other.facts, other.regions, other.levels,
    )  # fmt: skip
