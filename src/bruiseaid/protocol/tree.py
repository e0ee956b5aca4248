"""YAML text as a tree of texts, lists and tables that know their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TypeAlias

from bruiseaid.protocol.model import Place
from bruiseaid.protocol.problems import Problem
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it was typed. `plain`: written without quotes."""

    value: str
    place: Place
    plain: bool = True


@dataclass(slots=True)
class Seq:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table: each key once, with the place of the key."""

    place: Place
    entries: dict[str, Node] = field(default_factory=dict)
    key_places: dict[str, Place] = field(default_factory=dict)


Node: TypeAlias = Text | Seq | Table


class Unreadable(Exception):
    """The text is not a protocol or case file at all. `problem` tells where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(data: bytes, file: str) -> Node:
    """The tree of one YAML document.

    Raises:
        Unreadable: not UTF-8, too large, too deep, not YAML, or YAML that these files do not use.
    """
    from bruiseaid.protocol.parsing import parsed  # here, not above: what needs no YAML need not load it

    return parsed(data, file)


def walk(node: Node) -> Iterator[Node]:
    """The node and everything inside it."""
    yield node
    inside = node.items if isinstance(node, Seq) else node.entries.values() if isinstance(node, Table) else ()
    for child in inside:
        yield from walk(child)
