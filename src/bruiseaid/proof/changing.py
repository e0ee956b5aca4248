"""Compares two cases whose lists differ in one entry: one mark more, or one mark that is more worrying than it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bruiseaid.proof.contexts import Known, pieces, primed, rests_on
from bruiseaid.proof.diagrams import ALL, NONE
from bruiseaid.proof.entries import Kinds
from bruiseaid.proof.fitting import Found, Wanted, fit, met
from bruiseaid.proof.prover import Prover
from bruiseaid.proof.search import Said, Witness
from bruiseaid.protocol.conditions import Condition


@dataclass(frozen=True, slots=True)
class EntryChange:
    """The entry meets `calmer` in the first case (None: it is not there) and `worse` in the second.

    `free`: the fields that may differ; every other field is the same.
    """

    list_id: str
    calmer: Condition | None
    worse: Condition
    free: frozenset[str]


def lower_by_entry(prover: Prover, change: EntryChange, within: int) -> tuple[Witness, Witness] | None:
    """Two cases in `within` that differ in one entry, of which the second has a lower level."""
    for level in prover.reached:
        first, second = prover.diagrams.both(within, level), prover.diagrams.less(within, level)
        found = _pair(prover, change, first, second) if NONE not in (first, second) else None
        if found is not None:
            return found
    return None


def _pair(prover: Prover, change: EntryChange, first: int, second: int) -> tuple[Witness, Witness] | None:
    space = prover.space
    seen = [prover.meaning.holds_inside(change.list_id, one) for one in (change.calmer, change.worse) if one is not None]
    needed = rests_on(space, (first, second)) | frozenset().union(*seen)
    ones = list(pieces(space, first, needed))
    others = [(known, primed(space, piece)) for known, piece in pieces(space, second, needed)]
    for known, one in ones:
        for known_other, other in others:
            together = prover.diagrams.both(one, other)
            if together != NONE:
                found = _Changed(prover, change, known, known_other).find(together)
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

    def find(self, together: int) -> tuple[Witness, Witness] | None:
        """Two cases of the set, told of both."""
        if not self.after or self.before == 0:
            return None
        atoms = frozenset(v for v in self.space.diagrams.names(together) if v in self.space.atoms or v - 1 in self.space.atoms)
        about_lists = self.space.diagrams.some(together, lambda variable: variable not in atoms)
        for lists, before, after in self._lists(about_lists, {}):
            values = {v: self._truth(v, lists, before, after) for v in atoms}
            answers = self.space.diagrams.cheapest(
                self.space.diagrams.pinned(together, values), self.prover.calm.cost
            )
            if answers is not None:
                mine = lists.get(self.change.list_id, ())
                first = {**lists, self.change.list_id: (*mine, *before)}
                return Witness(answers, first), Witness(answers, {**lists, self.change.list_id: (*mine, *after)})
        return None

    def _truth(
        self, variable: int, lists: Mapping[str, tuple[Found, ...]], before: tuple[Found, ...], after: tuple[Found, ...]
    ) -> int:
        name, _, _, holds = self.said.of(variable)
        beside = () if name != self.change.list_id else before if variable in self.space.atoms else after
        return 1 if met(replace(holds, beside=beside), lists.get(name, ())) else 0

    def _lists(
        self, one: int, values: dict[int, int]
    ) -> Iterator[tuple[dict[str, tuple[Found, ...]], tuple[Found, ...], tuple[Found, ...]]]:
        """Lists without the entry, with the entry before and after."""
        if one == NONE or not self._each_alone(values):
            return
        if one == ALL:
            yield from self._whole(values)
            return
        variable = self.space.diagrams.variable[one]
        for value, branch in enumerate(self.space.diagrams.branches[one]):
            yield from self._lists(branch, {**values, variable: value})

    def _each_alone(self, values: Mapping[int, int]) -> bool:
        """Whether each case by itself could have a list at all, so that hopeless values are left early."""
        firsts = {v: value for v, value in values.items() if v in self.space.atoms}
        seconds = {v: value for v, value in values.items() if v not in self.space.atoms}
        return self.said.lists(firsts) is not None and self.said.lists(seconds) is not None

    def _whole(
        self, values: Mapping[int, int]
    ) -> Iterator[tuple[dict[str, tuple[Found, ...]], tuple[Found, ...], tuple[Found, ...]]]:
        wants: list[tuple[bool, Wanted]] = []
        others: dict[int, int] = {}
        for variable, value in values.items():
            name, _, *said = self.said.of(variable)
            if name == self.change.list_id:
                wants.append((variable in self.space.atoms, said[value]))
            else:
                others[variable] = value
        elsewhere = self.said.lists(others)
        if elsewhere is None:
            return
        for before, after in self._changes(wants):
            said_of_rest = [replace(one, beside=before if is_first else after) for is_first, one in wants]
            rest = fit(self.kinds, self.valid, said_of_rest)
            if rest is not None:
                yield {**elsewhere, self.change.list_id: rest}, before, after

    def _changes(self, wants: list[tuple[bool, Wanted]]) -> Iterator[tuple[tuple[Found, ...], tuple[Found, ...]]]:
        """The ways in which the entry can be before and after, one of each sort that the wants can tell apart."""
        after = self.after & self._not_forbidden(wants, False)
        if self.before is None:
            for kind in _sorts(after, [one.kinds for _, one in wants]):
                yield (), ((kind, ""),)
            return
        before = self.before & self._not_forbidden(wants, True)
        for held in _held(self.kinds, self.change.free):
            for kind in _sorts(before & held, [one.kinds for _, one in wants]):
                for later in _sorts(after & held, [one.kinds for _, one in wants]):
                    yield ((kind, ""),), ((later, ""),)

    def _not_forbidden(self, wants: list[tuple[bool, Wanted]], of_first: bool) -> int:
        allowed = self.kinds.all
        for is_first, one in wants:
            if is_first == of_first and not one.holds and one.kind == "count" and one.least == 1:
                allowed &= ~one.kinds
        return allowed


def _sorts(bits: int, sets: list[int]) -> list[int]:
    """One kind of each sort that the sets can tell apart."""
    cells = [bits] if bits else []
    for one in dict.fromkeys(sets):
        cells = [part for cell in cells for part in (cell & one, cell & ~one) if part]
    return [(cell & -cell).bit_length() - 1 for cell in cells]


def _held(kinds: Kinds, free: frozenset[str]) -> list[int]:
    """The kinds of entry put together by the fields that stay the same."""
    cells = [kinds.all]
    for one in kinds.fields:
        if one.id not in free:
            cells = [c & kinds.with_values(one.id, g[:1]) for c in cells for g in one.groups]
    return cells
