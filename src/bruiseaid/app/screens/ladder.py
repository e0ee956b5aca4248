"""The escalation ladder: whom to ask next when a referral was declined, and by when."""

from __future__ import annotations

from typing import Literal, TypeAlias

from bruiseaid.app.screens.levels import level_of, sources_of
from bruiseaid.app.screens.phrases import due_words, lower_first, span_words
from bruiseaid.app.screens.shown import SourceView
from bruiseaid.app.screens.state import State
from bruiseaid.engine.outcome import LadderRung
from bruiseaid.values import dataclass

RungState: TypeAlias = Literal["done", "next", "waiting"]

AGREED = "Agreed"
"""What is written at the step that settled the disagreement: no further step is asked for."""


@dataclass(frozen=True, slots=True)
class RungView:
    """One step of the ladder. Only the next one is open."""

    id: str
    number: str
    who: str
    to: str
    within: str
    time: str
    say: str
    state: RungState
    outcome: str
    form_open: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class LadderPage:
    """The page "They declined or sent it back"."""

    title: str
    help: str
    level_note: str
    rungs: tuple[RungView, ...]
    sources: tuple[SourceView, ...]


def ladder_page(state: State) -> LadderPage:
    """The ladder at this moment; steps that are not for this hour are left out unless something is written there."""
    assert state.outcome is not None
    assert state.draft is not None
    written = state.draft.rungs
    rungs = [rung for rung in state.outcome.ladder if rung.for_this_hour or rung.id in written]
    settled = AGREED in written.values()
    first = "" if settled else next((rung.id for rung in rungs if rung.id not in written), "")
    level = level_of(state.protocol, state.outcome.level)
    keys = tuple(dict.fromkeys(key for rung in rungs for key in rung.sources))
    return LadderPage(
        title="If they decline or send it back",
        help=(
            "Disagreeing is part of the job. Your grade does not matter. If anyone is in danger at any step, ring 999. "
            "Being asked to find out more first is not a reason to wait."
        ),
        level_note=f"The level stays at {level.id}. Nobody's refusal lowers it." if level else "",
        rungs=tuple(_rung(state, rung, number, first) for number, rung in enumerate(rungs, start=1)),
        sources=sources_of(state.protocol, keys),
    )


def next_words(state: State) -> str:
    """Who asks whom next, and by when; empty where nothing is refused, or all is agreed."""
    rung = next((rung for rung in ladder_page(state).rungs if rung.state == "next"), None)
    return f"Next: {lower_first(rung.who)} to {rung.to}, by {rung.time}" if rung is not None else ""


def _rung(state: State, rung: LadderRung, number: int, first: str) -> RungView:
    assert state.draft is not None
    outcome = state.draft.rungs.get(rung.id, "")
    time, within = _times(state, rung)
    return RungView(
        id=rung.id,
        number=str(number),
        who=rung.who,
        to=lower_first(rung.to),
        within=within,
        time=time,
        say=rung.say,
        state="done" if outcome else "next" if rung.id == first else "waiting",
        outcome=outcome,
        form_open=state.ui.form == rung.id,
        spoken=f"Step {number}, {rung.who} to {rung.to}, by {time}",
    )


def _times(state: State, rung: LadderRung) -> tuple[str, str]:
    at = rung.due.at
    if at is None:
        return "", rung.due.words
    time, day = due_words(at, state.now, state.protocol.time_zone)
    if rung.due.overdue:
        return time, f"Overdue by {span_words(state.now - at)}"
    return time, rung.due.words or day or f"in {span_words(at - state.now)}"
