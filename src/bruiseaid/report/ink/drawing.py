"""The page as values: what is drawn where, and which part of the document's meaning it belongs to.

Units are points (1/72 inch). x grows to the right from the left edge of the paper, y downwards. Inside a Band y
counts from the band's own top. What belongs to no Node is decoration, and is passed over when read aloud.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TypeAlias

from bruiseaid.report.ink.fonts import Face
from bruiseaid.values import dataclass

Colour: TypeAlias = tuple[float, float, float]
Point: TypeAlias = tuple[float, float]

PAPER_WIDTH, PAPER_HEIGHT = 595.276, 841.89
LEFT, RIGHT = 36.0, PAPER_WIDTH - 36.0
WIDTH = RIGHT - LEFT

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
SOFT: Colour = (0.30, 0.34, 0.36)  # labels and what was not recorded: 8 to 1 on white
HAIR: Colour = (0.72, 0.71, 0.69)  # rules between rows
BAND: Colour = (0.91, 0.915, 0.92)  # the words across a draft or practice page


@dataclass(eq=False, slots=True)
class Node:
    """A part of the document: a heading, a paragraph, a cell. `tag` is its PDF structure type.

    `alt` says in words what a figure shows. `scope` is Column or Row for the head cell of a table.
    A node holds either other nodes or drawn things; `drawn` is where: page number from 1, place on it. `areas` are the
    clickable ones of a link: page number and number of the object.
    """

    tag: str
    parent: Node | None
    alt: str = ""
    scope: str = ""
    children: list[Node] = field(default_factory=list)
    drawn: list[tuple[int, int]] = field(default_factory=list)
    areas: list[tuple[int, int]] = field(default_factory=list)

    def child(self, tag: str, *, alt: str = "", scope: str = "") -> Node:
        """A new part inside this one, after those it has."""
        node = Node(tag, self, alt, scope)
        self.children.append(node)
        return node


@dataclass(frozen=True, slots=True)
class Text:
    """Letters from (x, baseline y) on. `true_words` stand for them when copied or read aloud; None: as drawn."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Colour
    true_words: str | None = None


@dataclass(frozen=True, slots=True)
class Slanted:
    """Letters from (x, baseline y) on, rising by an angle in degrees."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Colour
    angle: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line. `dash`: length of the dashes and of the gaps; 0: unbroken."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float
    colour: Colour
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with rounded corners, its edge inside and outside by half of `width`."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    edge: float
    colour: Colour
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape of straight lines, filled by the even-odd rule, or only its edge when `fill` is None.

    A true word may go with it, for a sign that stands in a sentence.
    """

    lines: tuple[tuple[Point, ...], ...]
    fill: Colour | None
    edge: Colour | None = None
    edge_width: float = 0.0
    true_words: str | None = None


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle or capsule round a number: `reach` is half its width beyond the radius."""

    x: float
    y: float
    radius: float
    reach: float
    fill: Colour
    edge: Colour


@dataclass(frozen=True, slots=True)
class Body:
    """A body drawing with its left top corner at (x, y). `filled`: keys of regions shown dark."""

    view: str
    x: float
    y: float
    scale: float
    filled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """Where a web address can be clicked. `words` say what it leads to. It is drawn as nothing."""

    x: float
    y: float
    width: float
    height: float
    address: str
    words: str


Mark: TypeAlias = Text | Slanted | Stroke | Box | Shape | Disc | Body | Area


@dataclass(slots=True)
class Band:
    """A strip across the page that is never cut. `keep`: it stays on one page with the next band.

    `repeat`: bands drawn again, as decoration, when a page begins with this one (the head of its table).
    `blank`: nothing but space, left out at the top of a page. `bookmark`: words for the list of contents.
    `placed`: bands inside this one, with the distance of their tops from its top.
    """

    height: float
    marks: list[tuple[Node | None, Mark]] = field(default_factory=list)
    keep: bool = False
    repeat: tuple[Band, ...] = ()
    blank: bool = False
    bookmark: str = ""
    placed: list[tuple[float, Band]] = field(default_factory=list)

    def as_decoration(self) -> Band:
        """The same band once more, without meaning of its own."""
        return Band(self.height, [(None, mark) for _, mark in self.marks])

    def all_marks(self, y: float) -> Iterator[tuple[float, Node | None, Mark]]:
        """Everything drawn in it and in the bands inside it, with the height each counts from."""
        for node, mark in self.marks:
            yield y, node, mark
        for down, band in self.placed:
            yield from band.all_marks(y + down)


@dataclass(slots=True)
class Page:
    """Bands with the distance of their tops from the top of the paper."""

    placed: list[tuple[float, Band]] = field(default_factory=list)
