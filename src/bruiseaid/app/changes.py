"""Which change of an answer is noted for the record: one made on coming back to it, not while it is first given."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bruiseaid.app.screens.state import State
from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Question
from bruiseaid.record.changed_words import changed_words, entries_in
from bruiseaid.record.progress import Change

_TOLD_WHOLE = ("choice", "ticks", "date", "number")
_OF_SETTINGS = "practitioner"


def changes_with(
    state: State, case: Case, question: Question, before: Answer | None, after: Answer | None, now: datetime
) -> tuple[Change, ...]:
    """The changes of the record once that answer is another.

    One that moves a level that stood already is noted wherever it is made, in a mark or an entry as well. One that was
    emptied is noted too: typed anew it would else have changed without a trace.
    """
    assert state.draft is not None
    changes, came_back = state.draft.changes, _came_back(state, question)
    if question.id not in state.draft.given and question.stored != "seen_at":
        return changes
    level_before = (state.found.level if state.found else None) or ""
    level_after = recommend(case, now, describing=question.id if question.type == "marks" else "").level or ""
    moves = level_before != level_after and (came_back or bool(level_before))
    told_whole = question.type in _TOLD_WHOLE and before is not None and before != after
    alters = came_back and (told_whole or _alters_a_mark(question, before, after))
    if not (moves or alters or _goes_on(changes, question, before)):
        return changes
    was, now_is = changed_words(state.protocol, question, before, after)
    return _with(changes, Change(now, question.id, was, now_is, level_before, level_after))


def _with(changes: tuple[Change, ...], change: Change) -> tuple[Change, ...]:
    """The changes with one more. An answer that was taken back and given anew is one change: half a date is none."""
    last = changes[-1] if changes else None
    if last is None or last.question != change.question or last.after or change.before:
        return (*changes, change)
    joined = replace(change, before=last.before, level_before=last.level_before)
    return changes[:-1] if joined.before == joined.after else (*changes[:-1], joined)


def _goes_on(changes: tuple[Change, ...], question: Question, before: Answer | None) -> bool:
    """Whether its last change took this answer back, so that it is now given anew."""
    last = next((change for change in reversed(changes) if change.question == question.id), None)
    return before is None and last is not None and not last.after


def _came_back(state: State, question: Question) -> bool:
    """Whether the question's page was left before."""
    assert state.draft is not None
    return state.draft.page != f"ask:{question.id}" or question.id in _left_behind(state)


def _alters_a_mark(question: Question, before: Answer | None, after: Answer | None) -> bool:
    """Whether a mark was taken away, or what had been chosen of one is another."""
    if question.type != "marks":
        return False
    marks, left = entries_in(before), entries_in(after)
    chosen = [field.id for field in question.fields if field.type == "choice"]
    pairs = zip(marks, left, strict=False)
    return len(left) < len(marks) or any(
        name in was and was[name] != now.get(name) for was, now in pairs for name in chosen
    )


def _left_behind(state: State) -> tuple[str, ...]:
    """The questions whose page lies before one that was already answered by hand."""
    assert state.draft is not None
    assert state.journey is not None
    pages, answers = state.journey.pages, state.draft.case.answers
    own = {one.id for one in state.protocol.questions if hasattr(state.settings, one.id) or one.stored == _OF_SETTINGS}
    by_hand = (page.questions[0] in answers and page.questions[0] not in own for page in pages)
    last = max((place for place, is_given in enumerate(by_hand) if is_given), default=0)
    return tuple(name for page in pages[:last] for name in page.questions)
