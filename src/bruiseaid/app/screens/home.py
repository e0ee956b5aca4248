"""The start page: begin a record, go on with one, practise."""

from __future__ import annotations

from dataclasses import dataclass

from bruiseaid.app.screens.levels import level_of, level_view
from bruiseaid.app.screens.phrases import near_words
from bruiseaid.app.screens.shown import LevelView
from bruiseaid.app.screens.start_words import START, TITLE, WORDS
from bruiseaid.app.screens.state import State
from bruiseaid.store.drafts import DraftSummary


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One open record on the start page: never with a name."""

    id: str
    under: str
    level: LevelView | None
    level_words: str
    saved: str


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
        rows=tuple(_draft_row(state, draft) for draft in state.drafts),
        approval_head="" if approved else f"These rules are {state.protocol.approval}",
        approval=""
        if approved
        else "No local lead has signed them yet. Follow your own safeguarding lead where they differ.",
        problem=state.ui.problem,
    )


def _draft_row(state: State, draft: DraftSummary) -> DraftRow:
    zone = state.protocol.time_zone
    level = level_of(state.protocol, draft.level)
    seen = f"seen {near_words(draft.seen_at, state.now, zone)}"
    age = draft.age or "Age not given yet"
    return DraftRow(
        id=draft.id,
        under=f"{age}, {seen}",
        level=level_view(level) if level else None,
        level_words=level.name if level else "Not finished",
        saved=f"Saved {near_words(draft.saved_at, state.now, zone)}",
    )
