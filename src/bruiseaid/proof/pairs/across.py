"""Shows quickly that no case comes to a lower level under one protocol than under another, where it can be seen from
the parts: what reaches a level under the first reaches it under the second. As in `twofold`, "shown" is certain."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.reaches import Parts, Reach, not_lower
from bruiseaid.proof.lists.search import Witness
from bruiseaid.proof.pairs.cubes import first_looks
from bruiseaid.proof.sets.diagrams import NONE
from bruiseaid.proof.space.atoms import Atom, asks_as_much


def case_that_falls(first: Prover, second: Prover) -> tuple[int, Witness] | None:
    """A case in the scope of both that reaches some level of the first protocol (by index) and not the same level of
    the second; None if it is shown that there is none. Both are laid out in one space."""
    diagrams = first.diagrams
    given = diagrams.both(first.in_scope, second.in_scope)
    ours = {level.id: reached for level, reached in zip(second.protocol.levels, second.reached, strict=True)}
    fallen = [
        diagrams.less(diagrams.both(given, reached), ours[level.id]) if level.id in ours else NONE
        for level, reached in zip(first.protocol.levels, first.reached, strict=True)
    ]
    if all(cases == NONE for cases in fallen):
        return None
    if [level.id for level in first.protocol.levels] == [level.id for level in second.protocol.levels]:
        shown = True
        for level, bad in Across(first.parts, second.parts).left(given):
            for cases, _ in first_looks(first, bad, frozenset()):
                found = first.find(diagrams.both(cases, fallen[level]))
                if found is not None:
                    return level, found
            shown = shown and bad == NONE
        if shown:
            return None
    for level in reversed(range(len(fallen))):
        found = first.find(fallen[level])
        if found is not None:
            return level, found
    return None


class Across:
    """The same cases under two protocols that have the same levels."""

    def __init__(self, first: Parts, second: Parts) -> None:
        self.first, self.second = first, second
        self.diagrams = first.diagrams
        self.atoms = first.meaning.space.atoms
        self._apart: dict[tuple[int, int], int] = {}

    def left(self, within: int) -> Iterator[tuple[int, int]]:
        """What is not shown: a level, and cases that may reach it under the first protocol only."""
        theirs = {(r.level, r.cases, r.of_mark) for r in self.second.reaches}
        for one in self.first.reaches:
            if (one.level, one.cases, one.of_mark) not in theirs:
                yield one.level, self._left_of(one, within)
        so_far, size = self.first.so_far, self.first.size
        for level, (late, there) in enumerate(zip(self.first.late, self.second.late, strict=True)):
            if late != NONE:
                reached, other = (
                    self.diagrams.either(self.diagrams.among(so_far, range(level + 1, size + 1)), cases)
                    for cases in (late, there)
                )
                lower = self.diagrams.less(reached, self.diagrams.renamed(other, {so_far: so_far + 1}))
                bad = self.diagrams.every([lower, not_lower(self.diagrams, so_far, size), within])
                yield level, self._possible(bad, False)

    def _left_of(self, one: Reach, within: int) -> int:
        bad = self.diagrams.both(one.cases, within)
        others = [r for r in self.second.reaches if r.level >= one.level]
        for other in others:
            if one.of_mark or not other.of_mark:
                bad = self.diagrams.less(bad, other.cases)
        bad = self._possible(bad, one.of_mark)
        return bad if one.of_mark else self._with_witness(bad, [r.cases for r in others if r.of_mark])

    def _with_witness(self, bad: int, others: list[int]) -> int:
        """What is left where a mark is looked at that must be there, because something sees it."""
        for variable in sorted(v for v, atom in self.atoms.items() if atom.list_id == self.first.marks):
            if not self.diagrams.may_look_at(bad, variable):
                continue
            holds = self.diagrams.among(variable, (1,))
            with_mark = self.diagrams.every([bad, holds, self._where(self.atoms[variable])])
            for other in others:
                with_mark = self.diagrams.less(with_mark, other)
            if self._possible(with_mark, True) == NONE:
                bad = self._possible(self.diagrams.less(bad, holds), False)
        return bad

    def _where(self, atom: Atom) -> int:
        return self.first.entry(atom.meaning, atom.list_id).where(atom.where)

    def _possible(self, bad: int, with_mark: bool) -> int:
        """The cases without those that no lists can have. What rests on other atoms comes before these."""
        for variable in sorted(self.atoms, reverse=True):
            if bad == NONE:
                break
            if not self.diagrams.may_look_at(bad, variable):
                continue
            atom = self.atoms[variable]
            for other in [v for v in sorted(self.atoms) if self.diagrams.may_look_at(bad, v)]:
                if other != variable and asks_as_much(atom, self.atoms[other]):
                    bad = self.diagrams.both(bad, self._only_if_seen(variable, other))
            if with_mark and atom.list_id == self.first.marks and atom.kind == "count" and atom.least == 1:
                unseen = self.diagrams.less(self._where(atom), self.diagrams.among(variable, (1,)))
                bad = self.diagrams.less(bad, unseen)
        return bad

    def _only_if_seen(self, one: int, other: int) -> int:
        """The cases in which the first atom holds without the second only if there can be an entry that only the
        first sees."""
        found = self._apart.get((one, other))
        if found is None:
            where = self.diagrams.less(self._where(self.atoms[one]), self._where(self.atoms[other]))
            entry = self.first.entry(self.atoms[one].meaning, self.atoms[one].list_id)
            may_be = self.diagrams.without(where, frozenset(entry.fields.values()))
            alone = self.diagrams.less(self.diagrams.among(one, (1,)), self.diagrams.among(other, (1,)))
            found = self._apart[one, other] = self.diagrams.either(self.diagrams.no(alone), may_be)
        return found
