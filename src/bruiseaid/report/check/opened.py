"""Reads a sealed file back: a record to add to, with its annex, or the addenda inside one. Its seal must hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bruiseaid.record.addenda import Addendum, addendum_of, breaks
from bruiseaid.record.codec import NotARecord, of_data, record_digest, record_of
from bruiseaid.record.model import Annex, Record
from bruiseaid.record.seal import is_signed
from bruiseaid.report.check.unpacking import MOST_BYTES, Unreadable, listed, table, unpacked
from bruiseaid.report.file.machine_copy import DocumentKind
from bruiseaid.report.file.sealing import find_seal, packed_copy, signed_message


def opened_record(record: bytes, annex: bytes = b"") -> Record:
    """The record inside its sealed file. With the annex that was sealed beside it, its restricted words are known.

    Raises:
        Unreadable: one of them was changed, is not whole, or is another document. The message is a sentence.
    """
    try:
        found = record_of(table(_copy(record, "record"), "record"))
        if not annex:
            return found
        kept_back = _copy(annex, "annex")
        if table(kept_back, "record").get("sha256") != record_digest(found):
            raise Unreadable("The annex beside the record belongs to another record.")
        return replace(found, annex=of_data(Annex, table(kept_back, "annex")))
    except NotARecord:
        raise Unreadable("What is inside it is not a record of ours.") from None


def opened_addenda(addendum: bytes) -> tuple[str, tuple[Addendum, ...]]:
    """The digest of the record that a sealed addendum belongs to, and the chain up to it.

    Raises:
        Unreadable: it was changed, is not whole, is another document, or its chain is broken.
    """
    copy = _copy(addendum, "addendum")
    about = table(copy, "record")
    digest = str(about.get("sha256", ""))
    try:
        chain = tuple(addendum_of(one) for one in listed(copy, "addenda"))
    except NotARecord:
        raise Unreadable("What is inside it is not an addendum of ours.") from None
    if not chain or any(breaks(digest, str(about.get("id", "")), chain)):
        raise Unreadable("The chain from the record to this addendum is broken.")
    return digest, chain


def _copy(file: bytes, document: DocumentKind) -> dict[str, Any]:
    """The copy for machines of a sealed file of that kind."""
    seal = find_seal(file) if len(file) <= MOST_BYTES else None
    if seal is None or seal.is_empty or not is_signed(seal.key, signed_message(file, seal), seal.signature):
        raise Unreadable("The file was changed after it was sealed, or it is not whole.")
    copy = unpacked(packed_copy(file, seal))
    if copy["document"] != document:
        raise Unreadable("The file is another paper than it was.")
    return copy
