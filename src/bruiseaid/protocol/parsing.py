"""Reads YAML text into a tree. The only module that uses the YAML library.

Works on the event stream, so that nothing is constructed: every scalar is the text that was typed. Limits keep
hostile or broken files from taking time or memory.
"""

from __future__ import annotations

import unicodedata

import yaml

from bruiseaid.protocol.model import Place
from bruiseaid.protocol.problems import Problem, shortened
from bruiseaid.protocol.tree import Node, Seq, Table, Text, Unreadable

MOST_BYTES = 2_000_000
DEEPEST = 30
MOST_ITEMS = 100_000
LONGEST_TEXT = 60_000

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff\u2028\u2029")


def parsed(data: bytes, file: str) -> Node:
    """The tree of one YAML document, as `tree.parse` says."""
    builder = _Builder(file)
    text = _decoded(data, file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_yaml_problem(error, file, text)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise Unreadable(
            Problem(
                Place(file, line, 1),
                "",
                f"The character {_code(chr(error.character))} is not allowed in these files.",
            )
        ) from None
    if builder.root is None:
        raise Unreadable(Problem(Place(file, 1, 1), "", "The file is empty."))
    return builder.root


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        raise Unreadable(Problem(Place(file, 1, 1), "", f"The file has {len(data)} bytes. The limit is {MOST_BYTES}."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise Unreadable(
            Problem(Place(file, line, column), "", "This is not UTF-8 text. Save the file as UTF-8.")
        ) from None
    _refuse_strange_characters(text, file)
    return text


def _refuse_strange_characters(text: str, file: str) -> None:
    if text.isascii() and text.replace("\n", "").replace("\t", "").replace("\r", "").isprintable():
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for column, char in enumerate(line, start=1):
            if (char.isprintable() and char not in _HIDDEN) or char in "\t\r\u00a0":
                continue
            if char in _HIDDEN or unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn", "Cf"):
                words = f"The hidden or control character {_code(char)} is not allowed here. Take it out."
                raise Unreadable(Problem(Place(file, number, column), "", words))


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"


def _yaml_problem(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    is_open = any(words in str(error.problem or "") for words in _NEVER_CLOSED)
    mark = (error.context_mark if is_open else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    there = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem(Place(file, line, column), shortened(there), _in_plain_words(str(error.problem or ""), there))


_NEVER_CLOSED = ("end of stream", "unexpected end")


def _in_plain_words(reason: str, line: str) -> str:
    if "\t" in line or "\\t" in reason or "tab" in reason:
        return "A tab stands where spaces are needed. Use spaces to indent."
    if "mapping values are not allowed" in reason:
        return 'There is a ": " inside the text. Put the whole text between double quotes.'
    if any(words in reason for words in _NEVER_CLOSED):
        return "Something that was opened is not closed: a quote or a bracket is missing."
    if "could not find expected ':'" in reason:
        return "A key has to be followed by a colon and a space. Look at this line and the one above it."
    if "expected ',' or" in reason:
        return "A comma or a closing bracket is missing, here or in the line above."
    if "expected '-' indicator" in reason:
        return "This does not fit the list above it: look at the indentation, and at the dash before each entry."
    if "expected <block end>" in reason or "did not find expected key" in reason:
        return "The indentation does not fit the lines above, or a quote or comma is missing."
    if "alias" in reason or "anchor" in reason:
        return "Anchors and aliases (& and *) are not used in these files."
    if "cannot start any token" in reason:
        return "A text cannot begin with this character. Put the whole text between double quotes."
    return f"This is not YAML as these files use it ({reason})." if reason else "This is not YAML."


_NO_KEY = "\0none"


class _Builder:
    """Puts events together. One open list or table per level; keys wait for their value."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self._open: list[Seq | Table] = []
        self._keys: list[str] = []
        self._items = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        self._count(event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._opens(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "Anchors and aliases (& and *) are not used in these files.")

    def _count(self, event: yaml.Event) -> None:
        self._items += 1
        if self._items > MOST_ITEMS:
            self._refuse(event, f"The file has more than {MOST_ITEMS} items.")
        if getattr(event, "anchor", None) and not isinstance(event, yaml.AliasEvent):
            self._refuse(event, "Anchors and aliases (& and *) are not used in these files.")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, "Tags (!) are not used in these files.")

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, 'There is a second document ("---") in the file. One is enough.')
        if event.version or event.tags:
            self._refuse(event, "Lines that begin with % are not used in these files.")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if len(event.value) > LONGEST_TEXT:
            self._refuse(event, f"The text is longer than {LONGEST_TEXT} characters.")
        for char in event.value:
            if (
                (char < " " and char not in "\n\t")
                or char in _HIDDEN
                or "\x7f" <= char < "\xa0"
                or "\ud800" <= char < "\ue000"
            ):
                self._refuse(event, f"The hidden or control character {_code(char)} is not allowed here. Take it out.")
        self._put(Text(event.value, self._place(event), not event.style), event)

    def _opens(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if len(self._open) >= DEEPEST:
            self._refuse(event, f"This is nested more than {DEEPEST} deep.")
        place = self._place(event)
        node: Seq | Table = Seq(place) if isinstance(event, yaml.SequenceStartEvent) else Table(place)
        self._put(node, event)
        self._open.append(node)
        self._keys.append(_NO_KEY)

    def _put(self, node: Node, event: yaml.Event) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Seq):
            parent.items.append(node)
        elif self._keys[-1] is _NO_KEY:
            self._key(parent, node, event)
        else:
            parent.entries[self._keys[-1]] = node
            self._keys[-1] = _NO_KEY

    def _key(self, parent: Table, node: Node, event: yaml.Event) -> None:
        if not isinstance(node, Text):
            self._refuse(event, "A key has to be plain text.")
        assert isinstance(node, Text)
        if node.value == "<<" and node.plain:
            self._refuse(event, "Merge keys (<<) are not used in these files.")
        if node.value in parent.key_places:
            first = parent.key_places[node.value].line
            self._refuse(event, f"This key stands twice in the same table. It first stands on line {first}.")
        parent.key_places[node.value] = node.place
        self._keys[-1] = node.value

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        if mark is None:
            return Place(self.file, 1, 1)
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _refuse(self, event: yaml.Event, message: str) -> None:
        words = shortened(str(getattr(event, "value", "") or ""))
        raise Unreadable(Problem(self._place(event), words, message))
