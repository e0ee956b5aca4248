"""Sealed documents for tests: real records of the shipped stories, with keys that are always the same."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Scenario
from bruiseaid.protocol.reader import contents
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Record
from bruiseaid.record.progress import Draft
from bruiseaid.record.seal import Signer
from bruiseaid.report.file.machine_copy import Enclosed
from bruiseaid.report.file.sealing import sealed
from bruiseaid.report.pdf import make_pdf
from bruiseaid.store.keys import MachineKey
from tests.engine.cases import case_of, shipped


@cache
def key(number: int = 1) -> MachineKey:
    """A key by its number."""
    return MachineKey(Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32))


KNOWN = {key().key: "this computer"}


@cache
def rules() -> dict[str, bytes]:
    """The shipped protocol's files."""
    return contents(protocol_folder())[0]


def story(number: int) -> Scenario:
    """A shipped story by its number, from 0."""
    return shipped().scenarios[number]


def record_of(case_data: dict[str, Any]) -> Record:
    """The record of a case, finished 23 minutes after the mark was seen."""
    case = case_of(case_data)
    finished = case.seen_at + timedelta(minutes=23)
    draft = Draft("R-2345", case.seen_at, finished, case)
    return make_record(draft, recommend(case, finished), finished_at=finished, proved=True)


@cache
def record_of_story(number: int) -> Record:
    """The record of a shipped story."""
    return record_of(dict(story(number).case))


def document_of(record: Record, *, signer: Signer | None = None) -> bytes:
    """The record sealed, with the rules inside."""
    return make_pdf(record, enclosed=Enclosed(rules()), signer=signer or key())


@cache
def document(number: int) -> bytes:
    """A shipped story's sealed record."""
    return document_of(record_of_story(number))


def forged(change: Callable[[dict[str, Any]], object], *, signer: Signer | None = None) -> bytes:
    """A record whose copy for machines was changed before it was sealed, by somebody who has a key."""
    copy = machine_copy_of(document(0))
    change(copy)
    return with_content(json.dumps(copy).encode(), signer=signer)


def machine_copy_of(file: bytes) -> dict[str, Any]:
    """The copy for machines of a sealed file, read without the program's own checks."""
    start = file.index(b"/EmbeddedFile")
    start = file.index(b"stream\n", start) + 7
    copy: dict[str, Any] = json.loads(zlib.decompressobj().decompress(file[start:]))
    return copy


def with_content(content: bytes, *, packed: bytes | None = None, signer: Signer | None = None) -> bytes:
    """A sealed file of a few objects that holds that content and nothing else."""
    inside = zlib.compress(content) if packed is None else packed
    body = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n2 0 obj\n<<>>\nendobj\n3 0 obj\n<</Type/EmbeddedFile/Length "
    body += b"%d>>\nstream\n" % len(inside) + inside + b"\nendstream\nendobj\n"
    table = b"xref\n0 4\n" + b"0000000000 65535 f \n" + b"0000000009 00000 n \n" * 3
    trailer = b"trailer\n<</ID [<aa><aa>] /Info 2 0 R /Root 1 0 R /Size 4>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return sealed(body + table + trailer, inside, signer or key())
