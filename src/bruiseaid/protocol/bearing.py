"""Which questions bear on the level: those that a rule or an end of the scope looks at, through facts too."""

from __future__ import annotations

from collections.abc import Iterable

from bruiseaid.protocol.conditions import Condition, names
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.order import has_marks, looked_at, looks_at_marks


def bearing(protocol: Protocol) -> frozenset[str]:
    """The questions whose answers can give another level, or none. A question bears too that decides whether one of
    them is asked. Names that the protocol does not know are passed over."""
    effects = [effect for rule in protocol.rules for effect in rule.effects]
    of_marks = [effect.for_each_mark for effect in effects if effect.for_each_mark is not None]
    marks = next((question.id for question in protocol.questions if question.type == "marks"), "")
    wanted = _named([effect.when for effect in effects], marks) | _named(of_marks, marks)
    wanted |= _named([end.when for end in protocol.scope_ends], marks)
    return _behind(protocol, wanted | ({marks} if of_marks else set()), marks)


def _named(conditions: Iterable[Condition], marks: str) -> set[str]:
    found: set[str] = set()
    for condition in conditions:
        found |= names(condition) | ({marks} if has_marks(condition) else set())
    return found


def _behind(protocol: Protocol, wanted: set[str], marks: str) -> frozenset[str]:
    """The questions that these questions and facts rest on."""
    asked = {question.id: _named([question.ask_when], marks) for question in protocol.questions}
    facts = {fact.id: {*looked_at(fact), *([marks] if looks_at_marks(fact) else ())} for fact in protocol.facts}
    needs = {**facts, **asked}
    found: set[str] = set()
    queue = list(wanted)
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue.extend(needs.get(name, ()))
    return frozenset(found & asked.keys())
