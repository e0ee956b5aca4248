"""Works out the world of a case: what each answer, mark and fact is or still can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from bruiseaid.engine.case import Case
from bruiseaid.engine.clocks import completed_months
from bruiseaid.engine.compiled import MAYBE, NO, NO_NUMBER, YES, Entry, Possible, World
from bruiseaid.engine.ready import Ready, ReadyFact, ReadyField, ReadyQuestion
from bruiseaid.protocol.model import AgeFact, CountFact, ValueFact
from bruiseaid.values import dataclass

_NOTHING = (0,)
_FAR = 10**6
_MANY = 10**6


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of a case as the engine uses them: bits, numbers, dates, entries. Unanswered ones are left out.

    `describing`: the list that somebody is just filling in; its optional details that are still to be asked are open.
    """

    chosen: Mapping[str, int]
    numbers: Mapping[str, int]
    dates: Mapping[str, date]
    entries: Mapping[str, tuple[Mapping[str, int], ...]]
    given: frozenset[str]
    seen_on: date
    describing: str = ""

    def with_choice(self, name: str, bits: int) -> Answered:
        """The same with one choice or set of ticks given."""
        return replace(self, chosen={**self.chosen, name: bits}, given=self.given | {name})

    def with_number(self, name: str, number: int) -> Answered:
        """The same with one number given."""
        return replace(self, numbers={**self.numbers, name: number}, given=self.given | {name})

    def with_date(self, name: str, day: date) -> Answered:
        """The same with one date given."""
        return replace(self, dates={**self.dates, name: day}, given=self.given | {name})

    def with_entries(self, name: str, entries: tuple[Mapping[str, int], ...]) -> Answered:
        """The same with the marks or a list given."""
        return replace(self, entries={**self.entries, name: entries}, given=self.given | {name})


def answered(ready: Ready, case: Case) -> Answered:
    """The answers of a case that was read and found without faults."""
    chosen: dict[str, int] = {}
    numbers: dict[str, int] = {}
    dates: dict[str, date] = {}
    entries: dict[str, tuple[Mapping[str, int], ...]] = {}
    given: set[str] = set()
    for name, value in case.answers.items():
        known = ready.questions.get(name)
        if known is None:
            continue
        kind = known.question.type
        if kind == "choice":
            if not isinstance(value, str) or value not in known.bits:
                continue
            chosen[name] = known.bits[value]
        elif kind == "ticks":
            if not value:
                continue
            chosen[name] = sum(known.bits[tick] for tick in {str(tick) for tick in value})
        elif kind == "number":
            numbers[name] = int(str(value))
        elif kind == "date":
            dates[name] = date.fromisoformat(str(value))
        elif kind in ("marks", "people", "entries"):
            entries[name] = tuple(_entry_bits(known, one) for one in value if isinstance(one, Mapping))
        given.add(name)
    return Answered(chosen, numbers, dates, entries, frozenset(given), case.seen_at.astimezone(ready.zone).date())


def _entry_bits(known: ReadyQuestion, values: Mapping[str, str]) -> dict[str, int]:
    found = {}
    for one in known.fields:
        value = values.get(one.field.id)
        if value is not None and value in one.bits:
            found[one.field.id] = one.bits[value]
    return found


Pin: TypeAlias = int | tuple[int, ...]
Pins: TypeAlias = Mapping[str, Pin]
"""Undecided things decided for a trial: bits of a fact, bits of an answer, least and greatest of a number."""


def world_of(ready: Ready, given: Answered, *, still_open: bool, pins: Pins | None = None) -> World:
    """The world of the answers.

    `still_open`: an optional question that was not answered may still get any answer; else it counts as its
    `if_absent`. A needed one that was not answered may get any answer either way.
    """
    world = World()
    for name in ready.order:
        question = ready.questions.get(name)
        if question is None:
            _work_out(ready, ready.facts[name], given, still_open, world)
        else:
            _answer(ready, question, given, still_open, world)
        if pins and name in pins:
            _pin(name, pins[name], world)
    return world


