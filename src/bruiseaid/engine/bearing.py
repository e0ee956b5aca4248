"""Which questions bear on the level, remembered for the protocols in use."""

from __future__ import annotations

from bruiseaid.protocol.bearing import bearing
from bruiseaid.protocol.model import Protocol

_KEPT = 4
_found: list[tuple[Protocol, frozenset[str]]] = []


def bearing_on_the_level(protocol: Protocol) -> frozenset[str]:
    """The questions whose answers can give another level, or none. The last few are kept."""
    for known, names in _found:
        if known is protocol:
            return names
    names = bearing(protocol)
    _found.insert(0, (protocol, names))
    del _found[_KEPT:]
    return names
