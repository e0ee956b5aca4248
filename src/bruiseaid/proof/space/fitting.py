"""Whether a list can be as some atoms say, and the smallest such list.

What is wanted of a list: there are entries of certain kinds, there are none of others, there are fewer than so many of
some. A list that has more entries than needed can lose them without anything else that was said of it changing, so it
is enough to look for lists in which every entry is there for a reason; an entry of the same kind may stand twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from bruiseaid.proof.sets.undecided import Undecided
from bruiseaid.proof.space.atoms import Atom, SeenAs
from bruiseaid.proof.space.entries import NOTHING, Kinds
from bruiseaid.values import dataclass

MOST_STEPS = 4_000
"""How many ways of making one list are tried before it is left undecided."""


Found: TypeAlias = tuple[int, str]
"""A kind of entry and its side: 'left', 'right', or '' where the side does not matter."""
LEFT, RIGHT, ANY_SIDE = "left", "right", ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something said of a list: `kinds` (bits) are those that count; it holds or it does not.

    `beside`: entries that stand beside those looked for.
    """

    kind: SeenAs
    kinds: int
    least: int
    columns: tuple[tuple[int, str], ...]
    holds: bool
    beside: tuple[Found, ...] = ()


def wanted(atom: Atom, kinds_that_count: int, holds: bool) -> Wanted:
    """What an atom with this value says. `kinds_that_count`: the kinds of entry that meet its condition here."""
    return Wanted(atom.kind, kinds_that_count, atom.least, atom.columns, holds)


def fit(kinds: Kinds, valid: int, said: Iterable[Wanted]) -> tuple[Found, ...] | None:
    """The smallest list of which all of it holds, as far as one is found first; None if there is none.

    `valid`: the kinds of entry that there can be.

    Raises:
        Undecided: too many lists would have to be tried.
    """
    said = list(said)
    yes = [one for one in said if one.holds and not met(one, ())]
    limits = []
    allowed = valid
    for one in said:
        if one.holds:
            continue
        if met(one, ()):
            return None
        if one.kind == "count" and one.least == 1:
            allowed &= ~one.kinds
        else:
            limits.append(one)
    if any(not one.kinds & allowed and not met(one, ()) for one in yes):
        return None
    return next(_Search(kinds, allowed, _needed(yes, allowed), limits).lists(), None)


def may_fit(valid: int, said: Iterable[Wanted]) -> bool:
    """Whether nothing that is easily seen speaks against such a list."""
    forbidden = 0
    for one in said:
        if not one.holds and one.kind == "count" and one.least == 1:
            forbidden |= one.kinds
    return all(one.kinds & valid & ~forbidden for one in said if one.holds)


def _needed(yes: list[Wanted], allowed: int) -> list[Wanted]:
    """What has to be looked for: an entry that is wanted anyhow need not be looked for again among more kinds."""
    found: list[tuple[int, Wanted]] = []
    for one in sorted(yes, key=lambda one: (one.kind != "count", -one.least, (one.kinds & allowed).bit_count())):
        here = one.kinds & allowed
        if one.kind == "count" and any(
            not other & ~here and more.kind == "count" and more.least >= one.least for other, more in found
        ):
            continue
        found.append((here, one))
    return [one for _, one in found]


@dataclass(frozen=True, slots=True)
class _Cell:
    """Kinds of entry that nothing said tells apart. `serves`: a bit for each thing that is wanted and that they count
    for; `costs`: a bit for each limit they count for, and for each value of a column they take."""

    kinds: int
    serves: int
    costs: int


