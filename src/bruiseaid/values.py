"""Frozen values, as `dataclasses` makes them, but in less memory and sooner: what need not be made for each is shared.

`dataclasses` writes and compiles seven methods for every class. For frozen ones with slots, nearly all of ours, only
`__init__` is made here; the others are the same functions for all of them, and go by the names of the fields.
To mypy this is `dataclasses.dataclass` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from operator import attrgetter

    def dataclass(**how: bool) -> Any:
        """What `dataclasses.dataclass` of those options makes of a class."""
        if how != {"frozen": True, "slots": True}:
            return dataclasses.dataclass(**how)
        return _value

    def _value(given: type) -> type:
        made = dataclasses.dataclass(frozen=True, slots=True, eq=False, repr=False)(given)
        made.__compared__ = _getter(tuple(one.name for one in dataclasses.fields(made)))
        for name, method in _SHARED.items():
            if name not in vars(given):
                setattr(made, name, method)
        return made

    def _getter(names: tuple[str, ...]) -> Any:
        return attrgetter(*names) if names else type  # of a value without fields, all there is to compare

    def _equal(self: Any, other: Any) -> Any:
        if self.__class__ is not other.__class__:
            return NotImplemented
        return self.__compared__(self) == self.__compared__(other)

    def _hash(self: Any) -> int:
        return hash(self.__compared__(self))

    def _words(self: Any) -> str:
        told = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self))
        return f"{self.__class__.__qualname__}({', '.join(told)})"

    def _keep(self: Any, name: str, _: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _hold(self: Any, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    _SHARED = {"__eq__": _equal, "__hash__": _hash, "__repr__": _words, "__setattr__": _keep, "__delattr__": _hold}
