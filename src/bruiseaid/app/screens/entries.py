"""Lists of people and of other things: closed rows, and one that is open to be filled in."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.app.screens.faults import to_put_right, wrong_details
from bruiseaid.app.screens.fields import field_view, field_words
from bruiseaid.app.screens.phrases import upper_first
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.values import EntriesView, EntryRow
from bruiseaid.engine.details import fields_asked
from bruiseaid.engine.words import labelled
from bruiseaid.protocol.model import Question


def entries_view(
    state: State, question: Question, entries: tuple[Mapping[str, str], ...], *, answered: bool
) -> EntriesView:
    """The list as it is shown."""
    open_index = _open_index(state, question, len(entries))
    entry = entries[open_index] if open_index is not None and open_index < len(entries) else {}
    zone = state.protocol.time_zone
    asked = fields_asked(question, entry) if open_index is not None else ()
    wrong, open_at = wrong_details(state, question), -1 if open_index is None else open_index
    return EntriesView(
        name=question.id,
        rows=tuple(_row(state, question, entry, index) for index, entry in enumerate(entries)),
        open_index=open_index,
        fields=tuple(field_view(question, field, entry, zone, wrong.get((open_at, field.id), ())) for field in asked),
        add_words=_add_words(question, len(entries)),
        none_words=question.none_asked_label or question.none_label,
        none_chosen=answered and not entries,
    )


def _open_index(state: State, question: Question, count: int) -> int | None:
    entry = state.ui.entry
    if entry is None or entry[0] != question.id:
        return None
    return min(entry[1], count)


def _thing(question: Question) -> str:
    """What one entry is, with its article."""
    return question.entry_label or ("a person" if question.type == "people" else "an entry")


def _bare(thing: str) -> str:
    """The same without its article."""
    article, _, rest = thing.partition(" ")
    return rest if article in ("a", "an") else thing


def _add_words(question: Question, count: int) -> str:
    return f"Add another {_bare(_thing(question))}" if count else f"Add {_thing(question)}"


def _row(state: State, question: Question, entry: Mapping[str, str], index: int) -> EntryRow:
    zone = state.protocol.time_zone
    words = [(field, field_words(field, entry.get(field.id, ""), zone)) for field in fields_asked(question, entry)]
    said = [(field, text) for field, text in words if text]
    title = said[0][1] if said else "Nothing written yet"
    details = ". ".join(
        text if field.type == "choice" and text not in ("Yes", "No", "Not known") else labelled(field.label, text)
        for field, text in said[1:]
    )
    right = to_put_right(state, question, index)
    missing = [*((right,) if right else ()), *(field.finish for field, text in words if field.finish and not text)]
    spoken = f"{upper_first(_bare(_thing(question)))} {index + 1}, {title}. {details}"
    return EntryRow(index, title, details, spoken, " ".join(dict.fromkeys(missing)))