class _Search:
    """Looks for lists that have all that is wanted and keep within the limits, the shorter ones of each sort first."""

    def __init__(self, kinds: Kinds, allowed: int, wants: list[Wanted], limits: list[Wanted]) -> None:
        self.allowed = allowed
        self.wants = wants
        self.limits = limits
        self.mirrored = kinds.with_values(kinds.place, kinds.mirrored)
        self.sided = any(one.kind == "both_sides" for one in (*wants, *limits))
        self._costs_of_want: list[int] = []
        self.cells = self._rated()
        self._steps = MOST_STEPS

    def _rated(self) -> list[_Cell]:
        """The cells, those with the first kinds first."""
        said = [*self.wants, *self.limits]
        sets = dict.fromkeys([one.kinds for one in said] + [bits for one in said for bits, _ in one.columns])
        useful = 0
        for want in self.wants:
            useful |= want.kinds
        cells = [self.allowed & useful]
        for bits in (*sets, self.mirrored if self.sided else 0):
            cells = [part for cell in cells for part in (cell & bits, cell & ~bits) if part]
        costs: list[int] = []
        for want in self.wants:
            first = len(costs)
            costs += [want.kinds, *(want.kinds & bits for bits, _ in want.columns)] if want.columns else []
            self._costs_of_want.append((1 << len(costs)) - (1 << first))
        for limit in self.limits:
            costs += [limit.kinds, *(limit.kinds & bits for bits, _ in limit.columns)]
        return [
            _Cell(cell, _met_by(cell, [want.kinds for want in self.wants]), _met_by(cell, costs))
            for cell in sorted(cells, key=lambda cell: cell & -cell)
        ]

    def lists(self, so_far: tuple[Found, ...] = ()) -> Iterator[tuple[Found, ...]]:
        """Lists that go on from the entries so far.

        Raises:
            Undecided: too many would have to be tried.
        """
        left = [index for index, one in enumerate(self.wants) if not met(one, so_far)]
        if not left:
            yield so_far
            return
        for entry in self._ways(left, so_far):
            self._steps -= 1
            if self._steps < 0:
                raise Undecided
            longer = (*so_far, entry)
            if not any(met(one, longer) for one in self.limits):
                yield from self.lists(longer)

    def _ways(self, left: list[int], so_far: tuple[Found, ...]) -> Iterator[Found]:
        """Entries that bring the first of what is left nearer: of each sort one, the worse ones left out."""
        first = self.wants[left[0]]
        candidates = first.kinds & ~_counted_already(first, so_far)
        if first.kind == "both_sides":
            candidates &= self.mirrored
        for cell in self._best(candidates, left):
            kind = (cell & -cell).bit_length() - 1
            there = _values(first, so_far).get(_value(first, kind), set()) if first.kind == "both_sides" else set()
            for side in sides_of(cell, self.mirrored if self.sided else 0):
                if side not in there:
                    yield kind, side

    def _best(self, candidates: int, left: list[int]) -> list[int]:
        """The cells that serve something which no other cell serves as well at no higher price."""
        wanted = sum(1 << index for index in left)
        free = sum(costs for index, costs in enumerate(self._costs_of_want) if index not in left)
        rated = [
            (cell.kinds, cell.serves & wanted, cell.costs & ~free) for cell in self.cells if cell.kinds & candidates
        ]
        rated.sort(key=lambda one: (-one[1].bit_count(), one[2].bit_count()))
        kept: list[tuple[int, int, int]] = []
        for cell, serves, costs in rated:
            if not any(not serves & ~more and not less & ~costs for _, more, less in kept):
                kept.append((cell, serves, costs))
        return [cell for cell, _, _ in kept]


def _met_by(cell: int, sets: list[int]) -> int:
    """A bit for each of the sets that a cell lies in; it lies in or outside each of them."""
    return sum(1 << index for index, bits in enumerate(sets) if cell & bits)


def sides_of(cell: int, mirrored: int) -> tuple[str, ...]:
    """The sides on which entries of these kinds are tried: both where it matters (`mirrored`)."""
    return (LEFT, RIGHT) if cell & mirrored else (ANY_SIDE,)


def _counted_already(one: Wanted, so_far: tuple[Found, ...]) -> int:
    """The kinds of which one more brings nothing, because their value is counted."""
    if one.kind == "count":
        return 0
    values = _values(one, so_far)
    counted = {v for v, sides in values.items() if one.kind == "different" or {LEFT, RIGHT} <= sides}
    return sum(bits for bits, value in one.columns if value in counted)


def met(one: Wanted, found: tuple[Found, ...]) -> bool:
    """Whether the list is as the atom says when it holds."""
    if one.kind == "count":
        return sum(one.kinds >> kind & 1 for kind, _ in (*one.beside, *found)) >= one.least
    values = _values(one, found)
    if one.kind == "different":
        return len(values) >= one.least
    return sum(1 for sides in values.values() if {LEFT, RIGHT} <= sides) >= one.least


def _values(one: Wanted, found: tuple[Found, ...]) -> dict[str, set[str]]:
    """By value of the column, the sides on which entries that count have it."""
    values: dict[str, set[str]] = {}
    for kind, side in (*one.beside, *found):
        if one.kinds >> kind & 1:
            values.setdefault(_value(one, kind), set()).add(side or LEFT)
    return values


def _value(one: Wanted, kind: int) -> str:
    return next((value for bits, value in one.columns if bits >> kind & 1), NOTHING)
