"""What a call makes of the answers: its entry in the list of calls, and what came of the referral. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bruiseaid.app.changing import listed, with_given
from bruiseaid.app.screens.ladder_question import decision_question, declined_values
from bruiseaid.app.screens.referrals import outcome_said
from bruiseaid.app.screens.state import State
from bruiseaid.engine.case import Answer, Entry
from bruiseaid.protocol.model import Action, Question
from bruiseaid.record.model import Done
from bruiseaid.record.noting import CHOICE, REFERENCE, SAID, WHO
from bruiseaid.record.progress import Draft, Stood, calls_made
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Call:
    """A call or talk as it was told: when, and what was chosen and written in its form."""

    at: datetime
    choice: str
    who: str
    said: str
    reference: str


def call_at(at: datetime, fields: Mapping[str, str]) -> Call:
    """The call at that moment, from the fields of its form."""
    return Call(at, *(fields.get(name, "").strip() for name in (CHOICE, WHO, SAID, REFERENCE)))


def is_logged(state: State, action: str) -> bool:
    """Whether it is a call or talk that stands in the list of calls: a referral, or one for advice."""
    wanted = action_of(state, action)
    return wanted is not None and (wanted.advice or (wanted.referral and bool(wanted.contact)))


def action_of(state: State, action: str) -> Action | None:
    """The action of that id in the rules of the record."""
    return next((known for known in state.protocol.actions if known.id == action), None)


def with_call(state: State, draft: Draft, action: str, call: Call, now: datetime) -> Draft:
    """The draft with the call in the list of calls, in the place of what was written of it before, and its outcome."""
    draft = _with_entry(state, draft, action, call, now)
    outcome = _outcome_of(state, action, call.choice)
    return _with_outcome(state, _with_stood(state, draft), outcome, now) if outcome else draft


def without_call(state: State, draft: Draft, action: str, done: Done, now: datetime) -> Draft:
    """The draft without the entry of that call, and with the outcome that the calls left over had.

    What a person had answered before the call comes back, unless another call came after that. An outcome that was
    answered otherwise since then stays. `draft` has the call no more among what was done.
    """
    draft = _without_entry(state, draft, action, done, now)
    question = decision_question(state)
    said = _outcome_of(state, action, outcome_said(state, done))
    if question is None or not said or draft.case.answers.get(question.id) != said:
        return draft
    own = [(draft.stood.at, draft.stood.answer)] if draft.stood is not None else []
    return _with_outcome(state, draft, _last((*own, *_told_by_calls(state, draft))), now)


def _told_by_calls(state: State, draft: Draft) -> tuple[tuple[datetime, str], ...]:
    """When each call was, and what it said came of the referral; calls that said nothing of it are left out."""
    said = ((call.at, _outcome_of(state, name, outcome_said(state, call))) for name, call in calls_made(draft))
    return tuple((at, outcome) for at, outcome in reversed((*said,)) if outcome)


def _last(told: Iterable[tuple[datetime, str]]) -> str:
    """What was told last, of what was told in one moment the last one; empty if nothing was."""
    last = max(reversed((*told,)), key=lambda one: one[0], default=None)
    return last[1] if last is not None else ""


def _with_stood(state: State, draft: Draft) -> Draft:
    """The draft that keeps what a person has answered, for a call is about to answer otherwise.

    What the last call answered is nobody's own answer, and what came back when a call was taken back keeps its time.
    """
    question = decision_question(state)
    given = draft.given.get(question.id) if question is not None else None
    if question is None or given is None:
        return draft
    answer, told = str(draft.case.answers.get(question.id, "")), _told_by_calls(state, draft)
    is_of_a_call = bool(told) and _last(told) == answer
    if is_of_a_call or (draft.stood is not None and draft.stood.answer == answer):
        return draft
    return replace(draft, stood=Stood(answer, given.last))


def entry_of(state: State, draft: Draft, action: str, done: Done) -> Entry:
    """What the list of calls says of a call that is done; empty where it is not found there any more."""
    log, place = _log(state), _place(state, draft, action, done)
    return listed(draft.case.answers.get(log.id))[place] if log is not None and place is not None else {}


def _outcome_of(state: State, action: str, choice: str) -> str:
    """What the answer about the outcome becomes by it. What others were asked for only counts where they refuse."""
    wanted = action_of(state, action)
    if wanted is None or not wanted.referral:
        return ""
    return choice if not wanted.asked_of_others or choice in declined_values(state) else ""


def _with_outcome(state: State, draft: Draft, outcome: str, now: datetime) -> Draft:
    question = decision_question(state)
    if question is None:
        return draft
    case = draft.case.with_answer(question.id, outcome) if outcome else draft.case.without_answer(question.id)
    return with_given(replace(draft, case=case), (question.id,), state.settings.name, now)


def _with_entry(state: State, draft: Draft, action: str, call: Call, now: datetime) -> Draft:
    log = _log(state)
    if log is None or not is_logged(state, action):
        return draft
    entries, before = list(listed(draft.case.answers.get(log.id))), draft.done.get(action)
    place = _place(state, draft, action, before) if before is not None else None
    if place is None:
        place = len(entries)
        entries.append({})
    said = _details(state, log, action, call)
    entries[place] = MappingProxyType({**entries[place], **said})
    return _with_typed(_with_entries(state, draft, log, tuple(entries), now), log, place, said)


def _without_entry(state: State, draft: Draft, action: str, done: Done, now: datetime) -> Draft:
    log, place = _log(state), _place(state, draft, action, done)
    if log is None or place is None:
        return draft
    entries = listed(draft.case.answers.get(log.id))
    left = _with_entries(state, draft, log, (*entries[:place], *entries[place + 1 :]), now)
    return _with_typed(left, log, place, None)


def _with_typed(draft: Draft, log: Question, place: int, said: Entry | None) -> Draft:
    """The same in the list as it is being typed, where an entry of it is not right yet. None: the entry goes."""
    typed = list(listed(draft.typed.get(log.id)))
    if log.id not in draft.typed or place > len(typed):
        return draft
    there = typed[place] if place < len(typed) else {}
    typed[place : place + 1] = [] if said is None else [MappingProxyType({**there, **said})]
    return replace(draft, typed=MappingProxyType({**draft.typed, log.id: tuple(typed)}))


def _with_entries(state: State, draft: Draft, log: Question, entries: tuple[Entry, ...], now: datetime) -> Draft:
    answer: Answer = entries
    case = draft.case.with_answer(log.id, answer) if entries else draft.case.without_answer(log.id)
    return with_given(replace(draft, case=case), (log.id,), state.settings.name, now)


def _place(state: State, draft: Draft, action: str, done: Done) -> int | None:
    """Where in the list of calls that call stands: one of its minute, and of several the one that says the same."""
    log = _log(state)
    if log is None or not is_logged(state, action):
        return None
    entries = listed(draft.case.answers.get(log.id))
    places = [place for place, entry in enumerate(entries) if entry.get("at") == _written(done.at)]
    alike = [place for place in places if _fits(entries[place], done)]
    return next(iter((*alike, *(places if len(places) == 1 else ()))), None)


def _fits(entry: Entry, done: Done) -> bool:
    who = str(entry.get("who", ""))
    return entry.get("reference", "") == done.reference and (who in done.result if who else not done.result)


def _written(at: datetime) -> str:
    return at.replace(microsecond=0).isoformat()


def _log(state: State) -> Question | None:
    return next((known for known in state.protocol.questions if is_call_log(known)), None)


def is_call_log(question: Question) -> bool:
    """Whether this is the list in which calls and their decisions are written."""
    return question.type == "entries" and {"at", "decision"} <= {field.id for field in question.fields}


def _details(state: State, log: Question, action: str, call: Call) -> dict[str, str]:
    decisions = next(field.options for field in log.fields if field.id == "decision")
    values = {
        "at": _written(call.at),
        "who": call.who,
        "organisation": _organisation(state, action),
        "said": call.said,
        "decision": call.choice if any(option.id == call.choice for option in decisions) else "",
        "reference": call.reference,
    }
    known = {field.id for field in log.fields}
    return {key: value for key, value in values.items() if value and key in known}


def _organisation(state: State, action: str) -> str:
    """Who is rung at that number; not said of a talk with whoever is reached for advice."""
    wanted = action_of(state, action)
    if wanted is None or wanted.advice:
        return ""
    same = (known for known in state.protocol.actions if known.contact == wanted.contact and known.referral)
    return next((known.to for known in same if not known.asked_of_others), wanted.to)
