"""What stands round every page: bar, rail, banner, foot and status line."""

from __future__ import annotations

from typing import Literal, TypeAlias

from bruiseaid.app.screens.made import next_version, stands
from bruiseaid.app.screens.missing import missing_answers
from bruiseaid.app.screens.phrases import clock_words
from bruiseaid.app.screens.practice import story_of
from bruiseaid.app.screens.referrals import is_settled
from bruiseaid.app.screens.road import places, progress_words, walked_place, words_of_what_follows
from bruiseaid.app.screens.state import (
    CHECK,
    DO_NOW,
    HOME,
    SETTINGS,
    State,
    asked_at,
    asking,
)
from bruiseaid.engine.journey import Page
from bruiseaid.values import dataclass

StepState: TypeAlias = Literal["done", "current", "todo", "warning", "later"]

NOT_SAVED = "The last answer could not be saved on this computer. Look at the disk, then answer it again."
SAVED_NOW = "The disk takes answers again. All that you answered is saved on this computer now."
"""As long as the words that it takes the place of, so that nothing moves."""

_STATE_WORDS = {
    "done": "answered",
    "current": "this step",
    "todo": "to do",
    "warning": "needs an answer",
    "later": "not needed yet",
}
_STATE_MEANS = {
    "done": "A tick: this is done.",
    "current": "You are here.",
    "todo": "An empty ring: this is still to do.",
    "warning": "A red triangle: an answer is still needed here.",
    "later": "A dashed ring: not needed yet.",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar at the top: chips such as the record's code, never a child's name; `alarm`: what is wrong."""

    chips: tuple[str, ...]
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class RailStep:
    """One stop on the rail. `place` is where it leads; empty: it cannot be gone to yet. `means`: what its mark is."""

    id: str
    title: str
    state: StepState
    place: str
    spoken: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Banner:
    """A warning under the bar."""

    strong: str
    words: str


@dataclass(frozen=True, slots=True)
class Foot:
    """Back, the one primary button, how far one is, and a link at the right. Empty words: not there.

    `then` are the words of what follows, where there is room for them.
    `note` stands over the buttons: what the primary one does.
    """

    back: str
    forward: str
    link: str
    link_name: str = ""
    keys: str = "or press Ctrl + Enter"
    progress: str = ""
    then: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The line at the bottom."""

    rules: str
    approval: str
    approval_words: str
    saved: str


def bar(state: State) -> Bar:
    """The chips of this moment."""
    if state.draft is None:
        settings = state.settings
        who = ", ".join(part for part in (settings.name, settings.role, borough_name(state)) if part)
        return Bar(("No record open", who) if who else ("No record open",))
    kind = "Practice" if state.draft.practice else "Record"
    return Bar((f"{kind} {state.draft.id}", borough_name(state)), "Not saved" if state.ui.unsaved else "")


def borough_name(state: State) -> str:
    """The name of the borough of the record, or of the settings."""
    borough = state.draft.case.borough if state.draft is not None else state.settings.borough
    return next((known.name for known in state.protocol.boroughs if known.id == borough), "")


def banner(state: State) -> Banner | None:
    """What went wrong with saving; else that the rules are not signed, on the pages where that counts."""
    if state.ui.problem == NOT_SAVED and not state.ui.unsaved:
        return Banner("Saved.", SAVED_NOW)
    if state.ui.problem and state.draft is not None:
        return Banner("Not done.", state.ui.problem)
    story = story_of(state)
    if story and asked_at(state.ui.place):
        return Banner("The story.", story)
    notice = state.record_notice or state.rules_notice
    words = "" if notice is None else notice.in_record if state.draft is not None else notice.words
    if notice is not None and words:
        return Banner(notice.strong, words)
    if state.protocol.approval == "approved" or state.ui.place != DO_NOW:
        return None
    return Banner(
        f"These rules are {state.protocol.approval}.",
        "No local lead has signed them yet. Follow your own safeguarding lead where they differ.",
    )


def status(state: State) -> Status:
    """The line at the bottom."""
    protocol = state.protocol
    saved = ""
    if state.draft is not None:
        saved = f"Saved on this computer at {clock_words(state.draft.saved_at, protocol.time_zone)}"
    if state.ui.unsaved:
        saved = "Not saved on this computer: look at the disk"
    if state.draft is not None and state.draft.practice:
        saved = "Practice: nothing is kept"
    approval = protocol.approval[:1].upper() + protocol.approval[1:]
    words = ": not yet signed by a local lead" if protocol.approval != "approved" else ""
    proved = ", proved" if state.proved else ""
    kept = " (other rules are for the next record)" if state.keeps_other_rules else ""
    return Status(f"Rules: {protocol.title}, {protocol.version}{proved}{kept}", approval, words, saved)


def rail(state: State) -> tuple[RailStep, ...]:
    """The stops, with what is done; empty when no record is open."""
    if state.journey is None or state.ui.place in (HOME, SETTINGS):
        return ()
    order, here = places(state), walked_place(state)
    reached = order.index(here) if here in order else -1
    lacking = frozenset(missing.place for missing in missing_answers(state))
    steps = [(one, _step(state, one.id, one.title, order, reached, lacking)) for one in state.protocol.steps]
    before, after = ([step for one, step in steps if one.after_result is late] for late in (False, True))
    do_now, check = _own_steps(state, here)
    return (*before, do_now, *after, check)


def _own_steps(state: State, here: str) -> tuple[RailStep, RailStep]:
    """The two that every protocol has: what to do now, before what is asked after the result, and check."""

    def one(name: str, title: str, place: str) -> RailStep:
        if here == place:
            return _rail_step(name, title, "current", place)
        return _rail_step(name, title, "done" if _all_done(state, place) else "todo", place)

    return one("do_now", "What to do now", DO_NOW), one("check", "Check and finish", CHECK)


def _all_done(state: State, place: str) -> bool:
    """Whether nothing of what is to be done by a time is left."""
    if place != DO_NOW or state.outcome is None or state.draft is None:
        return False
    timed = [action for action in state.outcome.actions if action.due.at is not None]
    return bool(timed) and all(is_settled(state, action) for action in timed)


def _step(
    state: State, step: str, title: str, order: tuple[str, ...], reached: int, lacking: frozenset[str]
) -> RailStep:
    """A step is done when nothing is missing in it, not even what only finishing needs."""
    assert state.journey is not None
    pages = [page for page in state.journey.pages if page.step == step]
    if not pages:
        return _rail_step(step, title, "later", "")
    places_here = [order.index(asking(page.questions[0])) for page in pages]
    if reached in places_here:
        return _rail_step(step, title, "current", order[places_here[0]])
    unanswered = [place for place, page in zip(places_here, pages, strict=True) if _needs_answer(state, page)]
    lacks = any(order[place] in lacking for place in places_here)
    if max(places_here) < reached:
        if unanswered:
            kind: StepState = "todo" if stands(state) else "warning"  # a record that stands wants nothing any more
            return _rail_step(step, title, kind, order[unanswered[0]])
        return _rail_step(step, title, "todo" if lacks else "done", order[places_here[0]])
    if not unanswered and not lacks and _any_answered(state, pages) and min(places_here) < reached:
        return _rail_step(step, title, "done", order[places_here[0]])
    later = all(page.questions[0] in state.journey.put_off for page in pages)
    return _rail_step(step, title, "later" if later else "todo", order[places_here[0]])


def _needs_answer(state: State, page: Page) -> bool:
    assert state.journey is not None
    return any(question in state.journey.open_needed for question in page.questions)


def _any_answered(state: State, pages: list[Page]) -> bool:
    assert state.draft is not None
    answers = state.draft.case.answers
    return any(question in answers for page in pages for question in page.questions)


def _rail_step(name: str, title: str, step_state: StepState, place: str) -> RailStep:
    return RailStep(name, title, step_state, place, f"{title}, {_STATE_WORDS[step_state]}", _STATE_MEANS[step_state])


def change_words(state: State) -> str:
    """What the way to the answers is called: of a record that was made, a change makes the next version."""
    draft = state.draft
    if draft is None or draft.practice or draft.made_at is None:
        return "Change an answer"
    return f"Change (makes version {next_version(draft)})"


def leave_words(state: State) -> str:
    """What leaving the record does: a practice record is kept nowhere, one that was made is a draft no more."""
    if state.draft is not None and state.draft.practice:
        return "Leave, nothing is kept"
    return "Leave, the record is kept" if state.draft is not None and state.draft.made_at else "Leave and keep draft"


def step_words(steps: tuple[RailStep, ...]) -> str:
    """ "Step 3 of 10" for the narrow window."""
    for number, step in enumerate(steps, start=1):
        if step.state == "current":
            return f"Step {number} of {len(steps)}"
    return ""


def foot_for_question(state: State, *, answered: bool, by_enter: bool) -> Foot:
    """The foot of a question's page. `by_enter`: Enter goes on from its answers."""
    link = "" if answered or not asked_at(state.ui.place) else "Answer this later"
    onward = "Keep and go back" if state.ui.came else "Continue"
    keys = "or press Enter" if by_enter else "or press Ctrl + Enter"
    then = "" if state.ui.came else words_of_what_follows(state)
    return Foot("Back", onward, link, keys=keys, progress=progress_words(state), then=then)
