"""The parts of the record: every question that was asked, with its answer or without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bruiseaid.engine.case import Case
from bruiseaid.engine.journey import Journey
from bruiseaid.engine.words import answer_words, entry_words, moment_words
from bruiseaid.protocol.model import Question
from bruiseaid.record.groups import entries_of, in_order_of_time, stored
from bruiseaid.record.model import PARTS, Entry, Quote, Section


def sections_of(case: Case, journey: Journey, *, restricted: bool) -> Iterator[Section]:
    """The parts of the record in the order of print, each with every question that was asked."""
    asked = frozenset(journey.asked)
    for part, title in PARTS.items():
        entries: list[Entry] = []
        groups: list[tuple[Entry, ...]] = []
        for question in case.protocol.questions:
            own_part = question.record_part if question.record_part in PARTS else "other"
            if own_part == part and question.id in asked and question.type != "marks":
                _add(case, question, restricted, entries, groups)
        if entries or groups:
            yield Section(part, title, tuple(entries), tuple(groups))


def _add(
    case: Case, question: Question, restricted: bool, entries: list[Entry], groups: list[tuple[Entry, ...]]
) -> None:
    answer = case.answers.get(question.id)
    if question.type == "group":
        entries.extend(entries_of(case, question, answer, restricted=restricted or question.restricted))
    elif question.type in ("people", "entries"):
        listed = in_order_of_time(case, question, answer)
        found = [entries_of(case, question, one, restricted=restricted) for one in listed]
        groups.extend(one for one in found if one)
        if not listed and not restricted:
            entries.append(
                Entry(
                    question.short,
                    answer_words(case.protocol, question.id, answer) if answer is not None else "",
                )
            )
    elif question.restricted == restricted and not goes_without_saying(case, question):
        if question.stored == "seen_at":
            entries.append(Entry(question.short, moment_words(case.seen_at, case)))
        else:
            text = answer_words(case.protocol, question.id, answer) if answer is not None else ""
            entries.append(Entry(question.short, text, note=question.ask))


def goes_without_saying(case: Case, question: Question) -> bool:
    """An unanswered companion of an answered question, such as "born early" beside a date of birth."""
    main = question.same_page_as
    return question.id not in case.answers and question.if_absent is not None and main in case.answers


def quotes_of(case: Case) -> Iterator[Quote]:
    """What people said, word for word, in the order written down."""
    question = stored(case, "explanation_verbatim")
    answer = case.answers.get(question.id, ()) if question else ()
    for one in answer if isinstance(answer, tuple) else ():
        if question is not None and isinstance(one, Mapping):
            words = dict(zip((f.id for f in question.fields), entry_words(case.protocol, question, one), strict=True))
            said = {key: text for key, (_, text) in words.items()}
            yield Quote(
                said.get("words", ""), said.get("said_by", ""), said.get("to", ""), said.get("said_at", ""),
                said.get("heard_by", ""),
            )  # fmt: skip


def calls_of(case: Case) -> tuple[tuple[Entry, ...], ...]:
    """Every call and talk, as entries."""
    question = stored(case, "people_spoken_to")
    answer = case.answers.get(question.id, ()) if question else ()
    if question is None:
        return ()
    listed = in_order_of_time(case, question, answer)
    return tuple(entries_of(case, question, one, restricted=False) for one in listed)
