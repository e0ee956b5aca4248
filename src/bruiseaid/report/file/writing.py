"""Pages become a file: tagged, described, with a copy for machines inside, and sealed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from bruiseaid.record.seal import Signer
from bruiseaid.report.file.metadata import attach, describe
from bruiseaid.report.file.painter import Painter
from bruiseaid.report.file.sealing import sealed
from bruiseaid.report.file.tagging import TaggedCanvas
from bruiseaid.report.ink import drawing as d
from bruiseaid.report.ink.fonts import face
from bruiseaid.report.ink.letters import visible
from bruiseaid.report.sheets.sheet import Sheet
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself; no personal data belongs here. `moment` is aware, and the only date in it."""

    title: str
    subject: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A JSON file that travels inside."""

    name: str
    content: bytes
    description: str


def write(
    sheet: Sheet, pages: Sequence[d.Page], imprint: Imprint, attachment: Attachment | None, signer: Signer | None
) -> bytes:
    """The file: the same bytes for the same pages, attachment and key. Without an attachment it has no seal at all."""
    target = BytesIO()
    canvas = _canvas(target, sheet.root)
    describe(canvas, visible(imprint.title), imprint.subject, imprint.moment)
    painter = Painter(canvas)
    for page in pages:
        painter.page(page, under=sheet.furniture.under())
    if attachment is None:
        canvas.save()
        return target.getvalue()
    packed = zlib.compress(attachment.content, 6)
    attach(canvas, attachment.name, attachment.description, packed, len(attachment.content))
    canvas.save()
    return sealed(target.getvalue(), packed, signer)


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
