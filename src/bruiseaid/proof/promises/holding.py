"""Whether a rule of a promise holds in every case; if not, the cases that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from bruiseaid.proof.levels.ladder import ACTION, FIRED, LEVEL, SO_FAR, STANDING
from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.stands import stands_of
from bruiseaid.proof.lists.search import Witness
from bruiseaid.proof.pairs.changing import lower_by_entry, pair_by_entry
from bruiseaid.proof.pairs.comparing import lower, pair
from bruiseaid.proof.pairs.cubes import first_looks
from bruiseaid.proof.pairs.differences import Difference, EntryChange
from bruiseaid.proof.pairs.steps import (
    answer_steps,
    any_two_answers,
    any_two_values,
    date_steps,
    fact_steps,
    free_fields,
)
from bruiseaid.proof.pairs.unshown import by_answers, by_entry
from bruiseaid.proof.promises.promise_rules import (
    Along,
    AlongDate,
    AlongFact,
    AlongMark,
    AlongQuestion,
    AtLeastLevel,
    Never,
    NeverLower,
    OnlyWhen,
    Rule,
    SameLevel,
)
from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.sets.undecided import Undecided
from bruiseaid.proof.space.meaning import NO_WORDS
from bruiseaid.protocol.conditions import ALWAYS, Condition, Is, names
from bruiseaid.protocol.model import ValueFact
from bruiseaid.values import dataclass

Pair: TypeAlias = tuple[Witness, Witness]
OUTCOME_WORDS = frozenset((LEVEL, STANDING, SO_FAR, FIRED, ACTION))


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that does not hold: the cases that show it, the calmer first, and what differs between them."""

    cases: tuple[Witness, ...]
    along: str = ""


def where(prover: Prover, condition: Condition) -> int:
    """The cases in scope in which a condition holds, which may look at the outcome."""
    return prover.diagrams.both(prover.in_scope, _holds(prover, condition))


def _holds(prover: Prover, condition: Condition) -> int:
    if ACTION in names(condition):
        stands = stands_of(prover)
        for action in prover.protocol.actions:
            stands.action(action.id)
        return stands.where(condition)
    return prover.meaning.holds(condition, prover.ladder.words if names(condition) & OUTCOME_WORDS else NO_WORDS)


def single(prover: Prover, rule: AtLeastLevel | Never | OnlyWhen) -> Broken | None:
    """A case in which the rule does not hold."""
    match rule:
        case AtLeastLevel(when, level, everywhere):
            good = prover.diagrams.both(prover.in_scope, prover.reached[level])
            bad = prover.diagrams.less(_cases(prover, when, everywhere), good)
        case Never(when, everywhere):
            bad = _cases(prover, when, everywhere)
        case OnlyWhen(within, level, when):
            exactly = prover.ladder.exactly(prover.reached)[level]
            bad = prover.diagrams.less(prover.diagrams.both(where(prover, within), exactly), where(prover, when))
    found = prover.find(bad)
    return None if found is None else Broken((found,))


def _cases(prover: Prover, when: Condition, everywhere: bool) -> int:
    """Where a condition holds: in scope, or in every case that can be given."""
    return prover.diagrams.both(prover.given, _holds(prover, when)) if everywhere else where(prover, when)


def same_level(prover: Prover, rule: SameLevel) -> Broken | None:
    """Two cases that differ only as they may and have different levels."""
    match rule.along:
        case AlongQuestion(name, ranks):
            steps = any_two_answers(prover, name, ranks[0] if ranks else ())
        case AlongFact(name, among):
            steps = any_two_values(prover, name, among)
        case _:
            steps = iter(())
    return _first_lower(prover, steps, where(prover, rule.within), words(rule.along))


def never_lower(prover: Prover, rule: NeverLower, asked: list[str]) -> Iterator[Broken]:
    """For each thing along which it is broken, two cases of which the more worrying one has a lower level.

    `asked`: questions that the promise speaks of by themselves, so that they stay the same when a fact is looked at.
    """
    within = where(prover, rule.within)
    if rule.besides is not None:
        within = prover.diagrams.less(within, where(prover, rule.besides))
    for along in rule.along:
        found = _along(prover, along, within, asked)
        if found is not None:
            yield found


def asked_for(rules: Iterable[Rule]) -> list[str]:
    """The questions that a promise compares by themselves."""
    along = [one for rule in rules if isinstance(rule, NeverLower) for one in rule.along]
    return [one.question for one in along if isinstance(one, AlongQuestion | AlongDate)]


