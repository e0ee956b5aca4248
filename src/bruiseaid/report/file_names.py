"""Names for files: without personal data, unless the user asks for the child's name."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from bruiseaid.record.model import Record

What: TypeAlias = Literal[
    "record", "annex", "addendum", "with-addenda", "superseded", "call", "parents", "text", "portal"
]
_ENDINGS = {"text": "txt", "portal": "txt"}
_LONGEST = 60


def file_name(record: Record, what: What = "record", *, number: int = 0, with_child: bool = False) -> str:
    """'R-7K2M-v1-2026-11-23.pdf'. `number`: of an addendum. `with_child`: the child's name too, if the user asks."""
    day = record.finished_at.astimezone(ZoneInfo(record.time_zone)).date().isoformat()
    child = _plain(record.child[0].text) if with_child and record.child else ""
    kind = "" if what == "record" else what + (f"-{number}" if number else "")
    parts = (_plain(record.id), f"v{record.version}", day, kind, child)
    return f"{'-'.join(part for part in parts if part)}.{_ENDINGS.get(what, 'pdf')}"


def _plain(text: str) -> str:
    """Letters, digits and hyphens that every file system takes."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", bare).strip("-")[:_LONGEST]
