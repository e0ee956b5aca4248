"""The copy for machines out of a sealed file, within limits of size: nothing in a file can make this long or large."""

from __future__ import annotations

import json
import zlib
from typing import Any

from bruiseaid.report.file.machine_copy import DOCUMENTS

MOST_BYTES = 64_000_000  # of a file
MOST_UNPACKED = 16_000_000  # of its copy for machines


class Unreadable(ValueError):
    """The copy cannot be read; the message is a sentence."""


def unpacked(packed: bytes | None) -> dict[str, Any]:
    """The copy as a table with a known kind of document.

    Raises:
        Unreadable: it is damaged, too large, or of another kind.
    """
    if packed is None:
        raise Unreadable("The copy for machines is not where the seal says.")
    content = _inflated(packed)
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise Unreadable("The copy for machines is not readable.") from None
    if not isinstance(found, dict) or found.get("document") not in DOCUMENTS:
        raise Unreadable("The copy for machines is of a kind that this program does not know.")
    return found


def table(data: dict[str, Any], name: str) -> dict[str, Any]:
    """The table of that name inside another.

    Raises:
        Unreadable: there is none.
    """
    found = data.get(name)
    if not isinstance(found, dict):
        raise Unreadable(f"The copy for machines has no {name}.")
    return found


def listed(data: dict[str, Any], name: str) -> list[Any]:
    """The list of that name; empty when there is none."""
    found = data.get(name)
    return found if isinstance(found, list) else []


def _inflated(packed: bytes) -> bytes:
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, MOST_UNPACKED)
    except zlib.error:
        raise Unreadable("The copy for machines is damaged.") from None
    if not stream.eof or stream.unused_data or stream.unconsumed_tail:
        raise Unreadable("The copy for machines is larger than any of ours, or damaged.")
    return data
