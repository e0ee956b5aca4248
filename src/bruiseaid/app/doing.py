"""What doing something makes of the record: actions done, calls, steps of the ladder, events. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bruiseaid.app.calls import action_of, call_at, entry_of, is_logged, with_call, without_call
from bruiseaid.app.changing import with_given
from bruiseaid.app.screens.action_rows import rung_for
from bruiseaid.app.screens.ladder import is_disputed
from bruiseaid.app.screens.ladder_question import decision_question, declined_values
from bruiseaid.app.screens.referrals import older_calls, outcome_said
from bruiseaid.app.screens.state import State
from bruiseaid.record.closing import CLOSING_KEY
from bruiseaid.record.model import Done, Event
from bruiseaid.record.noting import (
    AT,
    CHOICE,
    OUTCOME,
    REFERENCE,
    REFUSED,
    SAID,
    WHO,
    is_noted,
    noted,
    with_noted,
    without_noted,
)
from bruiseaid.record.progress import AGREED, DONE, NOT_AGREED, TAKEN_BACK, Draft, is_agreed


def with_event(draft: Draft, text: str, now: datetime) -> Draft:
    """The draft with one more line in its chronology."""
    return replace(draft, events=(*draft.events, Event(now, text)))


def with_form(state: State, form: str, *, refused: bool) -> Draft:
    """The draft as a form of an action opens on it: with what is known of the action already.

    `refused`: to write down that it was refused. That is a call of its own, where the last one is written down whole.
    """
    assert state.draft is not None
    draft = without_noted(state.draft, form) if not is_noted(state.draft, form) else state.draft
    done = draft.done.get(form)
    anew = form in older_calls(state) or (refused and done is not None and bool(done.result))
    if done is not None and not noted(draft, form) and not anew:
        entry = entry_of(state, draft, form, done)
        known = {CHOICE: outcome_said(state, done), REFERENCE: done.reference}
        known |= {name: str(entry.get(name, "")) for name in (WHO, SAID)}
        for field, words in known.items():
            draft = with_noted(draft, form, field, words) if words else draft
    return with_noted(draft, form, REFUSED, "yes") if refused else draft


SAY_WHAT_CAME = "Choose what came of it."
SAY_WHO_ADVISED = "Write who you spoke to."


def wrong_with(state: State, action: str) -> str:
    """What the form of an action lacks, as a sentence; empty where it can be saved. That one rang can stand alone."""
    assert state.draft is not None
    fields, known = noted(state.draft, action), action_of(state, action)
    if REFUSED in fields and not fields.get(CHOICE):
        return SAY_WHAT_CAME
    if known is not None and known.advice and not fields.get(WHO, "").strip():
        return SAY_WHO_ADVISED
    return ""


def with_done(state: State, action: str, now: datetime) -> Draft:
    """The draft with an action done, as its form says; a call also stands in the list of calls.

    What was done before, or was taken back to be put right, keeps its time, and a call its one entry in the list,
    unless it is refused once more, or rung again because of what was answered since. A call to the emergency number
    that was written down already keeps that time.
    """
    assert state.draft is not None
    fields, draft = noted(state.draft, action), state.draft
    older, last = action in older_calls(state), draft.done.get(action)
    if last is not None and (older or (REFUSED in fields and last.result)):
        draft = _with_earlier(draft, action, last)
    before = draft.done.get(action)
    at = before.at if before is not None else _taken_back_at(fields) or _rung_at(state, action) or now
    if older and last is not None and at <= last.at:
        at = now
    call = call_at(at, fields)
    told = (_outcome_words(state, call.choice), call.who, "" if _is_referral_call(state, action) else call.said)
    done = Done(call.at, state.settings.name or "You", ", ".join(filter(None, told)), call.reference)
    is_refused = call.choice in declined_values(state)
    draft = without_noted(with_call(state, draft, action, call, now), action)
    draft = replace(draft, done=MappingProxyType({**draft.done, action: done}))
    if is_refused and not is_disputed(state):
        draft = _with_new_ladder(state, draft)
    return with_event(draft, f"{NOT_AGREED if is_refused else DONE}: {_title(state, action)}", now)


def _with_new_ladder(state: State, draft: Draft) -> Draft:
    """The draft without the steps that settled another refusal, which stand in the chronology, and not done by them."""
    return replace(_without_ends(state, draft), rungs=MappingProxyType({}))


def _without_ends(state: State, draft: Draft) -> Draft:
    """The draft in which the ladder is not done."""
    ends = _ladder_actions(state)
    done = MappingProxyType({key: value for key, value in draft.done.items() if key not in ends})
    return replace(draft, done=done)


def _taken_back_at(fields: Mapping[str, str]) -> datetime | None:
    with suppress(KeyError, ValueError):  # it was not, or the draft on the disk is damaged there
        return datetime.fromisoformat(fields[AT])
    return None


def _with_earlier(draft: Draft, action: str, last: Done) -> Draft:
    """The draft in which the last call of an action is one of the earlier ones."""
    earlier = {**draft.earlier, action: (*draft.earlier.get(action, ()), last)}
    done = {key: value for key, value in draft.done.items() if key != action}
    return replace(draft, earlier=MappingProxyType(earlier), done=MappingProxyType(done))


def without_done(state: State, action: str, now: datetime) -> Draft:
    """The draft with that taken back: a call is in the list of calls no more, and the one before it counts again.

    What was written of it stands in its form again, to be put right and saved.
    """
    assert state.draft is not None
    done = state.draft.done.get(action)
    if done is None:
        return state.draft
    *earlier, last = state.draft.earlier.get(action, ()) or (None,)
    left = {key: value for key, value in state.draft.done.items() if key != action}
    left |= {action: last} if last is not None else {}
    calls = MappingProxyType({**state.draft.earlier, action: tuple(filter(None, earlier))})
    draft = replace(state.draft, done=MappingProxyType(left), earlier=calls)
    draft = without_call(state, draft, action, done, now)
    if last is None:
        written = with_noted(with_form(state, action, refused=False), action, AT, done.at.isoformat())
        draft = replace(draft, noting=written.noting)
    return with_event(draft, f"{TAKEN_BACK}: {_title(state, action)}", now)


def with_rung(state: State, rung: str, now: datetime, *, agreed: bool) -> Draft:
    """The draft with what came of one step of the ladder, as its form says; once all agree, the ladder is done."""
    assert state.draft is not None
    said = noted(state.draft, rung).get(OUTCOME, "").strip()
    words = ": ".join(filter(None, (AGREED, said))) if agreed else said
    rungs = MappingProxyType({**state.draft.rungs, rung: words})
    draft = replace(without_noted(state.draft, rung), rungs=rungs)
    if agreed:
        ends = {name: Done(now, state.settings.name or "You", words) for name in _ladder_actions(state)}
        draft = replace(draft, done=MappingProxyType({**draft.done, **ends}))
    return with_event(draft, f"Escalation: {words}", now)


def without_rung(state: State, rung: str, now: datetime) -> Draft:
    """The draft with a step of the ladder taken back."""
    assert state.draft is not None
    draft = state.draft
    rungs = MappingProxyType({key: words for key, words in draft.rungs.items() if key != rung})
    draft = _without_ends(state, draft) if is_agreed(draft.rungs.get(rung, "")) else draft
    return with_event(replace(draft, rungs=rungs), f"{TAKEN_BACK}: a step of the escalation", now)


def _ladder_actions(state: State) -> tuple[str, ...]:
    """The actions that are done once the ladder is."""
    begins = {action.id for action in state.protocol.actions if action.ladder}
    actions = state.outcome.actions if state.outcome is not None else ()
    return tuple(action.id for action in actions if action.id in begins)


def with_closing(state: State, field: str, text: str, now: datetime) -> Draft:
    """The draft with one part of the closing written, changed or taken away."""
    assert state.draft is not None
    closing = {**state.draft.closing, field: text}
    kept = MappingProxyType({key: words for key, words in closing.items() if words.strip()})
    return replace(with_given(state.draft, (CLOSING_KEY + field,), state.settings.name, now), closing=kept)


def is_refusal(state: State, fields: Mapping[str, str]) -> bool:
    """Whether the outcome chosen in a form starts the ladder."""
    return fields.get(CHOICE, "") in declined_values(state)


def _rung_at(state: State, action: str) -> datetime | None:
    actions = state.outcome.actions if state.outcome is not None else ()
    contact = next((one.contact for one in actions if one.id == action), None)
    return rung_for(state.protocol, state.draft, contact) if state.draft is not None else None


def _is_referral_call(state: State, action: str) -> bool:
    """Whether what was said is told in the list of calls, and not beside the action as well."""
    known = action_of(state, action)
    return known is not None and not known.advice and is_logged(state, action)


def _title(state: State, action: str) -> str:
    """The action in words. What was said of it is not for the chronology: there it could not be taken out again."""
    known = action_of(state, action)
    return known.text if known is not None else action


def _outcome_words(state: State, choice: str) -> str:
    """What came of a call, in words."""
    question = decision_question(state)
    options = question.options if question is not None else ()
    return next((option.short or option.label for option in options if option.id == choice), "")
