"""What an addendum is made of: the parts as they were written, what is missing in them, and what they say. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bruiseaid.app.screens.state import State
from bruiseaid.record.leaks import restricted_words_in
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Record
from bruiseaid.record.progress import LEARNT_AT
from bruiseaid.values import dataclass

NEW, WRONG, LEFT_OUT = "new", "wrong", "left_out"
REASONS = (
    (NEW, "Something new became known"),
    (WRONG, "Something in the record is not right"),
    (LEFT_OUT, "Something was left out"),
)
TEXT, TOLD_BY, WHY, PART, BEFORE, BY, ROLE = "text", "told_by", "why", "part", "before", "by", "role"
PARTS = (TEXT, TOLD_BY, LEARNT_AT, WHY, PART, BEFORE, BY, ROLE)
_NEEDED = {
    TEXT: "Write what is now known.",
    TOLD_BY: "Say who told you, or how you know.",
    WHY: "Choose why you add this.",
    PART: "Name the part of the record that is not right.",
    BY: "Give your name.",
    ROLE: "Give your job title.",
}


@dataclass(frozen=True, slots=True)
class AddendumWords:
    """What was written, as it goes into the addendum.

    A correction has `part`, `before` and `now`, anything else has `text`.
    """

    by: str
    role: str
    why: str
    told_by: str
    learnt_at: datetime
    text: str = ""
    part: str = ""
    before: str = ""
    now: str = ""


def parts_asked(parts: Mapping[str, str]) -> tuple[str, ...]:
    """The parts that are asked, in their order: a correction says what it corrects."""
    asked = PARTS if parts.get(WHY) == WRONG else [name for name in PARTS if name not in (PART, BEFORE)]
    return tuple(asked)


def parts_written(state: State) -> Mapping[str, str]:
    """The parts as they stand: what was written, and who writes as the settings have it."""
    written = state.draft.adding if state.draft is not None else {}
    return MappingProxyType({BY: state.settings.name, ROLE: state.settings.role, **written})


def faults(state: State) -> dict[str, tuple[str, ...]]:
    """What must be put right before the addendum can be sealed, by part, in their order."""
    parts, record = parts_written(state), _record(state)
    said = {name: parts.get(name, "").strip() for name in parts_asked(parts)}
    found = {name: (*_faults(state, name, words), *_kept_apart(record, words)) for name, words in said.items()}
    return {name: faulty for name, faulty in found.items() if faulty}


def _faults(state: State, name: str, words: str) -> Iterator[str]:
    if name == LEARNT_AT:
        moment = moment_of(words)
        if moment is None:
            yield "Give the day and the time you were told or found out, for example 10:15."
        elif moment > state.now:
            yield "That time is still to come. Check the day and the time."
    elif not words and name in _NEEDED:
        yield _NEEDED[name]


def _kept_apart(record: Record | None, words: str) -> Iterator[str]:
    """A sentence for each thing that the record keeps apart and that stands in these words."""
    for entry in restricted_words_in(record, (words,)) if record is not None and words else ():
        yield f"“{entry.text}” is kept apart from the record. An addendum goes with the record, so take it out here."


def _record(state: State) -> Record | None:
    if state.draft is None or state.found is None:
        return None
    return make_record(state.draft, state.found, finished_at=state.now, proved=state.proved)


def moment_of(words: str) -> datetime | None:
    """The moment that was typed, aware; None if it is none."""
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def can_be_sealed(parts: Mapping[str, str]) -> bool:
    """Whether it is written why it is added and since when it is known: without these it says nothing yet."""
    return parts.get(WHY, "") in dict(REASONS) and moment_of(parts.get(LEARNT_AT, "")) is not None


def words_of(parts: Mapping[str, str]) -> AddendumWords:
    """The parts, without faults, as they go into the addendum."""
    said = {name: parts.get(name, "").strip() for name in parts_asked(parts)}
    learnt_at = moment_of(said[LEARNT_AT])
    assert learnt_at is not None
    about = AddendumWords(said[BY], said[ROLE], dict(REASONS)[said[WHY]], said[TOLD_BY], learnt_at)
    if PART in said:
        return replace(about, part=said[PART], before=said[BEFORE], now=said[TEXT])
    return replace(about, text=said[TEXT])
