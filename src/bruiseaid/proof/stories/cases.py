"""From what the proof found to a case that can be opened, and from a case to where it lies in the space."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.journey import replay
from bruiseaid.proof.lists.search import Calm, Witness
from bruiseaid.proof.space.births import SEEN_ON, Birth, Births, placed
from bruiseaid.proof.space.entries import SIDES, Kinds
from bruiseaid.proof.space.fitting import Found
from bruiseaid.proof.space.inside import Inside
from bruiseaid.proof.space.sight import Sight
from bruiseaid.proof.space.space import Space
from bruiseaid.proof.space.variables import BirthDate, Choice, Number, Ticks
from bruiseaid.protocol.answers import day_of
from bruiseaid.protocol.model import Field, Protocol, Question, Region

SIDE, NAME = "side", "name"
HOUR = time(10, 15)


def case_of(space: Space, protocol: Protocol, found: Witness, calm: Calm) -> Case:
    """A whole case of the protocol with the values that were found and calm ones elsewhere."""
    answers: dict[str, Answer] = {}
    value = {**calm.values, **found.answers}
    births = births_of(space, value)
    needed = {question.id for question in protocol.questions if question.needed}
    seen_on = next((one.seen_on for one in births.values()), SEEN_ON[0])
    for question in protocol.questions:
        if question.id in births:
            birth = births[question.id]
            if birth.born is not None:
                answers[question.id] = birth.born.isoformat()
            answers |= {name: str(weeks) for name, weeks in birth.numbers if weeks or name in needed}
        elif question.id in space.moves:
            continue
        elif question.type in ("marks", "people", "entries"):
            entries = found.lists.get(question.id, ())
            if entries or question.type == "marks":
                answers[question.id] = tuple(entry_of(space.kinds[question.id], protocol, question, e) for e in entries)
        else:
            answer = _answer(space, question, value)
            if answer:
                answers[question.id] = answer
    borough = protocol.boroughs[0].id if protocol.boroughs else ""
    seen_at = datetime.combine(seen_on, HOUR, ZoneInfo(protocol.time_zone))
    case = Case(protocol, seen_at, borough, answers)
    for name in replay(case).set_aside:
        case = case.without_answer(name)
    return case


def births_of(space: Space, value: Mapping[int, int]) -> dict[str, Birth]:
    """The date of each question that is one, all seen on the same day, if there is a day on which all can be."""
    wanted = {
        name: (known.births, value.get(known.variable, 0))
        for name, known in space.variables.items()
        if isinstance(known, BirthDate)
    }
    for day in SEEN_ON:
        if all((at, day) in births.on_day for births, at in wanted.values()):
            return {name: births.on_day[at, day] for name, (births, at) in wanted.items()}
    return {name: births.classes[at] for name, (births, at) in wanted.items()}


def _answer(space: Space, question: Question, value: Mapping[int, int]) -> Answer:
    known = space.variables.get(question.id)
    ids = [option.id for option in question.options]
    match known:
        case Choice(variable, groups):
            return next((one for one in groups[value.get(variable, 0)] if one in ids), "")
        case Ticks(alone, alone_groups, counters):
            if value.get(alone, 0):
                return tuple(one for one in alone_groups[value[alone] - 1] if one in ids)[:1]
            return tuple(one for v, group in counters for one in group[: value.get(v, 0)])
        case Number(variable, _, examples):
            return str(examples[value.get(variable, 0)])
        case _:
            return _any_answer(question) if question.needed else ""


def _any_answer(question: Question) -> Answer:
    """An answer to a question that nothing depends on."""
    if question.type == "ticks":
        alone = [option.id for option in question.options if option.alone]
        return tuple([*alone, *(option.id for option in question.options)][:1])
    if question.type == "number":
        return str(question.least or 0)
    return question.options[0].id if question.options else "-"


def entry_of(kinds: Kinds, protocol: Protocol, question: Question, found: Found) -> Mapping[str, str]:
    """An entry of that kind: the details that conditions look at, and those that are needed."""
    kind, side = found
    asked = Sight(Inside(protocol, kinds), lambda condition: False).asked
    chosen = {name: value for name, value in kinds.values(kind).items() if value and asked[name] >> kind & 1}
    entry: dict[str, str] = {}
    for one in question.fields:
        if one.id in chosen:
            entry[one.id] = _known_value(one, protocol, kinds.group(kind, one.id))
        elif one.needed and one.id not in asked and one.type == "region":
            entry[one.id] = protocol.regions[0].id
        elif one.needed and one.id not in asked and one.options:
            entry[one.id] = one.options[0].id
    place = next((one.id for one in question.fields if one.type == "region"), "")
    if place and any(one.id == SIDE for one in question.fields) and not entry.get(SIDE):
        entry[SIDE] = _side(protocol, entry.get(place, ""), side)
    is_named = question.type == "people" and any(one.id == NAME for one in question.fields)
    return {NAME: "An adult", **entry} if is_named else entry


def _known_value(one: Field, protocol: Protocol, group: tuple[str, ...]) -> str:
    ids = [r.id for r in protocol.regions] if one.type == "region" else [o.id for o in one.options]
    return next((value for value in group if value in ids), group[0])


def _side(protocol: Protocol, place: str, side: str) -> str:
    region: Region | None = next((r for r in protocol.regions if r.id == place), None)
    sides = region.sides if region else SIDES
    return side if side in sides else sides[0]


def place_of(space: Space, case: Case) -> dict[int, int]:
    """The values of the variables of the answers that a case gave."""
    found: dict[int, int] = {}
    for name, known in space.variables.items():
        question = next((q for q in case.protocol.questions if q.id == name), None)
        answer = case.answers.get(name)
        given: object = answer if answer else (question.if_absent if question and question.if_absent else "")
        match known:
            case Choice(variable, groups):
                single = given if isinstance(given, str) else next(iter(_texts(given)), "")
                found[variable] = next((i for i, group in enumerate(groups) if single in group), 0)
            case Ticks():
                found |= _ticks_place(space, known, frozenset(_texts(given)))
            case Number():
                number = int(str(answer)) if answer else int(next(iter(_texts(given)), "0") or 0)
                stretch = [i for i, n in enumerate(known.examples) if _same_stretch(known, n, number)]
                found[known.variable] = stretch[0] if stretch else 0
            case BirthDate(variable, births):
                found[variable] = _birth_place(space, births, name, case)
    return found


def _texts(given: object) -> Iterable[str]:
    if isinstance(given, str):
        return (given,) if given else ()
    return tuple(str(one) for one in given) if isinstance(given, tuple | list) else ()


def _birth_place(space: Space, births: Births, name: str, case: Case) -> int:
    seen_on = case.seen_at.astimezone(ZoneInfo(case.protocol.time_zone)).date()
    born = day_of(case.answers.get(name, ""))
    numbers = {q: int(str(case.answers.get(q, 0))) for q, since in space.moves.items() if since == name}
    return placed(births, seen_on, born, numbers) or 0


def _ticks_place(space: Space, known: Ticks, ticked: frozenset[str]) -> dict[int, int]:
    found = {known.alone: next((i + 1 for i, g in enumerate(known.alone_groups) if ticked.intersection(g)), 0)}
    for variable, group in known.counters:
        found[variable] = min(len(ticked.intersection(group)), space.diagrams.sizes[variable] - 1)
    return found


def _same_stretch(known: Number, one: int, other: int) -> bool:
    return all((one >= border) == (other >= border) for border in known.borders)