def _pin(name: str, pin: Pin, world: World) -> None:
    if isinstance(pin, int):
        world.facts[name] &= pin
        world.impossible |= not world.facts[name]
    elif name in world.numbers:
        low, high = max(world.numbers[name][0], pin[0]), min(world.numbers[name][1], pin[1])
        world.impossible |= low > high
        world.numbers[name] = (min(low, high), high)
    else:
        world.values[name] = pin


def _answer(ready: Ready, known: ReadyQuestion, given: Answered, still_open: bool, world: World) -> None:
    name, kind = known.question.id, known.question.type
    asked = YES if known.asked is None else known.asked(world, None)
    if kind in ("choice", "ticks"):
        world.values[name] = _possible(known, given, still_open, asked)
    elif kind == "number":
        world.numbers[name] = _number(known, given, still_open, asked)
    elif kind == "marks":
        world.marks = _entries(ready, known, given, True, world)
    elif kind in ("people", "entries"):
        world.lists[name] = _entries(ready, known, given, still_open, world)


def _possible(known: ReadyQuestion, given: Answered, still_open: bool, asked: int) -> Possible:
    if asked == NO:
        return _NOTHING
    bits = given.chosen.get(known.question.id)
    if bits is None:
        if still_open and known.out_of_scope_bits:
            return tuple(bit for bit in known.bits.values() if not bit & known.out_of_scope_bits)
        if known.question.needed or still_open:
            return None
        bits = known.absent or 0
    return (bits,) if asked == YES else (bits, 0)


def _number(known: ReadyQuestion, given: Answered, still_open: bool, asked: int) -> tuple[int, int]:
    number = given.numbers.get(known.question.id)
    if number is not None and asked != NO:
        return number, number
    question = known.question
    if asked == NO or not (still_open or question.needed):
        absent = int(question.if_absent[0]) if question.if_absent else 0
        return absent, absent
    return (
        -_FAR if question.least is None else question.least,
        _FAR if question.greatest is None else question.greatest,
    )


def _entries(ready: Ready, known: ReadyQuestion, given: Answered, may_come: bool, world: World) -> list[Entry]:
    listed = given.entries.get(known.question.id)
    if listed is None:
        return [_entry(ready, known, {}, world, unknown=True)] if may_come else []
    complete = given.describing != known.question.id
    return [_entry(ready, known, one, world, unknown=False, complete=complete) for one in listed]


def _entry(
    ready: Ready, known: ReadyQuestion, values: Mapping[str, int], world: World, *, unknown: bool, complete: bool = True
) -> Entry:
    entry = Entry(unknown=unknown)
    for one in known.fields:
        if one.bits:
            entry.values[one.field.id] = None if unknown else _detail(one, values, entry, world, complete)
    if known.question.type == "marks":
        _place_columns(ready, known, entry)
    return entry


def _detail(one: ReadyField, values: Mapping[str, int], entry: Entry, world: World, complete: bool) -> Possible:
    asked = YES if one.asked is None else one.asked(world, entry)
    if asked == NO:
        return _NOTHING
    bits = values.get(one.field.id)
    if bits is None and one.absent is not None:
        if not complete:
            return None
        bits = one.absent
    if bits is None:
        return None if one.field.needed else _NOTHING
    return (bits,) if asked == YES else (bits, 0)


def _place_columns(ready: Ready, known: ReadyQuestion, entry: Entry) -> None:
    where = next((one for one in known.fields if one.field.type == "region"), None)
    possible = entry.values.get(where.field.id) if where else None
    for column, bits in ready.columns.items():
        if possible is None or len(possible) != 1 or not possible[0]:
            entry.values[column] = None
        else:
            region = ready.protocol.regions[possible[0].bit_length() - 1]
            entry.values[column] = (bits[region.columns.get(column, "")],)


def _work_out(ready: Ready, known: ReadyFact, given: Answered, still_open: bool, world: World) -> None:
    match known.fact:
        case AgeFact() as fact:
            world.numbers[fact.id] = _age(ready, fact, given, still_open, world)
        case CountFact() as fact:
            world.numbers[fact.id] = _count(ready, fact, known, world)
        case ValueFact() as fact if fact.of_each_mark:
            for mark in world.marks:
                mark.facts[fact.id] = _value(known, world, mark)
        case ValueFact() as fact:
            world.facts[fact.id] = _value(known, world, None)