def _along(prover: Prover, along: Along, within: int, asked: list[str]) -> Broken | None:
    match along:
        case AlongFact(name):
            fact = prover.meaning.facts[name]
            if isinstance(fact, ValueFact) and fact.of_each_mark:
                return entries(prover, name, tuple((value,) for value in fact.values), within)
            return _first_lower(prover, fact_steps(prover, name, asked, strict=False), within, words(along))
        case AlongQuestion(name, ranks):
            return _first_lower(prover, answer_steps(prover, name, ranks), within, words(along))
        case AlongDate(name, earlier):
            return _first_lower(prover, date_steps(prover, name, earlier), within, words(along))
        case AlongMark(name, ranks):
            return entries(prover, name, ranks, within)


def _first_lower(prover: Prover, steps: Iterator[Difference], within: int, along: str) -> Broken | None:
    found = pair_that_falls(prover, steps, within)
    return None if found is None else Broken(found, along)


def pair_that_falls(prover: Prover, steps: Iterable[Difference], within: int) -> Pair | None:
    """Two cases in `within` that differ by one of the steps, of which the second has a lower level; None if it is
    shown that there are none. Whole sets of cases are searched only where looking at the parts shows nothing."""
    differences = list(steps)
    if not differences:
        return None
    shown = True
    for level, bad in by_answers(prover.parts, differences, within):
        for mine, other in first_looks(prover, bad, differences[0].freed):
            first = prover.diagrams.every([mine, within, prover.reached[level]])
            second = prover.diagrams.less(prover.diagrams.both(other, within), prover.reached[level])
            found = _pair_of_some(prover, differences, first, second)
            if found is not None:
                return found
        shown = shown and bad == NONE
    return None if shown else next((f for d in differences if (f := lower(prover, d, within)) is not None), None)


def _pair_of_some(prover: Prover, differences: list[Difference], first: int, second: int) -> Pair | None:
    for one in differences:
        calmer, worse = prover.diagrams.both(first, one.calmer), prover.diagrams.both(second, one.worse)
        found = pair(prover, calmer, worse, one)
        if found is not None:
            return found
    return None


def entries(prover: Prover, name: str, ranks: tuple[tuple[str, ...], ...], within: int) -> Broken | None:
    """Two cases whose marks differ in one detail or fact of one mark (no name: in one mark more)."""
    changes = tuple(_entry_changes(prover, name, ranks))
    along = f"{name} of a mark" if name else "one mark more"
    if not changes or (changes, within) in prover.shown:
        return None
    own = frozenset(v for v, atom in prover.space.atoms.items() if atom.list_id == changes[0].list_id)
    if all(bad == NONE for _, bad in by_entry(prover.short.parts(own), changes, ALL)):
        prover.shown.add((changes, within))
        return None
    shown = True
    try:
        for level, bad in by_entry(prover.parts, changes, within):
            shown = shown and bad == NONE
            for mine, other in first_looks(prover, bad, frozenset()):
                first = prover.diagrams.every([mine, within, prover.reached[level]])
                second = prover.diagrams.less(prover.diagrams.both(other, within), prover.reached[level])
                for change in changes:
                    found = pair_by_entry(prover, change, first, second)
                    if found is not None:
                        return Broken(found, along)
        for change in () if shown else changes:
            found = lower_by_entry(prover, change, within)
            if found is not None:
                return Broken(found, along)
    except Undecided:
        prover.undecided.append(along)
        return None
    prover.shown.add((changes, within))
    return None


def _entry_changes(prover: Prover, name: str, ranks: tuple[tuple[str, ...], ...]) -> Iterator[EntryChange]:
    marks = prover.meaning.marks
    if not name:
        yield EntryChange(marks, None, ALWAYS, frozenset())
    for index in range(1, len(ranks)):
        calmer = tuple(value for rank in ranks[:index] for value in rank)
        worse = tuple(value for rank in ranks[index:] for value in rank)
        yield EntryChange(marks, Is(name, calmer), Is(name, worse), free_fields(prover, marks, name))


def words(along: Along) -> str:
    """What two cases differ in, by its id."""
    match along:
        case AlongFact(name, _) | AlongQuestion(name, _) | AlongDate(name, _):
            return name
        case AlongMark(name):
            return f"{name} of a mark" if name else "one mark more"
