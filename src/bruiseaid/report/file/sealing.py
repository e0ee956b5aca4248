"""The seal inside a PDF: its form, how it is put there, and how it is found again without reading the PDF.

The seal is the last object of the file, right before the table of places, and always of the same length. The file
ends with the place of that table, so the seal is found from the end in one step. It names the key, an
organisation's word for it, and where in the file the copy for machines lies. Its signature covers every other byte.
"""

from __future__ import annotations

import re

from bruiseaid.record.seal import NO_SIGNATURE, NOBODY, SIGNATURE_DIGITS, Signer, Voucher, sealed_message
from bruiseaid.values import dataclass

_FORM = b"<</Type/BruiseaidSeal/Form 1/Copy[%010d %010d]/Key<%b>/Organisation<%b>/Voucher<%b>/Signature<%b>>>\nendobj\n"
_SEAL = re.compile(
    rb"<</Type/BruiseaidSeal/Form 1/Copy\[(\d{10}) (\d{10})\]/Key<([0-9a-f]{64})>/Organisation<([0-9a-f]{64})>"
    rb"/Voucher<([0-9a-f]{128})>/Signature<([0-9a-f]{128})>>>\nendobj\n"
)
_LENGTH = len(_FORM % (0, 0, b"0" * 64, b"0" * 64, b"0" * 128, b"0" * 128))
_AFTER_SIGNATURE = len(b">>>\nendobj\n")
_END = re.compile(rb"\nstartxref\n([1-9]\d{0,9})\n%%EOF\n\Z")
_LONGEST_END = 40
_BANNER = b" ReportLab Generated PDF document (opensource)\n"
_OURS = b" To check this file: bruiseaid verify"  # in its place, at the start, where half a file still has it
_MARKS = (_OURS, b"/BruiseaidSeal", b"<pdf:Producer>bruiseaid</pdf:Producer>", b"/Creator (bruiseaid)")


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file's seal says. `copy`: start and length of the packed copy for machines; `signature_at`: its digits."""

    copy: tuple[int, int]
    key: str
    voucher: Voucher
    signature: str
    signature_at: int

    @property
    def is_empty(self) -> bool:
        """Whether nobody sealed the file."""
        return self.key == NOBODY and self.signature == NO_SIGNATURE


def sealed(document: bytes, copy: bytes, signer: Signer | None) -> bytes:
    """The document that ReportLab wrote, with a seal; without a signer with an empty one.

    `copy` are the packed bytes of the copy for machines as they stand in the document.
    """
    marked = document.replace(_BANNER, _OURS.ljust(len(_BANNER) - 1) + b"\n", 1)
    before, after = _around_signature(marked, copy, signer)
    signature = signer.sign(sealed_message(before, after)) if signer else NO_SIGNATURE
    return before + signature.encode("ascii") + after


def find_seal(document: bytes) -> Seal | None:
    """The seal at its place; None when the file does not end as ours do or the seal is written in another way."""
    end = _END.search(document, max(0, len(document) - _LONGEST_END))
    if end is None:
        return None
    table = int(end[1])
    start = table - _LENGTH
    found = _SEAL.fullmatch(document, start, table) if start > 0 else None
    if found is None or document[table : table + 5] != b"xref\n":
        return None
    words = [part.decode("ascii") for part in found.groups()]
    place = table - _AFTER_SIGNATURE - SIGNATURE_DIGITS
    return Seal((int(words[0]), int(words[1])), words[2], Voucher(words[3], words[4]), words[5], place)


def signed_message(document: bytes, seal: Seal) -> bytes:
    """What the seal's signature must be made over."""
    return sealed_message(document[: seal.signature_at], document[seal.signature_at + SIGNATURE_DIGITS :])


def packed_copy(document: bytes, seal: Seal) -> bytes | None:
    """The packed copy for machines; None when the seal does not point to an embedded file."""
    start, length = seal.copy
    end = start + length
    head = document[max(0, start - 600) : start]
    is_stream = head.endswith(b"\nstream\n") and document[end : end + 11] == b"\nendstream\n"
    return document[start:end] if is_stream and b"/EmbeddedFile" in head[head.rfind(b" 0 obj\n") :] else None


def looks_like_ours(document: bytes) -> bool:
    """Whether a file bears any of several marks of ours, so that one changed byte cannot hide where it comes from."""
    return any(mark in document for mark in _MARKS)


def _around_signature(document: bytes, copy: bytes, signer: Signer | None) -> tuple[bytes, bytes]:
    end = document.rindex(b"\nstartxref\n")
    table = int(document[end + 11 :].split(b"\n", 1)[0])
    entries, trailer = _table(document[table:end])
    number = len(entries) // 20
    seal = b"%d 0 obj\n" % number + _seal_object(document, copy, signer)
    table += len(seal)
    place = table - len(seal)
    written = b"xref\n0 %d\n%b%010d 00000 n \n" % (number + 1, entries, place)
    whole = document[:place] + seal + written + trailer % (number + 1) + b"startxref\n%d\n%%%%EOF\n" % table
    cut = table - _AFTER_SIGNATURE - SIGNATURE_DIGITS
    return whole[:cut], whole[cut + SIGNATURE_DIGITS :]


def _table(tail: bytes) -> tuple[bytes, bytes]:
    """The entries of the table of places, and the trailer with room for the number of objects."""
    found = re.match(rb"xref\n0 \d+\n((?:.{18} \n)+)trailer\n", tail)
    root, info = re.search(rb"/Root (\d+) 0 R", tail), re.search(rb"/Info (\d+) 0 R", tail)
    ids = re.search(rb"/ID\s*\[(<[0-9a-f]+><[0-9a-f]+>)\]", tail)
    if not (found and root and info and ids):
        raise ValueError("the PDF library has changed how it ends a file")
    trailer = b"trailer\n<</ID[%b]/Info %b 0 R/Root %b 0 R/Size %%d>>\n" % (ids[1], info[1], root[1])
    return found[1], trailer


def _seal_object(document: bytes, copy: bytes, signer: Signer | None) -> bytes:
    start = document.index(b"\nstream\n" + copy) + 8
    voucher = signer.voucher if signer else Voucher()
    names = (signer.key if signer else NOBODY, voucher.organisation, voucher.signature, NO_SIGNATURE)
    return _FORM % (start, len(copy), *(name.encode("ascii") for name in names))


def same_but_for_the_seal(document: bytes, other: bytes) -> bool:
    """Whether two files differ in nothing but who sealed them."""
    return len(document) == len(other) and _unsigned(document) == _unsigned(other)


def _unsigned(document: bytes) -> bytes:
    seal = find_seal(document)
    if seal is None:
        return document
    end = seal.signature_at + SIGNATURE_DIGITS
    return document[: end - _LENGTH + _AFTER_SIGNATURE] + document[end:]
