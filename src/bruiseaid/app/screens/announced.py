"""What a screen reader says by itself when a screen comes: what is wrong, what changed, that it is time to act."""

from __future__ import annotations

from bruiseaid.app.screens.frame import NOT_SAVED
from bruiseaid.app.screens.levels import level_of
from bruiseaid.app.screens.missing import can_finish_early, missing_answers
from bruiseaid.app.screens.state import CHECK, DO_NOW, State
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Aloud:
    """What a page says by itself: of overdue actions, of words that are kept apart and yet shared, of answers that are
    worth a second look. Empty: nothing."""

    late_words: str = ""
    leaking: str = ""
    again: str = ""


def announced(state: State, page: Aloud, strip_words: str) -> str:
    """One sentence or a few; empty when nothing is to be said. The same words twice running are said once.

    `page`: what the page says, `strip_words`: what the strip says.
    """
    unsaved = NOT_SAVED if state.ui.unsaved and state.ui.problem != NOT_SAVED else ""
    parts = (
        state.ui.problem,
        unsaved,
        state.ui.said,
        *_wrong(state),
        page.leaking and f"{page.leaking}.",
        _missing(state),
    )
    parts = (*parts, _changed(state), page.late_words, strip_words, page.again)  # what is urgent comes first
    return " ".join(part for part in parts if part)


def _wrong(state: State) -> tuple[str, ...]:
    return tuple(words for errors in state.ui.errors.values() for words in errors)


def _missing(state: State) -> str:
    if state.ui.place != CHECK or not state.ui.insisted:
        return ""
    count = len(missing_answers(state))
    early = " You can make the record now all the same." if can_finish_early(state) else ""
    return f"{count} missing before you can finish.{early}" if count else ""


def _changed(state: State) -> str:
    """The level, where it is the matter of the page or the last change moved it."""
    if state.outcome is None or state.draft is None:
        return ""
    level = level_of(state.protocol, state.outcome.level)
    if state.ui.place == DO_NOW:
        return f"Level {level.id}: {level.name}." if level else "No level is certain yet."
    last = state.draft.changes[-1] if state.draft.changes else None
    if last is None or last.level_before == last.level_after or last.at != state.draft.saved_at:
        return ""
    return f"The result went from {last.level_before or 'open'} to {last.level_after or 'open'}."
