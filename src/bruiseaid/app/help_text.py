"""The help and the words explained, from plain files that travel with the program. Read when first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from bruiseaid.content_paths import resources_folder
from bruiseaid.values import dataclass

_TERM = re.compile(r"- \*\*(.+?)\*\*: (.+)")


@dataclass(frozen=True, slots=True)
class Topic:
    """One part of the help: its title and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """The help, in the order of its files; nothing if they are not there."""
    return tuple(_topic(path.read_text("utf-8")) for path in _files() if path.name[0].isdigit())


@cache
def words() -> Mapping[str, str]:
    """Terms and what they mean."""
    text = "".join(path.read_text("utf-8") for path in _files() if path.name == "words.md")
    return MappingProxyType(dict(_TERM.findall(text)))


@lru_cache(maxsize=200)
def terms_in(text: str) -> tuple[tuple[str, str], ...]:
    """The explained terms that occur in a text of the rules, as whole words, with their meaning."""
    found = (term for term in words() if re.search(rf"\b{re.escape(term)}\b", text, re.IGNORECASE))
    return tuple((term, words()[term]) for term in found)


def _topic(text: str) -> Topic:
    title, _, rest = text.partition("\n")
    paragraphs = (" ".join(part.split()) for part in rest.split("\n\n"))
    return Topic(title.removeprefix("# "), tuple(part for part in paragraphs if part))


def _files() -> list[Path]:
    resources = resources_folder()
    places = (resources / "help", resources.parent / "docs" / "help")
    return next((sorted(place.glob("*.md")) for place in places if place.is_dir()), [])
