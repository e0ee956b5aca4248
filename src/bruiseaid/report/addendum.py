"""An addendum as a document of its own; `make_pdf` with addenda enclosed makes the combined one."""

from __future__ import annotations

from collections.abc import Sequence

from bruiseaid.record.addenda import Addendum
from bruiseaid.record.codec import record_digest
from bruiseaid.record.model import Entry, Record
from bruiseaid.record.seal import Signer
from bruiseaid.report.file.machine_copy import ADDENDUM_NAME, addendum_copy
from bruiseaid.report.file.writing import Attachment, Imprint, write
from bruiseaid.report.ink.drawing import Page
from bruiseaid.report.sheets.marking import addendum_surround
from bruiseaid.report.sheets.sheet import Sheet
from bruiseaid.report.words.addenda_parts import addendum_part, refuse_restricted
from bruiseaid.report.words.content import Fields, Part, Prose, recorded_first
from bruiseaid.report.words.dates import day_and_clock, in_local_time
from bruiseaid.report.words.grounds import grouped
from bruiseaid.report.words.signing import RECIPIENTS, signing_parts

_FEWEST_RECIPIENTS = 2
_UNCHANGED = "The record itself is not changed by this, and its result was not worked out again."


def make_addendum(record: Record, addenda: Sequence[Addendum], *, signer: Signer | None = None) -> bytes:
    """The last of the addenda on paper. The copy for machines holds those before it too, so that its chain is whole.

    Raises:
        ValueError: there is no addendum, or one holds words of the annex.
    """
    if not addenda:
        raise ValueError("there is no addendum to print")
    refuse_restricted(record, addenda)
    local, last = in_local_time(record), addenda[-1]
    title = f"Addendum {last.number} to record {local.id}"
    sheet, pages = _laid_out(local, last, title)
    imprint = Imprint(f"{title}, version {local.version}", "Addendum", last.at)
    copy = Attachment(ADDENDUM_NAME, addendum_copy(record, addenda), "The same for machines")
    return write(sheet, pages, imprint, copy, signer)


def _laid_out(record: Record, addendum: Addendum, title: str) -> tuple[Sheet, list[Page]]:
    """On one page, if that only takes a line or two less for recipients; else with all of them."""
    for recipients in (*range(RECIPIENTS, _FEWEST_RECIPIENTS - 1, -1), RECIPIENTS):
        sheet = Sheet(addendum_surround(record, addendum))
        parts = (_child(record), addendum_part(record, addendum), _about(record), *signing_parts(recipients))
        pages = sheet.pages([sheet.parts(parts, title=title)])
        if len(pages) == 1:
            break
    return sheet, pages


def _child(record: Record) -> Part:
    """To whom the paper belongs, if it comes loose: name and date of birth, as the record's first page has them."""
    name = record.child[0] if record.child else Entry("Name", "")
    born = (entry for entry in record.child if record.child_age and record.child_age in entry.text)
    return Part("The child", tuple(recorded_first((name, *born))))


def _about(record: Record) -> Part:
    level = f"{record.level.id}, {record.level.name}" if record.level else "none"
    rows = (
        Entry("Record", f"{record.id}, version {record.version}"),
        Entry("Finished", day_and_clock(record.finished_at)),
        Entry("Level in the record", level),
        Entry("Fingerprint of the record", grouped(record_digest(record))),
    )
    return Part("The record it belongs to", (Fields(rows), Prose(_UNCHANGED)))
