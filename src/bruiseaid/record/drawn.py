"""The elements of a drawing as they stand in its file, read without a tree, which takes half a megabyte to make."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat


class Element:
    """One element: its tag, its attributes, the id of the element it stands in ('' if that has none), its words."""

    __slots__ = ("attributes", "group", "tag", "words")

    def __init__(self, tag: str, attributes: Mapping[str, str], group: str) -> None:
        self.tag, self.attributes, self.group, self.words = tag, attributes, group, ""


def elements(file: Path) -> tuple[Element, ...]:
    """The elements of an SVG file in the order in which they begin; the first holds all others.

    Raises: FileNotFoundError; expat.ExpatError when the file is not well formed.
    """
    found: list[Element] = []
    around: list[Element] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        found.append(Element(tag, attributes, around[-1].attributes.get("id", "") if around else ""))
        around.append(found[-1])

    def say(words: str) -> None:
        around[-1].words += words

    reader = expat.ParserCreate()
    reader.StartElementHandler, reader.CharacterDataHandler = begin, say
    reader.EndElementHandler = lambda _: around.pop()
    reader.Parse(file.read_bytes(), True)
    return tuple(found)
