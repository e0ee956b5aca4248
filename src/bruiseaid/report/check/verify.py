"""Checks a document of ours: its bytes, its seal, its replay and its chain. It reads no PDF: it knows where things lie.

Nothing of a file is looked into before its seal has been found to hold, and then only within limits; so a hostile
file is answered in bounded time and memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from bruiseaid.record.addenda import Addendum, addendum_of, breaks
from bruiseaid.record.codec import canonical, record_as_data, record_digest, record_of
from bruiseaid.record.model import Record
from bruiseaid.record.seal import NO_SIGNATURE, NOBODY, is_signed, voucher_message
from bruiseaid.report.check.replay import printed_outcome, replay
from bruiseaid.report.check.unpacking import MOST_BYTES, Unreadable, listed, table, unpacked
from bruiseaid.report.check.verification import Chain, Pages, Sealer, Verification
from bruiseaid.report.file.machine_copy import Enclosed, rules_of
from bruiseaid.report.file.sealing import (
    Seal,
    find_seal,
    looks_like_ours,
    packed_copy,
    same_but_for_the_seal,
    signed_message,
)
from bruiseaid.values import dataclass

_MOST_TO_MAKE_AGAIN = 1_000_000  # bytes of the record as data; a larger one is not made again
_MOST_ADDENDA = 1000


_NONE: Mapping[str, date] = MappingProxyType({})


def verify(data: bytes, known_keys: Mapping[str, str], withdrawn: Mapping[str, date] = _NONE) -> Verification:
    """The answer about the bytes of a file. `known_keys`: names by public key, 64 hexadecimal digits.

    `withdrawn`: the days on which keys were taken back. Never raises, whatever the bytes are.
    """
    if len(data) > MOST_BYTES or (data[:5] != b"%PDF-" and not looks_like_ours(data)):
        return Verification("not_ours")
    seal = find_seal(data)
    if seal is None:
        return Verification("changed" if looks_like_ours(data) else "not_ours")
    if not seal.is_empty and not is_signed(seal.key, signed_message(data, seal), seal.signature):
        return Verification("changed")
    sealer = None if seal.is_empty else _sealer(seal, known_keys, withdrawn)
    found = Verification("not_sealed" if sealer is None else "intact", sealer=sealer)
    try:
        return _with_content(found, data, seal)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, Unreadable) else "What is inside it is not a record of ours."
        return replace(found, reasons=(reason,))


@dataclass(frozen=True, slots=True)
class _Content:
    """What a record document holds."""

    record: Record
    rules: dict[str, bytes]
    addenda: tuple[Addendum, ...]


def _sealer(seal: Seal, known: Mapping[str, str], withdrawn: Mapping[str, date]) -> Sealer:
    organisation, signature = seal.voucher.organisation, seal.voucher.signature
    days = {key: taken_back.isoformat() for key, taken_back in withdrawn.items()}
    alone = Sealer(seal.key, known.get(seal.key, ""), withdrawn=days.get(seal.key, ""))
    if (organisation, signature) == (NOBODY, NO_SIGNATURE):
        return alone
    if not is_signed(organisation, voucher_message(seal.key), signature):
        return alone
    return replace(
        alone, organisation_key=organisation, organisation=known.get(organisation, ""),
        organisation_withdrawn=days.get(organisation, ""),
    )  # fmt: skip


def _with_content(found: Verification, data: bytes, seal: Seal) -> Verification:
    copy = unpacked(packed_copy(data, seal))
    match copy["document"]:
        case "record":
            return _record(found, copy, data)
        case "addendum":
            return _addendum(found, copy)
        case _:
            return _annex(found, copy)


def _record(found: Verification, copy: dict[str, Any], data: bytes) -> Verification:
    record = record_of(table(copy, "record"))
    content = _Content(record, rules_of(table(table(copy, "protocol"), "files")), _addenda(copy))
    chain, broken = _chain(record_digest(record), record.id, content.addenda)
    again = replay(record, content.rules)
    rules = record.protocol
    return replace(
        found, document="record", record=f"{record.id}, version {record.version}", kind=record.kind,
        superseded_by=record.superseded_by, rules=f"{rules.title} ({rules.id}), version {rules.version}",
        printed=printed_outcome(record), replay=again.verdict, replayed=again.outcome,
        pages=_pages(content, data), addenda=len(content.addenda), chain=chain,
        reasons=(*again.reasons, *broken, *_too_late(found, record.finished_at)),
    )  # fmt: skip


def _annex(found: Verification, copy: dict[str, Any]) -> Verification:
    about = table(copy, "record")
    addenda = _addenda(copy) if "addenda" in copy else ()
    chain, broken = _chain(str(about.get("sha256", "")), str(about.get("id", "")), addenda)
    late = _too_late(found, addenda[-1].at) if addenda else ()
    return replace(
        found, document="annex", record=_name(about), kind=str(about.get("kind", ""))[:20],
        addenda=len(addenda), chain=chain, reasons=(*broken, *late),
    )  # fmt: skip


def _addendum(found: Verification, copy: dict[str, Any]) -> Verification:
    about = table(copy, "record")
    addenda = _addenda(copy)
    if not addenda:
        raise Unreadable("There is no addendum in it.")
    chain, broken = _chain(str(about.get("sha256", "")), str(about.get("id", "")), addenda)
    return replace(
        found, document="addendum", record=_name(about), addenda=len(addenda), chain=chain,
        reasons=(*broken, *_too_late(found, addenda[-1].at)),
    )  # fmt: skip


def _too_late(found: Verification, at: datetime) -> tuple[str, ...]:
    """Why a seal does not count whose key was withdrawn before the document says it was made."""
    days = (found.sealer.withdrawn, found.sealer.organisation_withdrawn) if found.sealer else ()
    late = any(taken_back and at.date().isoformat() >= taken_back for taken_back in days)
    return ("It says that it was made when its key had been withdrawn already.",) if late else ()


def _addenda(copy: dict[str, Any]) -> tuple[Addendum, ...]:
    return tuple(addendum_of(one) for one in listed(copy, "addenda")[:_MOST_ADDENDA])


def _chain(digest: str, record_id: str, addenda: tuple[Addendum, ...]) -> tuple[Chain, tuple[str, ...]]:
    broken = tuple(breaks(digest, record_id, addenda))
    if not addenda:
        return "none", ()
    return ("broken", broken) if broken else ("whole", ())


def _name(about: dict[str, Any]) -> str:
    return f"{str(about.get('id', ''))[:60]}, version {str(about.get('version', ''))[:10]}"


def _pages(content: _Content, data: bytes) -> Pages:
    """Whether the same record makes the same file here; another version of this program may well make another."""
    if len(canonical(record_as_data(content.record))) > _MOST_TO_MAKE_AGAIN:
        return "not_confirmed"
    from bruiseaid.report.pdf import make_pdf

    try:
        made = make_pdf(content.record, enclosed=Enclosed(content.rules, content.addenda))
    except Exception:  # a record that this program did not make may be anything at all
        return "not_confirmed"
    return "same" if same_but_for_the_seal(made, data) else "not_confirmed"
