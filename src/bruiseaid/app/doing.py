"""What doing something makes of the record: actions done, calls, steps of the ladder, events. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bruiseaid.app.changing import listed, with_given
from bruiseaid.app.screens.action_rows import decision_question, declined_values
from bruiseaid.app.screens.state import State
from bruiseaid.engine.case import Case, Entry
from bruiseaid.protocol.model import Question
from bruiseaid.record.closing import CLOSING_KEY
from bruiseaid.record.model import Done, Event
from bruiseaid.record.progress import Draft


def with_event(draft: Draft, text: str, now: datetime) -> Draft:
    """The draft with one more line in its chronology."""
    return replace(draft, events=(*draft.events, Event(now, text)))


def with_done(state: State, action: str, said: str, reference: str, now: datetime) -> Draft:
    """The draft with an action done; a call to a referral's number is also written into the list of calls.

    A call of which only the time was known keeps that time, and its one entry in the list.
    """
    assert state.draft is not None
    choice = state.ui.form_choice
    words = ", ".join(part for part in (_call_words(state, choice), said) if part)
    before = state.draft.done.get(action)
    again = before if before is not None and not before.result and not before.reference else None
    at = again.at if again is not None else now
    done = Done(at, state.settings.name or "You", words, reference)
    case = state.draft.case
    if again is not None:
        case = _without_call(case, state.protocol.questions, at)
    case = _with_call(state, case, action, choice, said, reference, at)
    draft = replace(state.draft, case=case, done=MappingProxyType({**state.draft.done, action: done}))
    return with_event(draft, f"Done: {_title(state, action)}", now)


def without_done(state: State, action: str, now: datetime) -> Draft:
    """The draft with that taken back; what was said in a call stays in the list of calls."""
    assert state.draft is not None
    done = {key: value for key, value in state.draft.done.items() if key != action}
    draft = replace(state.draft, done=MappingProxyType(done))
    return with_event(draft, f"Taken back: {_title(state, action)}", now)


def with_rung(state: State, rung: str, outcome: str, now: datetime) -> Draft:
    """The draft with what came of one step of the ladder."""
    assert state.draft is not None
    words = outcome or "Asked"
    rungs = MappingProxyType({**state.draft.rungs, rung: words})
    return with_event(replace(state.draft, rungs=rungs), f"Escalation: {words}", now)


def with_closing(state: State, field: str, text: str, now: datetime) -> Draft:
    """The draft with one part of the closing written, changed or taken away."""
    assert state.draft is not None
    closing = {**state.draft.closing, field: text}
    kept = MappingProxyType({key: words for key, words in closing.items() if words.strip()})
    return replace(with_given(state.draft, (CLOSING_KEY + field,), state.settings.name, now), closing=kept)


def was_declined(state: State) -> bool:
    """Whether the outcome chosen in the open form starts the ladder."""
    return state.ui.form_choice in declined_values(state)


def _title(state: State, action: str) -> str:
    return next((known.text for known in state.protocol.actions if known.id == action), action)


def _call_words(state: State, choice: str) -> str:
    """What came of a call, in words."""
    question = decision_question(state)
    options = question.options if question is not None else ()
    return next((option.short or option.label for option in options if option.id == choice), "")


def _with_call(
    state: State, case: Case, action: str, choice: str, said: str, reference: str, now: datetime
) -> Case:
    """The case with a call to a referral's number written into the list of calls, and its outcome answered."""
    wanted = next((known for known in state.protocol.actions if known.id == action), None)
    if wanted is None or not wanted.referral:
        return case
    question = decision_question(state)
    if question is not None and choice:
        case = case.with_answer(question.id, choice)
    log = next((known for known in state.protocol.questions if is_call_log(known)), None)
    if log is None:
        return case
    entry = _call_entry(log, wanted.to, choice, said, reference, now)
    return case.with_answer(log.id, (*listed(case.answers.get(log.id)), entry))


def _without_call(case: Case, questions: tuple[Question, ...], at: datetime) -> Case:
    """The case without the entries of calls at that moment of which nothing but the moment was written."""
    log = next((known for known in questions if is_call_log(known)), None)
    if log is None or log.id not in case.answers:
        return case
    moment = at.replace(microsecond=0).isoformat()
    kept = [entry for entry in listed(case.answers[log.id]) if entry.get("at") != moment or entry.get("who")]
    return case.with_answer(log.id, tuple(kept))


def is_call_log(question: Question) -> bool:
    """Whether this is the list in which calls and their decisions are written."""
    return question.type == "entries" and {"at", "decision"} <= {field.id for field in question.fields}


def _call_entry(log: Question, to: str, choice: str, said: str, reference: str, now: datetime) -> Entry:
    decisions = next(field.options for field in log.fields if field.id == "decision")
    decision = choice if any(option.id == choice for option in decisions) else ""
    values = {
        "at": now.replace(microsecond=0).isoformat(),
        "who": said,
        "organisation": to,
        "decision": decision,
        "reference": reference,
    }
    known = {field.id for field in log.fields}
    return MappingProxyType({key: value for key, value in values.items() if value and key in known})
