"""The actions of "what to do now" as rows: time, state, words, number, and the form in which one is recorded."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from bruiseaid.app.screens.ladder import next_words
from bruiseaid.app.screens.last_answer import last_answer
from bruiseaid.app.screens.levels import contact_shown, unbroken
from bruiseaid.app.screens.phrases import clock_words, due_words, span_words
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.values import ChoiceView, OptionView
from bruiseaid.engine.outcome import DueAction, Number
from bruiseaid.protocol.conditions import Condition, Is, walk
from bruiseaid.protocol.model import Protocol, Question
from bruiseaid.record.model import Done
from bruiseaid.values import dataclass

_LEAD = "safeguarding lead"
RowState: TypeAlias = Literal["done", "refused", "next", "waiting", "lasting", "overdue"]


@dataclass(frozen=True, slots=True)
class DoneForm:
    """The fold-out in which an action is recorded as done. `decision` None: it is not a referral."""

    action: str
    title: str
    who_label: str
    decision: ChoiceView | None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. `record_words` is its button; `declined_words` empty: it is not a referral.

    A referral that was rung keeps both until it is written down who answered; it can be sent back at any time later.
    `ladder_words`: whom to ask next, of a referral that was refused and is not agreed since.
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
    decline_choice: str
    ladder_words: str
    done_words: str
    form: DoneForm | None
    spoken: str


def action_rows(state: State) -> tuple[ActionRow, ...]:
    """The actions in the order of the protocol; the first one not done and with a time is the next."""
    assert state.outcome is not None
    assert state.draft is not None
    done = state.draft.done
    waiting = [action for action in state.outcome.actions if action.id not in done and action.due.at is not None]
    first = waiting[0].id if waiting else ""
    at_right = contact_shown(state.protocol, state.outcome, state.draft, state.now).first
    return tuple(
        _row(state, action, done.get(action.id), action.id == first, at_right) for action in state.outcome.actions
    )


def _row(state: State, action: DueAction, done: Done | None, is_next: bool, at_right: Number) -> ActionRow:
    refused = _is_refused(state, action, done)
    row_state = "refused" if refused else _row_state(action, done, is_next)
    time, under = _times(state, action, done)
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
        record_words=_record_words(action, done),
        declined_words="They declined or sent it back" if _can_be_declined(action, row_state) else "",
        decline_choice=next(iter(declined_values(state)), ""),
        ladder_words=next_words(state) if refused else "",
        done_words=_done_words(state, done, "Not agreed" if refused else "Done"),
        form=_form(state, action) if state.ui.form == action.id else None,
        spoken=f"{action.text}. {time}{', ' + under if under else ''}. {said}",
    )


def _is_refused(state: State, action: DueAction, done: Done | None) -> bool:
    """Whether it came back, and what came of it since is not that all agree."""
    if done is None or not action.referral or not next_words(state):
        return False
    question, refusals = decision_question(state), declined_values(state)
    options = question.options if question is not None else ()
    said = tuple(option.short or option.label for option in options if option.id in refusals)
    return done.result.split(", ")[0] in said


def _can_be_declined(action: DueAction, row_state: RowState) -> bool:
    """Whether somebody can say no by now: a call at any time, what is written once its time comes or it is sent."""
    if row_state == "refused":
        return False
    return action.referral and (action.contact is not None or row_state != "waiting")


def _record_words(action: DueAction, done: Done | None) -> str:
    if done is not None:
        return "Write down who answered" if action.referral and not done.result else ""
    return "Record this call" if action.contact else "Mark as done"


def _number(state: State, action: DueAction, row_state: RowState, at_right: Number) -> str:
    """Who of one's own is known for this action, and its number, unless that stands at the right anyway."""
    lead = state.settings.lead if _LEAD in action.to.casefold() else ""
    own = f"Your {_LEAD}: {lead}" if lead else ""
    return "; ".join(filter(None, (own, _number_of(action, row_state, at_right))))


def _number_of(action: DueAction, row_state: RowState, at_right: Number) -> str:
    first = action.contact.first if action.contact else None
    if first is None or (first == at_right and row_state not in ("next", "overdue")):
        return ""
    return f"{first.name}: {unbroken(first.phone)}"


def _row_state(action: DueAction, done: Done | None, is_next: bool) -> RowState:
    if done is not None:
        return "done"
    if action.due.overdue:
        return "overdue"
    if action.due.at is None:
        return "lasting"
    return "next" if is_next else "waiting"


def _times(state: State, action: DueAction, done: Done | None) -> tuple[str, str]:
    zone = state.protocol.time_zone
    if done is not None:
        return clock_words(done.at, zone), "done"
    at = action.due.at
    if at is None:
        return "Now", action.due.words
    time, day = due_words(at, state.now, zone)
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


def _done_words(state: State, done: Done | None, said: str) -> str:
    if done is None:
        return ""
    parts = [f"{said} {clock_words(done.at, state.protocol.time_zone)}", done.by, done.result]
    if done.reference:
        parts.append(f"reference {done.reference}")
    return ", ".join(part for part in parts if part)


def _form(state: State, action: DueAction) -> DoneForm:
    question = decision_question(state) if action.referral else None
    decision = None
    if question is not None:
        options = tuple(
            OptionView(option.id, option.label, option.hint, option.id == state.ui.form_choice)
            for option in question.options
            if option.id not in (question.if_absent or ())
        )
        decision = ChoiceView(f"form.{question.id}", options, small=True)
    who = "Who you spoke to: name and role" if action.contact else "What was done, and with whom"
    title = "Record this call" if action.contact else "Mark as done"
    return DoneForm(action.id, title, who, decision)


def decision_question(state: State) -> Question | None:
    """The question whose answer starts the escalation ladder: found in the condition of the ladder's action."""
    return _ladder_begins(state.protocol)[0]


def declined_values(state: State) -> tuple[str, ...]:
    """The answers to that question which start the ladder."""
    return _ladder_begins(state.protocol)[1]


@last_answer
def _ladder_begins(protocol: Protocol) -> tuple[Question | None, tuple[str, ...]]:
    tests = [part for action in protocol.actions if action.ladder for part in _tests(action.when)]
    named = {part.name for part in tests}
    question = next((question for question in protocol.questions if question.id in named), None)
    return question, next((part.values for part in tests if question is not None and part.name == question.id), ())


def _tests(condition: Condition) -> list[Is]:
    return [part for part in walk(condition) if isinstance(part, Is)]
