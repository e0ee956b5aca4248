"""The order of the variables: what is looked at together stands together, so that the diagrams stay small.

First come the questions that no fact looks at; then, fact by fact in the order of the file, the questions it looks at
and the atoms made for it; then what rules see of lists.
"""

from __future__ import annotations

from bruiseaid.protocol.conditions import names
from bruiseaid.protocol.model import AgeFact, CountFact, Fact, Protocol

ROOM = 1 << 12
"""How many numbers there are from one place to the next."""
LAST = "\0rules"
"""The place of atoms that belong to no fact."""


def places(protocols: tuple[Protocol, ...]) -> dict[str, int]:
    """For every question and fact the number from which its variables are numbered."""
    found: dict[str, None] = {}
    questions = dict.fromkeys(q.id for p in protocols for q in p.questions)
    facts: dict[str, list[Fact]] = {}
    for protocol in protocols:
        for fact in protocol.facts:
            facts.setdefault(fact.id, []).append(fact)
    seen = {name for same in facts.values() for fact in same for name in looked_at(fact)}
    found.update(dict.fromkeys(name for name in questions if name not in seen))
    for fact_id, same in facts.items():
        for fact in same:
            found.update(dict.fromkeys(name for name in looked_at(fact) if name in questions))
        found.setdefault(fact_id)
    found.setdefault(LAST)
    return {name: index * ROOM for index, name in enumerate(found)}


def looked_at(fact: Fact) -> list[str]:
    """The names a fact looks at, in a fixed order."""
    match fact:
        case AgeFact():
            return [name for name in (fact.since, fact.weeks_later) if name]
        case CountFact():
            return sorted(names(fact.where))
        case _:
            return list(dict.fromkeys(name for _, when in fact.branches for name in sorted(names(when))))
