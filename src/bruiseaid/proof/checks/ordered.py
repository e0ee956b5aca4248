"""ordered: a more worrying value of an ordered fact never leads to a lower level, when all else stays the same."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.pairs.steps import fact_steps
from bruiseaid.proof.promises.holding import Broken, entries, pair_that_falls
from bruiseaid.proof.stories.finding import Finding, Where
from bruiseaid.protocol.model import ValueFact


def ordered(prover: Prover) -> Iterator[Finding]:
    """For each ordered fact, two cases of which the more worrying one has a lower level."""
    for fact in prover.protocol.facts:
        if isinstance(fact, ValueFact) and fact.ordered:
            found = _broken(prover, fact)
            if found is not None:
                yield _finding(prover, fact, found)


def _broken(prover: Prover, fact: ValueFact) -> Broken | None:
    if fact.of_each_mark:
        return entries(prover, fact.id, tuple((value,) for value in fact.values), prover.in_scope)
    found = pair_that_falls(prover, fact_steps(prover, fact.id, strict=True), prover.in_scope)
    return None if found is None else Broken(found, fact.id)


def _finding(prover: Prover, fact: ValueFact, found: Broken) -> Finding:
    story = prover.story(*found.cases)
    before, after = (prover.name(one.proved) for one in story.cases)
    message = (
        f"A more worrying value of {fact.id} ({fact.means.lower()}) leads to a lower level: from {before} to {after}. "
        "Worse must never mean weaker."
    )
    return Finding("ordered", Where("facts", fact.id), message, story)
