"""What it means that one thing becomes more worrying: which answers may differ, and from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bruiseaid.proof.differences import Difference
from bruiseaid.proof.looks import conditions_of, question_of
from bruiseaid.proof.prover import Prover
from bruiseaid.proof.variables import BirthDate
from bruiseaid.protocol.conditions import Between, Condition, Is, TwoOrMore, names, walk
from bruiseaid.protocol.model import AgeFact, CountFact, Fact, ValueFact


def fact_steps(prover: Prover, name: str, kept: Iterable[str] = (), *, strict: bool) -> Iterator[Difference]:
    """The steps of an ordered fact of the case from each value to the ones after it.

    The answers of its own may differ: those it names itself, and those that only it and the facts made for it name.
    What other facts see of these answers stays the same; if `strict`, so does what rules see of them directly. `kept`
    are questions that do not differ in any case.
    """
    fact = prover.meaning.facts[name]
    assert isinstance(fact, ValueFact)
    own = _made_for(prover, fact)
    freed = prover.space.variables_behind(_own_questions(prover, fact, own) - frozenset(kept))
    questions = frozenset(q for q in prover.meaning.questions if prover.space.variables_behind((q,)) & freed)
    alike = tuple(_seen_by_others(prover, questions, own | {name}, strict))
    sets = prover.meaning.values(name)
    for index in range(1, len(sets)):
        calmer, worse = prover.diagrams.any(sets[:index]), prover.diagrams.any(sets[index:])
        yield Difference(freed, calmer, worse, alike)


def _named(fact: Fact) -> frozenset[str]:
    match fact:
        case AgeFact():
            return frozenset((fact.since, fact.weeks_later)) - {""}
        case CountFact():
            return names(fact.where)
        case _:
            return frozenset().union(*(names(when) for _, when in fact.branches))


def _behind(prover: Prover, name: str) -> frozenset[str]:
    """Every question and fact that a fact rests on."""
    found: set[str] = set()
    queue = [name]
    while queue:
        fact = prover.meaning.facts.get(queue.pop())
        for one in _named(fact) if fact is not None else ():
            if one not in found:
                found.add(one)
                queue.append(one)
    return frozenset(found)


def _made_for(prover: Prover, fact: ValueFact) -> frozenset[str]:
    """The facts that are there for this one: nothing else uses them, or they rest on nothing but answers it names."""
    own: set[str] = set()
    direct = _named(fact) & prover.meaning.questions.keys()
    for name in sorted(_behind(prover, fact.id) & prover.meaning.facts.keys()):
        questions = _behind(prover, name) & prover.meaning.questions.keys()
        if questions and questions <= direct:
            own.add(name)
    used = _users(prover)
    changed = True
    while changed:
        more = {n for n in _behind(prover, fact.id) & used.keys() if used[n] <= own | {fact.id}} - own
        own |= more
        changed = bool(more)
    return frozenset(own)


def _users(prover: Prover) -> dict[str, set[str]]:
    """By fact, the facts that use it; '' for anything else."""
    used: dict[str, set[str]] = {name: set() for name in prover.meaning.facts}
    for fact in prover.protocol.facts:
        for name in _named(fact) & used.keys():
            used[name].add(fact.id)
    of_facts = {id(when) for f in prover.protocol.facts for when in _conditions(f)}
    for one in conditions_of(prover.protocol):
        if id(one.condition) not in of_facts:
            for name in names(one.condition) & used.keys():
                used[name].add("")
    return used


def _conditions(fact: Fact) -> list[Condition]:
    if isinstance(fact, CountFact):
        return [fact.where]
    return [when for _, when in fact.branches] if isinstance(fact, ValueFact) else []


def _own_questions(prover: Prover, fact: ValueFact, own: frozenset[str]) -> frozenset[str]:
    questions = prover.meaning.questions.keys()
    others = [f for f in prover.protocol.facts if f.id != fact.id and f.id not in own]
    elsewhere = frozenset().union(*(_named(f) for f in others)) if others else frozenset()
    found = _named(fact) & questions
    for name in own:
        found |= (_named(prover.meaning.facts[name]) & questions) - elsewhere
    lists = {q for q in questions if prover.meaning.questions[q].type in ("marks", "people", "entries")}
    return frozenset(found) - lists


def _seen_by_others(prover: Prover, questions: frozenset[str], own: frozenset[str], strict: bool) -> Iterator[int]:
    conditions = [when for f in prover.protocol.facts if f.id not in own for when in _conditions(f)]
    if strict:
        for rule in prover.protocol.rules:
            conditions += [effect.when for effect in rule.effects]
        conditions += [end.when for end in prover.protocol.scope_ends]
    seen = {
        part
        for condition in conditions
        for part in walk(condition)
        if (isinstance(part, Is | TwoOrMore) and part.name in questions)
        or (isinstance(part, Between) and part.name not in own and _counts_from(prover, part.name) & questions)
    }
    yield from sorted({prover.meaning.holds(part) for part in seen} - {0, 1})


def _counts_from(prover: Prover, name: str) -> frozenset[str]:
    """The questions that a number rests on directly."""
    fact = prover.meaning.facts.get(name)
    return frozenset((name,)) if fact is None else _named(fact) if isinstance(fact, AgeFact) else frozenset()


def answer_steps(prover: Prover, question: str, ranks: Iterable[Iterable[str]]) -> Iterator[Difference]:
    """The steps of an answer from each rank to the ones after it."""
    sets = [prover.meaning.holds(Is(question, tuple(rank))) for rank in ranks]
    freed = prover.space.variables_behind((question,))
    for index in range(1, len(sets)):
        yield Difference(freed, prover.diagrams.any(sets[:index]), prover.diagrams.any(sets[index:]))


def date_steps(prover: Prover, question: str) -> Iterator[Difference]:
    """The steps from a date of birth to a later one, born as early."""
    known = prover.space.variables.get(question)
    if not isinstance(known, BirthDate):
        return
    for later in range(len(known.births.classes)):
        before = [old for old, new in known.births.younger if new == later]
        if before:
            first = prover.diagrams.among(known.variable, before)
            yield Difference(frozenset((known.variable,)), first, prover.diagrams.among(known.variable, (later,)))


def any_two_answers(prover: Prover, question: str, among: Iterable[str]) -> Iterator[Difference]:
    """Any two answers of a question, or any two of some of them, both ways."""
    wanted = tuple(among)
    sets = prover.meaning.holds(Is(question, wanted)) if wanted else prover.meaning.asked(question)
    yield Difference(prover.space.variables_behind((question,)), sets, sets)


def any_two_values(prover: Prover, name: str, among: Iterable[str]) -> Iterator[Difference]:
    """Any two values of a fact, or any two of some of them, both ways."""
    fact = prover.meaning.facts[name]
    assert isinstance(fact, ValueFact)
    wanted = tuple(among) or fact.values
    own = _made_for(prover, fact)
    questions = _own_questions(prover, fact, own)
    held = prover.meaning.holds(Is(name, wanted))
    alike = tuple(_seen_by_others(prover, questions, own | {name}, False))
    yield Difference(prover.space.variables_behind(questions), held, held, alike)


def free_fields(prover: Prover, list_id: str, name: str) -> frozenset[str]:
    """The fields of an entry that may differ when a detail or fact of it does: and those asked because of them."""
    question = question_of(prover.protocol, list_id)
    fields = {one.id: one for one in question.fields} if question else {}
    fact = prover.meaning.facts.get(name)
    found = (
        {name}
        if fact is None
        else {n for n in _behind_entry(prover, name) if n in fields and fields[n].type != "region"}
    )
    changed = True
    while changed:
        more = {one.id for one in fields.values() if names(one.ask_when) & found} - found
        found |= more
        changed = bool(more)
    return frozenset(found)


def _behind_entry(prover: Prover, name: str) -> frozenset[str]:
    """What the fact of an entry rests on inside the entry."""
    found: set[str] = set()
    queue = [name]
    while queue:
        fact = prover.meaning.facts.get(queue.pop())
        if isinstance(fact, ValueFact) and fact.of_each_mark:
            more = _named(fact) - found
            found |= more
            queue.extend(more)
    return frozenset(found)
