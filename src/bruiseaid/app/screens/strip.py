"""The act-now strip: from the moment that every way of finishing needs a call, the number and what to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bruiseaid.app.screens.action_rows import refused_words
from bruiseaid.app.screens.ladder import next_words
from bruiseaid.app.screens.levels import action_to_ring, level_of, level_view, phone_view
from bruiseaid.app.screens.mark_places import place_words
from bruiseaid.app.screens.panel import short_words
from bruiseaid.app.screens.phrases import clock_words, lower_first
from bruiseaid.app.screens.referrals import answered_outcome
from bruiseaid.app.screens.shown import LevelView, PhoneView
from bruiseaid.app.screens.state import State, asked_at
from bruiseaid.engine.words import age_words
from bruiseaid.protocol.model import Question
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip, closed or open. `action` is what "I have rung" records; `rung` says that it was done.

    `who`: whom to ring, where `words` does not say it. `write`: the way to writing down who answered.
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


def strip(state: State) -> Strip | None:
    """The strip on a question's page once it is certain that somebody must be rung, else None."""
    outcome = state.outcome
    if outcome is None or state.draft is None or not outcome.act_now or not asked_at(state.ui.place):
        return None
    level, action = level_of(state.protocol, outcome.level), action_to_ring(outcome, state.draft.case)
    if level is None or action is None or action.contact is None:
        return None
    done = state.draft.done.get(action.id)
    said = state.protocol.words
    words, who = said.get("act_now", "You already know enough to ring"), action.text
    if level == state.protocol.levels[-1]:
        words, who = action.text, ""
    if done:
        words, who = f"Rung at {clock_words(done.at, state.protocol.time_zone)}. Go on when you can", ""
    elif said_so := answered_outcome(state):
        words, who = f"You answered “{said_so}”. {next_words(state) or 'If you rang, write it down'}", ""
    if refused := refused_words(state, action):
        words = refused
    return Strip(
        level=level_view(level),
        words=words,
        open=state.ui.strip_open,
        phone=phone_view(state.protocol, action.contact),
        say=action.say,
        facts=facts_at_hand(state),
        after=said.get("everything_else_waits", ""),
        action=action.id,
        rung="rung" if done else "",
        who=who,
        write="Write down who answered" if done and not done.result else "",
    )


def facts_at_hand(state: State) -> str:
    """What the person at the other end will ask first: age, how the child moves, marks; empty while none is known."""
    assert state.draft is not None
    case = state.draft.case
    age = age_words(case)
    marks = next((question for question in state.protocol.questions if question.type == "marks"), None)
    regions = {region.id: region for region in state.protocol.regions}
    places = [
        lower_first(place_words(regions, entry))
        for entry in (case.answers.get(marks.id, ()) if marks else ())
        if isinstance(entry, Mapping)
    ]
    parts = [f"{age} old" if age else "", *_between(state, marks), *dict.fromkeys(places)]
    found = [part for part in parts if part]
    return f"Have ready: {'; '.join(found)}." if found else ""


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
