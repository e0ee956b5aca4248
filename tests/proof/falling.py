"""Pairs of cases of a small protocol that differ in one thing, found by looking at every pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bruiseaid.engine.compiled import YES
from bruiseaid.proof.pairs.differences import Difference, EntryChange
from bruiseaid.protocol.conditions import Condition, Is
from tests.proof.brute import Brute, Mark, Marks, Tried

Pair = tuple[Tried, Tried]


def by_answer(brute: Brute, question: str, ranks: tuple[tuple[str, ...], ...]) -> Pair | None:
    """Two cases that differ in one answer, of which the more worrying one has a lower level."""
    at = [q.id for q in brute.asked_for].index(question)
    sets = [brute.holds(Is(question, rank)) for rank in ranks]
    for index in range(1, len(sets)):
        calmer, worse = set().union(*sets[:index]), set().union(*sets[index:])
        found = falling(brute, _alike_but(brute, frozenset((at,))), calmer, worse)
        if found is not None:
            return found
    return None


def by_date(brute: Brute, question: str) -> Pair | None:
    """Two cases that differ in a date, of which the one born later has a lower level."""
    at = [q.id for q in brute.asked_for].index(question)
    for group in _alike_but(brute, frozenset((at,))):
        for one in group:
            for other in group:
                born = [str(brute.rows[each.row][at]) for each in (one, other)]
                if born[0] < born[1] and other.level < one.level:
                    return one, other
    return None


def by_fact(brute: Brute, name: str, steps: Iterable[Difference]) -> Pair | None:
    """Two cases that differ in a fact and in the answers that a step leaves free; what the step says is seen alike by
    others is alike."""
    fact = next(f for f in brute.protocol.facts if f.id == name)
    values: tuple[str, ...] = fact.values  # type: ignore[union-attr]
    for index, step in enumerate(steps, start=1):
        behind = brute.prover.space.variables_behind
        free = frozenset(i for i, q in enumerate(brute.asked_for) if behind((q.id,)) & step.freed)
        calmer, worse = brute.holds(Is(name, values[:index])), brute.holds(Is(name, values[index:]))
        groups: dict[object, list[Tried]] = {}
        for number, group in enumerate(_alike_but(brute, free)):
            for one in group:
                groups.setdefault((number, *(one.told.is_in(each) for each in step.alike)), []).append(one)
        found = falling(brute, groups.values(), calmer, worse)
        if found is not None:
            return found
    return None


def _alike_but(brute: Brute, free: frozenset[int]) -> Iterable[list[Tried]]:
    """The cases in scope in groups that differ in nothing but the free answers."""
    groups: dict[object, list[Tried]] = {}
    for (row, marks), one in brute.tried.items():
        if one.in_scope:
            kept = tuple(answer for i, answer in enumerate(brute.rows[row]) if i not in free)
            groups.setdefault((kept, marks), []).append(one)
    return groups.values()


def falling(
    brute: Brute, groups: Iterable[list[Tried]], calmer: set[tuple[int, Marks]], worse: set[tuple[int, Marks]]
) -> Pair | None:
    """Of one group, a case among the calmer ones, and one among the worse ones with a lower level."""
    for group in groups:
        first = [one for one in group if (one.row, one.marks) in calmer]
        second = [one for one in group if (one.row, one.marks) in worse]
        if first and second:
            high, low = max(first, key=lambda one: one.level), min(second, key=lambda one: one.level)
            if low.level < high.level:
                return high, low
    return None


def by_mark(brute: Brute, changes: Iterable[EntryChange]) -> Pair | None:
    """Two cases that differ in one mark, or in one mark more, of which the second has a lower level."""
    return next((found for change in changes if (found := _by_change(brute, change)) is not None), None)


def _by_change(brute: Brute, change: EntryChange) -> Pair | None:
    meets = _Meets(brute)
    same = [_fixed(mark, change.free) for mark in brute.marks]
    for (row, marks), other in brute.tried.items():
        if not marks or not other.in_scope:
            continue
        for at, mark in enumerate(marks):
            if not meets(other, at, change.worse):
                continue
            rest = (*marks[:at], *marks[at + 1 :])
            for before in _before(brute, rest, mark, same, change):
                one = brute.tried[row, before]
                lower = one.in_scope and other.level < one.level
                if lower and (change.calmer is None or _meets_before(meets, one, before, rest, same, mark, change)):
                    return one, other
    return None


class _Meets:
    """Whether a mark meets a condition, as the engine sees it; each condition is made ready once."""

    def __init__(self, brute: Brute) -> None:
        self.brute = brute
        self.tests: dict[Condition, object] = {}

    def __call__(self, one: Tried, at: int, condition: Condition) -> bool:
        test = self.tests.setdefault(condition, self.brute.test(condition, "mark"))
        return test(one.world, one.world.marks[at]) == YES  # type: ignore[operator,no-any-return]


def _before(brute: Brute, rest: Marks, mark: int, same: list[Mark], change: EntryChange) -> Iterator[Marks]:
    if change.calmer is None:
        yield rest
        return
    for index, fixed in enumerate(same):
        if fixed == same[mark]:
            yield tuple(sorted((*rest, index)))


def _meets_before(
    meets: _Meets, one: Tried, before: Marks, rest: Marks, same: list[Mark], mark: int, change: EntryChange
) -> bool:
    left = list(before)
    for index in rest:
        left.remove(index)
    at = before.index(left[0])
    assert change.calmer is not None
    return same[left[0]] == same[mark] and meets(one, at, change.calmer)


def _fixed(mark: Mark, free: frozenset[str]) -> Mark:
    """The details of a mark that have to stay the same."""
    return tuple((name, value) for name, value in mark if name not in free)
