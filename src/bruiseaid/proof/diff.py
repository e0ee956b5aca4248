"""What changes between two protocols, over the common refinement of their spaces.

A kind of case is one class of answers with one way of what is seen of the lists. Two folders that differ only in
comments, order and formatting have the same sets of cases, so nothing changes, exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.levels.stands import stands_of
from bruiseaid.proof.lists.company import possible, seen
from bruiseaid.proof.lists.contexts import pieces, rests_on
from bruiseaid.proof.lists.search import Witness
from bruiseaid.proof.promises.spans import in_words
from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.space.space import space_of
from bruiseaid.proof.stories.finding import Told
from bruiseaid.proof.whereabouts import whereabouts
from bruiseaid.protocol.model import Action, Protocol
from bruiseaid.values import dataclass

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Move:
    """The kinds of case that go from one level to another; None stands for no level. `lies`: where, in plain words."""

    before: str | None
    after: str | None
    kinds: int
    lies: tuple[str, ...]
    examples: tuple[tuple[Told, Told], ...]


@dataclass(frozen=True, slots=True)
class ActionChange:
    """An action that stands in other cases, or is due at another time; `kinds`: how many kinds of case feel it."""

    id: str
    said: str
    kinds: int


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changes. `changed`: kinds of case with another level, other actions or other times."""

    changed: int
    higher: int
    lower: int
    moves: tuple[Move, ...]
    actions: tuple[ActionChange, ...]
    texts: tuple[str, ...]


class Comparison:
    """Two protocols in one space."""

    def __init__(self, old: Protocol, new: Protocol) -> None:
        space = space_of((old, new))
        self.space, self.diagrams = space, space.diagrams
        self.old, self.new = Prover(old, space), Prover(new, space)
        self.given = self.diagrams.both(self.old.in_scope, self.new.in_scope)
        _ = self.old.ladder.words, self.new.ladder.words

    def count(self, cases: int) -> int:
        """How many kinds of case are in the set."""
        if cases == NONE:
            return 0
        atoms = frozenset(self.space.atoms)
        sets = rests_on(self.space, [self.diagrams.among(v, (1,)) for v in atoms])
        total = 0
        for known, piece in pieces(self.space, cases, sets):
            real = self.diagrams.both(piece, possible(self.space, seen(self.space, sorted(atoms), known)))
            total += self.diagrams.count(real, self.space.answers | atoms)
        return total

    def levels(self, prover: Prover) -> dict[str | None, int]:
        """For each level the cases that have it, and for None those that have none."""
        found: dict[str | None, int] = {
            level.id: cases
            for level, cases in zip(prover.protocol.levels, prover.ladder.exactly(prover.reached), strict=True)
        }
        found[None] = self.diagrams.no(prover.reached[0]) if prover.reached else ALL
        return found


def diff(old: Protocol, new: Protocol) -> Difference:
    """What changes from one protocol to the other."""
    both = Comparison(old, new)
    found = list(_moves(both))
    moves = tuple(move for move, _ in found)
    acted = list(_actions(both))
    changed = both.diagrams.any([*(cases for _, cases in found), *(cases for _, cases in acted)])
    order = {level.id: index for index, level in enumerate(old.levels)}
    higher = sum(m.kinds for m in moves if order.get(m.after or "", -1) > order.get(m.before or "", -1))
    actions = (*(change for change, _ in acted), *_listed(old, new))
    return Difference(
        both.count(changed),
        higher,
        sum(m.kinds for m in moves) - higher,
        moves,
        actions,
        tuple(_texts(old, new)),
    )


def _moves(both: Comparison) -> Iterator[tuple[Move, int]]:
    before, after = both.levels(both.old), both.levels(both.new)
    for first, one in before.items():
        for second, other in after.items():
            if first == second:
                continue
            cases = both.diagrams.every([both.given, one, other])
            kinds = both.count(cases)
            if kinds:
                yield (
                    Move(first, second, kinds, whereabouts(both.old, cases, both.given), examples(both, cases)),
                    cases,
                )


