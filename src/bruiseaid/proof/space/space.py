"""The space of all cases of one protocol, or of several together, derived from their conditions and nothing else.

The questions that some condition looks at become variables with one value for each class of answers (`variables`,
`births`); every list has its kinds of entry (`entries`); what conditions see of a list as a whole are its `atoms`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bruiseaid.proof.sets.diagrams import Diagrams
from bruiseaid.proof.space.atoms import Atom
from bruiseaid.proof.space.births import absent, births, is_conditional
from bruiseaid.proof.space.entries import Kinds, kinds_of
from bruiseaid.proof.space.looks import CASE, Looks, Scoped, conditions_of, gather, number_key
from bruiseaid.proof.space.placing import places
from bruiseaid.proof.space.shown import Shown
from bruiseaid.proof.space.variables import BirthDate, Ticks, Variable, choice, number, ticks
from bruiseaid.protocol.model import AgeFact, Protocol, Question

if TYPE_CHECKING:
    from bruiseaid.proof.space.fitting import Found
    from bruiseaid.proof.space.meaning import Meaning

LISTS = ("marks", "people", "entries")


@dataclass(frozen=True)
class Space:
    """Variables by question, kinds of entry by list, and the diagrams over them.

    `moves`: for a number that only moves a date, the date's question; it has no variable of its own. `places`: the
    number from which the variables of a question, or the atoms of a fact, are numbered. `told`: the variables of facts
    that stand for themselves (`short`), by name and number of values.

    For the next protocol that is laid out here: `meanings`, what conditions were worked out to mean; `shown`,
    `fits`, `empty`, `certain` and `with_lists`, what was found, told of sets and variables of this space alone, so that
    it holds for every protocol; `ways`, a number for each way in which two cases may differ.
    """

    protocols: tuple[Protocol, ...]
    looks: Looks
    diagrams: Diagrams
    variables: dict[str, Variable]
    moves: dict[str, str]
    kinds: dict[str, Kinds]
    places: dict[str, int]
    atoms: dict[int, Atom] = field(default_factory=dict)
    atom_of: dict[tuple[object, ...], int] = field(default_factory=dict)
    together: dict[tuple[tuple[int, int], ...], int] = field(default_factory=dict)
    told: dict[tuple[str, int], int] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)
    ways: dict[object, int] = field(default_factory=dict)
    shown: Shown = field(default_factory=Shown)
    fits: dict[object, tuple[Found, ...] | None] = field(default_factory=dict)
    empty: dict[int, bool] = field(default_factory=dict)
    certain: dict[object, str] = field(default_factory=dict)
    with_lists: dict[object, int] = field(default_factory=dict)

    @cached_property
    def in_short(self) -> Space:
        """The same space with atoms of its own, for protocols told in short."""
        same = (self.protocols, self.looks, self.diagrams, self.variables, self.moves, self.kinds, self.places)
        return Space(*same, told=self.told)

    @cached_property
    def answers(self) -> frozenset[int]:
        """Every variable of an answer."""
        return frozenset(number for variable in self.variables.values() for number in variables_of(variable))

    def variables_behind(self, questions: Iterable[str]) -> frozenset[int]:
        """The variables of the questions."""
        found: set[int] = set()
        for name in questions:
            known = self.variables.get(self.moves.get(name, name))
            if known is not None:
                found |= variables_of(known)
        return frozenset(found)


def variables_of(variable: Variable) -> frozenset[int]:
    """The numbers of the variables that one question has."""
    if isinstance(variable, Ticks):
        return frozenset((variable.alone, *(v for v, _ in variable.counters)))
    return frozenset((variable.variable,))


def space_of(protocols: tuple[Protocol, ...], more: Iterable[tuple[Protocol, Scoped]] = ()) -> Space:
    """The space of the protocols together. `more`: further conditions to be told apart, such as those of promises."""
    looks = Looks()
    for protocol in protocols:
        gather(protocol, conditions_of(protocol), looks)
    for protocol, one in more:
        gather(protocol, (one,), looks)
    space = Space(protocols, looks, Diagrams(), {}, _moves(protocols), {}, places(protocols))
    for name in dict.fromkeys(q.id for p in protocols for q in p.questions):
        _add(space, name, [q for p in protocols for q in p.questions if q.id == name])
    return space


def _moves(protocols: tuple[Protocol, ...]) -> dict[str, str]:
    return {f.weeks_later: f.since for p in protocols for f in p.facts if isinstance(f, AgeFact) and f.weeks_later}


def _add(space: Space, name: str, questions: list[Question]) -> None:
    looks, kind, at = space.looks, questions[0].type, space.places[name]
    tests = looks.tests(CASE, name)
    if kind in LISTS:
        space.kinds[name] = kinds_of(space.protocols, name, looks)
    elif kind == "choice" and tests:
        space.variables[name] = choice(questions, tests, space.diagrams, at)
    elif kind == "ticks" and tests:
        space.variables[name] = ticks(questions, tests, looks.two_of.get((CASE, name), ()), space.diagrams, at)
    elif kind == "number" and name not in space.moves and name in looks.borders:
        space.variables[name] = number(questions, looks.borders[name], space.diagrams, at)
    elif kind == "date":
        found = _birth(space, name)
        if found is not None:
            space.variables[name] = found


def _birth(space: Space, name: str) -> BirthDate | None:
    ages: dict[str, AgeFact] = {}
    borders: dict[str, tuple[int, ...]] = {}
    for protocol in space.protocols:
        for fact in protocol.facts:
            if isinstance(fact, AgeFact) and fact.since == name:
                key = number_key(protocol, fact.id)
                ages[key] = AgeFact(key, "", fact.unit, fact.since, fact.weeks_later)
                borders[key] = tuple(sorted(space.looks.borders.get(key, ())))
    if not ages:
        return None
    moving = {age.weeks_later for age in ages.values() if age.weeks_later}
    questions = [q for p in space.protocols for q in p.questions if q.id in moving]
    for one in questions:
        told_apart = {absent(one), absent(one) + 1} if is_conditional(one) else set()
        borders[one.id] = tuple(sorted({*borders.get(one.id, ()), *space.looks.borders.get(one.id, ()), *told_apart}))
    dates = [q for p in space.protocols for q in p.questions if q.id == name]
    found = births(ages.values(), questions, dates, borders)
    return BirthDate(space.diagrams.new_variable(space.places[name], len(found.classes)), found)
