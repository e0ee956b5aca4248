"""Addenda as parts of a document: who, when, why, what changed, and the links of their chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bruiseaid.record.addenda import Addendum, Amendment, addendum_digest
from bruiseaid.record.codec import as_data, texts_of
from bruiseaid.record.leaks import restricted_words_in
from bruiseaid.record.model import Entry, Record
from bruiseaid.report.words.content import Block, Cell, Fields, Part, Prose, Subheading, Table, Words
from bruiseaid.report.words.dates import day_and_clock, zone
from bruiseaid.report.words.grounds import grouped

_LONGEST_TITLE = 80


class RestrictedWords(ValueError):
    """An addendum for the shared record holds words that are kept apart: it belongs to the annex."""

    def __init__(self, number: int) -> None:
        super().__init__(f"Addendum {number} holds words that are kept apart. Add it to the restricted annex.")


def refuse_restricted(record: Record, addenda: Sequence[Addendum]) -> None:
    """Lets no addendum into a shared paper that holds words of the record's annex.

    Raises:
        RestrictedWords: one does.
    """
    for addendum in addenda:
        if restricted_words_in(record, texts_of(as_data(addendum))):
            raise RestrictedWords(addendum.number)


def addenda_parts(record: Record, addenda: Sequence[Addendum]) -> Iterator[Part]:
    """A part for each, in their order."""
    for addendum in addenda:
        yield addendum_part(record, addendum)


def addendum_part(record: Record, addendum: Addendum) -> Part:
    """One addendum: its head, its words, a table of what is now known otherwise, and the links of its chain."""
    blocks: list[Block] = [Fields(_head(record, addendum)), Subheading("What is now known")]
    if addendum.text.strip():
        blocks.append(Prose(addendum.text))
    if addendum.changes:
        rows = tuple(_change(change) for change in addendum.changes)
        blocks.append(Table(("What", "In the record", "Now"), rows, (24, 38, 38)))
    blocks += [Subheading("How it is tied to what it follows"), Fields(_links(addendum))]
    return Part(f"Addendum {addendum.number}", tuple(blocks))


def _head(record: Record, addendum: Addendum) -> tuple[Entry, ...]:
    when = _local(record, addendum.at)
    return (
        Entry("Added", day_and_clock(when)),
        Entry("By", ", ".join(filter(None, (addendum.by, addendum.role)))),
        Entry("Why", addendum.why),
        *_how_known(record, addendum),
    )


def _links(addendum: Addendum) -> tuple[Entry, ...]:
    follows = "the record" if addendum.number == 1 else f"addendum {addendum.number - 1}"
    return (
        Entry("Follows", f"{follows}, {grouped(addendum.follows[:16])}"),
        Entry("Its own fingerprint", grouped(addendum_digest(addendum)[:16])),
    )


def _how_known(record: Record, addendum: Addendum) -> Iterator[Entry]:
    if addendum.told_by:
        yield Entry("Said by, or how it is known", addendum.told_by)
    if addendum.learnt_at is not None:
        yield Entry("Known since", day_and_clock(_local(record, addendum.learnt_at)))


def _local(record: Record, moment: datetime) -> datetime:
    return moment.astimezone(zone(record.time_zone) or moment.tzinfo)


def _change(change: Amendment) -> tuple[Cell, ...]:
    before = Words(change.before) if change.before else Words("not recorded", "faint")
    after = Words(change.after) if change.after else Words("withdrawn", "faint")
    return (Words(change.what, "bold"),), (before,), (after,)
