"""Deciding on another level than the answers lead to: what that makes of the draft. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bruiseaid.engine.decided import lower_levels as lower_levels
from bruiseaid.engine.journey import replay
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.as_answered import done_of
from bruiseaid.record.deciding import Judged, judged
from bruiseaid.record.model import Decision, Event
from bruiseaid.record.progress import Draft


def judgement_of(draft: Draft, now: datetime, describing: str = "") -> Judged:
    """What the answers lead to, and what is in force with the decision that was made.

    `describing`: the question that is in front.
    """
    found = recommend(draft.case, now, describing=describing)
    done = _done(draft) if draft.decision is not None else ()
    return judged(draft.case, found, draft.decision, done, now)


def _done(draft: Draft) -> Collection[str]:
    """The actions that are done: recorded, or said by an answer."""
    return done_of(draft, replay(draft.case).asked)


def with_decision(draft: Draft, found: Outcome, level: str, *, by: str, role: str, reason: str, now: datetime) -> Draft:
    """The draft with that decision; it stands in the chronology as well, even when it is taken back later."""
    given = found.level or found.least or ""
    rules = tuple(rule.id for rule in found.rules)
    decision = Decision(now, given, level, by, role, reason, rules, tuple(sorted(_done(draft))))
    who = ", ".join(part for part in (by, role) if part)
    words = f"Level decided: {level}. The protocol gives {given}. Decided by {who}. Reason: {reason}"
    return replace(draft, decision=decision, events=(*draft.events, Event(now, words)))


def without_decision(draft: Draft, now: datetime) -> Draft:
    """The draft with the level that the answers lead to."""
    words = Event(now, "The decision about the level was taken back")
    return replace(draft, decision=None, events=(*draft.events, words))
