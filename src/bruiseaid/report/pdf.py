"""A record as a PDF: tagged, with its fonts and a copy for machines inside, sealed, the same bytes every time."""

from __future__ import annotations

from bruiseaid.record.model import Record
from bruiseaid.record.seal import Signer
from bruiseaid.report.file.machine_copy import NAME, Enclosed, machine_copy
from bruiseaid.report.file.writing import Attachment, Imprint, write
from bruiseaid.report.front.first_page import first_page
from bruiseaid.report.ink import drawing as d
from bruiseaid.report.sheets.marking import record_surround
from bruiseaid.report.sheets.sheet import Sheet
from bruiseaid.report.words.addenda_parts import addenda_parts, refuse_restricted
from bruiseaid.report.words.dates import in_local_time
from bruiseaid.report.words.sections import full_record
from bruiseaid.report.words.shortened import Shortened

NOTHING_MORE = Enclosed()


def make_pdf(record: Record, *, enclosed: Enclosed = NOTHING_MORE, signer: Signer | None = None) -> bytes:
    """The shared document; nothing of the annex is in it. Every word of the record is, whatever its length or script.

    `enclosed`: the rules' files, without which the file cannot be replayed, and addenda, which are printed as well.
    Without a signer the file says of itself that it is not sealed.

    Raises:
        RestrictedWords: an addendum holds words of the annex.
    """
    refuse_restricted(record, enclosed.addenda)
    local = in_local_time(record)
    sheet = Sheet(record_surround(local, enclosed.addenda))
    pages = _pages(sheet, local, enclosed)
    imprint = Imprint(
        f"Child bruising record {local.id}, version {local.version}", "Child bruising referral", local.finished_at
    )
    copy = Attachment(NAME, machine_copy(record, enclosed), "The same record for machines")
    return write(sheet, pages, imprint, copy, signer)


def page_model(record: Record, *, enclosed: Enclosed = NOTHING_MORE) -> list[d.Page]:
    """The pages as values, for a preview that draws them another way."""
    local = in_local_time(record)
    return _pages(Sheet(record_surround(local, enclosed.addenda)), local, enclosed)


def _pages(sheet: Sheet, record: Record, enclosed: Enclosed) -> list[d.Page]:
    shortened = Shortened()
    first = first_page(sheet.column(), record, shortened, sheet.room())
    parts = (*addenda_parts(record, enclosed.addenda), *full_record(record), *shortened.parts())
    return sheet.pages([first, sheet.parts(parts, record)])
