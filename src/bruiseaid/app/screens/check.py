"""Check your answers: every answer by step, what is missing, what was changed, what is set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bruiseaid.app.screens.fields import fields_asked
from bruiseaid.app.screens.forms import closing_missing
from bruiseaid.app.screens.inputs import answer_of
from bruiseaid.app.screens.levels import level_of, level_view
from bruiseaid.app.screens.phrases import clock_words, count_words, lower_first
from bruiseaid.app.screens.question import question_of
from bruiseaid.app.screens.state import CLOSING, State, asking
from bruiseaid.app.screens.values import LevelView
from bruiseaid.engine.case import Answer
from bruiseaid.engine.words import answer_words
from bruiseaid.protocol.model import Question


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing still missing, as a sentence that leads to its question. `blocks`: nothing is concluded without it."""

    words: str
    place: str
    question: str
    blocks: bool


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer. `state`: given, missing (must be there before finishing), or empty (may stay so)."""

    question: str
    label: str
    words: str
    note: str
    state: str
    place: str
    link: str
    link_name: str


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The answers of one step."""

    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The page. `insisting`: Finish was pressed while something was missing."""

    title: str
    groups: tuple[AnswerGroup, ...]
    missing: tuple[Missing, ...]
    missing_head: str
    missing_note: str
    insisting: bool
    early_words: str
    early_note: str
    result: LevelView | None
    result_words: str
    done_words: tuple[str, ...]
    open_words: str
    set_aside: tuple[str, ...]
    finish_words: str


def check_page(state: State) -> CheckPage:
    """Everything that was answered, in the order of the steps."""
    missing = missing_answers(state)
    level = level_of(state.protocol, state.outcome.level if state.outcome else None)
    early = bool(missing) and can_finish_early(state)
    return CheckPage(
        title="Check your answers",
        groups=_groups(state, missing),
        missing=missing,
        missing_head=_missing_head(missing, early),
        missing_note=f"{_missing_head(missing, early)}. They are marked below.",
        insisting=state.ui.insisted and bool(missing),
        early_words="Finish early and make the record" if early else "",
        early_note=_early_note(level.id if level else "") if early else "",
        result=level_view(level) if level else None,
        result_words=_result_words(state),
        done_words=_done(state),
        open_words=_still_open(state),
        set_aside=_set_aside(state),
        finish_words="Finish and make the record",
    )


def can_finish_early(state: State) -> bool:
    """Whether the record may be made with answers missing: the level that opens "act now" is certain."""
    return state.outcome is not None and (state.outcome.act_now or state.outcome.status == "out_of_scope")


def missing_answers(state: State) -> tuple[Missing, ...]:
    """What must still be said, in the order of the questions: whole answers, and details of answers given."""
    assert state.journey is not None
    found: list[Missing] = []
    for page in state.journey.pages:
        for question_id in page.questions:
            question = next(known for known in state.protocol.questions if known.id == question_id)
            found.extend(_missing_of(state, question, asking(page.questions[0])))
    found.extend(Missing(words, CLOSING, CLOSING, False) for words in closing_missing(state))
    return tuple(found)


def _missing_of(state: State, question: Question, place: str) -> list[Missing]:
    answer = answer_of(state, question)
    blocks = question.id in (state.journey.open_needed if state.journey else ())
    if question.id in state.ui.typed:
        return [Missing(f"Put right: {lower_first(question.short)}", place, question.id, True)]
    if answer is None:
        words = question.finish or (f"Answer “{question.ask}”" if question.needed else "")
        inner = _missing_fields(question, {}) if question.type == "group" and not words else []
        lines = [words] if words else inner
        return [Missing(line, place, question.id, blocks) for line in lines]
    lines = list(dict.fromkeys(line for entry in _entries(answer) for line in _missing_fields(question, entry)))
    if blocks and not lines:
        lines = [question.finish or f"Complete: {lower_first(question.short)}"]
    return [Missing(line, place, question.id, blocks) for line in lines]


def _entries(answer: Answer) -> tuple[Mapping[str, str], ...]:
    if isinstance(answer, Mapping):
        return (answer,)
    return tuple(entry for entry in answer if isinstance(entry, Mapping))


def _missing_fields(question: Question, entry: Mapping[str, str]) -> list[str]:
    asked = [field for field in fields_asked(question, entry) if not entry.get(field.id)]
    return [field.finish for field in asked if field.finish]


def _missing_head(missing: tuple[Missing, ...], early: bool) -> str:
    verb = "is" if len(missing) == 1 else "are"
    what = count_words(len(missing), "thing", "things")
    return f"{what} {verb} missing" + ("" if early else " before you can finish")


def _early_note(level: str) -> str:
    sure = f"Level {level} is certain. " if level else ""
    return f"{sure}You can make the record now. It will say what was not asked."


def _groups(state: State, missing: tuple[Missing, ...]) -> tuple[AnswerGroup, ...]:
    assert state.journey is not None
    lacking = {item.question for item in missing}
    groups = []
    for step in state.protocol.steps:
        rows = [
            _row(state, question, asking(page.questions[0]), lacking)
            for page in state.journey.pages
            if page.step == step.id
            for question in page.questions
            if not _goes_without_saying(state, question)
        ]
        groups.append(AnswerGroup(step.title, tuple(rows)))
    return tuple(group for group in groups if group.rows)


def _goes_without_saying(state: State, question_id: str) -> bool:
    """Whether it stands beside an answered question and was left as it is understood anyway."""
    question = question_of(state, question_id)
    if not question.same_page_as or question.if_absent is None or answer_of(state, question) is not None:
        return False
    return answer_of(state, question_of(state, question.same_page_as)) is not None


def _row(state: State, question_id: str, place: str, lacking: set[str]) -> AnswerRow:
    question = next(known for known in state.protocol.questions if known.id == question_id)
    answer = answer_of(state, question)
    given = answer is not None
    row_state = "given" if given else "missing" if question_id in lacking else "empty"
    empty = "Not answered yet" if row_state == "missing" else "Left empty"
    label = question.short
    return AnswerRow(
        question=question_id,
        label=label,
        words=_words(state, question, answer) if answer is not None else empty,
        note=_note(state, question_id),
        state=row_state,
        place=place,
        link="Change" if given else "Answer",
        link_name=f"{'Change' if given else 'Answer'} {lower_first(label)}",
    )


def _words(state: State, question: Question, answer: Answer) -> str:
    if question.id in state.ui.typed:
        return "Not right yet"
    if answer == ():
        return question.none_label or question.none_asked_label or "None"
    return answer_words(state.protocol, question.id, answer)


def _note(state: State, question: str) -> str:
    assert state.draft is not None
    change = next((change for change in reversed(state.draft.changes) if change.question == question), None)
    if change is None:
        return ""
    at = clock_words(change.at, state.protocol.time_zone)
    words = f"You changed this at {at}. Before: {lower_first(change.before)}."
    if change.level_before == change.level_after:
        return f"{words} The level stayed at {change.level_after}." if change.level_after else words
    return f"{words} The level went from {change.level_before or 'open'} to {change.level_after or 'open'}."


def _result_words(state: State) -> str:
    if state.outcome is None:
        return ""
    if state.outcome.status == "out_of_scope":
        return next((end.title for end in state.protocol.scope_ends if end.id == state.outcome.reason), "")
    if state.outcome.level is None:
        return "No level is certain yet"
    return "" if state.outcome.status == "concluded" else "Certain already, while questions are open"


def _done(state: State) -> tuple[str, ...]:
    assert state.draft is not None
    assert state.outcome is not None
    zone = state.protocol.time_zone
    return tuple(
        f"{clock_words(state.draft.done[action.id].at, zone)} {action.text}"
        for action in state.outcome.actions
        if action.id in state.draft.done
    )


def _still_open(state: State) -> str:
    assert state.draft is not None
    assert state.outcome is not None
    left = sum(1 for action in state.outcome.actions if action.id not in state.draft.done)
    return f"Still open: {count_words(left, 'action', 'actions').lower()}" if left else ""


def _set_aside(state: State) -> tuple[str, ...]:
    asks = {question.id: question.ask for question in state.protocol.questions}
    ids = state.journey.set_aside if state.journey is not None else ()
    return tuple(asks[name] for name in ids if name in asks)
