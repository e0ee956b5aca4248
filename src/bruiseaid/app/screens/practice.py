"""Practice: the list of stories, and how one's answers compare with a story."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bruiseaid.app import drills
from bruiseaid.app.screens.levels import level_of, level_view
from bruiseaid.app.screens.phrases import count_words, date_words, span_words
from bruiseaid.app.screens.shown import LevelView
from bruiseaid.app.screens.state import State
from bruiseaid.engine.case import Case
from bruiseaid.engine.leading import leading_first
from bruiseaid.engine.outcome import Outcome
from bruiseaid.protocol.model import Scenario
from bruiseaid.values import dataclass

BAND = "Practice: not a real child"


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story to choose."""

    id: str
    title: str
    story: str


@dataclass(frozen=True, slots=True)
class PracticePage:
    """The list of stories."""

    title: str
    words: str
    stories: tuple[StoryView, ...]
    problem: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the comparison: what it is about, yours, the story's."""

    label: str
    yours: str
    told: str


@dataclass(frozen=True, slots=True)
class DrillPage:
    """How it went. `yours` or `told` None: outside the protocol, or nothing certain; then the words say what."""

    title: str
    words: str
    yours: LevelView | None
    yours_words: str
    told: LevelView | None
    told_words: str
    differ: tuple[Compared, ...]
    differ_head: str
    because: tuple[str, ...]
    actions: tuple[str, ...]


def practice_page(state: State) -> PracticePage:
    """The stories of these rules."""
    stories = tuple(StoryView(one.id, one.title, one.story) for one in state.protocol.scenarios)
    return PracticePage(
        title="Practise with a made-up story",
        words="Choose a story and answer it as if you were there. At the end you see how your answers compare. "
        "Nothing is kept, and every page and paper says that it is practice.",
        stories=stories,
        problem=state.ui.problem,
    )


def story_of(state: State) -> str:
    """The story that is being practised, with the date of birth to use; empty when nothing is practised."""
    scenario = _scenario(state)
    if scenario is None or state.draft is None:
        return ""
    told = drills.told_case(state.protocol, scenario, state.draft.started_at)
    dates = [q for q in state.protocol.questions if q.type == "date" and told is not None and q.id in told.answers]
    facts = [f"{q.short}: {_date(told, q.id)}." for q in dates if told is not None]
    return " ".join((scenario.story.strip(), *facts))


def _date(told: Case, question: str) -> str:
    return date_words(date.fromisoformat(str(told.answers[question])))


def is_of_a_story(state: State) -> bool:
    """Whether a story is practised, so that there is something to compare the answers with."""
    return _scenario(state) is not None


def is_left_out(state: State, questions: tuple[str, ...]) -> bool:
    """Whether a story is practised that tells nothing of these questions, so that nobody could answer them."""
    scenario = _scenario(state)
    told = scenario.case.get("answers") if scenario is not None else None
    return scenario is not None and not (isinstance(told, Mapping) and any(name in told for name in questions))


def _scenario(state: State) -> Scenario | None:
    if state.draft is None or not state.draft.practice:
        return None
    return drills.drill_of(state.protocol, state.draft.id)


def drill_page(state: State) -> DrillPage:
    """How the answers compare with the story."""
    assert state.draft is not None
    assert state.outcome is not None
    scenario = _scenario(state)
    told = drills.told_case(state.protocol, scenario, state.draft.started_at) if scenario else None
    wanted = drills.outcome_told(told, state.now) if told else state.outcome
    differ = drills.differences(state.draft.case, told) if told else ()
    same = (state.outcome.level, state.outcome.reason) == (wanted.level, wanted.reason)
    standing = {action.id for action in state.outcome.actions}
    named = scenario.actions if scenario else ()
    return DrillPage(
        title="You came where the story leads" if same else "The story leads elsewhere",
        words=_took(state),
        yours=_level(state, state.outcome),
        yours_words=_outcome_words(state, state.outcome),
        told=_level(state, wanted),
        told_words=_outcome_words(state, wanted),
        differ=tuple(Compared(one.short, one.given, one.told) for one in differ),
        differ_head=f"{count_words(len(differ), 'answer differs', 'answers differ')} from the story"
        if differ
        else "All answers that count are as the story tells them",
        because=tuple(f"{rule.id}: {rule.because}" for rule in leading_first(state.protocol, wanted)),
        actions=tuple(
            f"{action.text}{'' if action.id in standing else ' (missing in yours)'}"
            for action in wanted.actions
            if action.id in named
        ),
    )


def _took(state: State) -> str:
    assert state.draft is not None
    minutes = span_words(state.now - state.draft.started_at)
    return (
        f"From the first question to here it took you {minutes}."
        if not minutes.startswith("0")
        else ("From the first question to here it took you less than a minute.")
    )


def _level(state: State, outcome: Outcome) -> LevelView | None:
    level = level_of(state.protocol, outcome.level)
    return level_view(level) if level else None


def _outcome_words(state: State, outcome: Outcome) -> str:
    if outcome.status == "out_of_scope":
        return next((end.title for end in state.protocol.scope_ends if end.id == outcome.reason), "")
    level = level_of(state.protocol, outcome.level)
    if level is None:
        return "No level is certain yet"
    return f"Level {level.id}: {level.name}"
