"""What the practitioner writes of the whole: why a case is closed, and why something is not known yet."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.engine.outcome import Outcome
from bruiseaid.record.model import Entry, Section
from bruiseaid.record.progress import Draft

# Id, label and hint of each part of the closing, in the order of print.
CLOSING = (
    ("past", "Risks in the past", "What the records and the family's history show, and what was done about it"),
    ("present", "Risks now", "What worries you today, and what protects the child"),
    ("changed", "What has changed", "Since those risks were seen: what, when, and how you know"),
    ("ruled_out", "What was ruled out, and how", "Name the record you relied on, who wrote it and when"),
    (
        "countersigned",
        "Who agrees as a second person",
        "Name and role. If they have not agreed yet: whom you have asked, and by when",
    ),
)
CLOSING_KEY = "closing."
"""Before a part's id: the key under which it is kept when it was written."""


def written_sections(draft: Draft, outcome: Outcome) -> Iterator[Section]:
    """The closing where the level closes the case, and the reason for what is not known yet where one was given."""
    level = next((one for one in draft.case.protocol.levels if one.id == outcome.level), None)
    if level is not None and level.closes_case:
        entries = tuple(Entry(label, draft.closing.get(name, "")) for name, label, _ in CLOSING)
        yield Section("closing", "Closing: why nothing further is done now", entries)
    if draft.because:
        because = Entry("Not known yet, because", draft.because)
        yield Section("not_known", "Why some things are not known yet", (because,))
