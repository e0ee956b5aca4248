"""Whether a call that was made is older than the answers that ask for it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from itertools import takewhile
from types import MappingProxyType

from bruiseaid.engine.case import Answer
from bruiseaid.engine.recommend import recommend
from bruiseaid.engine.words import answer_words
from bruiseaid.protocol.model import Question
from bruiseaid.record.progress import DONE_WORDS, TAKEN_BACK, Draft


def is_older_than_its_answers(draft: Draft, action: str, now: datetime) -> bool:
    """Whether an action that is done, and that the answers ask for, is so only by what was answered after the call.

    Written down once more since then, it stands: whoever wrote it down had those answers in sight.
    """
    title = next((one.text for one in draft.case.protocol.actions if one.id == action), "")
    at = max((draft.done[action].at, *_written_down(draft, title)))
    if all(one.last <= at for one in draft.given.values()):
        return False
    return not _asks(replace(draft, case=replace(draft.case, answers=still_as_at(draft, at))), action, now)


def _written_down(draft: Draft, title: str) -> tuple[datetime, ...]:
    """When it was written down that this is done, since it was last taken back."""
    told = tuple(f"{word}: {title}" for word in DONE_WORDS)
    events = tuple(takewhile(lambda one: one.text != f"{TAKEN_BACK}: {title}", reversed(draft.events)))
    return tuple(one.at for one in events if one.text.startswith(told))


def _asks(draft: Draft, action: str, now: datetime) -> bool:
    return any(one.id == action for one in recommend(draft.case, now).actions)


def still_as_at(draft: Draft, at: datetime) -> Mapping[str, Answer]:
    """The answers that were given by that moment and are still the same, as far as the record tells.

    A choice or ticks that were changed since are as the note of the change has them. Without a note a choice is left
    out; anything else counts as it is now: marks, for one, are described over some time.
    """
    answers: dict[str, Answer] = {}
    for question in draft.case.protocol.questions:
        given, answer = draft.given.get(question.id), draft.case.answers.get(question.id)
        if answer is None or (given is not None and given.first > at):
            continue
        kept = answer if given is None or given.last <= at else _kept(draft, question, at, answer)
        if kept is not None:
            answers[question.id] = kept
    return MappingProxyType(answers)


def _kept(draft: Draft, question: Question, at: datetime, answer: Answer) -> Answer | None:
    """What is left of an answer that was changed since then."""
    noted = next((one.before for one in draft.changes if one.question == question.id and one.at > at), None)
    protocol = draft.case.protocol
    if question.type == "choice":
        return answer if noted is not None and answer_words(protocol, question.id, answer) == noted else None
    if question.type != "ticks" or noted is None:
        return answer
    names = {option.id: answer_words(protocol, question.id, (option.id,)) for option in question.options}
    then = _told(noted, names)
    return tuple(tick for tick in answer if isinstance(tick, str) and tick in then) or None


def _told(words: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The ticks that those words are a list of; longer names first, for one may begin like another."""
    for option, name in sorted(names.items(), key=lambda one: -len(one[1])):
        if words == name or words.startswith(f"{name}, "):
            return (option, *_told(words[len(name) + 2 :], names))
    return ()
