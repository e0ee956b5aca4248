"""What a check of a file found, as a value, in plain words, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any, Literal, TypeAlias

from bruiseaid.record.seal import fingerprint
from bruiseaid.report.file.machine_copy import DocumentKind
from bruiseaid.report.words.dates import day
from bruiseaid.values import dataclass

Bytes: TypeAlias = Literal["intact", "changed", "not_sealed", "not_ours"]
Replay: TypeAlias = Literal["same", "different", "not_possible", "none"]
Pages: TypeAlias = Literal["same", "not_confirmed", "none"]
Chain: TypeAlias = Literal["none", "whole", "broken"]

INTACT, CHANGED, NOT_OURS = 0, 1, 2
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Sealer:
    """Who sealed a file. Names are empty for keys this computer does not know; `organisation_key` too for none.

    `withdrawn` are ISO days on which a key was taken back; empty for one that stands.
    """

    key: str
    name: str
    organisation_key: str = ""
    organisation: str = ""
    withdrawn: str = ""
    organisation_withdrawn: str = ""

    @property
    def is_known(self) -> bool:
        """Whether this computer knows the key, or the organisation that vouches for it."""
        return bool(self.name or self.organisation)


@dataclass(frozen=True, slots=True)
class Verification:
    """The whole answer. `printed` and `replayed` are outcomes in words. `reasons` are sentences about what is wrong.

    `document` is '' for a file whose copy for machines could not be read; `kind` is final, draft or practice.
    """

    bytes: Bytes
    document: DocumentKind | Literal[""] = ""
    record: str = ""
    kind: str = ""
    superseded_by: str = ""
    sealer: Sealer | None = None
    rules: str = ""
    printed: str = ""
    replay: Replay = "none"
    replayed: str = ""
    pages: Pages = "none"
    addenda: int = 0
    chain: Chain = "none"
    reasons: tuple[str, ...] = ()

    @property
    def exit_status(self) -> int:
        """0 intact and replays, 1 changed, not sealed or does not replay, 2 not one of ours."""
        if self.bytes == "not_ours":
            return NOT_OURS
        holds = self.bytes == "intact" and self.replay in ("same", "none") and self.chain != "broken"
        return INTACT if holds and self.document and not self.reasons else CHANGED

    @property
    def sentences(self) -> tuple[str, ...]:
        """The answer in plain words, the most important first."""
        return tuple(_harmless(sentence) for sentence in _sentences(self))

    def as_data(self) -> dict[str, Any]:
        """The answer for machines."""
        data = asdict(self)
        return {**data, "reasons": list(self.reasons), "exit_status": self.exit_status, "words": list(self.sentences)}


IS_INTACT = "This file is intact"
_BYTES = {
    "intact": "No byte of it was changed since it was sealed.",
    "changed": "This file was changed after it was sealed, or it is not whole. Do not rely on it.",
    "not_sealed": "This file is not sealed. Nothing shows whether it was changed.",
    "not_ours": "This file was not made by bruiseaid, or so little of it is left that it cannot be told.",
}
_DOES_NOT_HOLD = (
    "No byte of this file was changed since it was sealed, but its content does not stand up. Do not rely on it."
)
_DOCUMENTS = {
    "record": "It is record",
    "addendum": "It is an addendum to record",
    "annex": "It is the restricted annex to record",
}
_KINDS = {"draft": "It is a draft, not a finished record.", "practice": "It is practice, not about a real child."}
_REPLAYS = {
    "same": "Replayed under the rules inside it, its answers lead to the printed outcome.",
    "different": "Replayed under the rules inside it, its answers lead to another outcome than the printed one.",
    "not_possible": "Its answers could not be replayed under the rules inside it.",
}
_PAGES = {
    "same": "Its pages were made again from the record inside it and are the same.",
    "not_confirmed": "Its pages could not be made again here byte for byte, so only the seal vouches for them.",
}


def _harmless(sentence: str) -> str:
    """One line for a terminal or a label, whatever a file says of itself."""
    shown = sentence[:_LONGEST] + (" ..." if len(sentence) > _LONGEST else "")
    return "".join(letter if letter.isprintable() else "?" for letter in shown)


def _sentences(found: Verification) -> Iterator[str]:
    holds = found.bytes != "intact" or found.exit_status == INTACT
    if found.exit_status == INTACT:
        yield f"{IS_INTACT}."
    yield _BYTES[found.bytes] if holds else _DOES_NOT_HOLD
    if found.sealer:
        yield _sealed_by(found.sealer)
        yield from _withdrawn(found.sealer)
    if found.document:
        yield f"{_DOCUMENTS[found.document]} {found.record}."
    yield from filter(None, (_KINDS.get(found.kind), found.superseded_by and _superseded(found.superseded_by)))
    yield from filter(None, (found.printed and f"Printed outcome: {found.printed}.", _REPLAYS.get(found.replay)))
    if found.replay == "different":
        yield f"Outcome of the replay: {found.replayed}."
    yield from filter(None, (found.rules and f"Rules: {found.rules}.", _PAGES.get(found.pages), _addenda(found)))
    yield from found.reasons


def _sealed_by(sealer: Sealer) -> str:
    who = f"Sealed by {sealer.name}" if sealer.name else "Sealed by a key that this computer does not know"
    if sealer.withdrawn:
        who += ", by a key that was withdrawn" if sealer.name else ", and that was withdrawn"
    words = f"{who} (key {fingerprint(sealer.key)})"
    if sealer.organisation_key:
        name = sealer.organisation or "an organisation whose key this computer does not know"
        words += f", vouched for by {name} (key {fingerprint(sealer.organisation_key)})"
    return f"{words}."


def _withdrawn(sealer: Sealer) -> Iterator[str]:
    for whose, iso in (("The key", sealer.withdrawn), ("The organisation's key", sealer.organisation_withdrawn)):
        if iso:
            taken_back = day(datetime.combine(date.fromisoformat(iso), time()))
            yield f"{whose} was withdrawn on {taken_back}. Ask the sender whether this file was made before that day."


def _superseded(by: str) -> str:
    return f"It is superseded: its place is taken by {by.rstrip('.')}."


def _addenda(found: Verification) -> str:
    if not found.addenda:
        return ""
    count = "One addendum" if found.addenda == 1 else f"{found.addenda} addenda"
    return f"{count}; the chain from the record to the last one {'holds' if found.chain == 'whole' else 'is broken'}."
