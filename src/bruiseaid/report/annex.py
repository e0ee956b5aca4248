"""The restricted annex: what must not leave with the record, as a document of its own with a seal of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bruiseaid.record.addenda import Addendum
from bruiseaid.record.codec import record_digest
from bruiseaid.record.model import Entry, Record
from bruiseaid.record.seal import Signer
from bruiseaid.report.file.machine_copy import ANNEX_NAME, annex_copy
from bruiseaid.report.file.writing import Attachment, Imprint, write
from bruiseaid.report.sheets.marking import annex_surround
from bruiseaid.report.sheets.sheet import Sheet
from bruiseaid.report.words.addenda_parts import addenda_parts
from bruiseaid.report.words.content import Fields, Part, Table, plain
from bruiseaid.report.words.dates import day_and_clock, in_local_time
from bruiseaid.report.words.grounds import grouped
from bruiseaid.report.words.sections import section_part

_TITLE = "Restricted annex"


def has_annex(record: Record) -> bool:
    """Whether anything restricted was recorded."""
    annex = record.annex
    entries = (entry for section in annex.sections for entry in (*section.entries, *sum(section.groups, ())))
    return bool(annex.chronology) or any(entry.text.strip() for entry in entries)


def make_annex(record: Record, *, addenda: Sequence[Addendum] = (), signer: Signer | None = None) -> bytes:
    """The annex. It names the record by its code and fingerprint, and tells nothing else of it.

    `addenda`: restricted ones, a chain of their own that begins at the record.
    """
    local = in_local_time(record)
    sheet = Sheet(annex_surround(local))
    pages = sheet.pages([sheet.parts(annex_parts(local, addenda), title=f"{_TITLE} to record {local.id}")])
    moment = addenda[-1].at if addenda else local.finished_at
    imprint = Imprint(f"{_TITLE} to record {local.id}, version {local.version}", _TITLE, moment)
    copy = Attachment(ANNEX_NAME, annex_copy(record, addenda), "The same for machines")
    return write(sheet, pages, imprint, copy, signer)


def annex_parts(record: Record, addenda: Sequence[Addendum] = ()) -> Iterator[Part]:
    """What it belongs to, what is kept apart, changes to it, and what was added later."""
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
    yield from addenda_parts(record, addenda)
