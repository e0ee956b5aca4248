"""What is done: what was recorded as done, and what the answers say is done. Nothing else says it. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

from bruiseaid.engine.case import Answer
from bruiseaid.engine.details import fields_asked
from bruiseaid.engine.ready import ready
from bruiseaid.engine.words import labelled
from bruiseaid.protocol.answers import moment
from bruiseaid.protocol.model import Action, DoneBy, Field, Question
from bruiseaid.record.model import AsAnswered, Done
from bruiseaid.record.progress import Draft

DoneOrAnswered: TypeAlias = Done | AsAnswered


def done_of(draft: Draft, asked: Container[str]) -> Mapping[str, DoneOrAnswered]:
    """By action what is done. What somebody recorded goes before an answer that says the same.

    `asked`: the questions that are asked of the case; the answer to another one is set aside and says nothing.
    """
    protocol = draft.case.protocol
    by_answer = ((action, action.done_by) for action in protocol.actions if action.done_by is not None)
    said = {
        action.id: told
        for action, done_by in by_answer
        if action.id not in draft.done and done_by.question in asked
        for told in (_told(draft, done_by),)
        if told is not None
    }
    return MappingProxyType({**said, **draft.done})


def change_at(action: Action) -> str:
    """The question at which that an action is done is changed; empty where no answer can say it."""
    return action.done_by.question if action.done_by is not None else ""


def _told(draft: Draft, done_by: DoneBy) -> AsAnswered | None:
    question = next((one for one in draft.case.protocol.questions if one.id == done_by.question), None)
    answer = draft.case.answers.get(done_by.question)
    if question is None or answer is None:
        return None
    words = _of_group(question, done_by, answer) if done_by.fields else _said(question, done_by, answer)
    if not words:
        return None
    at = _when_done(draft, question, done_by, answer)
    given = draft.given.get(question.id)
    return AsAnswered(words, at or (given.last if given else None), at is not None)


def _of_group(question: Question, done_by: DoneBy, answer: Answer) -> str:
    """What every one of the details says, in words; empty unless all of them are asked and say so."""
    entry = answer if isinstance(answer, Mapping) else {}
    asked = {field.id: field for field in fields_asked(question, entry)}
    words = [_said(asked[name], done_by, entry.get(name, "")) if name in asked else "" for name in done_by.fields]
    return "; ".join(words) if all(words) else ""


def _said(asked: Question | Field, done_by: DoneBy, answer: Answer) -> str:
    """The label of what says that it is done, with the answer where one was chosen; empty where it does not say so."""
    label = asked.short or (asked.label if isinstance(asked, Field) else asked.ask)
    if done_by.values:
        given = (answer,) if isinstance(answer, str) else answer
        chosen = [option.label for option in asked.options if option.id in given and option.id in done_by.values]
        return labelled(label, ", ".join(chosen)) if chosen else ""
    return label if isinstance(answer, str) and _says_something(answer, done_by.not_if_it_begins) else ""


def _says_something(text: str, excuses: tuple[str, ...]) -> bool:
    """Whether anything is written, and not that it was not done."""
    words = " ".join(text.replace("\u2019", "'").casefold().split()).lstrip("\u201c\u2018\"'(-\u2013 ")
    return any(map(str.isalnum, words)) and not any(_begins(words, excuse.casefold()) for excuse in excuses)


def _begins(words: str, excuse: str) -> bool:
    return words.startswith(excuse) and not words[len(excuse) : len(excuse) + 1].isalnum()


def _when_done(draft: Draft, question: Question, done_by: DoneBy, answer: Answer) -> datetime | None:
    """When it was done, where the answer says that as well."""
    if not done_by.at or not isinstance(answer, Mapping):
        return None
    if done_by.at not in {field.id for field in fields_asked(question, answer)}:
        return None
    return moment(answer.get(done_by.at, ""), ready(draft.case.protocol).zone)
