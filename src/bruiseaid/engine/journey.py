"""The journey: which questions are asked, in which order, and what is set aside. Always replayed from the answers."""

from __future__ import annotations

from bruiseaid.engine.case import Case
from bruiseaid.engine.compiled import NO, YES, World
from bruiseaid.engine.ready import Ready, questions_behind, ready
from bruiseaid.engine.world import Answered, answered, world_of
from bruiseaid.protocol.conditions import names
from bruiseaid.protocol.model import Question, ScopeEnd
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Questions shown together: the first gives the page its title. `after_result`: asked once the result was seen."""

    questions: tuple[str, ...]
    step: str
    after_result: bool = False


@dataclass(frozen=True, slots=True)
class Journey:
    """What is asked of a case. `open_needed`: asked, needed for a conclusion, and not answered."""

    pages: tuple[Page, ...]
    asked: tuple[str, ...]
    set_aside: tuple[str, ...]
    open_needed: tuple[str, ...]
    put_off: tuple[str, ...]


def replay(case: Case) -> Journey:
    """The journey of a case. The same answers give the same journey, however they came about."""
    made = ready(case.protocol)
    given = answered(made, case)
    return journey_of(made, case, given, world_of(made, given, still_open=False))


def journey_of(made: Ready, case: Case, given: Answered, world: World) -> Journey:
    """The journey, where the world is already worked out."""
    end = scope_end(made, world, level_is_possible=True)
    last = _last_question(made, end) if end else None
    asked = _asked(made, world, last)
    put_off = tuple(q.id for q in asked if _is_put_off(made, q, world))
    after = frozenset(step.id for step in made.protocol.steps if step.after_result)
    order = _in_order(asked, put_off, after)
    ids = frozenset(order)
    return Journey(
        pages=_pages(asked, order, after),
        asked=order,
        set_aside=tuple(q.id for q in made.protocol.questions if q.id in case.answers and q.id not in ids),
        open_needed=() if end else tuple(name for name in order if _is_open(made, name, case, given)),
        put_off=put_off,
    )


def scope_end(made: Ready, world: World, *, level_is_possible: bool) -> ScopeEnd | None:
    """The first end outside the scope that certainly holds; those for cases without a level only if there is none."""
    for end, test in made.scope_ends:
        if end.only_without_level and level_is_possible:
            continue
        if test(world, None) == YES:
            return end
    return None


def _last_question(made: Ready, end: ScopeEnd) -> str | None:
    """The last question that decides about the end; nothing after its page is asked."""
    behind = questions_behind(made, names(end.when))
    deciding = [q.id for q in made.protocol.questions if q.id in behind]
    return deciding[-1] if deciding else None


def _asked(made: Ready, world: World, last: str | None) -> list[Question]:
    asked = []
    for question in made.protocol.questions:
        test = made.questions[question.id].asked
        if test is None or test(world, None) == YES:
            asked.append(question)
        if question.id == last:
            break
    return asked


def _is_put_off(made: Ready, question: Question, world: World) -> bool:
    test = made.questions[question.id].put_off
    return test is not None and test(world, None) == YES


def _in_order(asked: list[Question], put_off: tuple[str, ...], after_result: frozenset[str]) -> tuple[str, ...]:
    """The questions as they are asked. What waits for one that is not asked comes last before the result."""
    order = [q.id for q in asked if q.id not in put_off and q.step not in after_result]
    for question in reversed([q for q in asked if q.id in put_off]):
        after = question.put_off_until_after
        order.insert(order.index(after) + 1 if after in order else len(order), question.id)
    return (*order, *(q.id for q in asked if q.step in after_result))


def _pages(asked: list[Question], order: tuple[str, ...], after_result: frozenset[str]) -> tuple[Page, ...]:
    """The pages, each where the question stands that gives it its title, also if another of the page is before it."""
    by_id = {question.id: question for question in asked}
    main = {name: by_id[name].same_page_as if by_id[name].same_page_as in by_id else name for name in order}
    beside: dict[str, list[str]] = {name: [] for name in order if main[name] == name}
    for name in order:
        if main[name] != name:
            beside[main[name]].append(name)
    steps = {name: by_id[name].step for name in beside}
    return tuple(Page((name, *others), steps[name], steps[name] in after_result) for name, others in beside.items())


def _is_open(made: Ready, name: str, case: Case, given: Answered) -> bool:
    question = made.questions[name].question
    if not question.needed:
        return False
    return name not in given.given or (question.type == "marks" and _mark_is_open(made, name, case))


def _mark_is_open(made: Ready, name: str, case: Case) -> bool:
    """Whether a mark lacks a detail that a conclusion needs."""
    marks = case.answers.get(name, ())
    return any(missing_details(made, name, mark) for mark in marks if not isinstance(mark, str))


def missing_details(made: Ready, name: str, entry: object) -> tuple[str, ...]:
    """The needed details that one mark or entry lacks, by id."""
    if not hasattr(entry, "get"):
        return ()
    known = made.questions[name]
    bits = {one.field.id: one.bits.get(str(entry.get(one.field.id, "")), 0) for one in known.fields}
    missing = []
    for one in known.fields:
        if one.field.needed and not bits[one.field.id] and _detail_is_asked(made, one.asked, bits):
            missing.append(one.field.id)
    return tuple(missing)


def _detail_is_asked(made: Ready, asked: object, bits: dict[str, int]) -> bool:
    from bruiseaid.engine.compiled import Entry

    if asked is None:
        return True
    entry = Entry({name: (value,) for name, value in bits.items()})
    return asked(World(), entry) != NO  # type: ignore[operator,no-any-return]
