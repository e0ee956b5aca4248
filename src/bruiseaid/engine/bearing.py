"""Which questions bear on the level: those that a rule or an end of the scope looks at, through facts too."""

from __future__ import annotations

from bruiseaid.engine.ready import conditions_need, questions_behind, ready
from bruiseaid.protocol.model import Protocol

_KEPT = 4
_found: list[tuple[Protocol, frozenset[str]]] = []


def bearing_on_the_level(protocol: Protocol) -> frozenset[str]:
    """The questions whose answers can give another level, or none. The last few are kept."""
    for known, names in _found:
        if known is protocol:
            return names
    names = _bearing(protocol)
    _found.insert(0, (protocol, names))
    del _found[_KEPT:]
    return names


def _bearing(protocol: Protocol) -> frozenset[str]:
    effects = [effect for rule in protocol.rules for effect in rule.effects]
    of_marks = [effect.for_each_mark for effect in effects if effect.for_each_mark is not None]
    wanted = conditions_need(ready(protocol), [effect.when for effect in effects], of_marks=False)
    wanted |= conditions_need(ready(protocol), of_marks, of_marks=True)
    wanted |= conditions_need(ready(protocol), [end.when for end in protocol.scope_ends], of_marks=False)
    return questions_behind(ready(protocol), wanted)
