"""What it means that one thing becomes more worrying: which answers may differ, and from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.pairs.differences import Difference
from bruiseaid.proof.space.looks import question_of
from bruiseaid.proof.space.uses import conditions_of_fact
from bruiseaid.proof.space.variables import BirthDate
from bruiseaid.protocol.conditions import Between, Is, TwoOrMore, names, walk
from bruiseaid.protocol.model import AgeFact, ValueFact


def fact_steps(prover: Prover, name: str, kept: Iterable[str] = (), *, strict: bool) -> Iterator[Difference]:
    """The steps of an ordered fact of the case from each value to the ones after it.

    The answers of its own may differ: those it names itself, and those that only it and the facts made for it name.
    What other facts see of these answers stays the same; if `strict`, so does what rules see of them directly. `kept`
    are questions that do not differ in any case.
    """
    fact = prover.meaning.facts[name]
    assert isinstance(fact, ValueFact)
    own = prover.uses.made_for(fact)
    freed = prover.space.variables_behind(_own_questions(prover, fact, own) - frozenset(kept))
    questions = frozenset(q for q in prover.meaning.questions if prover.space.variables_behind((q,)) & freed)
    alike = tuple(_seen_by_others(prover, questions, own | {name}, strict))
    sets = prover.meaning.values(name)
    for index in range(1, len(sets)):
        calmer, worse = prover.diagrams.any(sets[:index]), prover.diagrams.any(sets[index:])
        yield Difference(freed, calmer, worse, alike)


def _own_questions(prover: Prover, fact: ValueFact, own: frozenset[str]) -> frozenset[str]:
    questions = prover.meaning.questions.keys()
    others = [f for f in prover.protocol.facts if f.id != fact.id and f.id not in own]
    elsewhere = frozenset().union(*(prover.uses.named(f) for f in others)) if others else frozenset()
    found = prover.uses.named(fact) & questions
    for name in own:
        found |= (prover.uses.named(prover.meaning.facts[name]) & questions) - elsewhere
    lists = {q for q in questions if prover.meaning.questions[q].type in ("marks", "people", "entries")}
    return frozenset(found) - lists


def _seen_by_others(prover: Prover, questions: frozenset[str], own: frozenset[str], strict: bool) -> Iterator[int]:
    conditions = [when for f in prover.protocol.facts if f.id not in own for when in conditions_of_fact(f)]
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
    return frozenset((name,)) if fact is None else prover.uses.named(fact) if isinstance(fact, AgeFact) else frozenset()


def answer_steps(prover: Prover, question: str, ranks: Iterable[Iterable[str]]) -> Iterator[Difference]:
    """The steps of an answer from each rank to the ones after it."""
    sets = [prover.meaning.holds(Is(question, tuple(rank))) for rank in ranks]
    freed = prover.space.variables_behind((question,))
    for index in range(1, len(sets)):
        yield Difference(freed, prover.diagrams.any(sets[:index]), prover.diagrams.any(sets[index:]))


def date_steps(prover: Prover, question: str, earlier: bool = False) -> Iterator[Difference]:
    """The steps from a date to a later one (or to an `earlier` one), born as early."""
    known = prover.space.variables.get(question)
    if not isinstance(known, BirthDate):
        return
    pairs = [(new, old) if earlier else (old, new) for old, new in known.births.younger]
    for worse in range(len(known.births.classes)):
        before = [one for one, other in pairs if other == worse]
        if before:
            first = prover.diagrams.among(known.variable, before)
            yield Difference(frozenset((known.variable,)), first, prover.diagrams.among(known.variable, (worse,)))


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
    own = prover.uses.made_for(fact)
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
            more = prover.uses.named(fact) - found
            found |= more
            queue.extend(more)
    return frozenset(found)
