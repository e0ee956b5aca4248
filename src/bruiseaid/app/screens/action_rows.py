"""The actions of "what to do now" as rows: time, state, words, number, and the form in which one is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal, TypeAlias

from bruiseaid.app.screens.call_now import contact_shown
from bruiseaid.app.screens.ladder import next_words
from bruiseaid.app.screens.ladder_question import decision_question, declined_values
from bruiseaid.app.screens.levels import is_at_once, is_own_referral, unbroken
from bruiseaid.app.screens.phrases import clock_words, due_words, span_words
from bruiseaid.app.screens.question import question_of
from bruiseaid.app.screens.referrals import (
    answered_outcome,
    came_round,
    is_refused,
    older_calls,
    older_words,
    outcome_said,
)
from bruiseaid.app.screens.state import State, asking
from bruiseaid.app.screens.values import ChoiceView, OptionView
from bruiseaid.engine.contacts import emergency_phone
from bruiseaid.engine.outcome import ContactNow, DueAction, Number
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.as_answered import DoneOrAnswered, change_at
from bruiseaid.record.model import AsAnswered
from bruiseaid.record.noting import CHOICE, REFERENCE, REFUSED, SAID, WHO, is_noted, noted
from bruiseaid.record.progress import Draft, rang_at
from bruiseaid.values import dataclass

_LEAD = "safeguarding lead"
_ADVICE = "What they advise and why, what was decided, and who does what by when"
_NOT_CERTAIN = "not certain yet"
"""Under the time of what stands only while the answer that decides about it is missing."""
RowState: TypeAlias = Literal["done", "refused", "next", "waiting", "lasting", "overdue"]


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a form: its label, and what is written in it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DoneForm:
    """The fold-out in which an action is recorded as done. `decision` None: it is not a referral.

    `said` and `reference` None: nobody was spoken to.
    """

    action: str
    title: str
    who: Box
    decision: ChoiceView | None
    said: Box | None
    reference: Box | None
    error: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. `record_words` is its button; `declined_words` empty: it is not a referral.

    A referral that was rung keeps both until it is written down who answered; it can be sent back at any time later.
    `ladder_words`: whom to ask next, of a referral that was refused and is not agreed since. `group`: the heading that
    it is the first one under. `undo_words`: the link of what is done. `answered_at`: the page and the question whose
    answer says that it is done; empty where somebody recorded it.
    """

    id: str
    time: str
    under: str
    title: str
    detail: str
    state: RowState
    say: str
    say_open: bool
    number: str
    record_words: str
    declined_words: str
    ladder_words: str
    done_words: str
    form: DoneForm | None
    spoken: str
    group: str = ""
    undo_words: str = ""
    answered_at: tuple[str, str] = ("", "")


def action_rows(state: State) -> tuple[ActionRow, ...]:
    """The actions in the order of the protocol; the first certain one not done and with a time is the next."""
    assert state.outcome is not None
    assert state.draft is not None
    done = {name: one for name, one in state.done.items() if name not in older_calls(state)}
    certain = [action for action in state.outcome.actions if not action.possible]
    waiting = [action for action in certain if action.id not in done and action.due.at is not None]
    first = waiting[0].id if waiting else ""
    at_right = contact_shown(state).first
    heads = _heads(state.outcome.actions)
    return tuple(
        _row(state, action, done.get(action.id), action.id == first, at_right, heads.get(action.id, ""))
        for action in state.outcome.actions
    )


def _heads(actions: tuple[DueAction, ...]) -> Mapping[str, str]:
    """The headings, each by the first action under it."""
    runs = (tuple(run) for _, run in groupby(actions, key=lambda action: action.group))
    return {run[0].id: run[0].group for run in runs}