def _value(known: ReadyFact, world: World, entry: Entry | None) -> int:
    """The bits of every value the fact still can have: the first branch that holds, or `otherwise`."""
    found = 0
    for bit, test in known.branches:
        holds = test(world, entry)
        if holds & YES:
            found |= bit
        if holds == YES:
            return found
    return found | known.otherwise


def has_age(ready: Ready, fact: AgeFact, world: World) -> int:
    """Whether the date of an age is asked for, and certain to be given if it is."""
    asked = _is_asked(ready, fact, world)
    return asked if asked == NO or ready.questions[fact.since].question.needed else MAYBE


def _is_asked(ready: Ready, fact: AgeFact, world: World) -> int:
    test = ready.questions[fact.since].asked
    return YES if test is None else test(world, None)


def _age(ready: Ready, fact: AgeFact, given: Answered, still_open: bool, world: World) -> tuple[int, int]:
    born, asked = given.dates.get(fact.since), _is_asked(ready, fact, world)
    needed = ready.questions[fact.since].question.needed
    if asked == NO or (born is None and not (needed or still_open)):
        return NO_NUMBER
    if born is None or asked == MAYBE:
        return -_FAR, _FAR
    fewest, most = world.numbers[fact.weeks_later] if fact.weeks_later else (0, 0)
    return _since(fact, born, most, given.seen_on), _since(fact, born, fewest, given.seen_on)


def _since(fact: AgeFact, born: date, weeks: int, until: date) -> int:
    start = born + timedelta(weeks=weeks)
    return completed_months(start, until) if fact.unit == "months" else (until - start).days


def _count(ready: Ready, fact: CountFact, known: ReadyFact, world: World) -> tuple[int, int]:
    assert known.where is not None
    found = [(mark, known.where(world, mark)) for mark in world.marks]
    sure = [mark for mark, holds in found if holds == YES and not mark.unknown]
    may_be = [mark for mark, holds in found if holds & YES]
    more = any(mark.unknown for mark in may_be)
    if fact.different:
        return _different(fact.different, sure, may_be, more)
    if fact.both_sides_of:
        left_and_right = _left_and_right(ready)
        return _both_sides(fact.both_sides_of, left_and_right, sure, may_be, more)
    return len(sure), _MANY if more else len(may_be)


def _different(name: str, sure: list[Entry], may_be: list[Entry], more: bool) -> tuple[int, int]:
    certain = {values[0] for mark in sure if (values := mark.values[name]) is not None and len(values) == 1}
    least = max(len(certain), 1 if sure else 0)
    if more:
        return least, _MANY
    known = {values[0] for mark in may_be if (values := mark.values[name]) is not None and len(values) == 1}
    vague = sum(1 for mark in may_be if mark.values[name] is None or len(mark.values[name] or ()) != 1)
    return least, len(known) + vague


SIDE, LEFT, RIGHT = "side", "left", "right"
"""The detail of a mark that `both_sides_of` looks at: a name of the case format, not of one protocol."""


def _left_and_right(ready: Ready) -> frozenset[int]:
    sides = ready.names.mark_chosen.get(SIDE, {})
    return frozenset(sides[name] for name in (LEFT, RIGHT) if name in sides)


def _both_sides(name: str, both: frozenset[int], sure: list[Entry], may_be: list[Entry], more: bool) -> tuple[int, int]:
    least = len(_mirrored(name, both, sure))
    if more:
        return least, _MANY
    vague = [m for m in may_be if m.values[name] is None or m.values.get(SIDE) is None]
    return least, len(_mirrored(name, both, may_be)) + len(vague)


def _mirrored(name: str, both: frozenset[int], marks: list[Entry]) -> set[int]:
    """Values of `name` that stand on the left and on the right."""
    sides: dict[int, set[int]] = {}
    for mark in marks:
        value, side = mark.values[name], mark.values.get(SIDE)
        if value and side and len(value) == 1 and len(side) == 1:
            sides.setdefault(value[0], set()).add(side[0])
    return {value for value, found in sides.items() if both and both <= found}
