"""What must stand on every page: the marking, and in words that this is a draft, practice, or by unsigned rules."""

from __future__ import annotations

from bruiseaid.record.model import Record

MARKING = "OFFICIAL - SENSITIVE"


def notices(record: Record) -> list[tuple[str, str]]:
    """A bold word or two and a sentence, for each thing that must not be overlooked."""
    said = []
    if record.kind == "practice":
        said.append(("Practice.", "This is not a real child. Do not act on this paper."))
    if record.kind == "draft":
        said.append(("Draft.", "This record is not finished and may still change."))
    if record.protocol.approval:
        note = record.protocol.approval_note or "The rules used here have not been signed by a local lead."
        said.append((f"{_sentence(record.protocol.approval)}.", note))
    if not record.protocol.proved:
        said.append(("Not proved.", "The promises of these rules were not checked."))
    return said


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".rstrip(".")
