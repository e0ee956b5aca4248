"""Which single answers, if they turned out differently, would raise the level. Tried out, not guessed."""

from __future__ import annotations

from collections.abc import Container, Iterator

from bruiseaid.engine.case import Case
from bruiseaid.engine.classes import Looks, choice_classes, level_conditions, looks_at
from bruiseaid.engine.journey import journey_of, scope_end
from bruiseaid.engine.levels import levels_of
from bruiseaid.engine.ready import Ready, ReadyQuestion, ready
from bruiseaid.engine.world import Answered, answered, world_of
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Raising:
    """One of these answers to this question would raise the level to this one.

    `mark`: the place of the mark whose detail `field` it is; None: the question itself. `options`: ids.
    """

    question: str
    mark: int | None
    field: str
    options: tuple[str, ...]
    level: str


def what_would_raise(case: Case, level: str, among: Container[str] | None = None) -> tuple[Raising, ...]:
    """Every single change of an answer that certainly leads higher than `level`, the most urgent first.

    Choices, ticks and details of marks are changed; a tick is added to those that stand. Answers that no condition
    tells apart are tried once; one that may stay empty and does counts as its `if_absent`. Dates
    and places on the body are not changed. `among`: only these questions; None: all that are asked.
    """
    made = ready(case.protocol)
    given = answered(made, case)
    journey = journey_of(made, case, given, world_of(made, given, still_open=False))
    at = made.levels[level]
    found: dict[tuple[str, int | None, str, int], list[str]] = {}
    for question in (name for name in journey.asked if among is None or name in among):
        for (mark, field, options), changed in _changes(made, made.questions[question], given):
            world = world_of(made, changed, still_open=False)
            reached = levels_of(made, world).least
            if reached > at and scope_end(made, world, level_is_possible=True) is None:
                found.setdefault((question, mark, field, reached), []).extend(options)
    ids = [one.id for one in case.protocol.levels]
    raised = [Raising(name, mark, field, tuple(options), ids[to]) for (name, mark, field, to), options in found.items()]
    return tuple(sorted(raised, key=lambda one: -made.levels[one.level]))


def _changes(
    made: Ready, known: ReadyQuestion, given: Answered
) -> Iterator[tuple[tuple[int | None, str, tuple[str, ...]], Answered]]:
    name, kind = known.question.id, known.question.type
    looks = _looks(made)
    if kind == "marks":
        yield from _changes_of_marks(made, known, given)
        return
    now = given.chosen.get(name, known.absent or 0)
    if name not in looks:
        return
    if kind == "choice":
        for group in choice_classes(known.bits, looks[name]):
            if now not in [known.bits[option] for option in group]:
                yield (None, "", group), given.with_choice(name, known.bits[group[0]])
    elif kind == "ticks":
        alone = sum(known.bits[option.id] for option in known.question.options if option.alone)
        for group in choice_classes((o.id for o in known.question.options if not o.alone), looks[name]):
            missing = tuple(option for option in group if not known.bits[option] & now)
            if missing:
                yield (None, "", missing), given.with_choice(name, now & ~alone | known.bits[missing[0]])


def _changes_of_marks(
    made: Ready, known: ReadyQuestion, given: Answered
) -> Iterator[tuple[tuple[int | None, str, tuple[str, ...]], Answered]]:
    marks, looks = given.entries.get(known.question.id, ()), _looks(made)
    for place, mark in enumerate(marks):
        for one in known.fields:
            detail = one.field
            if detail.type != "choice" or detail.id not in mark or detail.id not in looks:
                continue
            for group in choice_classes(one.bits, looks[detail.id]):
                if mark[detail.id] not in [one.bits[option] for option in group]:
                    changed = {**mark, detail.id: one.bits[group[0]]}
                    entries = (*marks[:place], changed, *marks[place + 1 :])
                    yield (place, detail.id, group), given.with_entries(known.question.id, entries)


_kept: list[tuple[Ready, dict[str, Looks]]] = []


def _looks(made: Ready) -> dict[str, Looks]:
    """How the conditions look at each answer; worked out once for a protocol."""
    for one, looks in _kept:
        if one is made:
            return looks
    looks = dict(looks_at(level_conditions(made.protocol)))
    _kept[:] = [(made, looks)]
    return looks
