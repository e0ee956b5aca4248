"""Finds a case in a set of cases, or shows that the set is empty once it is known which lists there can be.

The atoms of a set are looked at piece by piece, where it is known which entries meet each (`contexts`), and only with
values that some list really has (`fitting`). What is found is a `Witness`: values of variables, and whole lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bruiseaid.proof.lists.company import possible, seen
from bruiseaid.proof.lists.contexts import Known, pieces, rests_on
from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.sets.undecided import Undecided
from bruiseaid.proof.space.fitting import Found, Wanted, fit, may_fit, met, wanted
from bruiseaid.proof.space.space import Space
from bruiseaid.values import dataclass

MOST_LISTS = 400
"""How many ways of what is seen of lists are tried for one set of cases before it is left undecided."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A case that was found: values of the variables that matter, and the lists."""

    answers: Mapping[int, int]
    lists: Mapping[str, tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class Calm:
    """For each variable its calmest value; what differs from it makes a case longer to tell."""

    values: Mapping[int, int]

    def cost(self, variable: int, value: int) -> int:
        """1 for what differs."""
        return 0 if self.values.get(variable, 0) == value else 1


def is_empty(space: Space, cases: int) -> bool:
    """Whether no case is in the set; kept for the next protocol in the same space."""
    if cases not in space.empty:
        space.empty[cases] = cases == NONE or witness(space, cases, Calm({})) is None
    return space.empty[cases]


def witness(space: Space, cases: int, calm: Calm) -> Witness | None:
    """A small case in the set, or None if there is no such case."""
    for known, piece in pieces(space, cases, rests_on(space, (cases,))):
        real = space.diagrams.both(piece, possible(space, seen(space, sorted(space.diagrams.names(piece)), known)))
        found = None if real == NONE else witness_in(space, real, known, {}, calm)
        if found is not None:
            return found
    return None


def witness_in(space: Space, piece: int, first: Known, second: Known, calm: Calm) -> Witness | None:
    """A small case in a set in which everything is known that lists rest on: of the first case, and of the second."""
    is_atom = frozenset(v for v in space.diagrams.names(piece) if v in space.atoms or v - 1 in space.atoms)
    about_lists = space.diagrams.some(piece, lambda variable: variable not in is_atom)
    said = Said(space, first, second)
    for lists in lists_of(space, about_lists, said):
        rest = space.diagrams.pinned(piece, {variable: said.truth(variable, lists) for variable in is_atom})
        answers = space.diagrams.cheapest(rest, calm.cost)
        if answers is not None:
            return Witness(answers, lists)
    return None


def lists_of(space: Space, about_lists: int, said: Said) -> Iterator[dict[str, tuple[Found, ...]]]:
    """Lists that are in a set told only of atoms; those with few entries come first.

    Raises:
        Undecided: too many lists would have to be tried.
    """
    failed: set[object] = set()
    left = MOST_LISTS

    def visit(one: int, values: dict[int, int]) -> Iterator[dict[str, tuple[Found, ...]]]:
        if one == NONE:
            return
        key = (one, said.key(values))
        if key in failed or not said.may_be(values):
            return
        if one == ALL:
            nonlocal left
            left -= 1
            if left < 0:
                raise Undecided
            lists = said.lists(values)
            if lists is not None:
                yield lists
            return
        came = False
        variable = space.diagrams.first(one)
        for value, branch in enumerate(space.diagrams.branches(one)):
            for found in visit(branch, {**values, variable: value}):
                came = True
                yield found
        if not came:
            failed.add(key)

    yield from visit(about_lists, {})


class Said:
    """What values of atoms say of the lists, in one piece."""

    def __init__(self, space: Space, first: Known, second: Known) -> None:
        self.space = space
        self.known = (first, second)
        self._kinds: dict[int, tuple[str, int, Wanted, Wanted]] = {}

    def of(self, variable: int) -> tuple[str, int, Wanted, Wanted]:
        """The list, the kinds it can have, and what the atom says with value 0 and with value 1."""
        found = self._kinds.get(variable)
        if found is None:
            which = 0 if variable in self.space.atoms else 1
            atom = self.space.atoms[variable - which]
            sight = atom.meaning.sight(atom.list_id, self.known[which])
            bits = sight.where(atom.where)
            found = (
                atom.list_id,
                sight.valid,
                wanted(atom, bits, False),
                wanted(atom, bits, True),
            )
            self._kinds[variable] = found
        return found

    def key(self, values: Mapping[int, int]) -> object:
        """What the values say, so that equal sayings are looked at once."""
        return frozenset((self.of(v)[0], self.of(v)[2 + value]) for v, value in values.items())

    def truth(self, variable: int, lists: Mapping[str, tuple[Found, ...]]) -> int:
        """1 if the lists are as the atom says, else 0."""
        name, _, _, holds = self.of(variable)
        return 1 if met(holds, lists.get(name, ())) else 0

    def may_be(self, values: Mapping[int, int]) -> bool:
        """Whether nothing that is easily seen speaks against lists of which all of it holds."""
        return all(may_fit(valid, wants) for valid, wants in self._by_list(values).values())

    def lists(self, values: Mapping[int, int]) -> dict[str, tuple[Found, ...]] | None:
        """Lists of which all of it holds; None if there are none."""
        found = {}
        for name, (valid, wants) in self._by_list(values).items():
            entries = self.fit(name, valid, wants)
            if entries is None:
                return None
            found[name] = entries
        return found

    def fit(self, list_id: str, valid: int, wants: list[Wanted]) -> tuple[Found, ...] | None:
        """`fitting.fit`, done once for the same wants."""
        key = list_id, valid, frozenset(wants)
        if key not in self.space.fits:
            self.space.fits[key] = fit(self.space.kinds[list_id], valid, wants)
        return self.space.fits[key]

    def _by_list(self, values: Mapping[int, int]) -> dict[str, tuple[int, list[Wanted]]]:
        found: dict[str, tuple[int, list[Wanted]]] = {}
        for variable, value in values.items():
            name, can_be, *said = self.of(variable)
            valid, wants = found.get(name, (can_be, []))
            wants.append(said[value])
            found[name] = valid & can_be, wants
        return found
