"""What an intention makes of the record: pure steps from one draft to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bruiseaid.app.changes import changes_with
from bruiseaid.app.screens.drawings import drawings
from bruiseaid.app.screens.faults import faults_of, moment_given, told, wrong_details
from bruiseaid.app.screens.inputs import answer_of
from bruiseaid.app.screens.phrases import lower_first
from bruiseaid.app.screens.question import companions, question_of
from bruiseaid.app.screens.state import State, asked_at
from bruiseaid.engine.case import Answer, Entry
from bruiseaid.engine.details import fields_asked
from bruiseaid.protocol.answers import Fault
from bruiseaid.protocol.model import Protocol, Question
from bruiseaid.record.figures import keys_of
from bruiseaid.record.progress import Draft, Given
from bruiseaid.store.settings import Settings
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Answered:
    """The draft with an answer taken in; what could not be taken in stays in its `typed`.

    `errors`: what was told to be wrong with it and still is. What is new waits until Continue: it may be half written.
    """

    draft: Draft
    errors: tuple[str, ...]


def answered(state: State, question_id: str, answer: Answer, now: datetime) -> Answered:
    """The draft with that answer given, changed or (an empty text) taken back."""
    assert state.draft is not None
    question, draft = question_of(state, question_id), _with_typed(state.draft, question_id, None)
    if answer == "" and question.stored != "seen_at":
        return Answered(_changed(state, draft, question, None, now), _still_missing(state, question))
    faults = faults_of(state, question, answer, now)
    if faults:
        draft = _with_typed(draft, question_id, answer)
    errors = _still_wrong(state, question, faults)
    if question.stored == "seen_at":
        case = draft.case if faults else replace(draft.case, seen_at=moment_given(state, answer) or draft.case.seen_at)
        dated = with_given(draft, (question_id,), state.settings.name, now)
        was, now_is = draft.case.seen_at.isoformat(), case.seen_at.isoformat()
        changes = changes_with(state, case, question, was, now_is, now)
        return Answered(replace(dated, case=case, changes=changes), errors)
    return Answered(_changed(state, draft, question, _without_faults(answer, faults), now), errors)


def _with_typed(draft: Draft, question: str, answer: Answer | None) -> Draft:
    """The draft that keeps an answer to that question as it was typed; None: it keeps none."""
    others = {key: value for key, value in draft.typed.items() if key != question}
    kept = others if answer is None else {**others, question: answer}
    return draft if kept == draft.typed else replace(draft, typed=MappingProxyType(kept))


def _still_wrong(state: State, question: Question, faults: tuple[Fault, ...]) -> tuple[str, ...]:
    if question.id not in state.ui.errors:
        return ()
    told_of = wrong_details(state, question)
    return told(question, tuple(fault for fault in faults if not fault.path or fault.path in told_of))


def _still_missing(state: State, question: Question) -> tuple[str, ...]:
    is_told = question.id in state.ui.errors and question.needed and asked_at(state.ui.place) == question.id
    return (_ask_for(question),) if is_told else ()


def _changed(state: State, draft: Draft, question: Question, answer: Answer | None, now: datetime) -> Draft:
    before = draft.case.answers.get(question.id)
    if answer == before:
        return draft
    case = draft.case.without_answer(question.id) if answer is None else draft.case.with_answer(question.id, answer)
    dated = with_given(draft, (question.id,), state.settings.name, now)
    return replace(dated, case=case, changes=changes_with(state, case, question, before, answer, now))


def with_given(draft: Draft, questions: Iterable[str], by: str, now: datetime) -> Draft:
    """The draft in which it is noted that these answers were given now, and by whom."""
    given = dict(draft.given)
    for name in questions:
        given[name] = Given(given[name].first if name in given else now, now, by)
    return replace(draft, given=MappingProxyType(given))


def _without_faults(answer: Answer, faults: tuple[Fault, ...]) -> Answer | None:
    """The answer without the details that have a fault; None if the whole of it has one."""
    if any(not fault.path for fault in faults):
        return None
    if isinstance(answer, Mapping):
        return _bare(answer, {fault.path[0] for fault in faults})
    if isinstance(answer, str):
        return answer
    wrong = {fault.path for fault in faults}
    if any(len(path) == 1 for path in wrong):
        return None
    if all(isinstance(entry, str) for entry in answer):
        return answer
    return tuple(
        _bare(entry, {path[1] for path in wrong if path[0] == index}) for index, entry in enumerate(listed(answer))
    )


def _bare(entry: Entry, wrong: set[str | int]) -> Entry:
    return MappingProxyType({key: value for key, value in entry.items() if key not in wrong})


def listed(answer: Answer | None) -> tuple[Entry, ...]:
    """The entries of a list, none if it is not answered."""
    if not isinstance(answer, tuple):
        return ()
    return tuple(entry for entry in answer if isinstance(entry, Mapping))


def with_detail(before: Answer | None, index: int | None, field: str, value: str) -> Answer:
    """The answer with one detail of one entry (or of the group, index None) given; an empty value takes it away."""
    if index is None:
        return _with(before if isinstance(before, Mapping) else {}, field, value) or ""
    entries = list(listed(before))
    entry: Entry = entries[index] if index < len(entries) else {}
    after = _with(entry, field, value)
    if index < len(entries):
        entries[index] = after
    elif after:
        entries.append(after)
    return tuple(entries) or ""


def _with(entry: Entry, field: str, value: str) -> Entry:
    kept = {key: held for key, held in entry.items() if key != field}
    return MappingProxyType({**kept, field: value} if value else kept)


def asked_details(question: Question, answer: Answer) -> Answer:
    """The answer without details that are no longer asked once another one has changed."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, Mapping):
        return _asked(question, answer)
    return tuple(_asked(question, entry) for entry in listed(answer))


