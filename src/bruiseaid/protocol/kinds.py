"""What may stand at a place of a protocol file: each kind reads a node into a value and can describe itself.

One declaration serves the reader and the JSON Schema, so that an editor underlines what the reader refuses.
Problems are collected, never raised: a value that could not be read becomes its `blank`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date, time
from typing import Any, Protocol

from bruiseaid.protocol.model import Place, Span
from bruiseaid.protocol.problems import Problem, nearest, shortened
from bruiseaid.protocol.tree import Node, Seq, Table, Text
from bruiseaid.values import dataclass

Schema = dict[str, Any]


@dataclass(slots=True)
class Reading:
    """The problems found so far, all files together."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, node: Node | Place, message: str, suggestion: str = "", words: str | None = None) -> None:
        """Notes one problem at a node."""
        place = node if isinstance(node, Place) else node.place
        said = words if words is not None else node.value if isinstance(node, Text) else ""
        self.problems.append(Problem(place, shortened(said), message, suggestion))


class Kind(Protocol):
    """Something that can stand as a value."""

    def read(self, node: Node, reading: Reading) -> Any: ...

    def schema(self) -> Schema: ...


@dataclass(frozen=True, slots=True)
class Wording:
    """Free text; `longest` in characters."""

    longest: int = 4000

    def read(self, node: Node, reading: Reading) -> str:
        if not isinstance(node, Text):
            reading.add(node, "A text is needed here, not a list or a table.")
            return ""
        if not node.value.strip():
            reading.add(node, "The text is empty.")
        elif len(node.value) > self.longest:
            reading.add(node, f"The text has {len(node.value)} characters. The limit is {self.longest}.")
        return node.value

    def schema(self) -> Schema:
        text = {"type": "string", "minLength": 1, "maxLength": self.longest, "pattern": "\\S"}
        return {"anyOf": [text, {"type": ["number", "boolean"]}]}


REFERENCES = ("level", "source", "text", "group", "question", "time")
"""Kinds of names that the JSON Schema can list, where it knows the protocol."""


@dataclass(frozen=True, slots=True)
class Word:
    """One of the choices; or, without choices, an id."""

    choices: tuple[str, ...] = ()
    what: str = "value"

    def read(self, node: Node, reading: Reading) -> str:
        if not isinstance(node, Text):
            reading.add(node, f"One {self.what} is needed here, not a list or a table.")
            return ""
        if not node.value:
            reading.add(node, f"Nothing stands here. A {self.what} is needed.")
            return ""
        if self.choices and node.value not in self.choices:
            allowed = ", ".join(self.choices)
            reading.add(
                node,
                f"This {self.what} is not known. It can be: {allowed}.",
                nearest(node.value, self.choices),
            )
        elif not self.choices and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", node.value):
            reading.add(node, "An id is made of letters, digits, _ and - and has no spaces.")
        return node.value

    def schema(self) -> Schema:
        if self.choices:
            return {"enum": list(self.choices)}
        return {"$ref": f"#/$defs/{self.what if self.what in REFERENCES else 'id'}"}


@dataclass(frozen=True, slots=True)
class YesNo:
    """The word yes or the word no."""

    def read(self, node: Node, reading: Reading) -> bool:
        if not isinstance(node, Text) or node.value not in ("yes", "no"):
            reading.add(node, "Write yes or no here.")
            return False
        return node.value == "yes"

    def schema(self) -> Schema:
        return {"enum": ["yes", "no", True, False]}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in ASCII digits."""

    least: int = -1000
    greatest: int = 100_000

    def read(self, node: Node, reading: Reading) -> int:
        if not isinstance(node, Text) or not re.fullmatch(r"-?[0-9]{1,9}", node.value):
            reading.add(node, "A whole number is needed here.")
            return 0
        number = int(node.value)
        if not self.least <= number <= self.greatest:
            reading.add(node, f"The number has to be from {self.least} to {self.greatest}.")
        return number

    def schema(self) -> Schema:
        number = {"type": "integer", "minimum": self.least, "maximum": self.greatest}
        return {"anyOf": [number, {"type": "string", "pattern": "^-?[0-9]{1,9}$"}]}


@dataclass(frozen=True, slots=True)
class Day:
    """A date, YYYY-MM-DD."""

    def read(self, node: Node, reading: Reading) -> date | None:
        if isinstance(node, Text) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.value):
            try:
                return date.fromisoformat(node.value)
            except ValueError:
                pass
        reading.add(node, "A date is needed here, written like 2026-10-12.")
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, HH:MM."""

    def read(self, node: Node, reading: Reading) -> time:
        if isinstance(node, Text) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", node.value):
            return time.fromisoformat(node.value)
        reading.add(node, "A time of day is needed here, written like 08:30.")
        return time(0)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}


