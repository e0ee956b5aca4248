"""What must stand on every page: the marking, and in words that this is a draft, practice, replaced or unsigned."""

from __future__ import annotations

from collections.abc import Sequence

from bruiseaid.record.addenda import Addendum
from bruiseaid.record.model import Record
from bruiseaid.report.sheets.furniture import Surround
from bruiseaid.report.words.dates import day_and_clock
from bruiseaid.report.words.grounds import grouped

MARKING = "OFFICIAL - SENSITIVE"
CHECK = "Check this file: bruiseaid verify"
PRACTICE = "Practice: not a real child"
_LONGEST_ID = 24  # letters
_LONGEST_NOTE = 300


def record_surround(record: Record, addenda: Sequence[Addendum] = ()) -> Surround:
    """What frames the pages of a record, with the number of its addenda."""
    said = [*notices(record), *_addenda_notice(addenda)]
    return Surround(MARKING, _about(record), tuple(said), rules_line(record), CHECK, across(record))


def annex_surround(record: Record) -> Surround:
    """What frames the pages of the restricted annex."""
    kept = "Kept apart from the shared record. Do not send it with the referral, and do not leave it in the home."
    said = (("Restricted annex.", kept), *notices(record))
    about = f"Annex to record {record.id[:_LONGEST_ID]}, version {record.version}"
    return Surround(f"{MARKING}. RESTRICTED", about, said, rules_line(record), CHECK, across(record))


def addendum_surround(record: Record, addendum: Addendum) -> Surround:
    """What frames the pages of an addendum."""
    about = f"Addendum {addendum.number} to record {record.id[:_LONGEST_ID]}, version {record.version}"
    note = ("Addendum.", "It adds to the record and writes nothing over. Read it with the record.")
    return Surround(MARKING, about, (note, *notices(record)), rules_line(record), CHECK, across(record))


def notices(record: Record) -> list[tuple[str, str]]:
    """A bold word or two and a sentence, for each thing that must not be overlooked."""
    said = []
    if record.kind == "practice":
        said.append(("Practice.", "This is not a real child. Do not act on this paper."))
    if record.kind == "draft":
        said.append(("Draft.", "This record is not finished and may still change."))
    if record.superseded_by:
        said.append(("Superseded.", f"Do not use this paper. Its place is taken by {_noted(record.superseded_by)}."))
    if record.supersedes:
        said.append(("New version.", f"It takes the place of {_noted(record.supersedes)}."))
    if record.protocol.approval:
        note = record.protocol.approval_note or "The rules used here have not been signed by a local lead."
        said.append((f"{_sentence(record.protocol.approval)}.", note))
    if not record.protocol.proved:
        said.append(("Not proved.", "The promises of these rules were not checked."))
    return said


def across(record: Record) -> str:
    """The words that stand across a page that must not be taken for a finished record of a real child; '' for none."""
    if record.superseded_by and record.kind != "practice":
        return "Superseded: do not use"
    return {"practice": PRACTICE, "draft": "Draft: not finished"}.get(record.kind, "")


def rules_line(record: Record) -> str:
    """The rules and the beginning of their fingerprint."""
    rules = record.protocol
    return f"Rules {rules.id[:_LONGEST_ID]} {rules.version[:_LONGEST_ID]}, {grouped(rules.sha256[:16])}"


def _about(record: Record) -> str:
    return f"Record {record.id[:_LONGEST_ID]}, version {record.version}, finished {day_and_clock(record.finished_at)}"


def _addenda_notice(addenda: Sequence[Addendum]) -> list[tuple[str, str]]:
    if not addenda:
        return []
    count = "One addendum" if len(addenda) == 1 else f"{len(addenda)} addenda"
    return [(f"{count}.", "Later facts stand under Addenda, before the full record. The record itself is unchanged.")]


def _noted(text: str) -> str:
    return text[:_LONGEST_NOTE].rstrip(".")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".")