def _row(
    state: State, action: DueAction, done: DoneOrAnswered | None, is_next: bool, at_right: Number, head: str
) -> ActionRow:
    assert state.draft is not None
    refused = is_refused(state, action, done)
    row_state = "refused" if refused else _row_state(state, action, done, is_next)
    time, under = _times(state, action, done)
    under = _NOT_CERTAIN if action.possible and done is None else under
    under = "not agreed" if refused else under
    said = "Not agreed" if refused else "Done" if done else "Not done"
    return ActionRow(
        id=action.id,
        time=time,
        under=under,
        title=action.text,
        detail=action.detail,
        state=row_state,
        say=action.say,
        say_open=state.ui.field_open == action.id,
        number=_number(state, action, row_state, at_right),
        record_words=_record_words(state, action, done),
        declined_words="They declined or sent it back" if _can_be_declined(action, row_state) else "",
        ladder_words="Whom to ask next" if refused else "",
        done_words=refused_words(state, action) if refused else _done_words(state, action, done, "Done"),
        form=_form(state, action) if state.ui.form == action.id else None,
        spoken=f"{action.text}. {', '.join(filter(None, (time, under)))}. {said}",
        group=head,
        undo_words="Undo" if action.id in state.draft.done else "Change" if done is not None else "",
        answered_at=_answered_at(state, action) if isinstance(done, AsAnswered) else ("", ""),
    )


def _answered_at(state: State, action: DueAction) -> tuple[str, str]:
    """The page and the question at which that it is done is changed."""
    known = next(one for one in state.protocol.actions if one.id == action.id)
    question = question_of(state, change_at(known))
    return asking(question.same_page_as or question.id), question.id


def refused_words(state: State, action: DueAction) -> str:
    """What was said of a referral that came back, and whom to ask next; empty where it did not."""
    assert state.draft is not None
    done = state.draft.done.get(action.id)
    if not is_refused(state, action, done):
        return ""
    words = (_done_words(state, action, done, "Not agreed"), next_words(state))
    return " ".join(f"{part}." for part in words if part)


def _can_be_declined(action: DueAction, row_state: RowState) -> bool:
    """Whether somebody can say no by now: a call at any time, what is written once its time comes or it is sent."""
    return action.referral and (action.contact is not None or row_state != "waiting")


def _record_words(state: State, action: DueAction, done: DoneOrAnswered | None) -> str:
    assert state.draft is not None
    if isinstance(done, AsAnswered):
        return ""
    if is_noted(state.draft, action.id):
        return "Go on writing it down"
    if done is None:
        return _title(state, action)
    if not done.result and (action.referral or action.advice):
        return "Write down who answered"
    return "Write down what came of it" if action.referral and not outcome_said(state, done) else ""


def _number(state: State, action: DueAction, row_state: RowState, at_right: Number) -> str:
    """Who of one's own is known for this action, and its number, unless that stands at the right anyway."""
    lead = state.settings.lead if _LEAD in action.to.casefold() else ""
    own = f"Your {_LEAD}: {lead}" if lead else ""
    number = _number_of(action, row_state, at_right)
    if number and (own or action.asked_of_others):
        number = f"{'If nobody can be reached: ' if own else 'Through '}{number}"
    already = older_words(state, action.id), _rung_already(state, action), _answered_already(state, action)
    return ". ".join(filter(None, (own, *already, number)))


def _answered_already(state: State, action: DueAction) -> str:
    """What was answered came of the call, while the call itself is not written down."""
    said = answered_outcome(state) if is_own_referral(action) else ""
    return f"You answered “{said}”. If you rang, record this call" if said and action.id not in state.done else ""


def _rung_already(state: State, action: DueAction) -> str:
    """That the emergency number was rung, where it is the one to ring and that is not noted at the action yet."""
    assert state.draft is not None
    at = rung_for(state.protocol, state.draft, action.contact)
    if at is None or action.id in state.draft.done:
        return ""
    phone = emergency_phone(state.protocol)
    return f"You rang {phone} at {clock_words(at, state.protocol.time_zone)}. If it was for this, record it"


def rung_for(protocol: Protocol, draft: Draft, contact: ContactNow | None) -> datetime | None:
    """When the emergency number was last rung, if it is the number of that contact; else None."""
    if contact is None or contact.first.phone != emergency_phone(protocol):
        return None
    return rang_at(draft)


