"""What is left to be looked at case by case, once the parts of the levels were compared (`twofold`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bruiseaid.proof.levels.reaches import Parts
from bruiseaid.proof.lists.contexts import unsteady_atoms
from bruiseaid.proof.pairs.differences import Difference, EntryChange
from bruiseaid.proof.pairs.twofold import Pairs
from bruiseaid.proof.sets.diagrams import ALL


def by_answers(parts: Parts, steps: Sequence[Difference], within: int) -> Iterator[tuple[int, int]]:
    """What is left to be looked at of the pairs of cases in `within` that differ by one of the steps."""
    diagrams, freed = parts.diagrams, steps[0].freed
    pairs = Pairs(parts, freed, unsteady_atoms(parts.meaning.space, freed))
    by_step = diagrams.any([diagrams.both(one.calmer, pairs.second(one.worse)) for one in steps])
    alike = [pairs.alike(one) for one in dict.fromkeys(one for step in steps for one in step.alike)]
    return pairs.left(diagrams.every([within, pairs.second(within), by_step, *alike]))


def by_entry(parts: Parts, changes: Sequence[EntryChange], within: int) -> Iterator[tuple[int, int]]:
    """What is left to be looked at of the pairs of cases in `within` that differ by one of the changes of an entry.
    The changes free the same fields of the same list."""
    diagrams, change = parts.diagrams, changes[0]
    own = frozenset(v for v, atom in parts.meaning.space.atoms.items() if atom.list_id == change.list_id)
    pairs = Pairs(parts, frozenset(), unsteady_atoms(parts.meaning.space, own), change)
    entry = parts.entry(parts.meaning, change.list_id)
    ways = []
    for one in changes:
        before = ALL if one.calmer is None else pairs.changed_first(entry.where(one.calmer))
        ways.append(diagrams.both(before, pairs.changed_second(entry.where(one.worse))))
    return pairs.left(diagrams.every([within, pairs.second(within), diagrams.any(ways)]))
