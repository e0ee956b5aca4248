"""The tree of a case that came as JSON or as plain data, without what is null."""

from __future__ import annotations

import json
from typing import Any

from bruiseaid.protocol.model import Place
from bruiseaid.protocol.tree import Node, Seq, Table, Text

DEEPEST = 30
TOO_DEEP = f"This is nested more than {DEEPEST} deep."


def tree_of_json(text: str | bytes, place: Place) -> Node:
    """The tree of a JSON text, every part at the same place.

    Raises:
        ValueError: it is not JSON, or a key stands twice.
        RecursionError: it is nested deeper than any case.
    """
    return as_tree(json.loads(text, object_pairs_hook=_once_each), place)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f'the key "{key}" stands twice')
        found[key] = value
    return found


def as_tree(value: Any, place: Place, depth: int = 0) -> Node:
    """Plain data as a tree, every part at the same place. True and false stay recognisable; null is left out.

    Raises:
        RecursionError: it is nested deeper than any case.
    """
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        entries = {key: as_tree(one, place, depth + 1) for key, one in value.items() if one is not None}
        return Table(place, entries, dict.fromkeys(entries, place))
    if isinstance(value, list):
        return Seq(place, [as_tree(one, place, depth + 1) for one in value])
    if isinstance(value, bool):
        return Text("true" if value else "false", place, plain=True)
    return Text(value, place, plain=False) if isinstance(value, str) else Text(json.dumps(value), place, plain=False)


def without_nulls(node: Node) -> Node:
    """The tree without the entries of tables whose value is the null of JSON or YAML: nothing was answered there."""
    match node:
        case Text():
            return node
        case Seq():
            return Seq(node.place, [without_nulls(item) for item in node.items])
        case _:
            kept = {key: without_nulls(value) for key, value in node.entries.items() if not _is_null(value)}
            return Table(node.place, kept, node.key_places)


def _is_null(node: Node) -> bool:
    return isinstance(node, Text) and node.plain and node.value in ("null", "~")
