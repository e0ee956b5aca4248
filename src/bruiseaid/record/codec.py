"""A record as plain data and back: the form in which it travels inside its PDF and is kept.

Every field of `model` has its own name there; moments are ISO 8601 with their offset, tuples are lists. Reading is
strict: what does not fit the model is refused, and an older form is first carried over by `migrations`.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import datetime
from functools import cache
from math import isfinite
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from bruiseaid.digest import sha256
from bruiseaid.record.migrations import migrated
from bruiseaid.record.model import SCHEMA, Annex, Record

Made = TypeVar("Made")


class NotARecord(ValueError):
    """The data does not fit the model; the message says where, without quoting what stands there."""


def record_as_data(record: Record) -> dict[str, Any]:
    """The shared record as plain data: all of it but the annex."""
    data = as_data(replace(record, annex=Annex(), schema=SCHEMA))
    assert isinstance(data, dict)
    del data["annex"]
    return data


def record_of(data: object) -> Record:
    """The record that the data tells of, its annex empty.

    Raises:
        NotARecord: it is of a later form than this program knows, or does not fit.
    """
    if not isinstance(data, dict):
        raise NotARecord("a record is a table")
    try:
        carried = migrated(data)
    except ValueError as error:
        raise NotARecord(str(error)) from None
    return of_data(Record, carried)


def record_digest(record: Record) -> str:
    """SHA-256 of the shared record as 64 hexadecimal digits: what addenda refer to.

    A later print of the same record as superseded has the same digest.
    """
    return digest_of(_as_first_sealed(record_as_data(replace(record, superseded_by=""))))


_CAME_WITH_4 = ("group", "answered")


def _as_first_sealed(data: dict[str, Any]) -> dict[str, Any]:
    """The data in the form before, where it holds nothing of today's: addenda to a record of then follow it still."""
    if any(action[part] for action in data["actions"] for part in _CAME_WITH_4):
        return data
    kept = [{part: held for part, held in one.items() if part not in _CAME_WITH_4} for one in data["actions"]]
    return {**data, "actions": kept, "schema": 3}


def digest_of(data: object) -> str:
    """SHA-256 of plain data in its one canonical form."""
    return sha256(canonical(data)).hexdigest()


def canonical(data: object) -> bytes:
    """JSON with sorted keys and no spaces; every character outside ASCII is escaped, so that none can be lost."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def as_data(value: object) -> object:
    """Any value of the record as tables, lists, texts and numbers; numbers without end become their words."""
    if is_dataclass(value) and not isinstance(value, type):
        return {part.name: as_data(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_data(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [as_data(held) for held in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def of_data(kind: type[Made], data: object) -> Made:
    """A value of that dataclass.

    Raises:
        NotARecord: a field is missing, unknown, or of another type.
    """
    found = _read(kind, data, kind.__name__)
    assert isinstance(found, kind)
    return found


def _read(kind: Any, data: object, where: str) -> object:
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_class(kind, data, where)
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if data is None else _read(next(part for part in parts if part is not type(None)), data, where)
    if origin is Literal:
        return _checked(data in parts if isinstance(data, str) else False, data, where)
    if origin is tuple:
        held = _checked(isinstance(data, list), data, where)
        return tuple(_read(parts[0], one, f"{where}[]") for one in held)
    if origin is not None and issubclass(origin, Mapping):
        held = _checked(isinstance(data, dict), data, where)
        return {key: _read(parts[1], one, f"{where}.{key}"[:200]) for key, one in held.items()}
    return _plain(kind, data, where)


def _plain(kind: Any, data: object, where: str) -> object:
    if kind is datetime:
        return _moment(data, where)
    if kind in (object, Any):
        return data
    return _checked(type(data) is kind, data, where)


def _read_class(kind: type, data: object, where: str) -> object:
    held = _checked(isinstance(data, dict), data, where)
    hints = _hints(kind)
    if not set(held) <= set(hints):
        raise NotARecord(f"{where} has a field that is not known")
    missing = [part.name for part in fields(kind) if _is_needed(part) and part.name not in held]
    if missing:
        raise NotARecord(f"{where} has no {missing[0]}")
    make: Callable[..., object] = kind
    return make(**{name: _read(hints[name], one, f"{where}.{name}") for name, one in held.items()})


def _is_needed(part: Any) -> bool:
    return part.default is MISSING and part.default_factory is MISSING


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _moment(data: object, where: str) -> datetime:
    try:
        found = datetime.fromisoformat(data if isinstance(data, str) else "")
    except ValueError:
        raise NotARecord(f"{where} is not a moment") from None
    if found.tzinfo is None:
        raise NotARecord(f"{where} has no time zone")
    return found


def _checked(fits: bool, data: Any, where: str) -> Any:
    if not fits:
        raise NotARecord(f"{where} is of another kind")
    return data


def texts_of(value: object) -> Sequence[str]:
    """Every text in plain data, in order."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):
        value = tuple(value.values())
    return tuple(text for one in value for text in texts_of(one)) if isinstance(value, list | tuple) else ()
