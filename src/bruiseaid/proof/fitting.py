"""Whether a list can be as some atoms say, and the smallest such list.

What is wanted of a list: there are entries of certain kinds, there are none of others, there are fewer than so many of
some. A list that has more entries than needed can lose them without anything else that was said of it changing, so it
is enough to look for lists in which every entry is there for a reason; an entry of the same kind may stand twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bruiseaid.proof.atoms import Atom, SeenAs
from bruiseaid.proof.entries import NOTHING, Kinds
from bruiseaid.proof.undecided import Undecided

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
    return next(_lists(kinds, allowed, _needed(yes, allowed), limits, (), [MOST_STEPS]), None)


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


def _lists(
    kinds: Kinds, allowed: int, yes: list[Wanted], limits: list[Wanted], so_far: tuple[Found, ...], left: list[int]
) -> Iterator[tuple[Found, ...]]:
    open_ones = [one for one in yes if not met(one, so_far)]
    if not open_ones:
        yield so_far
        return
    for more in _ways(kinds, allowed, open_ones, limits, so_far):
        left[0] -= 1
        if left[0] < 0:
            raise Undecided
        longer = (*so_far, *more)
        if not any(met(one, longer) for one in limits):
            yield from _lists(kinds, allowed, yes, limits, longer, left)


def _ways(
    kinds: Kinds, allowed: int, left: list[Wanted], limits: list[Wanted], so_far: tuple[Found, ...]
) -> Iterator[tuple[Found, ...]]:
    """Entries that bring the first of what is left nearer: of each sort one, the worse ones left out."""
    first = left[0]
    mirrored = kinds.with_values(kinds.place, kinds.mirrored)
    candidates = first.kinds & allowed & ~_counted_already(first, so_far)
    sided = any(one.kind == "both_sides" for one in (*left, *limits))
    if first.kind == "both_sides":
        candidates &= mirrored
    for cell in _best(_cells(candidates, [*left, *limits], mirrored if sided else 0), left, limits):
        kind = (cell & -cell).bit_length() - 1
        there = _values(first, so_far).get(_value(first, kind), set()) if first.kind == "both_sides" else set()
        for side in sides_of(cell, mirrored if sided else 0):
            if side not in there:
                yield ((kind, side),)


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


def _cells(candidates: int, said: list[Wanted], mirrored: int) -> list[int]:
    sets = [one.kinds for one in said]
    sets += [bits for one in said for bits, _ in one.columns]
    cells = [candidates] if candidates else []
    for bits in dict.fromkeys([*sets, mirrored]):
        cells = [part for cell in cells for part in (cell & bits, cell & ~bits) if part]
    return cells


def _best(cells: list[int], left: list[Wanted], limits: list[Wanted]) -> list[int]:
    """The cells that serve something which no other cell serves as well at no higher price."""
    rated: list[tuple[int, frozenset[int], frozenset[object]]] = []
    for cell in cells:
        serves = frozenset(i for i, one in enumerate(left) if cell & one.kinds)
        price: set[object] = set()
        for i, one in enumerate((*limits, *(w for w in left if w.columns))):
            if cell & one.kinds:
                price.add(i)
                price.update((i, value) for bits, value in one.columns if cell & bits)
        rated.append((cell, serves, frozenset(price)))
    rated.sort(key=lambda one: (-len(one[1]), len(one[2])))
    kept: list[tuple[int, frozenset[int], frozenset[object]]] = []
    for cell, serves, prices in rated:
        if not any(serves <= other_serves and other_price <= prices for _, other_serves, other_price in kept):
            kept.append((cell, serves, prices))
    return [cell for cell, _, _ in kept]


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
