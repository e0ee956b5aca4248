"""The panel at the right: what is certain so far, what is still possible, and what you have told us."""

from __future__ import annotations

from bruiseaid.app.screens.last_answer import last_answer
from bruiseaid.app.screens.levels import level_of, level_view, possible_levels
from bruiseaid.app.screens.road import result_waits, something_bears, something_unsaid_bears
from bruiseaid.app.screens.shown import LevelView
from bruiseaid.app.screens.state import State
from bruiseaid.engine.bounds import reach
from bruiseaid.engine.case import Answer
from bruiseaid.engine.words import age_words, answer_words
from bruiseaid.protocol.model import Level, Question
from bruiseaid.values import dataclass

_TOLD = 8


@dataclass(frozen=True, slots=True)
class Told:
    """One answer in short words."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Certain:
    """The least level that is certain. `level` None: none is yet."""

    level: LevelView | None
    head: str
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The side panel of the question pages."""

    certain: Certain
    possible: tuple[LevelView, ...]
    possible_words: str
    told: tuple[Told, ...]
    line: str


def panel(state: State) -> Panel | None:
    """The panel; None when no record is open."""
    if state.outcome is None or state.draft is None:
        return None
    least, greatest = _reach(state)
    possible = () if result_waits(state) else possible_levels(state.protocol, state.outcome, greatest)
    told, now = _told(state), certain(state)
    line = f"{now.head}: {now.name}." if now.name else f"{now.head}."
    settled = least == state.outcome.least or not something_unsaid_bears(state)
    return Panel(now, possible, _possible_words(possible, settled=settled), told, line)


@last_answer
def _reach(state: State) -> tuple[str | None, str | None]:
    """The least and the greatest level that can still come, also by an answer that need not be given."""
    assert state.outcome is not None
    assert state.draft is not None
    decided = state.judgement is not None and state.judgement.holds
    if state.outcome.status != "concluded" or decided or not something_unsaid_bears(state):
        return state.outcome.least, state.outcome.greatest
    return reach(state.draft.case)


def certain(state: State) -> Certain:
    """What every way of answering the rest must lead to at least."""
    assert state.outcome is not None
    if state.outcome.status == "out_of_scope":
        return _out_of_scope(state)
    if result_waits(state):
        return _waiting(state)
    least = level_of(state.protocol, state.outcome.least)
    if least is None or (least == state.protocol.levels[0] and state.outcome.status == "open"):
        return Certain(None, "No level is certain yet", "", "Go on with the questions. They narrow it down.")
    head = f"Level {least.id}" if _goes_no_higher(state, least) else f"At least {least.id}"
    return Certain(level_view(least), head, least.name, _because(state, least))


def _goes_no_higher(state: State, least: Level) -> bool:
    return least == state.protocol.levels[-1] or (
        state.outcome is not None and state.outcome.status == "concluded" and _reach(state)[1] == least.id
    )


def _waiting(state: State) -> Certain:
    """Why the result is not shown yet, and when it will be."""
    if not something_bears(state):
        return Certain(None, "The result is ready", "", "See it when you like. What is left is only for the record.")
    words = "You see the result after the last question that bears on it, so that it does not colour your answers."
    return Certain(None, "Enough is known", "", words)


def _out_of_scope(state: State) -> Certain:
    assert state.outcome is not None
    end = next((end for end in state.protocol.scope_ends if end.id == state.outcome.reason), None)
    return Certain(None, end.title if end else "Outside this protocol", "", end.sentence if end else "")


def _because(state: State, least: Level) -> str:
    assert state.outcome is not None
    fired = [rule.because for rule in state.outcome.rules if rule.level == least.id]
    return fired[0] if fired else "Every way of finishing these questions needs at least this."


def _possible_words(possible: tuple[LevelView, ...], *, settled: bool) -> str:
    """What the crossed out levels mean. Not `settled`: a question that need not be answered can still change it."""
    still = [level for level in possible if level.possible]
    if not still:
        return ""
    if len(still) == len(possible):
        return "Every level can still be the result."
    if not settled:
        return "Crossed out: not by your answers so far. A later answer can still change that."
    if len(still) == 1:
        return "No other level can be the result now."
    return "Crossed out: can no longer be the result."


def _told(state: State) -> tuple[Told, ...]:
    assert state.draft is not None
    assert state.journey is not None
    answers = state.draft.case.answers
    shown = [
        Told(told_name(state, question), short_words(state, question, answers[question.id]))
        for question in state.protocol.questions
        if question.needed
        and question.id in answers
        and question.id in state.journey.asked
        and not hasattr(state.settings, question.id)
    ]
    return tuple(shown[-_TOLD:])


def told_name(state: State, question: Question) -> str:
    """What an answer is called here: a date of birth is told as an age."""
    assert state.draft is not None
    return "Age" if question.type == "date" and age_words(state.draft.case) else question.short


def short_words(state: State, question: Question, answer: Answer) -> str:
    """An answer in as few words as the protocol has for it."""
    assert state.draft is not None
    shorts = {option.id: option.short or option.label for option in question.options}
    if question.type == "choice" and isinstance(answer, str):
        return shorts.get(answer, answer)
    if question.type == "ticks" and isinstance(answer, tuple):
        ticked = [shorts.get(tick, tick) for tick in answer if isinstance(tick, str)]
        return ticked[0] if len(ticked) == 1 else f"{len(ticked)} ticked"
    if question.type == "date":
        return age_words(state.draft.case) or answer_words(state.protocol, question.id, answer)
    if question.type == "marks" and isinstance(answer, tuple):
        return "None" if not answer else "1 mark" if len(answer) == 1 else f"{len(answer)} marks"
    return answer_words(state.protocol, question.id, answer)