def _number_of(action: DueAction, row_state: RowState, at_right: Number) -> str:
    first = action.contact.first if action.contact else None
    if first is None or (first == at_right and row_state not in ("next", "overdue")):
        return ""
    return f"{first.name}: {unbroken(first.phone)}"


def _row_state(state: State, action: DueAction, done: DoneOrAnswered | None, is_next: bool) -> RowState:
    assert state.draft is not None
    if done is not None:
        return "done"
    if action.possible:
        return "waiting"
    if is_at_once(action, state.draft.case):
        return "next"
    if action.due.overdue:
        return "overdue"
    if action.due.at is None:
        return "lasting"
    return "next" if is_next else "waiting"


def _times(state: State, action: DueAction, done: DoneOrAnswered | None) -> tuple[str, str]:
    assert state.draft is not None
    zone = state.protocol.time_zone
    if isinstance(done, AsAnswered) and (done.at is None or not done.said_when):
        return "", "done"
    if done is not None and done.at is not None:
        return clock_words(done.at, zone), "done"
    at = action.due.at
    if at is None:
        return "Now", action.due.words
    time, day = due_words(at, state.now, zone)
    if is_at_once(action, state.draft.case):
        return "Now", action.due.words or "at once"
    if timedelta(0) <= at - state.now < timedelta(minutes=1):
        return "Now", action.due.words
    if action.due.overdue:
        late = state.now - at
        return time, "Now" if late.total_seconds() < 60 else f"Overdue by {span_words(late)}"
    return time, _under(state, action, at, day)


def _under(state: State, action: DueAction, at: datetime, day: str) -> str:
    """Under the time: on another day its date, because words such as “same day” would contradict it."""
    if action.due.words and not day:
        return action.due.words
    return day or f"in {span_words(at - state.now)}"


def _done_words(state: State, action: DueAction, done: DoneOrAnswered | None, said: str) -> str:
    if done is None:
        return ""
    if isinstance(done, AsAnswered):
        return _answered_words(state, done)
    parts = [f"{said} {clock_words(done.at, state.protocol.time_zone)}", done.by, done.result]
    if done.reference:
        parts.append(f"reference {done.reference}")
    return ", ".join(part for part in parts if part) + (came_round(state, action) if said == "Done" else "")


def _answered_words(state: State, done: AsAnswered) -> str:
    """Which answer says so and, where it does not say when it was done, when it was entered."""
    words = f"You answered: {done.words}"
    if done.at is None or done.said_when:
        return words
    return f"{words}, entered {clock_words(done.at, state.protocol.time_zone)}"


def _form(state: State, action: DueAction) -> DoneForm:
    assert state.draft is not None
    written = noted(state.draft, action.id)
    called = action.contact is not None
    return DoneForm(
        action.id,
        _title(state, action),
        Box("Who you spoke to: name and role" if called else "What was done, and with whom", written.get(WHO, "")),
        _decision(state, written) if action.referral else None,
        Box(_ADVICE if action.advice else "What they said", written.get(SAID, "")) if called else None,
        Box("Their reference, if any", written.get(REFERENCE, "")) if called and not action.advice else None,
        " ".join(state.ui.errors.get("form", ())),
    )


def _title(state: State, action: DueAction) -> str:
    """What recording it is called: most of what is said to somebody is said in one and the same call."""
    if action.contact is None:
        return "Mark as done"
    assert state.draft is not None
    if action.advice:
        return "Record this talk"
    is_call = (action.referral and not action.asked_of_others) or is_at_once(action, state.draft.case)
    return "Record this call" if is_call else "Write it down"


def _decision(state: State, written: Mapping[str, str]) -> ChoiceView | None:
    """What may have come of a call; of one that was refused only the ways of refusing."""
    question, refusals = decision_question(state), declined_values(state)
    if question is None:
        return None
    options = tuple(
        OptionView(option.id, option.label, "", option.id == written.get(CHOICE, ""))
        for option in question.options
        if option.id not in (question.if_absent or ()) and (REFUSED not in written or option.id in refusals)
    )
    return ChoiceView(f"form.{question.id}", options, small=True)