def _asked(question: Question, entry: Entry) -> Entry:
    asked = {field.id for field in fields_asked(question, entry)}
    return MappingProxyType({key: value for key, value in entry.items() if key in asked})


def page_errors(state: State, main: str) -> dict[str, tuple[str, ...]]:
    """What has to be put right before Continue leaves the page, by question."""
    errors: dict[str, tuple[str, ...]] = {}
    assert state.draft is not None
    for name in (main, *companions(state, main)):
        question = question_of(state, name)
        if name in state.typed:
            errors[name] = told(question, faults_of(state, question, state.typed[name], state.now))
        elif name == main and question.needed and answer_of(state, question) is None:
            errors[name] = (_ask_for(question),)
    return errors


def _ask_for(question: Question) -> str:
    if question.finish:
        return question.finish
    if question.type == "marks":
        none = f", or tick “{question.none_label}”" if question.none_label else ""
        return f"Add a mark{none}."
    if question.type == "ticks":
        alone = " or ".join(f"“{option.label}”" for option in question.options if option.alone)
        return f"Tick at least one answer.{f' If none fits, tick {alone}.' if alone else ''}"
    if question.type == "date":
        return f"Give the {lower_first(question.short)}: day, month and year."
    unsure = "If you do not know, choose the one that says so. If there is none, press “Answer this later”."
    return f"Choose an answer. {unsure}"


def answers_from_settings(protocol: Protocol, settings: Settings) -> dict[str, Answer]:
    """The answers that the settings already hold: questions and details of the same name."""
    found: dict[str, Answer] = {}
    for question in protocol.questions:
        if value := getattr(settings, question.id, ""):
            found[question.id] = value
        elif question.stored == "practitioner":
            details = {field.id: getattr(settings, field.id, "") for field in question.fields}
            known = {key: value for key, value in details.items() if value}
            found.update({question.id: MappingProxyType(known)} if known else {})
    return found


def drawing_of(key: str, tab: str, kind: str) -> str:
    """The drawing of a tab on which that place is drawn; empty if it is on none."""
    big, beside = drawings(tab, kind)
    return next((view for view in (big, *beside) if key in keys_of(view)), "")
