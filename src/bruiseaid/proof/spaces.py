"""Keeps the space of one proof for the next: after a small edit most of it has been worked out already."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence

from bruiseaid.engine.case import Case
from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.space.looks import CASE, Looks, Scoped, conditions_of, gather
from bruiseaid.proof.space.space import Space, space_of
from bruiseaid.proof.stories.seen_in import SeenIn, seen_in
from bruiseaid.protocol.model import CountFact, Protocol

MOST_NODES = 4_000_000
"""How large the diagrams may become before a new space is laid out."""


class Spaces:
    """The space in which a protocol is proved: the last one as long as it tells everything apart that is asked for."""

    def __init__(self) -> None:
        self._last: Space | None = None
        self._shipped: Prover | None = None
        self._telling: tuple[int, ...] = ()

    def space(self, protocols: tuple[Protocol, ...], more: Iterable[tuple[Protocol, Scoped]]) -> Space:
        """A space of these protocols and further conditions."""
        wanted = list(more)
        if self._last is None or not _covers(self._last, protocols, wanted):
            self._last = self._shipped = None
            gc.collect()  # diagrams are large, and in cycles
            self._last = space_of(protocols, wanted)
        return self._last

    def shipped(self, protocol: Protocol, space: Space) -> Prover:
        """The protocol that others may not go below, laid out in the space."""
        if self._shipped is None or self._shipped.space is not space or self._shipped.protocol != protocol:
            self._shipped = Prover(protocol, space)
        return self._shipped

    def seen_in(self, examples: Sequence[Case]) -> SeenIn:
        """What is seen in the examples, beginning with those that showed most for the last version."""
        seen = seen_in(examples, self._telling)
        self._telling = seen.telling
        return seen


def _covers(space: Space, protocols: tuple[Protocol, ...], more: Iterable[tuple[Protocol, Scoped]]) -> bool:
    if space.diagrams.size > MOST_NODES or any(_asked(one) != _asked(space.protocols[0]) for one in protocols):
        return False
    if any(fact.id not in space.places for protocol in protocols for fact in protocol.facts):
        return False
    looks = Looks()
    for protocol in protocols:
        gather(protocol, conditions_of(protocol), looks)
    for protocol, one in more:
        gather(protocol, (one,), looks)
    known = space.looks
    counts = {fact.id for one in protocols for fact in one.facts if isinstance(fact, CountFact)}  # told by atoms alone
    sets = ((looks.any_of, known.any_of), (looks.two_of, known.two_of), (looks.apart, known.apart))
    return (
        all(tests <= there.get(key, set()) for here, there in sets for key, tests in here.items() if _is_answer(key))
        and all(b <= known.borders.get(name, set()) for name, b in looks.borders.items() if name not in counts)
        and looks.sides_matter <= known.sides_matter
    )


def _is_answer(key: tuple[str, str]) -> bool:
    """Whether a test can tell answers apart; in the scope of the case names of levels and rules are among them."""
    return key[0] != CASE or key[1] not in ("level", "standing_level", "level_so_far", "fired", "action")


def _asked(protocol: Protocol) -> object:
    """What answers there can be, without the words."""
    return protocol.regions, tuple(
        (q.id, q.type, q.needed, q.if_absent, q.least, q.greatest, tuple((o.id, o.alone) for o in q.options),
         tuple((f.id, f.type, f.needed, f.if_absent, tuple(o.id for o in f.options)) for f in q.fields))
        for q in protocol.questions
    )  # fmt: skip
