"""A record as a PDF: tagged, with its fonts and a machine's copy inside, and the same bytes for the same record."""

from __future__ import annotations

from io import BytesIO

from bruiseaid.record.model import Record
from bruiseaid.report import drawing as d
from bruiseaid.report.blocks import (
    PARAGRAPH_GAP,
    Column,
    listing,
    paragraph,
    part_heading,
    quotation,
    subheading,
    whole_width,
)
from bruiseaid.report.content import (
    Block,
    BodyMap,
    Fields,
    Listing,
    Part,
    Prose,
    Quotation,
    Subheading,
    Table,
)
from bruiseaid.report.dates import in_local_time
from bruiseaid.report.first_page import first_page
from bruiseaid.report.fonts import face
from bruiseaid.report.furniture import BOTTOM, Furniture
from bruiseaid.report.layout import lay_out
from bruiseaid.report.letters import Unshown, visible
from bruiseaid.report.lines import BODY, LABEL, Span
from bruiseaid.report.machine_copy import NAME, machine_copy
from bruiseaid.report.maps import body_map
from bruiseaid.report.metadata import attach, describe
from bruiseaid.report.painter import Painter
from bruiseaid.report.sections import full_record
from bruiseaid.report.shortened import Shortened
from bruiseaid.report.tables import fields, table
from bruiseaid.report.tagging import TaggedCanvas
from bruiseaid.report.unshown import unshown_parts

_LABELS = 165.0  # width of the labels in the full record


def make_pdf(record: Record) -> bytes:
    """The document. Every word of the record is in it, whatever its length or script."""
    local = in_local_time(record)
    root, unshown = d.Node("Document", None), Unshown()
    furniture = Furniture(local, unshown)
    pages = _pages(local, root, unshown, furniture)
    target = BytesIO()
    canvas = _canvas(target, root)
    describe(canvas, visible(f"Child bruising record {local.id}, version {local.version}"), local.finished_at)
    painter = Painter(canvas)
    for number, page in enumerate(pages, 1):
        painter.page(page, under=furniture.under(), furniture=tuple(furniture.foot(number, len(pages))))
    attach(canvas, NAME, machine_copy(record), "The same record for machines")
    canvas.save()
    return target.getvalue()


def page_model(record: Record) -> list[d.Page]:
    """The pages as values, for a preview that draws them another way."""
    local = in_local_time(record)
    unshown = Unshown()
    return _pages(local, d.Node("Document", None), unshown, Furniture(local, unshown))


def _pages(record: Record, root: d.Node, unshown: Unshown, furniture: Furniture) -> list[d.Page]:
    head = root.child("Sect")
    column = whole_width(root.child("Sect"), unshown)
    shortened = Shortened()
    first = first_page(column, record, shortened, BOTTOM - furniture.top)
    parts = (*full_record(record), *shortened.parts())
    rest = [band for part in parts for band in _part(column.inside(root.child("Sect")), part, record)]
    for part in unshown_parts(unshown):
        rest += _part(column.inside(root.child("Sect")), part, record)
    pages = lay_out([first, rest], furniture.top, BOTTOM)
    for number, page in enumerate(pages, 1):
        page.placed.insert(0, (0.0, furniture.head(head if number == 1 else None, number, len(pages))))
    return pages


def _part(column: Column, part: Part, record: Record) -> list[d.Band]:
    bands = part_heading(column, part.title)
    for block in part.blocks:
        bands += _block(column, block, record)
    return bands


def _block(column: Column, block: Block, record: Record) -> list[d.Band]:
    match block:
        case Fields(rows):
            return [*fields(column, rows, _LABELS), d.Band(PARAGRAPH_GAP, blank=True)]
        case Table():
            return [*table(column, block), d.Band(PARAGRAPH_GAP, blank=True)]
        case Prose(text, faint):
            return paragraph(column, [Span(text, LABEL if faint else BODY)])
        case Listing(items):
            return listing(column, items)
        case Quotation(words, credit):
            return quotation(column, words, credit)
        case Subheading(text):
            return subheading(column, text)
        case BodyMap():
            return body_map(column, record)


def _canvas(target: BytesIO, root: d.Node) -> TaggedCanvas:
    return TaggedCanvas(
        target,
        root,
        pagesize=(d.PAPER_WIDTH, d.PAPER_HEIGHT),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang="en-GB",
        initialFontName=face("regular").name,
    )
