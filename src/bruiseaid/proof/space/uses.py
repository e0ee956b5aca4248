"""Which questions and facts each fact of a protocol looks at, and what looks at it."""

from __future__ import annotations

from functools import cached_property

from bruiseaid.proof.space.looks import conditions_of
from bruiseaid.protocol.conditions import Condition, names
from bruiseaid.protocol.model import AgeFact, CountFact, Fact, Protocol, ValueFact


class Uses:
    """What the facts of one protocol look at, by name; each is worked out once."""

    def __init__(self, protocol: Protocol) -> None:
        self.protocol = protocol
        self.facts = {fact.id: fact for fact in protocol.facts}
        self.questions = frozenset(question.id for question in protocol.questions)
        self._named: dict[str, frozenset[str]] = {}
        self._behind: dict[str, frozenset[str]] = {}

    def named(self, fact: Fact) -> frozenset[str]:
        """The questions, facts and details that a fact names itself."""
        if fact.id not in self._named:
            self._named[fact.id] = _named(fact)
        return self._named[fact.id]

    def behind(self, name: str) -> frozenset[str]:
        """Every question and fact that a fact rests on."""
        if name not in self._behind:
            found: set[str] = set()
            queue = [name]
            while queue:
                fact = self.facts.get(queue.pop())
                more = self.named(fact) - found if fact is not None else frozenset[str]()
                found |= more
                queue.extend(more)
            self._behind[name] = frozenset(found)
        return self._behind[name]

    @cached_property
    def users(self) -> dict[str, set[str]]:
        """By fact, the facts that use it; '' for anything else."""
        used: dict[str, set[str]] = {name: set() for name in self.facts}
        for fact in self.protocol.facts:
            for name in self.named(fact) & used.keys():
                used[name].add(fact.id)
        of_facts = {id(when) for fact in self.protocol.facts for when in conditions_of_fact(fact)}
        for one in conditions_of(self.protocol):
            if id(one.condition) not in of_facts:
                for name in names(one.condition) & used.keys():
                    used[name].add("")
        return used

    def made_for(self, fact: ValueFact) -> frozenset[str]:
        """The facts that are there for this one: nothing else uses them, or they rest on nothing but answers it
        names."""
        own: set[str] = set()
        direct = self.named(fact) & self.questions
        behind = self.behind(fact.id)
        for name in behind & self.facts.keys():
            questions = self.behind(name) & self.questions
            if questions and questions <= direct:
                own.add(name)
        changed = True
        while changed:
            more = {n for n in behind & self.users.keys() if self.users[n] <= own | {fact.id}} - own
            own |= more
            changed = bool(more)
        return frozenset(own)


def conditions_of_fact(fact: Fact) -> list[Condition]:
    """The conditions a fact is made of."""
    if isinstance(fact, CountFact):
        return [fact.where]
    return [when for _, when in fact.branches] if isinstance(fact, ValueFact) else []


def _named(fact: Fact) -> frozenset[str]:
    if isinstance(fact, AgeFact):
        return frozenset((fact.since, fact.weeks_later)) - {""}
    return frozenset().union(*map(names, conditions_of_fact(fact)))
