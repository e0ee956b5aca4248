"""The act-now strip: from the moment that every way of finishing needs a call, the number and what to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bruiseaid.app.screens.action_rows import refused_words
from bruiseaid.app.screens.call_now import call_after, call_now
from bruiseaid.app.screens.ladder import next_words
from bruiseaid.app.screens.levels import (
    action_to_ring,
    is_own_referral,
    level_of,
    level_view,
    phone_view,
    unbroken,
)
from bruiseaid.app.screens.mark_places import place_words
from bruiseaid.app.screens.panel import short_words
from bruiseaid.app.screens.phrases import clock_words, lower_first
from bruiseaid.app.screens.referrals import answered_outcome, older_words
from bruiseaid.app.screens.shown import LevelView, PhoneView
from bruiseaid.app.screens.state import State, asked_at
from bruiseaid.engine.contacts import emergency_phone
from bruiseaid.engine.outcome import DueAction, Outcome
from bruiseaid.engine.words import age_words
from bruiseaid.protocol.model import Field, Level, Question
from bruiseaid.values import dataclass

_IN_IT = "same call"
"""How what is agreed in one and the same call is due, in the words of the rules."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip, closed or open. `action` is what "I have rung" records; `rung` says that it was done.

    `who`: whom to ring, where `words` does not say it. `then`: whom to ring after that. `agree`: what one does or
    leaves oneself, to be agreed in the call; `ask`: what is asked of others in it. `write`: the way to writing down who
    answered. `rung_words`: the button that writes down that one rang. `goes_on`: another call was made before this one.
    """

    level: LevelView
    words: str
    open: bool
    phone: PhoneView
    say: str
    facts: str
    after: str
    action: str
    rung: str
    who: str = ""
    write: str = ""
    then: str = ""
    agree: str = ""
    ask: str = ""
    rung_words: str = ""
    goes_on: bool = False


def strip(state: State) -> Strip | None:
    """The strip on a question's page once it is certain that somebody must be rung, else None."""
    outcome = state.outcome
    if outcome is None or state.draft is None or not outcome.act_now or not asked_at(state.ui.place):
        return None
    level, first = level_of(state.protocol, outcome.level), action_to_ring(outcome, state.draft.case)
    if level is None or first is None:
        return None
    waiting = call_now(state)
    action = waiting or _made_last(state, outcome, first)
    if action.contact is None:
        return None
    done = state.draft.done.get(action.id) if waiting is None else None
    words, who = _words(state, level, first, action)
    return Strip(
        level=level_view(level),
        words=words,
        open=state.ui.strip_open,
        phone=phone_view(state.protocol, action.contact),
        say=action.say,
        facts=facts_at_hand(state),
        after=state.protocol.words.get("everything_else_waits", ""),
        action=action.id,
        rung="rung" if done else "",
        who=who,
        write="Write down who answered" if done and not done.result else "",
        then=_then(state, waiting) if waiting is not None else "",
        agree=_agreed(outcome, action, asked=False),
        ask=_agreed(outcome, action, asked=True),
        rung_words="" if done else "I have rung again" if older_words(state, action.id) else "I have rung",
        goes_on=action.id != first.id,
    )


def _made_last(state: State, outcome: Outcome, first: DueAction) -> DueAction:
    """Of the calls that are all made the one that was refused, else the last."""
    assert state.draft is not None
    done = state.draft.done
    calls = [one for one in outcome.actions if one.id in done and (one.id == first.id or is_own_referral(one))]
    refused = next((one for one in calls if refused_words(state, one)), None)
    return refused or max(reversed(calls), key=lambda one: done[one.id].at)


def _words(state: State, level: Level, first: DueAction, action: DueAction) -> tuple[str, str]:
    """What the strip says, and whom to ring where that does not say it."""
    assert state.draft is not None
    if refused := refused_words(state, action):
        return refused, ""
    if older := older_words(state, action.id):
        return older, action.text
    if action.id in state.draft.done:
        return f"{_rung(state, action)}. Go on when you can", ""
    if action.referral and (said_so := answered_outcome(state)):
        return f"You answered “{said_so}”. {next_words(state) or 'If you rang, write it down'}", ""
    if action.id != first.id:
        return f"{_rung(state, first)}. Next: {lower_first(action.text)}", ""
    if level == state.protocol.levels[-1]:
        return action.text, ""
    return state.protocol.words.get("act_now", "You already know enough to ring"), action.text


def _rung(state: State, call: DueAction) -> str:
    """ "999 rung at 12:38", or of a longer number when it was rung."""
    assert state.draft is not None
    phone = call.contact.first.phone if call.contact is not None else ""
    at = clock_words(state.draft.done[call.id].at, state.protocol.time_zone)
    return f"{phone} rung at {at}" if phone == emergency_phone(state.protocol) else f"Rung at {at}"


def _then(state: State, call: DueAction) -> str:
    """Whom to ring after that call, with the number; empty where there is nobody, or it is the same number."""
    after = call_after(state, call)
    if after is None or after.contact is None or after.contact == call.contact:
        return ""
    number = after.contact.first
    return f"Then: {lower_first(after.text)}: {number.name} {unbroken(number.phone)}"


def _agreed(outcome: Outcome, call: DueAction, *, asked: bool) -> str:
    """What is agreed in that call for a referral, of oneself or of others; empty for any other call."""
    others = [one for one in outcome.actions if one.contact is not None and one.id != call.id] if call.referral else []
    in_it = (one for one in others if one.asked_of_others or one.due.words == _IN_IT)
    return "; ".join(lower_first(one.text) for one in in_it if one.asked_of_others == asked)


def facts_at_hand(state: State) -> str:
    """What the person at the other end will ask first: age, how the child moves, marks; empty while none is known."""
    assert state.draft is not None
    case = state.draft.case
    age = age_words(case)
    marks = next((question for question in state.protocol.questions if question.type == "marks"), None)
    regions = {region.id: region for region in state.protocol.regions}
    look = next((field for field in marks.fields if field.needed and field.options), None) if marks else None
    places = [
        ", ".join(filter(None, (_looks(look, entry), lower_first(place_words(regions, entry)))))
        for entry in (case.answers.get(marks.id, ()) if marks else ())
        if isinstance(entry, Mapping)
    ]
    parts = [f"{age} old" if age else "", *_between(state, marks), *dict.fromkeys(places)]
    found = [part for part in parts if part]
    return f"Have ready: {'; '.join(found)}." if found else ""


def _looks(field: Field | None, mark: Mapping[str, str]) -> str:
    """What kind of mark it is: the first that is asked of each; empty while it is not chosen."""
    chosen = mark.get(field.id) if field is not None else None
    options = field.options if field is not None else ()
    return next((lower_first(one.short or one.label) for one in options if one.id == chosen), "")


def _between(state: State, marks: Question | None) -> Iterator[str]:
    """What was answered in the steps between the child's and the marks', in the words of the first question of each."""
    assert state.draft is not None
    protocol, answers = state.protocol, state.draft.case.answers
    steps = [step.id for step in protocol.steps]
    born = next((question for question in protocol.questions if question.type == "date"), None)
    asked = state.journey.asked if state.journey is not None else ()
    if marks is None or born is None:
        return
    for step in protocol.steps[steps.index(born.step) + 1 : steps.index(marks.step)]:
        first = next((question for question in protocol.questions if question.step == step.id), None)
        if first is not None and first.id in answers and first.id in asked:
            yield f"{lower_first(step.title)}: {lower_first(short_words(state, first, answers[first.id]))}"
