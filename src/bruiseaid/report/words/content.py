"""The words of the record in order, before anyone decides how they look: paper and plain text are made of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from bruiseaid.record.model import Entry
from bruiseaid.values import dataclass

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Words:
    """Part of a cell, on lines of its own. A "faint" one is a hint or says that something was not recorded.

    `link`: a web address that it leads to; words with one stand alone in their cell.
    """

    text: str
    weight: Literal["plain", "bold", "small", "faint", "faint_small"] = "plain"
    link: str = ""


Cell: TypeAlias = tuple[Words, ...]
TO_FILL_IN: Cell = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with what was recorded under each."""

    rows: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads. `shares` are the widths of the columns, in parts of the whole.

    An empty cell is a line to write on.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph. `faint`: something was not recorded, or a hint."""

    text: str
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Points of a list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's exact words, and under them who said them, to whom and when."""

    words: str
    credit: str


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a part: one person, one mark, one call."""

    text: str


@dataclass(frozen=True, slots=True)
class BodyMap:
    """The body drawings with the numbered marks."""


Block: TypeAlias = Fields | Table | Prose | Listing | Quotation | Subheading | BodyMap


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


def plain(text: str) -> Cell:
    """A cell of plain words; "not recorded" where there are none."""
    return (Words(text),) if text else (Words(NOT_RECORDED, "faint"),)


def quoted(text: str) -> str:
    """The words in quotation marks, unless they already stand in them."""
    bare = text.strip()
    return bare if bare[:1] in '“"' and bare[-1:] in '”"' and len(bare) > 1 else f"“{text}”"


def bracketed(note: str) -> str:
    """A note as it follows what it belongs to: ' (told)'. Empty when there is none."""
    bare = note.strip()
    return f" {bare if bare.startswith('(') else f'({bare})'}" if bare else ""


def recorded_first(rows: Sequence[Entry]) -> Iterator[Block]:
    """What was recorded as labelled fields, and under it in one paragraph what was not."""
    recorded = tuple(row for row in rows if row.text.strip())
    if recorded:
        yield Fields(recorded)
    missing = [f"{row.label}{bracketed(row.note)}" for row in rows if not row.text.strip()]
    if missing:
        yield Prose(f"{NOT_RECORDED.capitalize()}: {'; '.join(missing)}.", faint=True)
