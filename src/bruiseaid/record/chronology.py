"""What happened when: the order in which things were noted, and what of it must not leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from bruiseaid.engine.words import moment_words
from bruiseaid.record.model import Event
from bruiseaid.record.progress import DONE, DONE_WORDS, Change, Draft, calls_made
from bruiseaid.record.sharing import holds_restricted

_Call: TypeAlias = tuple[datetime, str]
"""When it was, and the title of its action."""


def shared_chronology(draft: Draft, finished_at: datetime) -> tuple[Event, ...]:
    """Everything that was noted, in the order of time; a change to something restricted without its words."""
    events = [
        Event(draft.case.seen_at, "The mark was seen or heard of"),
        Event(draft.started_at, "This record was begun"),
    ]
    events += _noted(draft)
    events += [Event(change.at, _shared_words(draft, change)) for change in draft.changes]
    events.append(Event(finished_at, "This record was finished"))
    return _in_order(events)


def _noted(draft: Draft) -> Iterator[Event]:
    """What was noted, each action with what came of it; an action that was not noted when it was done, at its time.

    A call that was written down after it was made is told once.
    """
    titles = {action.id: action.text for action in draft.case.protocol.actions}
    came = {(done.at, titles.get(action, action)): done.result for action, done in calls_made(draft)}
    written = _written_down(draft, came)
    told: set[tuple[datetime, str]] = set()
    for event in draft.events:
        verb, _, title = event.text.partition(": ")
        is_done = (event.at, title) in came and verb in DONE_WORDS
        told.update({(event.at, title)} if is_done else ())
        if event not in written.values():
            yield replace(
                event, text=_told(draft, event.text, (event.at, title), came, written) if is_done else event.text
            )
    for at, title in came:
        if (at, title) not in told:
            words = title if came[at, title] else f"{DONE}: {title}"
            yield Event(at, _told(draft, words, (at, title), came, written))


def _told(draft: Draft, words: str, call: _Call, came: Mapping[_Call, str], written: Mapping[_Call, Event]) -> str:
    """What was done with what came of it, and when that was written down, if it was later."""
    words = f"{words}: {came[call]}" if came[call] else words
    later = written.get(call)
    return f"{words} (written down {moment_words(later.at, draft.case.protocol)})" if later is not None else words


def _written_down(draft: Draft, came: Mapping[_Call, str]) -> dict[_Call, Event]:
    """The events that only say of a call made before that it was written down, by the call."""
    found: dict[_Call, Event] = {}
    for place, event in enumerate(draft.events):
        verb, _, title = event.text.partition(": ")
        if verb != DONE or (event.at, title) in came:
            continue
        before = max((at for at, of in came if of == title and at < event.at), default=None)
        between = (one for one in draft.events[:place] if before is not None and one.at > before)
        if before is not None and not any(one.text.partition(": ")[2] == title for one in between):
            found[before, title] = event
    return found


def restricted_changes(draft: Draft) -> tuple[Event, ...]:
    """Changes to what is restricted, with the words before and after."""
    changes = (change for change in draft.changes if _is_restricted(draft, change))
    return _in_order([Event(change.at, _words(draft, change)) for change in changes])


def _in_order(events: list[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: event.at))


def _shared_words(draft: Draft, change: Change) -> str:
    if not _is_restricted(draft, change):
        return _words(draft, change)
    return "An answer was changed. Its words are kept apart."


def _words(draft: Draft, change: Change) -> str:
    about = next((f" ({q.short})" for q in draft.case.protocol.questions if q.id == change.question and q.short), "")
    before, after = change.before or "not answered", change.after or "not answered"
    return f"An answer was changed{about}. Before: {before}. After: {after}.{_levels(change)}"


def _levels(change: Change) -> str:
    before, after = change.level_before or "none", change.level_after or "none"
    return f" Level before: {before}. Level after: {after}." if before != after else ""


def _is_restricted(draft: Draft, change: Change) -> bool:
    """An answer to a question that this protocol does not have counts as restricted."""
    question = next((q for q in draft.case.protocol.questions if q.id == change.question), None)
    return question is None or holds_restricted(question)
