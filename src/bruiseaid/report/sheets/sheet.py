"""A document being laid out: the tree of its meaning, what frames its pages, and its parts as bands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bruiseaid.record.model import Record
from bruiseaid.report.ink import drawing as d
from bruiseaid.report.ink.letters import Unshown
from bruiseaid.report.ink.lines import BODY, LABEL, Span
from bruiseaid.report.sheets.blocks import (
    PARAGRAPH_GAP,
    Column,
    document_title,
    listing,
    paragraph,
    part_heading,
    quotation,
    subheading,
    whole_width,
)
from bruiseaid.report.sheets.furniture import BOTTOM, Furniture, Surround
from bruiseaid.report.sheets.layout import lay_out
from bruiseaid.report.sheets.maps import body_map
from bruiseaid.report.sheets.tables import fields, table
from bruiseaid.report.sheets.unshown import unshown_parts
from bruiseaid.report.words.content import Block, BodyMap, Fields, Listing, Part, Prose, Quotation, Subheading, Table

_LABELS = 165.0  # width of the labels of a part


class Sheet:
    """Where the pages of one document come from. The head of the first page is read before everything else."""

    def __init__(self, surround: Surround) -> None:
        self.root = d.Node("Document", None)
        self.unshown = Unshown()
        self.furniture = Furniture(surround, self.unshown)
        self._head = self.root.child("Sect")

    def column(self) -> Column:
        """From margin to margin, in a section of its own."""
        return whole_width(self.root.child("Sect"), self.unshown)

    def room(self) -> float:
        """The height that a page has for its content, in points."""
        return BOTTOM - self.furniture.top

    def parts(self, parts: Iterable[Part], record: Record | None = None, *, title: str = "") -> list[d.Band]:
        """Parts one after another, each a section, under the title of the document if it is given here.

        `record` is needed where a part shows the body drawings.
        """
        bands = document_title(self.column(), title) if title else []
        return [*bands, *(band for part in parts for band in _part(self.column(), part, record))]

    def pages(self, chapters: Sequence[Sequence[d.Band]], *, lists_unshown: bool = True) -> list[d.Page]:
        """The pages; what paper could not show is listed at the end of the last chapter."""
        last = [*chapters[-1], *(self.parts(unshown_parts(self.unshown)) if lists_unshown else ())]
        pages = lay_out([*chapters[:-1], last], self.furniture.top, BOTTOM)
        for number, page in enumerate(pages, 1):
            node = self._head if number == 1 else None
            head, foot = (frame(node, number, len(pages)) for frame in (self.furniture.head, self.furniture.foot))
            page.placed[:0] = [(0.0, head), (0.0, foot)]
        return pages


def _part(column: Column, part: Part, record: Record | None) -> list[d.Band]:
    bands = part_heading(column, part.title)
    for block in part.blocks:
        bands += _block(column, block, record)
    return bands


def _block(column: Column, block: Block, record: Record | None) -> list[d.Band]:
    match block:
        case Fields(rows):
            return [*fields(column, rows, _LABELS), d.Band(PARAGRAPH_GAP, blank=True)]
        case Table():
            return [*table(column, block), d.Band(PARAGRAPH_GAP, blank=True)]
        case Prose(text, faint):
            return [*paragraph(column, [Span(text, LABEL if faint else BODY)]), d.Band(PARAGRAPH_GAP, blank=True)]
        case Listing(items):
            return listing(column, items)
        case Quotation(words, credit):
            return quotation(column, words, credit)
        case Subheading(text):
            return subheading(column, text)
        case BodyMap():
            return body_map(column, record) if record else []