def examples(both: Comparison, cases: int) -> tuple[tuple[Told, Told], ...]:
    """Up to three cases that are told under both; each differs from the ones before in something that matters."""
    found: list[tuple[Told, Told]] = []
    while len(found) < EXAMPLES:
        one = both.old.find(cases)
        if one is None:
            break
        whole = Witness({**both.old.calm.values, **one.answers}, one.lists)
        found.append((both.old.told_case(whole, "before"), both.new.told_case(whole, "after")))
        cases = _without(both, cases, one)
    return tuple(found)


def _without(both: Comparison, cases: int, one: Witness) -> int:
    """The cases that have another value of the first thing that matters and can differ."""
    for variable in sorted(both.diagrams.names(cases) & set(one.answers)):
        rest = both.diagrams.less(cases, both.diagrams.among(variable, (one.answers[variable],)))
        if rest != NONE and both.old.find(rest) is not None:
            return rest
    return NONE


def _actions(both: Comparison) -> Iterator[tuple[ActionChange, int]]:
    old, new = stands_of(both.old), stands_of(both.new)
    for name in (one for one in old.by_id if one in new.by_id):
        before, after = old.action(name), new.action(name)
        more, less = both.diagrams.less(after, before), both.diagrams.less(before, after)
        for cases, said in ((more, "stands in more cases"), (less, "no longer stands in some cases")):
            kinds = both.count(both.diagrams.both(both.given, cases))
            if kinds:
                yield ActionChange(name, said, kinds), both.diagrams.both(both.given, cases)
        yield from _times(both, old.by_id[name], new.by_id[name], both.diagrams.both(before, after))


def _times(both: Comparison, old: Action, new: Action, stands: int) -> Iterator[tuple[ActionChange, int]]:
    if [(t.span, t.words, t.when) for t in old.timings] == [(t.span, t.words, t.when) for t in new.timings]:
        return
    before, after = (" or ".join(dict.fromkeys(in_words(t.span) for t in one.timings)) for one in (old, new))
    cases = both.diagrams.both(both.given, stands)
    other = f"is due within {after}, and was due within {before}"
    said = f"is due within {after} as before, in other words or other cases" if after == before else other
    yield ActionChange(new.id, said, both.count(cases)), cases


def _listed(old: Protocol, new: Protocol) -> Iterator[ActionChange]:
    before, after = {action.id for action in old.actions}, {action.id for action in new.actions}
    yield from (ActionChange(name, "is new", 0) for name in sorted(after - before))
    yield from (ActionChange(name, "is no longer there", 0) for name in sorted(before - after))


def _texts(old: Protocol, new: Protocol) -> Iterator[str]:
    """Words that changed, by what they belong to."""
    for what, ones, others in (
        ("question", old.questions, new.questions), ("rule", old.rules, new.rules),
        ("action", old.actions, new.actions),
        ("level", old.levels, new.levels), ("borough", old.boroughs, new.boroughs),
    ):  # fmt: skip
        known = {one.id: one for one in ones}
        for other in others:
            if other.id in known and _words(known[other.id]) != _words(other):
                yield f"The wording or details of the {what} {other.id} changed."
    yield from _second_looks(old, new)
    if old.groups != new.groups:
        yield "The headings of the list of actions changed."
    if _order(old, new) != _order(new, old):
        yield "The order of the list of actions changed."
    if dict(old.words) != dict(new.words):
        yield "Words used on pages and on paper changed."


def _second_looks(old: Protocol, new: Protocol) -> Iterator[str]:
    """What is asked about again, told whole: it moves no case."""
    before, after = ({one.id: one for one in protocol.second_looks} for protocol in (old, new))
    for name in dict.fromkeys((*before, *after)):
        if name not in before or name not in after:
            yield f"The second look {name} is {'new' if name in after else 'no longer there'}."
        elif before[name] != after[name]:
            yield f"The second look {name} changed."


def _order(one: Protocol, other: Protocol) -> list[str]:
    """The actions that both have, in the order of the first."""
    known = {action.id for action in other.actions}
    return [action.id for action in one.actions if action.id in known]


def _words(thing: object) -> tuple[object, ...]:
    """The parts of a value that are words, names and numbers for people."""
    names = getattr(type(thing), "__slots__", ())
    return tuple(
        getattr(thing, name)
        for name in names
        if isinstance(getattr(thing, name), str) or name in ("daytime", "out_of_hours", "notes", "done_by")
    )
