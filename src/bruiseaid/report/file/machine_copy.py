"""The copy for machines that travels in a PDF: the record, its rules whole, and its addenda, as JSON.

With it and nothing else the record can be replayed: the answers, the bytes of every protocol file, and what came out.
The annex is a document of its own with a copy of its own; nothing of it is in the shared one.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal, TypeAlias

from bruiseaid import __version__
from bruiseaid.record.addenda import Addendum
from bruiseaid.record.codec import as_data, record_as_data, record_digest
from bruiseaid.record.model import Record
from bruiseaid.values import dataclass

NAME = "record.json"
ANNEX_NAME = "annex.json"
ADDENDUM_NAME = "addendum.json"

DocumentKind: TypeAlias = Literal["record", "addendum", "annex"]
DOCUMENTS: tuple[DocumentKind, ...] = ("record", "addendum", "annex")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What travels with a record besides itself: the bytes of the protocol's files by name, and addenda."""

    rules: Mapping[str, bytes] = field(default_factory=dict)
    addenda: tuple[Addendum, ...] = ()


def machine_copy(record: Record, enclosed: Enclosed) -> bytes:
    """The same bytes for the same record. Every character outside ASCII is escaped, so that none can be lost."""
    rules = record.protocol
    protocol = {"id": rules.id, "version": rules.version, "sha256": rules.sha256}
    return _json(
        "record",
        record=record_as_data(record),
        protocol={**protocol, "files": {name: _text(data) for name, data in sorted(enclosed.rules.items())}},
        addenda=[as_data(addendum) for addendum in enclosed.addenda],
    )


def addendum_copy(record: Record, addenda: Sequence[Addendum]) -> bytes:
    """An addendum with those before it, and the digest of the record that the first one follows."""
    about = {"id": record.id, "version": record.version, "sha256": record_digest(record)}
    return _json("addendum", record=about, addenda=[as_data(addendum) for addendum in addenda])


def annex_copy(record: Record, addenda: Sequence[Addendum] = ()) -> bytes:
    """What must not leave, with what was added to it, and the digest of the record it belongs to."""
    about = {"id": record.id, "version": record.version, "sha256": record_digest(record), "kind": record.kind}
    added = {"addenda": [as_data(addendum) for addendum in addenda]} if addenda else {}
    return _json("annex", record=about, annex=as_data(record.annex), **added)


def rules_of(files: Mapping[str, object]) -> dict[str, bytes]:
    """The bytes of the protocol's files.

    Raises:
        ValueError: a file is written in neither of the two ways.
    """
    return {name: _bytes(held) for name, held in files.items()}


def _json(document: DocumentKind, **content: object) -> bytes:
    whole = {"bruiseaid": __version__, "document": document, **content}
    return (json.dumps(whole, indent=1, sort_keys=True, allow_nan=False) + "\n").encode("ascii")


def _text(data: bytes) -> object:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode("ascii")}


def _bytes(held: object) -> bytes:
    if isinstance(held, str):
        return held.encode("utf-8")
    if isinstance(held, dict) and set(held) == {"base64"} and isinstance(held["base64"], str):
        return base64.b64decode(held["base64"], validate=True)
    raise ValueError("a file of the rules is neither text nor base64")
