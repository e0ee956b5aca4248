"""What stands on the first page of the record: what a duty worker needs in thirty seconds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bruiseaid.engine.case import Case
from bruiseaid.engine.contacts import asks_to_ring, emergency_phone
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.words import age_words, entry_words, moment_words
from bruiseaid.record.groups import stored
from bruiseaid.record.model import Entry
from bruiseaid.record.progress import Draft, calls_made, is_agreed, rang_at
from bruiseaid.record.sharing import shared_words


def first_of(case: Case, name: str) -> tuple[Entry, ...]:
    """The details of a group that belong on the first page, under their short labels; all if none is marked."""
    question = stored(case, name)
    if question is None:
        return ()
    answer = case.answers.get(question.id)
    words = entry_words(case.protocol, question, answer if isinstance(answer, Mapping) else {})
    shared = [(f, text) for f, (_, text) in zip(question.fields, words, strict=True) if not f.restricted]
    chosen = [(f, text) for f, text in shared if f.first_page] or shared
    return tuple(Entry(f.short or f.label, text) for f, text in chosen)


_ABOUT_THE_CHILD = ("child", "development")
_CALLS = "calls"


def child_first(case: Case) -> tuple[Entry, ...]:
    """The child on the first page: name, then what was asked about the child, then the other details."""
    details = first_of(case, "child")
    asked = (entry for _, entry in _asked_first(case, about_the_child=True))
    return (*details[:1], *asked, *details[1:])


def first_page_rows(case: Case, draft: Draft, outcome: Outcome) -> Iterator[Entry]:
    """What else the first page shows: interpreter, other children, parents told; then which calls were made."""
    about_calls = {question.id for question in case.protocol.questions if question.record_part == _CALLS}
    asked = tuple(_asked_first(case, about_the_child=False))
    yield from (entry for name, entry in asked if name not in about_calls)
    for question in case.protocol.questions:
        is_other_group = question.type == "group" and question.stored not in ("child", "practitioner")
        if is_other_group and any(detail.first_page for detail in question.fields):
            yield from first_of(case, question.id)
    yield from emergency_call(draft, outcome)
    yield from referral_call(draft)
    yield from (entry for name, entry in asked if name in about_calls)
    yield from escalation(draft, outcome)


def escalation(draft: Draft, outcome: Outcome) -> Iterator[Entry]:
    """What became of a refusal: what was said at the step taken last, or that nobody higher was asked yet."""
    if not outcome.ladder:
        return
    said = [draft.rungs[rung.id] for rung in outcome.ladder if rung.id in draft.rungs]
    if not said:
        yield Entry("Escalation", "Nobody higher up was asked yet")
    else:
        yield Entry("Escalation", said[-1] if is_agreed(said[-1]) else f"Not agreed: {said[-1]}")


def emergency_call(draft: Draft, outcome: Outcome) -> Iterator[Entry]:
    """When the emergency number was rung; nothing where it was not to be rung and was not."""
    protocol = draft.case.protocol
    number = emergency_phone(protocol)
    asked = [one.id for one in outcome.actions if asks_to_ring(one, number)]
    rung = [draft.done[name].at for name in asked if name in draft.done]
    rung += filter(None, (rang_at(draft),))
    if asked or rung:
        yield Entry(f"{number} call", f"Made, {moment_words(min(rung), protocol)}" if rung else "")


def referral_call(draft: Draft) -> Iterator[Entry]:
    """The last call that made the referral: when, what came of it, with whom, and their reference."""
    protocol = draft.case.protocol
    calls = {one.id for one in protocol.actions if one.referral and one.contact and not one.asked_of_others}
    made = [done for name, done in calls_made(draft) if name in calls]
    if not made:
        return
    last = max(made, key=lambda done: done.at)
    reference = f"Ref. {last.reference}" if last.reference else ""
    yield Entry("Last call", ", ".join(filter(None, (moment_words(last.at, protocol), last.result, reference))))


def _asked_first(case: Case, *, about_the_child: bool) -> Iterator[tuple[str, Entry]]:
    """By question. A call of which nothing is said, which goes without saying, is left out."""
    for question in case.protocol.questions:
        belongs = (question.record_part in _ABOUT_THE_CHILD) == about_the_child
        if question.first_page and not question.restricted and belongs:
            answer = case.answers.get(question.id)
            if answer is None and question.record_part == _CALLS and question.if_absent is not None:
                continue
            text = shared_words(case, question, answer) if answer is not None else ""
            if question.type == "date" and text and age_words(case):
                text = f"{text} ({age_words(case)})"
            yield question.id, Entry(question.short, text)
