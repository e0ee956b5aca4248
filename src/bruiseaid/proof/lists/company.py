"""Which atoms can hold together: an entry that meets one condition meets others too, in one place and time.

For each atom that holds there is an entry that meets it, and that entry brings along every atom that it meets itself.
So an atom holds only together with all atoms of one of the sorts of entry that meet it: a small formula, exact for
atoms that ask for one entry. What is left over (fewer than two, on both sides) is for `fitting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bruiseaid.proof.lists.contexts import Known
from bruiseaid.proof.space.atoms import Atom
from bruiseaid.proof.space.space import Space
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """An atom under one of the two variables it can have, with the kinds of entry that meet it there."""

    variable: int
    atom: Atom
    kinds: int
    valid: int


def seen(space: Space, variables: Iterable[int], known: Known, shift: int = 0) -> list[Seen]:
    """The atoms among the variables. `shift` 1: told of the second of two cases."""
    found = []
    for variable in variables:
        atom = space.atoms.get(variable)
        if atom is not None:
            sight = atom.meaning.sight(atom.list_id, known)
            found.append(Seen(variable + shift, atom, sight.where(atom.where), sight.valid))
    return found


def possible(space: Space, atoms: Sequence[Seen]) -> int:
    """The values the atoms can have together."""
    key = tuple((one.variable, one.kinds) for one in atoms)
    found = space.together.get(key)
    if found is None:
        found = space.together[key] = _possible(space, atoms)
    return found


def _possible(space: Space, atoms: Sequence[Seen]) -> int:
    by_list: dict[str, list[Seen]] = {}
    for one in atoms:
        by_list.setdefault(one.atom.list_id, []).append(one)
    clauses = [clause for same in by_list.values() for clause in _clauses(space, same)]
    return space.diagrams.every(clauses)


def _clauses(space: Space, atoms: list[Seen]) -> Iterator[int]:
    sorts = _sorts(atoms)
    variables = [one.variable for one in atoms]
    together: dict[int, int] = {}
    for index, one in enumerate(atoms):
        kept: list[int] = []
        for met, sort in sorts:
            if met >> index & 1 and not any(not other & ~sort for other in kept):
                kept.append(sort)
        for sort in kept:
            if sort not in together:
                holding = [space.diagrams.among(v, (1,)) for i, v in enumerate(variables) if sort >> i & 1]
                together[sort] = space.diagrams.every(holding)
        ways = space.diagrams.any([together[sort] for sort in kept])
        yield space.diagrams.either(space.diagrams.among(one.variable, (0,)), ways)


def _sorts(atoms: list[Seen]) -> list[tuple[int, int]]:
    """The sorts of entry the atoms can tell apart, as bits over the atoms: those it meets, and those of them that then
    hold. Sorts that make fewer atoms hold come first."""
    valid = atoms[0].valid
    for one in atoms:
        valid &= one.valid
    cells = [(valid, 0)]
    for index, one in enumerate(atoms):
        inside, bit, finer = one.kinds, 1 << index, []
        for cell, met in cells:
            part = cell & inside
            if part:
                finer.append((part, met | bit))
                part ^= cell
                if part:
                    finer.append((part, met))
            else:
                finer.append((cell, met))
        cells = finer
    single = sum(1 << i for i, one in enumerate(atoms) if one.atom.kind == "count" and one.atom.least == 1)
    return sorted({(met, met & single) for _, met in cells}, key=lambda pair: (pair[1].bit_count(), pair))
