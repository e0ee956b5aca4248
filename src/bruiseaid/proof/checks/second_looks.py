"""Part of alive: every second look can show in some case. One that cannot is mostly a slip in its condition."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import prover_of
from bruiseaid.proof.lists.search import is_empty
from bruiseaid.proof.space.looks import CASE, Scoped
from bruiseaid.proof.stories.finding import Finding, Where
from bruiseaid.protocol.model import Protocol


def never_shown(protocol: Protocol) -> Iterator[Finding]:
    """The second looks whose condition no case meets in which their questions are asked.

    They have a space of their own: what they tell apart makes no kinds of case and stays out of every figure. Times are
    not laid out there, so any two of them can be in the wrong order.
    """
    if not protocol.second_looks:
        return
    prover = prover_of(protocol, [Scoped(look.when, CASE) for look in protocol.second_looks])
    for look in protocol.second_looks:
        asked = [prover.meaning.asked(name) for name in look.look_at]
        cases = prover.diagrams.every([prover.given, prover.meaning.holds(look.when), *asked])
        if is_empty(prover.space, cases):
            message = f"The second look {look.id} can never show: there is no case with these answers together."
            yield Finding("alive", Where("second_looks", look.id), message)
