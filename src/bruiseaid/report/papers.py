"""The files that a finished record becomes, by name: the shared record, and the annex where something is restricted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bruiseaid.record.addenda import Addendum
from bruiseaid.record.model import Record
from bruiseaid.record.seal import Signer
from bruiseaid.report.annex import has_annex, make_annex
from bruiseaid.report.file.machine_copy import Enclosed
from bruiseaid.report.file_names import file_name
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.words.dates import day_and_clock, zone
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be written: its name, without personal data, and its bytes. A restricted one is never sent along."""

    name: str
    data: bytes
    restricted: bool = False


def papers_of(
    record: Record,
    *,
    rules: Mapping[str, bytes],
    signer: Signer | None,
    addenda: Sequence[Addendum] = (),
    kept_back: Sequence[Addendum] = (),
) -> tuple[Paper, ...]:
    """The sealed papers of a record. `rules`: the bytes of the protocol's files it was made by, by name.

    With `addenda` the paper without them is printed once more, marked as superseded, to take the place of the one
    that is filed. `kept_back`: restricted addenda, a chain of their own; they are in the annex and nowhere else.

    Raises:
        RestrictedWords: one of `addenda` holds words of the annex.
    """
    shared = make_pdf(record, enclosed=Enclosed(rules, tuple(addenda)), signer=signer)
    papers = [Paper(file_name(record, "with-addenda" if addenda else "record"), shared)]
    if addenda:
        papers.append(Paper(file_name(record, "superseded"), _superseded(record, addenda[-1], rules, signer)))
    if has_annex(record) or kept_back:
        annex = make_annex(record, addenda=kept_back, signer=signer)
        papers.append(Paper(file_name(record, "annex"), annex, restricted=True))
    return tuple(papers)


def _superseded(record: Record, last: Addendum, rules: Mapping[str, bytes], signer: Signer | None) -> bytes:
    """The paper without addenda, which says on every page that another has taken its place."""
    added = last.at.astimezone(zone(record.time_zone) or last.at.tzinfo)
    by = f"the record with addendum {last.number}, {day_and_clock(added)}"
    return make_pdf(replace(record, superseded_by=by), enclosed=Enclosed(rules), signer=signer)
