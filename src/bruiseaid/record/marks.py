"""The marks of a case as the record tells them: numbered, placed, described."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from bruiseaid.engine.case import Case
from bruiseaid.engine.clocks import completed_months
from bruiseaid.engine.details import is_set_aside
from bruiseaid.engine.ready import ready
from bruiseaid.engine.words import detail_words, labelled, place_words
from bruiseaid.protocol.answers import day_of
from bruiseaid.protocol.measures import in_unit, with_unit
from bruiseaid.protocol.model import Question
from bruiseaid.record.groups import entries_of
from bruiseaid.record.model import RecordMark

INFANT_UNTIL_MONTHS = 24
_IN_DESCRIPTION = ("opinion", "shape", "colour", "edges", "skin_broken", "swelling", "tender")
_ON_RECORD = ("doc_status", "doc_nature", "doc_source", "doc_author_role", "doc_date")


def figure_for(case: Case) -> Literal["infant", "child"]:
    """Which drawing fits the child's age; a child whose age is not known is drawn as an infant."""
    question = next((q.id for q in case.protocol.questions if q.type == "date"), "")
    born = day_of(case.answers.get(question, ""))
    if born is None:
        return "infant"
    seen = case.seen_at.astimezone(ready(case.protocol).zone).date()
    return "infant" if completed_months(born, seen) < INFANT_UNTIL_MONTHS else "child"


def marks_of(case: Case) -> tuple[RecordMark, ...]:
    """The marks in the order in which they were given, numbered from 1."""
    question = next((q for q in case.protocol.questions if q.type == "marks"), None)
    answer = case.answers.get(question.id, ()) if question else ()
    if question is None or not isinstance(answer, tuple):
        return ()
    marks = [one for one in answer if isinstance(one, Mapping)]
    return tuple(_mark(case, question, one, number) for number, one in enumerate(marks, start=1))


def _mark(case: Case, question: Question, mark: Mapping[str, str], number: int) -> RecordMark:
    fields = {detail.id: detail for detail in question.fields}

    def words(name: str) -> str:
        if not mark.get(name) or name not in fields or is_set_aside(question, fields[name], mark):
            return ""
        return detail_words(case.protocol, fields[name], mark[name])

    described = [labelled(fields[name].label, words(name)) for name in _IN_DESCRIPTION if words(name)]
    return RecordMark(
        number=number, region=mark.get("region", ""), side=mark.get("side", ""), view=mark.get("view", ""),
        place=place_words(case.protocol, mark), kind=words("kind"), size=_size(mark, words("measured")),
        description=". ".join(described), seen_by=words("seen_by"),
        on_record=", ".join(filter(None, (words(name) for name in _ON_RECORD))),
        entries=entries_of(case, question, mark, restricted=False),
    )  # fmt: skip


def _size(mark: Mapping[str, str], measured: str) -> str:
    written = [mark[name] for name in ("length_mm", "width_mm") if mark.get(name)]
    if not written:
        return mark.get("not_measured_why") or measured
    numbers = [in_unit(one, "mm") for one in written]
    size = f"{' × '.join(numbers)} mm" if all(numbers) else " × ".join(with_unit(one, "mm") for one in written)
    return size + (f", {measured[0].lower()}{measured[1:]}" if measured else "")
