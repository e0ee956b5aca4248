"""Frozen values, as `dataclasses` makes them, but in less memory and sooner: what need not be made for each is shared.

`dataclasses` writes and compiles seven methods for every class. For frozen ones with slots, nearly all of ours, only
`__init__` is made for each, here, since it alone differs and its speed counts; the others are the same functions for
all of them, and go by the names of the fields. To mypy this is `dataclasses.dataclass` itself.
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
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(given)
        made.__init__ = _init(dataclasses.fields(made))
        made.__init__.__qualname__ = f"{made.__qualname__}.__init__"
        made.__compared__ = _getter(tuple(one.name for one in dataclasses.fields(made)))
        for name, method in _SHARED.items():
            if name not in vars(given):
                setattr(made, name, method)
        return made

    def _init(fields: tuple[Any, ...]) -> Any:
        """What takes the fields in their order; `dataclasses` has seen to it that those with a default come last."""
        taken = "".join(f", {one.name}" for one in fields)
        kept = "; ".join(_KEEP_MADE.format(one.name) if _is_made(one) else _KEEP.format(one.name) for one in fields)
        made: dict[str, Any] = {}
        exec(f"def __init__(self{taken}): {kept or 'pass'}", _AROUND, made)
        defaults = (_NONE_GIVEN if _is_made(one) else one.default for one in fields)
        made["__init__"].__defaults__ = tuple(one for one in defaults if one is not dataclasses.MISSING)
        return made["__init__"]

    def _is_made(field: Any) -> bool:
        """Whether its default is made anew for each value."""
        return field.default_factory is not dataclasses.MISSING

    def _make(value: Any, name: str) -> Any:
        return value.__dataclass_fields__[name].default_factory()

    _NONE_GIVEN = object()
    _KEEP = "_keep_(self, '{0}', {0})"  # by names that no field has
    _KEEP_MADE = "_keep_(self, '{0}', _make_(self, '{0}') if {0} is _none_given_ else {0})"
    _AROUND = {"_keep_": object.__setattr__, "_make_": _make, "_none_given_": _NONE_GIVEN}

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

    def _refuse_change(self: Any, name: str, _: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_loss(self: Any, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def _packed(self: Any) -> list[Any]:
        return [getattr(self, one.name) for one in dataclasses.fields(self)]

    def _unpack(self: Any, packed: list[Any]) -> None:
        for field, value in zip(dataclasses.fields(self), packed, strict=True):
            object.__setattr__(self, field.name, value)

    _SHARED = {
        "__eq__": _equal,
        "__hash__": _hash,
        "__repr__": _words,
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_loss,
        "__getstate__": _packed,
        "__setstate__": _unpack,
    }
