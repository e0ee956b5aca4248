"""Which answers of a case are worth a second look. It bears on nothing else: no level, no action, no end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime

from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.compiled import YES, compiled
from bruiseaid.engine.details import fields_asked
from bruiseaid.engine.ready import Ready, ready
from bruiseaid.engine.world import answered, world_of
from bruiseaid.protocol.answers import day_of, moment
from bruiseaid.protocol.model import SecondLook
from bruiseaid.protocol.second_look import times_of
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class _Time:
    """When something was: the day, and the minute where it is known. `entry`: of which entry of its list."""

    day: date
    minute: datetime | None
    entry: int = 0


def second_looks(case: Case, asked: Collection[str], about: Collection[str] = ()) -> tuple[SecondLook, ...]:
    """Those that hold and whose questions are all asked and answered, in the order of the protocol.

    `about`: only those that look at one of these questions; empty: all.
    """
    given = _answered(case)
    open_to_it = [
        look
        for look in case.protocol.second_looks
        if all(name in given and name in asked for name in look.look_at) and (not about or set(about) & {*look.look_at})
    ]
    if not open_to_it:
        return ()
    made = ready(case.protocol)
    world = world_of(made, answered(made, case), still_open=False)
    return tuple(
        look
        for look in open_to_it
        if compiled(look.when, made.names)(world, None) == YES and not _in_order(made, case, look)
    )


def _answered(case: Case) -> Mapping[str, Answer]:
    """Every answer by question, the moment that is kept beside the answers among them."""
    stored = (question for question in case.protocol.questions if question.stored == "seen_at")
    return {**case.answers, **{question.id: case.seen_at.isoformat() for question in stored}}


def _in_order(made: Ready, case: Case, look: SecondLook) -> bool:
    """Whether it has two times that can have been in their order. A look without times has none that could.

    In one list the two of each entry are compared. Elsewhere the earliest of several counts: a mark that was found
    later does not make the first one late, and one call that was too early is enough.
    """
    if not look.in_order:
        return False
    (asked_first, first), (asked_then, then) = (_times(made, case, address) for address in look.in_order)
    if asked_first == asked_then:
        return not any(_is_later(one, other) for one in first for other in then if one.entry == other.entry)
    return not (first and then) or any(all(not _is_later(one, other) for other in then) for one in first)


def _is_later(one: _Time, other: _Time) -> bool:
    """By the minute, as times are written; by the day where one of them is known no better."""
    if one.minute is None or other.minute is None:
        return one.day > other.day
    return one.minute > other.minute


def _times(made: Ready, case: Case, address: str) -> tuple[str, tuple[_Time, ...]]:
    """The question of an address, and each time that stands there. What is no time, or is not asked, is left out."""
    question, field = next((one, field) for at, one, field in times_of(case.protocol.questions) if at == address)
    answer = _answered(case).get(question.id, "")
    if field is None:
        return question.id, tuple(_time(made, answer, 0))
    entries = (answer,) if isinstance(answer, Mapping) else answer
    found = (
        time
        for index, entry in enumerate(entries)
        if isinstance(entry, Mapping) and field in fields_asked(question, entry)
        for time in _time(made, entry.get(field.id, ""), index)
    )
    return question.id, tuple(found)


def _time(made: Ready, written: object, entry: int) -> Iterator[_Time]:
    if (day := day_of(written)) is not None:
        yield _Time(day, None, entry)
    elif (at := moment(written, made.zone)) is not None:
        yield _Time(at.astimezone(made.zone).date(), at.replace(second=0, microsecond=0), entry)
