"""The escalation ladder: whom to ask next when a referral was declined, and by when."""

from __future__ import annotations

from typing import Literal, TypeAlias

from bruiseaid.app.screens.ladder_question import nobody_answered
from bruiseaid.app.screens.levels import level_of, phone_view, social_care, sources_of
from bruiseaid.app.screens.phrases import due_words, lower_first, span_words
from bruiseaid.app.screens.shown import PhoneView, SourceView
from bruiseaid.app.screens.state import State
from bruiseaid.engine.outcome import LadderRung
from bruiseaid.record.noting import OUTCOME, is_noted, noted
from bruiseaid.record.progress import is_agreed
from bruiseaid.values import dataclass

RungState: TypeAlias = Literal["done", "next", "waiting"]


@dataclass(frozen=True, slots=True)
class RungView:
    """One step of the ladder. Only the next one is open, and only what was written last can be taken back."""

    id: str
    number: str
    who: str
    to: str
    within: str
    time: str
    say: str
    state: RungState
    tag: str
    outcome: str
    record_words: str
    form_open: bool
    written: str
    undo: str
    error: str
    spoken: str


@dataclass(frozen=True, slots=True)
class LadderPage:
    """The page "They declined or sent it back". `nobody`: what is done first where nobody was reached at all."""

    title: str
    help: str
    level_note: str
    nobody: str
    phone: PhoneView
    rungs: tuple[RungView, ...]
    sources: tuple[SourceView, ...]


def ladder_page(state: State) -> LadderPage:
    """The ladder at this moment; steps that are not for this hour are left out unless something is written there."""
    assert state.outcome is not None
    assert state.draft is not None
    written = state.draft.rungs
    rungs = [rung for rung in state.outcome.ladder if rung.for_this_hour or rung.id in written]
    settled = any(is_agreed(outcome) for outcome in written.values())
    first = "" if settled else next((rung.id for rung in rungs if rung.id not in written), "")
    last = next((rung.id for rung in reversed(rungs) if rung.id in written), "")
    level = level_of(state.protocol, state.outcome.level)
    phone = phone_view(state.protocol, social_care(state.draft.case, state.now))
    keys = tuple(dict.fromkeys(key for rung in rungs for key in rung.sources))
    return LadderPage(
        title="If they decline or send it back",
        help=(
            "Disagreeing is part of the job. Your grade does not matter. If anyone is in danger at any step, ring 999. "
            "Being asked to find out more first is not a reason to wait."
        ),
        level_note=f"The level stays at {level.id}. Nobody's refusal lowers it." if level else "",
        nobody=_nobody(state, phone),
        phone=phone,
        rungs=tuple(_rung(state, rung, number, first, last) for number, rung in enumerate(rungs, start=1)),
        sources=sources_of(state.protocol, keys),
    )


def _nobody(state: State, phone: PhoneView) -> str:
    if not nobody_answered(state):
        return ""
    again, there = ("Ring again now, and the other number.", "there") if phone.others else ("Ring again now.", "then")
    return f"Nobody answered? {again} If nobody answers {there} either, go up the ladder."


def is_disputed(state: State) -> bool:
    """Whether a referral was refused, and no step of the ladder has settled it."""
    there = bool(state.outcome and state.outcome.ladder) and state.draft is not None
    return there and not any(is_agreed(said) for said in state.draft.rungs.values())  # type: ignore[union-attr]


def next_words(state: State) -> str:
    """Who asks whom next, and by when; empty where nothing is refused, or all is agreed. Before the first step, where
    nobody was reached, one rings again."""
    assert state.draft is not None
    if is_disputed(state) and nobody_answered(state) and not state.draft.rungs:
        others = social_care(state.draft.case, state.now).others
        return "Ring again now, and the other number" if others else "Ring again now"
    rung = next((rung for rung in ladder_page(state).rungs if rung.state == "next"), None)
    return f"Next: {lower_first(rung.who)} to {rung.to}, by {rung.time}" if rung is not None else ""


def _rung(state: State, rung: LadderRung, number: int, first: str, last: str) -> RungView:
    assert state.draft is not None
    outcome = state.draft.rungs.get(rung.id, "")
    time, within = _times(state, rung, same_call=number > 1 or not nobody_answered(state))
    rung_state: RungState = "done" if outcome else "next" if rung.id == first else "waiting"
    tags = {"done": "Agreed" if is_agreed(outcome) else "Not agreed", "next": "Next", "waiting": ""}
    return RungView(
        id=rung.id,
        number=str(number),
        who=rung.who,
        to=lower_first(rung.to),
        within=within,
        time=time,
        say=rung.say,
        state=rung_state,
        tag=tags[rung_state],
        outcome=outcome,
        record_words="Go on writing it down" if is_noted(state.draft, rung.id) else "Record the outcome",
        form_open=state.ui.form == rung.id,
        written=noted(state.draft, rung.id).get(OUTCOME, ""),
        undo="Undo" if rung.id == last else "",
        error=" ".join(state.ui.errors.get("form", ())) if state.ui.form == rung.id else "",
        spoken=f"Step {number}, {rung.who} to {rung.to}, by {time}",
    )


def _times(state: State, rung: LadderRung, *, same_call: bool) -> tuple[str, str]:
    """By when. Not `same_call`: there was no call in which one could go on to this step."""
    at = rung.due.at
    if at is None:
        return "", rung.due.words
    time, day = due_words(at, state.now, state.protocol.time_zone)
    if rung.due.overdue:
        return time, f"Overdue by {span_words(state.now - at)}"
    return time, (rung.due.words if same_call else "") or day or f"in {span_words(at - state.now)}"
