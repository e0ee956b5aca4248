"""The start page: begin a record, go on with one, practise."""

from __future__ import annotations

from datetime import datetime

from bruiseaid.app.screens.levels import level_of, level_view
from bruiseaid.app.screens.phrases import count_words, due_words, lower_first, near_words, upper_first
from bruiseaid.app.screens.shown import LevelView
from bruiseaid.app.screens.start_words import START, TITLE, WORDS
from bruiseaid.app.screens.state import State
from bruiseaid.store.drafts import DraftSummary
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One record on the start page: never with a name. `sign` and `status` tell drafts from finished ones.

    `beside`: of which other record it is the next child; empty: of none. `add`: the way to add to a finished one.
    `to_do`: how much of what it asks for is not done; empty: nothing. `addenda`: what was added to it.
    """

    id: str
    under: str
    level: LevelView | None
    level_words: str
    sign: str
    status: str
    saved: str
    beside: str
    add: str = ""
    to_do: str = ""
    addenda: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """The start page."""

    title: str
    words: str
    start: str
    rows: tuple[DraftRow, ...]
    approval_head: str
    approval: str
    problem: str


def home_page(state: State) -> HomePage:
    """The start page."""
    approved = state.protocol.approval == "approved"
    return HomePage(
        title=TITLE,
        words=WORDS,
        start=START,
        rows=tuple(_draft_row(state, draft) for draft in sorted(state.drafts, key=_is_finished)),
        approval_head="" if approved else f"These rules are {state.protocol.approval}",
        approval=""
        if approved
        else "No local lead has signed them yet. Follow your own safeguarding lead where they differ.",
        problem=state.ui.problem,
    )


def _is_finished(draft: DraftSummary) -> bool:
    return draft.made_at is not None and not draft.changed


def _status(draft: DraftSummary, now: datetime) -> tuple[str, str]:
    """The sign and the words that say how far it is. It is finished only when nothing is left to do."""
    if draft.refused:
        return "warning", f"{'Changed since it was finished. ' if draft.changed else ''}Referral not agreed"
    if draft.made_at is None:
        return ("warning", "Draft. Call not written down") if draft.to_ring else ("current", "Draft")
    if draft.changed:
        return "warning", "Changed since it was finished"
    if draft.to_ring:
        return "warning", "Record made. Call not written down"
    if not draft.to_do and draft.knows_left:
        return "done", "Finished"
    return "warning" if _overdue(draft, now) else "todo", "Record made"


def _overdue(draft: DraftSummary, now: datetime) -> int:
    return sum(at is not None and at < now for at in draft.to_do)


def _to_do(draft: DraftSummary, now: datetime, zone: str) -> str:
    """What is left to do of a record whose level is known; of an old one nobody knows before it is opened."""
    if draft.made_at is None and not draft.level:
        return ""
    if not draft.to_do:
        return "" if draft.knows_left or draft.made_at is None else "See what is left to do"
    late, due = _overdue(draft, now), [at for at in draft.to_do if at is not None and at >= now]
    left = count_words(len(draft.to_do), "thing", "things")
    if late:
        return f"{left} still to do, {lower_first(count_words(late, 'overdue', 'overdue'))}"
    first = f", first due {' '.join(filter(None, due_words(min(due), now, zone)))}" if due else ""
    return f"{left} still to do{first}"


def _draft_row(state: State, draft: DraftSummary) -> DraftRow:
    zone = state.protocol.time_zone
    level = level_of(state.protocol, draft.level)
    seen = f"seen {near_words(draft.seen_at, state.now, zone)}"
    age = draft.age or "Age not given yet"
    return DraftRow(
        id=draft.id,
        under=f"{age}, {seen}",
        level=level_view(level) if level else None,
        level_words=level.name if level else "No level yet",
        sign=_status(draft, state.now)[0],
        status=_status(draft, state.now)[1],
        saved=_when(state, draft),
        beside=f"Next child after {draft.beside}" if draft.beside else "",
        add=_add(draft),
        to_do=_to_do(draft, state.now, zone),
        addenda=_addenda(draft),
    )


def _addenda(draft: DraftSummary) -> str:
    """What was added to a finished record: how many addenda are sealed, and whether one is being written."""
    if draft.made_at is None:
        return ""
    sealed = f"With {lower_first(count_words(draft.addenda, 'addendum', 'addenda'))}" if draft.addenda else ""
    begun = "one addendum, not yet sealed" if not sealed else "one more not yet sealed"
    return upper_first(", ".join(filter(None, (sealed, begun if draft.adding else ""))))


def _add(draft: DraftSummary) -> str:
    if draft.made_at is None:
        return ""
    return "Go on with the addendum…" if draft.adding else "Add to this record…"


def _when(state: State, draft: DraftSummary) -> str:
    if draft.made_at is not None and not draft.changed:
        return f"Made {near_words(draft.made_at, state.now, state.protocol.time_zone)}"
    return f"Saved {near_words(draft.saved_at, state.now, state.protocol.time_zone)}"
