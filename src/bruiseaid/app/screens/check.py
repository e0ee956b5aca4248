"""Check your answers: every answer by step, what is missing, what was changed, what is set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bruiseaid.app.screens.action_rows import refused_words
from bruiseaid.app.screens.answer_lines import AnswerLine, answer_lines
from bruiseaid.app.screens.call_left import CallLeft, call_left
from bruiseaid.app.screens.inputs import answer_of
from bruiseaid.app.screens.leaking import NO_LEAKS, Leaks, leaks
from bruiseaid.app.screens.levels import level_of, level_view
from bruiseaid.app.screens.made import made_words, stands
from bruiseaid.app.screens.missing import Missing, can_finish_early, missing_answers
from bruiseaid.app.screens.phrases import clock_words, count_words, lower_first
from bruiseaid.app.screens.question import question_of
from bruiseaid.app.screens.referrals import came_round, is_settled
from bruiseaid.app.screens.second_looks import NO_LOOKS, LooksView, looks_left
from bruiseaid.app.screens.shown import LevelView
from bruiseaid.app.screens.state import State, asking
from bruiseaid.app.screens.unsaid import Unsaid, unsaid
from bruiseaid.engine.case import Answer
from bruiseaid.engine.outcome import DueAction
from bruiseaid.protocol.model import Question
from bruiseaid.record.as_answered import DoneOrAnswered
from bruiseaid.record.decision import decision_words
from bruiseaid.record.model import Done
from bruiseaid.record.noting import half_written
from bruiseaid.record.progress import Change
from bruiseaid.values import dataclass

_MOST_LACKING = 2
SEALING = "Making the record seals it: nobody can change it afterwards. You can only add to it."


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer. `state`: given, incomplete or missing (must be there before finishing), or empty (may stay so)."""

    question: str
    label: str
    lines: tuple[AnswerLine, ...]
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
    """The page. `insisting`: Finish was pressed while something was missing. `finish_note`: what Finish does.

    `answers_first`: somebody came to change an answer, and did not ask to finish.
    `made_words`: that the record was made already; `stands`: nothing was changed since.
    """

    title: str
    groups: tuple[AnswerGroup, ...]
    missing: tuple[Missing, ...]
    missing_head: str
    missing_note: str
    insisting: bool
    early_words: str
    early_note: str
    because_label: str
    because: str
    result: LevelView | None
    result_words: str
    done_words: tuple[str, ...]
    refused: tuple[str, ...]
    half_written: str
    open_words: str
    set_aside: tuple[str, ...]
    finish_words: str
    finish_note: str
    made_words: str = ""
    stands: bool = False
    leaks: Leaks = NO_LEAKS
    looks: LooksView = NO_LOOKS
    call: CallLeft | None = None
    unsaid: Unsaid | None = None
    answers_first: bool = False


def check_page(state: State) -> CheckPage:
    """Everything that was answered, in the order of the steps. Of a record that stands nothing is wanting any more."""
    made = stands(state)
    missing = () if made else missing_answers(state)
    level = level_of(state.protocol, state.outcome.level if state.outcome else None)
    early = bool(missing) and can_finish_early(state)
    looking = state.ui.looking and not state.ui.insisted
    return CheckPage(
        title="Check your answers",
        groups=_groups(state, missing),
        missing=missing,
        missing_head=_missing_head(missing, early),
        missing_note=f"{_missing_head(missing, early)}. They are marked {'above' if looking else 'below'}.",
        insisting=state.ui.insisted and bool(missing),
        early_words=f"Finish early and make {_which(state)}" if early else "",
        early_note=_early_note(state, level.id if level else "") if early else "",
        because_label="Not known yet, because" if early else "",
        because=state.draft.because if state.draft is not None else "",
        result=level_view(level) if level else None,
        result_words=_result_words(state),
        done_words=_done(state),
        refused=_refused(state),
        half_written=_half_written(state),
        open_words=_still_open(state),
        set_aside=_set_aside(state),
        finish_words=_finish_words(state, missing),
        finish_note="" if made else _sealing(state),
        made_words=made_words(state),
        stands=made,
        leaks=leaks(state),
        looks=looks_left(state),
        call=call_left(state),
        unsaid=unsaid(state) if early else None,
        answers_first=looking,
    )


def _missing_head(missing: tuple[Missing, ...], early: bool) -> str:
    verb = "is" if len(missing) == 1 else "are"
    what = count_words(len(missing), "thing", "things")
    return f"{what} {verb} missing" + ("" if early else " before you can finish")


def _finish_words(state: State, missing: tuple[Missing, ...]) -> str:
    if stands(state):
        return "To the finished record"
    return "Show what is missing" if missing else f"Finish and make {_which(state)}"


def _which(state: State) -> str:
    return "a new record" if state.draft is not None and state.draft.made_at is not None else "the record"


def _sealing(state: State) -> str:
    """What making the record does to it, said before it is done; a practice record is not sealed."""
    return "" if state.draft is None or state.draft.practice else SEALING


def _early_note(state: State, level: str) -> str:
    decided = state.judgement is not None and state.judgement.holds
    sure = f"Level {level} {'was decided' if decided else 'is certain'}. " if level else ""
    return f"{sure}You can make the record now. It will say what was not asked. Say why, if you can."


def _groups(state: State, missing: tuple[Missing, ...]) -> tuple[AnswerGroup, ...]:
    assert state.journey is not None
    lacking: dict[str, list[str]] = {}
    for item in missing:
        lacking.setdefault(item.question, []).append(item.words)
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


