"""Compares two cases whose lists differ in one entry: one mark more, or one mark that is more worrying than it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.lists.company import possible, seen
from bruiseaid.proof.lists.contexts import Known, pieces, rests_on
from bruiseaid.proof.lists.search import Said, Witness
from bruiseaid.proof.pairs.differences import EntryChange
from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.sets.undecided import Undecided
from bruiseaid.proof.space.fitting import Found, Wanted, met, sides_of

MOST_TRIES = 100
"""How many entries are tried for one change of an entry before it is left undecided."""


def lower_by_entry(prover: Prover, change: EntryChange, within: int) -> tuple[Witness, Witness] | None:
    """Two cases in `within` that differ in one entry, of which the second has a lower level.

    Raises:
        Undecided: too much would have to be tried.
    """
    tries = [MOST_TRIES]
    for level in prover.reached:
        first, second = prover.diagrams.both(within, level), prover.diagrams.less(within, level)
        found = _pair(prover, change, first, second, tries) if NONE not in (first, second) else None
        if found is not None:
            return found
    return None


def pair_by_entry(prover: Prover, change: EntryChange, first: int, second: int) -> tuple[Witness, Witness] | None:
    """A case of each set that differ only in the entry.

    Raises:
        Undecided: too much would have to be tried.
    """
    return None if NONE in (first, second) else _pair(prover, change, first, second, [MOST_TRIES])


def _pair(
    prover: Prover, change: EntryChange, first: int, second: int, tries: list[int]
) -> tuple[Witness, Witness] | None:
    space = prover.space
    inside = [
        prover.meaning.holds_inside(change.list_id, one) for one in (change.calmer, change.worse) if one is not None
    ]
    needed = rests_on(space, (first, second)) | frozenset().union(*inside)
    ones, others = list(pieces(space, first, needed)), list(pieces(space, second, needed))
    for known, one in ones:
        atoms = seen(space, sorted(space.diagrams.names(one)), known)
        real = prover.diagrams.both(one, possible(space, atoms))
        answers = prover.diagrams.some(real, space.atoms.__contains__)
        for known_other, other in others:
            changed = _Changed(prover, change, known, known_other)
            there = prover.diagrams.both(other, answers)
            if not changed.can_be or there == NONE:
                continue
            together = changed.together(real, there)
            found = changed.find(together, tries) if together != NONE else None
            if found is not None:
                return found
    return None


class _Changed:
    """Looks for a list and a changed entry in one pair of pieces."""

    def __init__(self, prover: Prover, change: EntryChange, first: Known, second: Known) -> None:
        self.prover = prover
        self.space = prover.space
        self.change = change
        self.said = Said(self.space, first, second)
        self.kinds = self.space.kinds[change.list_id]
        sights = [prover.meaning.sight(change.list_id, known) for known in (first, second)]
        self.valid = sights[0].valid & sights[1].valid
        self.before = None if change.calmer is None else sights[0].where(change.calmer)
        self.after = sights[1].where(change.worse)

    @property
    def can_be(self) -> bool:
        """Whether there is such an entry before and after."""
        return bool(self.after) and self.before != 0

    def together(self, first: int, second: int) -> int:
        """The pairs of cases, as far as single atoms show which can be had from each other. Atoms that no such entry
        can change are shared."""
        names: dict[int, int] = {}
        limits: list[int] = []
        mine = self.space.diagrams.names(first) | self.space.diagrams.names(second)
        for variable in sorted(v for v in mine if v in self.space.atoms):
            here, there = (self.said.of(v)[3].kinds for v in (variable, variable + 1))
            falls, rises = self._can_change(here, ~there), self._can_change(~here, there)
            elsewhere = self.said.of(variable)[0] != self.change.list_id
            if here == there and (elsewhere or not (falls or rises)):
                continue
            names[variable] = variable + 1
            yes, also = (self.space.diagrams.among(one, (1,)) for one in (variable, variable + 1))
            if not here & ~there and not falls:
                limits.append(self.space.diagrams.either(self.space.diagrams.no(yes), also))
            if not there & ~here and not rises:
                limits.append(self.space.diagrams.either(self.space.diagrams.no(also), yes))
        atoms = [s for s in self.space.diagrams.names(second) if s in self.space.atoms]
        real = possible(self.space, seen(self.space, sorted(atoms), self.said.known[1]))
        there = self.space.diagrams.renamed(self.space.diagrams.both(second, real), names)
        found = self.space.diagrams.both(self.space.diagrams.every(limits), there)
        return self.space.diagrams.both(first, found)

    def _can_change(self, before: int, after: int) -> bool:
        """Whether an entry can be among `before` and then among `after`."""
        later = self.after & after
        if self.before is None:
            return bool(later) and bool(before >> self.kinds.total)
        mine = self.before & before
        return bool(mine and later and self.kinds.spread(mine, self.change.free) & later)

    def find(self, together: int, tries: list[int]) -> tuple[Witness, Witness] | None:
        """Two cases of the set, told of both."""
        for before, after in self._changes(together):
            tries[0] -= 1
            if tries[0] < 0:
                raise Undecided
            with_entry = self._with_entry(together, before, after)
            found = None if with_entry == NONE else self._find(with_entry, before, after)
            if found is not None:
                return found
        return None

    def _with_entry(self, together: int, before: tuple[Found, ...], after: tuple[Found, ...]) -> int:
        """The pairs of cases that this very entry leaves: what it meets holds, the rest stays as it was."""
        limits = []
        for variable in self._own(together):
            (first, meets), (second, met_later) = (
                self._meets(variable, before),
                self._meets(variable + 1, after),
            )
            same = first.kinds == second.kinds
            for number, holds in ((variable, meets), (variable + 1, met_later)):
                if holds and first.kind == "count" and first.least == 1:
                    limits.append(self.space.diagrams.among(number, (1,)))
            if same and not meets:
                limits.append(self._implies(variable, variable + 1))
            if same and not met_later:
                limits.append(self._implies(variable + 1, variable))
        return self.space.diagrams.both(self.space.diagrams.every(limits), together)

    def _own(self, together: int) -> list[int]:
        """The atoms of the list that the second case has of its own."""
        names = self.space.diagrams.names(together)
        return sorted(v for v in self.space.atoms if v + 1 in names and self.said.of(v)[0] == self.change.list_id)

    def _meets(self, variable: int, entries: tuple[Found, ...]) -> tuple[Wanted, bool]:
        holds = self.said.of(variable)[3]
        return holds, any(holds.kinds >> kind & 1 for kind, _ in entries)

    def _implies(self, one: int, other: int) -> int:
        return self.space.diagrams.either(self.space.diagrams.among(one, (0,)), self.space.diagrams.among(other, (1,)))

    def _find(
        self, together: int, before: tuple[Found, ...], after: tuple[Found, ...]
    ) -> tuple[Witness, Witness] | None:
        atoms = frozenset(
            v for v in self.space.diagrams.names(together) if v in self.space.atoms or v - 1 in self.space.atoms
        )
        about_lists = self.space.diagrams.some(together, lambda variable: variable not in atoms)
        for lists in self._lists(about_lists, {}, before, after):
            values = {v: self._truth(v, lists, before, after) for v in atoms}
            answers = self.space.diagrams.cheapest(self.space.diagrams.pinned(together, values), self.prover.calm.cost)
            if answers is not None:
                mine = lists.get(self.change.list_id, ())
                first = {**lists, self.change.list_id: (*mine, *before)}
                return Witness(answers, first), Witness(answers, {**lists, self.change.list_id: (*mine, *after)})
        return None

    def _truth(
        self,
        variable: int,
        lists: Mapping[str, tuple[Found, ...]],
        before: tuple[Found, ...],
        after: tuple[Found, ...],
    ) -> int:
        name, _, _, holds = self.said.of(variable)
        beside = () if name != self.change.list_id else before if variable in self.space.atoms else after
        return 1 if met(replace(holds, beside=beside), lists.get(name, ())) else 0

    def _lists(
        self, one: int, values: dict[int, int], before: tuple[Found, ...], after: tuple[Found, ...]
    ) -> Iterator[dict[str, tuple[Found, ...]]]:
        """Lists without the entry that fit both cases."""
        lists = None if one == NONE else self._rest(values, before, after)
        if lists is None:
            return
        if one == ALL:
            yield lists
            return
        variable = self.space.diagrams.first(one)
        for value, branch in enumerate(self.space.diagrams.branches(one)):
            yield from self._lists(branch, {**values, variable: value}, before, after)

    def _rest(
        self, values: Mapping[int, int], before: tuple[Found, ...], after: tuple[Found, ...]
    ) -> dict[str, tuple[Found, ...]] | None:
        mine: list[Wanted] = []
        others: dict[int, int] = {}
        for variable, value in values.items():
            name, _, *said = self.said.of(variable)
            if name == self.change.list_id:
                mine.append(replace(said[value], beside=before if variable in self.space.atoms else after))
            else:
                others[variable] = value
        elsewhere, rest = self.said.lists(others), self.said.fit(self.change.list_id, self.valid, mine)
        return None if elsewhere is None or rest is None else {**elsewhere, self.change.list_id: rest}

    def _changes(self, together: int) -> Iterator[tuple[tuple[Found, ...], tuple[Found, ...]]]:
        """The ways in which the entry can be before and after, one of each sort that the atoms can tell apart."""
        names = sorted(self.space.diagrams.names(together))
        sets = [self.said.of(v)[3].kinds for v in names if v in self.space.atoms or v - 1 in self.space.atoms]
        sets += [self.said.of(v + 1)[3].kinds for v in names if v in self.space.atoms]
        sets.append(self.kinds.with_values(self.kinds.place, self.kinds.mirrored))
        free = self.change.free
        if self.before is None:
            for cell in _cells(self.after, sets):
                for side in self._sides(cell):
                    yield (), ((_first(cell), side),)
            return
        for cell in _cells(self.before & self.kinds.spread(self.after, free), sets):
            for later in _cells(self.after & self.kinds.spread(cell, free), sets):
                kind = _first(cell & self.kinds.spread(later, free))
                after = _first(later & self.kinds.spread(1 << kind, free))
                for side in self._sides(1 << kind):
                    yield ((kind, side),), ((after, side),)

    def _sides(self, cell: int) -> tuple[str, ...]:
        counted = any(atom.kind == "both_sides" for atom in self.space.atoms.values())
        return sides_of(cell, self.kinds.with_values(self.kinds.place, self.kinds.mirrored) if counted else 0)


def _cells(bits: int, sets: list[int]) -> list[int]:
    """The kinds put together by what the sets can tell apart."""
    cells = [bits] if bits else []
    for one in dict.fromkeys(sets):
        cells = [part for cell in cells for part in (cell & one, cell & ~one) if part]
    return cells


def _first(bits: int) -> int:
    return (bits & -bits).bit_length() - 1
