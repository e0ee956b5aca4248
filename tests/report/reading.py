"""What a PDF says, as the tests read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from bruiseaid.record.model import Record, Section

# Ids for machines, and what must not be printed.
_NOT_PRINTED = {"region", "side", "view", "shape", "sha256", "status", "figure", "case", "annex", "trace", "say"}


def reader(document: bytes) -> PdfReader:
    """The document, opened."""
    return PdfReader(BytesIO(document))


def page_texts(document: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in reader(document).pages]


def squeezed(text: str) -> str:
    """Text without any space, so that line ends do not matter."""
    return "".join(text.split())


def all_text(document: bytes) -> str:
    """The text of all pages without any space."""
    return squeezed("".join(page_texts(document)))


def font_names(document: bytes) -> dict[str, bool]:
    """Every font that a page names, and whether its letters travel inside the file."""
    found: dict[str, bool] = {}
    for page in reader(document).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            held = font.get_object()
            found[str(held["/BaseFont"])] = "/FontFile2" in held.get("/FontDescriptor", {})
    return found


def attached(document: bytes) -> Any:
    """The machine's copy."""
    return json.loads(reader(document).attachments["record.json"][0])


def words_of(value: object, name: str = "") -> Iterator[str]:
    """Every word that somebody wrote or was shown, anywhere in a record."""
    if name in _NOT_PRINTED:
        return
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, tuple):
        for held in value:
            yield from words_of(held)
    elif is_dataclass(value):
        left_out = {Section: "id", Record: "kind"}.get(type(value))
        parts = (part.name for part in fields(value) if part.name != left_out)
        for part in parts:
            yield from words_of(getattr(value, part), part)
