"""What must still be said before a record is finished, and whether it may be finished all the same."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.app.screens.faults import faults_of
from bruiseaid.app.screens.forms import closing_missing
from bruiseaid.app.screens.inputs import answer_of
from bruiseaid.app.screens.last_answer import last_answer_about
from bruiseaid.app.screens.phrases import lower_first
from bruiseaid.app.screens.state import CLOSING, State, asking
from bruiseaid.engine.case import Answer
from bruiseaid.engine.details import fields_asked
from bruiseaid.engine.insisted import not_insisted_on
from bruiseaid.protocol.conditions import Always
from bruiseaid.protocol.model import Question
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing still missing, as a sentence that leads to its question. `blocks`: nothing is concluded without it.

    `field` is the detail that is empty, of the entry at `index` where there are several; empty: no one detail.
    """

    words: str
    place: str
    question: str
    blocks: bool
    field: str = ""
    index: int | None = None


def can_finish_early(state: State) -> bool:
    """Whether the record may be made with answers missing: the level that opens "act now" is certain."""
    return state.outcome is not None and (state.outcome.act_now or state.outcome.status == "out_of_scope")


def missing_answers(state: State) -> tuple[Missing, ...]:
    """What must still be said, in the order of the questions: whole answers, and details of answers given."""
    return (*_worked_out(state), *(Missing(words, CLOSING, CLOSING, False) for words in closing_missing(state)))


def _about(state: State) -> tuple[object, ...]:
    assert state.draft is not None
    return state.draft.case, state.journey, state.typed


@last_answer_about(_about)
def _worked_out(state: State) -> tuple[Missing, ...]:
    """Kept: most screens are another view of the very same answers."""
    assert state.journey is not None
    assert state.draft is not None
    found: list[Missing] = []
    free, by_id = not_insisted_on(state.draft.case), {known.id: known for known in state.protocol.questions}
    for page in state.journey.pages:
        for question_id in page.questions:
            lacking = _missing_of(state, by_id[question_id], asking(page.questions[0]))
            found.extend(one for one in lacking if one.blocks or question_id not in free)
    return tuple(found)


def _missing_of(state: State, question: Question, place: str) -> list[Missing]:
    answer = answer_of(state, question)
    blocks = question.id in (state.journey.open_needed if state.journey else ())
    if question.id in state.typed:
        return [_to_put_right(state, question, place)]
    if answer is None:
        words = question.finish or (f"Answer “{question.ask}”" if question.needed else "")
        if words:
            return [Missing(words, place, question.id, blocks)]
        inner = _missing_fields(question, {}) if question.type == "group" else []
        return [Missing(line, place, question.id, blocks, field) for line, field in inner]
    if answer == () and question.finish and not isinstance(question.finish_when, Always):
        return [Missing(question.finish, place, question.id, blocks)]  # another answer tells that there is something
    found: dict[str, Missing] = {}
    for index, entry in _entries(answer):
        for line, field in _missing_fields(question, entry):
            found.setdefault(line, Missing(line, place, question.id, blocks, field, index))
    if blocks and not found:
        return [Missing(question.finish or f"Complete: {lower_first(question.short)}", place, question.id, blocks)]
    return list(found.values())


def _to_put_right(state: State, question: Question, place: str) -> Missing:
    """Leads to the first detail that is wrong, if it is one of several."""
    words = f"Put right: {lower_first(question.short)}"
    faults = faults_of(state, question, state.typed[question.id], state.now)
    path = faults[0].path if faults else ()
    field = next((field for field in question.fields if path and field.id == path[-1]), None)
    if field is None:
        return Missing(words, place, question.id, True)
    index = path[0] if isinstance(path[0], int) else None
    return Missing(f"{words}, {lower_first(field.label)}", place, question.id, True, field.id, index)


def _entries(answer: Answer) -> tuple[tuple[int | None, Mapping[str, str]], ...]:
    """The entries of an answer with their places in it; a group is one entry, with no place."""
    if isinstance(answer, Mapping):
        return ((None, answer),)
    return tuple((index, entry) for index, entry in enumerate(answer) if isinstance(entry, Mapping))


def _missing_fields(question: Question, entry: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is missing of one entry: a sentence, and the detail it is about."""
    asked = [field for field in fields_asked(question, entry) if not entry.get(field.id)]
    return [(field.finish, field.id) for field in asked if field.finish]