_SPAN = re.compile(r"([0-9]{1,4}) (min|minutes?|h|hours?|days?|working days?)")
UNTIL_HANDOVER = Span(-1, "minute")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: now, 30 min, 4 h, 14 days, 1 working day, until handover."""

    def read(self, node: Node, reading: Reading) -> Span:
        if isinstance(node, Text):
            if node.value == "now":
                return Span(0, "minute")
            if node.value == "until handover":
                return UNTIL_HANDOVER
            found = _SPAN.fullmatch(node.value)
            if found:
                return _span(int(found[1]), found[2])
        reading.add(node, "A time is needed here: now, 30 min, 4 h, 14 days, 1 working day or until handover.")
        return Span(0, "minute")

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(now|until handover|{_SPAN.pattern})$"}


def _span(amount: int, unit: str) -> Span:
    if unit.startswith("working"):
        return Span(amount, "working_day")
    if unit.startswith("min"):
        return Span(amount, "minute")
    return Span(amount, "hour") if unit.startswith("h") else Span(amount, "day")


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; where `or_one`, a single value stands for a list of one."""

    kind: Kind
    or_one: bool = False
    may_be_empty: bool = False

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...]:
        if isinstance(node, Seq):
            if not node.items and not self.may_be_empty:
                reading.add(node, "The list is empty.", words="[]")
            return tuple(self.kind.read(item, reading) for item in node.items)
        if self.or_one and isinstance(node, Text):
            return (self.kind.read(node, reading),)
        reading.add(node, "A list is needed here.")
        return ()

    def schema(self) -> Schema:
        items = self.kind.schema()
        listed: Schema = {"type": "array", "items": items}
        if not self.may_be_empty:
            listed["minItems"] = 1
        return {"anyOf": [items, listed]} if self.or_one else listed


@dataclass(frozen=True, slots=True)
class Either:
    """A single text read as one kind, anything else as another."""

    single: Kind
    other: Kind

    def read(self, node: Node, reading: Reading) -> Any:
        return (self.single if isinstance(node, Text) else self.other).read(node, reading)

    def schema(self) -> Schema:
        return {"anyOf": [self.single.schema(), self.other.schema()]}


@dataclass(frozen=True, slots=True)
class AnyTable:
    """A table kept as it is; read by whoever needs it."""

    def read(self, node: Node, reading: Reading) -> Table:
        if isinstance(node, Table):
            return node
        reading.add(node, "A table is needed here.")
        return Table(node.place)

    def schema(self) -> Schema:
        return {"type": "object"}


@dataclass(frozen=True, slots=True)
class WordingByKey:
    """A table of named texts."""

    def read(self, node: Node, reading: Reading) -> dict[str, str]:
        if not isinstance(node, Table):
            reading.add(node, "A table of texts is needed here.")
            return {}
        return {key: Wording().read(value, reading) for key, value in node.entries.items()}

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": Wording().schema()}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table: what stands there, and whether it must."""

    kind: Kind
    needed: bool = False
    about: str = ""


class Read(dict[str, Any]):
    """The values of one table by key, with the place of the table and of each key."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}
        self.nodes: dict[str, Node] = {}

    def text(self, key: str) -> str:
        """The text under `key`, '' when left out."""
        return str(self.get(key, ""))

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands; the table itself when the key was left out."""
        return self.nodes[key].place if key in self.nodes else self.place


@dataclass(frozen=True, slots=True)
class TableOf:
    """A table with the keys that are declared, and no others."""

    what: str
    keys: Mapping[str, Key]

    def read(self, node: Node, reading: Reading) -> Read:
        result = Read(node.place)
        if not isinstance(node, Table):
            reading.add(node, f"A table is needed here ({self.what}).")
            return result
        for key, value in node.entries.items():
            if key not in self.keys:
                reading.add(
                    node.key_places[key],
                    f"{self.what.capitalize()} has no such key.",
                    nearest(key, self.keys),
                    words=key,
                )
                continue
            result.places[key], result.nodes[key] = node.key_places[key], value
            result[key] = self.keys[key].kind.read(value, reading)
        missing = [key for key, spec in self.keys.items() if spec.needed and key not in node.entries]
        if missing:
            named = node.entries.get("id")
            words = named.value if isinstance(named, Text) else ""
            reading.add(node, f"{self.what.capitalize()} needs {', '.join(missing)} as well.", words=words)
        return result

    def schema(self) -> Schema:
        properties = {}
        for name, key in self.keys.items():
            properties[name] = {**key.kind.schema(), **({"description": key.about} if key.about else {})}
        return {
            "type": "object",
            "properties": properties,
            "required": [name for name, key in self.keys.items() if key.needed],
            "additionalProperties": False,
        }
