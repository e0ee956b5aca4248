"""JSON Schemas of the protocol files, from the same declarations that read them.

With a protocol at hand the schema knows its names: an editor then offers facts, values, levels and sources while a
condition is written, and underlines what does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bruiseaid.protocol import specs
from bruiseaid.protocol.crosscheck import vocabularies
from bruiseaid.protocol.kinds import Schema
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.second_look import times_of
from bruiseaid.protocol.specs_of_numbers import BOROUGH
from bruiseaid.protocol.when import Term

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ID_TEXT: Schema = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$"}
_ID: Schema = {"anyOf": [_ID_TEXT, {"type": ["integer", "boolean"]}]}


def schemas(protocol: Protocol | None = None) -> dict[str, Schema]:
    """The schema of each kind of file: 'protocol' (the files at the top), 'borough' and 'scenario'."""
    definitions = _definitions(protocol)
    return {
        "protocol": _whole("A file of the protocol", _sections(), definitions),
        "borough": _whole("A borough", BOROUGH.schema(), definitions),
        "scenario": _whole("A scenario", specs.SCENARIO.schema(), definitions),
    }


def _whole(title: str, schema: Schema, definitions: dict[str, Schema]) -> Schema:
    return {"$schema": DRAFT, "title": title, **schema, "$defs": definitions}


def _sections() -> Schema:
    """Any section may stand in any of the files at the top, so none is required in one file."""
    properties = {name: {**key.kind.schema(), "description": key.about or name} for name, key in specs.SECTIONS.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False, "minProperties": 1}


def _definitions(protocol: Protocol | None) -> dict[str, Schema]:
    return {
        "id": _ID,
        "level": _one_of(level.id for level in protocol.levels) if protocol else _ID,
        "source": _one_of(source.key for source in protocol.sources) if protocol else _ID,
        "text": _one_of(protocol.words) if protocol else _ID,
        "group": _one_of(group.id for group in protocol.groups) if protocol and protocol.groups else _ID,
        "question": _one_of(question.id for question in protocol.questions) if protocol else _ID,
        "time": _one_of(address for address, _, _ in times_of(protocol.questions)) if protocol else _ID,
        "condition": _condition(protocol),
    }


def _one_of(names: Iterable[str]) -> Schema:
    return {"enum": _as_read(list(names))}


_AGAIN: Schema = {"$ref": "#/$defs/condition"}
_SOME: Schema = {**_AGAIN, "minProperties": 1}
_SEVERAL: Schema = {"type": "array", "items": _SOME, "minItems": 1}


def _condition(protocol: Protocol | None) -> Schema:
    """A table all of whose lines hold. The names inside are those of the protocol, where it is known."""
    properties: dict[str, Any] = {
        "any": {**_SEVERAL, "description": "At least one of these holds"},
        "all": {**_SEVERAL, "description": "All of these hold"},
        "not": {**_SOME, "description": "This does not hold"},
        "any_mark": {**_AGAIN, "description": "At least one mark is like this"},
        "every_mark": {**_AGAIN, "description": "There is a mark, and every one is like this"},
        "any_in": {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": _AGAIN},
    }
    schema: Schema = {"type": "object", "properties": properties}
    if protocol is None:
        return {**schema, "additionalProperties": _line(None)}
    for name, terms in _terms(protocol).items():
        properties[name] = _either([_line(term) for term in terms])
    return {**schema, "additionalProperties": False}


def _terms(protocol: Protocol) -> dict[str, list[Term]]:
    """Every name with what it can mean in the case, in a mark or in a list."""
    levels = Term("fact", tuple(level.id for level in protocol.levels), True)
    found: dict[str, list[Term]] = {
        "level": [levels],
        "standing_level": [levels],
        "level_so_far": [levels],
        "fired": [Term("choice", tuple(rule.id for rule in protocol.rules))],
        "action": [Term("choice", tuple(action.id for action in protocol.actions))],
    }
    for terms in vocabularies(protocol).values():
        for name, term in terms.items():
            if term.form != "list":
                found.setdefault(name, []).append(term)
    return found


def _either(schemas_: list[Schema]) -> Schema:
    return schemas_[0] if len(schemas_) == 1 else {"anyOf": schemas_}


def _line(term: Term | None) -> Schema:
    """What may stand after a name: a value, values, or a comparison."""
    value: Schema = _words(term.values) if term is not None and term.values else {"type": ["string", "integer"]}
    values = {"type": "array", "items": value, "minItems": 1}
    if term is None:
        return {"anyOf": [value, values, _number(), _at_least(value), _two_or_more(values)]}
    if term.form == "number":
        return _number()
    comparisons = [_at_least(value)] if term.ordered else []
    comparisons += [_two_or_more(values)] if term.form == "ticks" else []
    return {"anyOf": [value, values, *comparisons]}


def _words(values: tuple[str, ...]) -> Schema:
    return {"enum": _as_read(values)}


def _as_read(values: Sequence[str]) -> list[str | bool | int]:
    """The values, and what editors may read in their place: true for an unquoted yes, 1 for an unquoted 1."""
    spoken = [true for word, true in (("yes", True), ("no", False)) if word in values]
    return [*values, *spoken, *(int(value) for value in values if re.fullmatch(r"0|-?[1-9][0-9]{0,8}", value))]


def _number() -> Schema:
    whole = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]{1,6}$"}]}
    keys = {"from": whole, "under": whole}
    return {"type": "object", "properties": keys, "additionalProperties": False, "minProperties": 1}


def _at_least(value: Schema) -> Schema:
    return _only("at_least", value)


def _two_or_more(values: Schema) -> Schema:
    return _only("two_or_more", values)


def _only(key: str, schema: Schema) -> Schema:
    return {"type": "object", "properties": {key: schema}, "required": [key], "additionalProperties": False}
