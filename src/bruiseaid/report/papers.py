"""The files that a finished record becomes, by name: the shared record, and the annex where something is restricted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bruiseaid.record.addenda import Addendum
from bruiseaid.record.model import Record
from bruiseaid.record.seal import Signer
from bruiseaid.report.annex import has_annex, make_annex
from bruiseaid.report.file_names import file_name
from bruiseaid.report.machine_copy import Enclosed
from bruiseaid.report.pdf import make_pdf


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be written: its name, without personal data, and its bytes. A restricted one is never sent along."""

    name: str
    data: bytes
    restricted: bool = False


def papers_of(
    record: Record, *, rules: Mapping[str, bytes], signer: Signer, addenda: Sequence[Addendum] = ()
) -> tuple[Paper, ...]:
    """The sealed papers of a record. `rules`: the bytes of the protocol's files it was made by, by name."""
    shared = make_pdf(record, enclosed=Enclosed(rules, tuple(addenda)), signer=signer)
    papers = [Paper(file_name(record, "with-addenda" if addenda else "record"), shared)]
    if has_annex(record):
        papers.append(Paper(file_name(record, "annex"), make_annex(record, signer=signer), restricted=True))
    return tuple(papers)