def _row(state: State, question_id: str, place: str, lacking: Mapping[str, Sequence[str]]) -> AnswerRow:
    question = next(known for known in state.protocol.questions if known.id == question_id)
    answer = answer_of(state, question)
    given = answer is not None
    row_state = ("incomplete" if given else "missing") if question_id in lacking else "given" if given else "empty"
    empty = "Not answered yet" if row_state == "missing" else "Left empty"
    label, note = question.short, _note(state, question_id)
    return AnswerRow(
        question=question_id,
        label=label,
        lines=_lines(state, question, answer) if answer is not None else (AnswerLine(empty),),
        note=" ".join(filter(None, (_lacks(lacking.get(question_id, ())) if given else "", note))),
        state=row_state,
        place=place,
        link="Change" if given else "Answer",
        link_name=f"{'Change' if given else 'Answer'} {lower_first(label)}",
    )


def _lines(state: State, question: Question, answer: Answer) -> tuple[AnswerLine, ...]:
    if question.id in state.typed:
        return (AnswerLine("Not right yet"),)
    if answer == ():
        return (AnswerLine(question.none_label or question.none_asked_label or "None"),)
    return answer_lines(state.protocol, question, answer)


def _lacks(wanted: Sequence[str]) -> str:
    """What an answer lacks, up to two things of it."""
    more = f" And {len(wanted) - _MOST_LACKING} more." if len(wanted) > _MOST_LACKING else ""
    return f"Not complete yet. {' '.join(wanted[:_MOST_LACKING])}{more}" if wanted else ""


def _note(state: State, question: str) -> str:
    assert state.draft is not None
    change = next((change for change in reversed(state.draft.changes) if change.question == question), None)
    if change is None:
        return ""
    at = clock_words(change.at, state.protocol.time_zone)
    words = f"You changed this at {at}. Before: {lower_first(change.before) or 'not answered'}."
    if change.level_before == change.level_after:
        return f"{words} The level stayed at {change.level_after}." if change.level_after else words
    return f"{words} {_moved(change, (state.found.level if state.found else None) or '')}"


def _moved(change: Change, level_now: str) -> str:
    """How the level went by a change. One that left it open is not told as if it were open still."""
    if change.level_after:
        return f"The level went from {change.level_before or 'open'} to {change.level_after}."
    if level_now:
        return f"The level was {change.level_before}, then open for a while. It is {level_now} now."
    return f"The level was {change.level_before}, and is open now."


def _result_words(state: State) -> str:
    if state.outcome is None or state.judgement is None:
        return ""
    if state.judgement.decision is not None:
        given, aside = state.judgement.found.level or "", state.judgement.set_aside
        return decision_words(state.judgement.decision, given, aside)
    if state.outcome.status == "out_of_scope":
        return next((end.title for end in state.protocol.scope_ends if end.id == state.outcome.reason), "")
    if state.outcome.level is None:
        return "No level is certain yet"
    return "" if state.outcome.status == "concluded" else "Certain already, while questions are open"


def _done(state: State) -> tuple[str, ...]:
    assert state.draft is not None
    assert state.outcome is not None
    zone = state.protocol.time_zone
    asked = {action.id for action in state.outcome.actions}
    done = state.done
    settled = (one for one in state.outcome.actions if is_settled(state, one))
    words = [_done_line(state, one, done[one.id]) for one in settled]
    texts = {action.id: action.text for action in state.protocol.actions}
    others = ((name, one) for name, one in state.draft.done.items() if name not in asked and name in texts)
    words += [f"{clock_words(one.at, zone)} {texts[name]} (no longer asked for)" for name, one in others]
    return tuple(words)


def _done_line(state: State, action: DueAction, done: DoneOrAnswered) -> str:
    """When it was done and, where nobody recorded it, that an answer says so."""
    zone = state.protocol.time_zone
    if isinstance(done, Done):
        return f"{clock_words(done.at, zone)} {action.text}{came_round(state, action)}"
    if done.at is not None and done.said_when:
        return f"{clock_words(done.at, zone)} {action.text} (as you answered)"
    return f"Answered: {action.text}"


def _still_open(state: State) -> str:
    assert state.draft is not None
    assert state.outcome is not None
    left = sum(1 for action in state.outcome.actions if not is_settled(state, action))
    return f"Still open: {count_words(left, 'action', 'actions').lower()}" if left else ""


def _refused(state: State) -> tuple[str, ...]:
    """Each referral that came back, what was said, and whom to ask next."""
    actions = state.outcome.actions if state.outcome is not None else ()
    return tuple(f"{action.text}. {words}" for action in actions if (words := refused_words(state, action)))


def _half_written(state: State) -> str:
    """What is written in a form and is not in the record, because nobody saved it."""
    assert state.draft is not None
    forms = half_written(state.draft)
    if not forms:
        return ""
    titles = {action.id: action.text for action in state.protocol.actions}
    named = "; ".join(titles.get(form, "the steps if they say no") for form in forms)
    return f"Begun and not saved, so not in the record yet: {named}"


def _set_aside(state: State) -> tuple[str, ...]:
    asks = {question.id: question.ask for question in state.protocol.questions}
    ids = state.journey.set_aside if state.journey is not None else ()
    return tuple(asks[name] for name in ids if name in asks)
