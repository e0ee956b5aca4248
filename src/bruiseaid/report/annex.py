"""The restricted annex: what must not leave with the record, as a document of its own with a seal of its own."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.record.codec import record_digest
from bruiseaid.record.model import Entry, Record
from bruiseaid.record.seal import Signer
from bruiseaid.report.content import Fields, Part, Table, plain
from bruiseaid.report.dates import day_and_clock, in_local_time
from bruiseaid.report.grounds import grouped
from bruiseaid.report.machine_copy import ANNEX_NAME, annex_copy
from bruiseaid.report.marking import annex_surround
from bruiseaid.report.sections import section_part
from bruiseaid.report.sheet import Sheet
from bruiseaid.report.writing import Attachment, Imprint, write

_TITLE = "Restricted annex"


def has_annex(record: Record) -> bool:
    """Whether anything restricted was recorded."""
    annex = record.annex
    entries = (entry for section in annex.sections for entry in (*section.entries, *sum(section.groups, ())))
    return bool(annex.chronology) or any(entry.text.strip() for entry in entries)


def make_annex(record: Record, *, signer: Signer | None = None) -> bytes:
    """The annex. It names the record by its code and fingerprint, and tells nothing else of it."""
    local = in_local_time(record)
    sheet = Sheet(annex_surround(local))
    pages = sheet.pages([sheet.parts(annex_parts(local), title=f"{_TITLE} to record {local.id}")])
    imprint = Imprint(f"{_TITLE} to record {local.id}, version {local.version}", _TITLE, local.finished_at)
    return write(sheet, pages, imprint, Attachment(ANNEX_NAME, annex_copy(record), "The same for machines"), signer)


def annex_parts(record: Record) -> Iterator[Part]:
    """What it belongs to, what is kept apart, and changes to it."""
    about = (
        Entry("Belongs to", f"record {record.id}, version {record.version}"),
        Entry("Finished", day_and_clock(record.finished_at)),
        Entry("Fingerprint of the record", grouped(record_digest(record))),
    )
    yield Part("What this is", (Fields(about),))
    for section in record.annex.sections:
        yield section_part(section)
    if record.annex.chronology:
        rows = tuple((plain(day_and_clock(event.at)), plain(event.text)) for event in record.annex.chronology)
        yield Part("Changes", (Table(("When", "What"), rows, (22, 78)),))
