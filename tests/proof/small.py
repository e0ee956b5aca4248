"""Small protocols made by chance from a seed: few questions, some facts, some rules of every kind.

They are values; nothing of the shipped rules is in them. Small enough that every case can be tried one by one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from math import prod
from random import Random

from bruiseaid.protocol.asking import Field, Option, Question
from bruiseaid.protocol.conditions import (
    ALWAYS,
    AllOf,
    AnyMark,
    AnyOf,
    AtLeast,
    Between,
    Condition,
    EveryMark,
    Is,
    Not,
    TwoOrMore,
)
from bruiseaid.protocol.model import (
    AgeFact,
    CountFact,
    Effect,
    Fact,
    Level,
    Protocol,
    Region,
    Rule,
    ScopeEnd,
    ValueFact,
)
from tests.proof.setting import shipped

MOST_WAYS = 36
BOTH, SOURCES = ("left", "right"), ("APP",)
LEVELS = tuple(Level(name, name, name, "circle", opens_act_now=name == "L3") for name in ("L0", "L1", "L2", "L3"))
REGIONS = (
    Region("arm", "Arm", BOTH, ("front",), {"class": "k", "part": "limb"}),
    Region("leg", "Leg", BOTH, ("front",), {"class": "p", "part": "limb"}),
    Region("nose", "Nose", ("middle",), ("front",), {"class": "p", "part": "head"}),
)


@dataclass
class Maker:
    """Makes the parts of one protocol; `case` and `mark` are what conditions may name so far."""

    rng: Random
    case: list[Condition] = field(default_factory=list)
    mark: list[Condition] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    has_marks: bool = False

    def chance(self, likely: float) -> bool:
        return self.rng.random() < likely

    def some(self, values: tuple[str, ...]) -> tuple[str, ...]:
        chosen = self.rng.sample(values, self.rng.randint(1, max(1, len(values) - 1)))
        return tuple(one for one in values if one in chosen)

    def about_case(self, depth: int = 2) -> Condition:
        """A condition over the case."""
        kind = self.rng.random()
        if depth and kind < 0.4:
            parts = tuple(self.about_case(depth - 1) for _ in range(2))
            return AllOf(parts) if self.chance(0.6) else AnyOf(parts)
        if kind < 0.5:
            return Not(self.about_case(0))
        if self.has_marks and kind < 0.65:
            return (AnyMark if self.chance(0.7) else EveryMark)(self.about_mark(1))
        return self.rng.choice(self.case)

    def about_mark(self, depth: int = 1) -> Condition:
        """A condition over one mark, which may look at the case as well."""
        kind = self.rng.random()
        if depth and kind < 0.35:
            parts = tuple(self.about_mark(depth - 1) for _ in range(2))
            return AllOf(parts) if self.chance(0.6) else AnyOf(parts)
        if kind < 0.45:
            return Not(self.about_mark(0))
        return self.rng.choice(self.case if kind < 0.6 else self.mark)

    def ask(self, question: Question) -> None:
        """Adds a question, now and then one that is asked only in some cases or need not be answered."""
        if self.case and question.type != "marks" and self.chance(0.3):
            question = replace(question, ask_when=self.about_case(1))
        if self.chance(0.2) and question.type != "marks":
            absent = (question.options[0].id,) if question.options and self.chance(0.5) else None
            question = replace(question, needed=False, if_absent=absent)
        self.questions.append(question)
        ids = tuple(option.id for option in question.options)
        if question.type in ("choice", "ticks"):
            self.case += [Is(question.id, self.some(ids)) for _ in range(3)]
        if question.type == "ticks" and len(ids) > 2:
            self.case.append(TwoOrMore(question.id, ids[1:]))

    def number(self, name: str, most: int) -> None:
        """Conditions on a number, with one or two borders."""
        for _ in range(2):
            low = self.rng.randint(1, most)
            self.case.append(Between(name, low, None) if self.chance(0.5) else Between(name, None, low))
        if most > 1:
            self.case.append(Between(name, 1, most))

    def value_fact(self, name: str, of_each_mark: bool) -> None:
        """A fact with two or three values."""
        values = ("none", "some", "much")[: self.rng.choice((2, 2, 3))]
        make = self.about_mark if of_each_mark else self.about_case
        branches = tuple((value, make(1)) for value in self.rng.sample(values[1:], len(values) - 1))
        ordered = self.chance(0.8)
        self.facts.append(ValueFact(name, name, values, branches, values[0], ordered, of_each_mark))
        known = self.mark if of_each_mark else self.case
        known += [Is(name, (values[-1],)), Is(name, values[1:]), Is(name, (values[0],))]
        if ordered:
            known.append(AtLeast(name, values[-1]))

    def count_fact(self, name: str) -> None:
        """How many marks meet a condition, or how many different values they have, or on both sides."""
        kind = self.rng.choice(("", "", "region", "class", "sides"))
        where = ALWAYS if self.chance(0.3) else self.about_mark()
        both = "region" if kind == "sides" else ""
        self.facts.append(CountFact(name, name, where, "" if both else kind, both))
        self.number(name, 1 if both else 2)

    def effect(self) -> Effect:
        """An effect of any kind."""
        kinds = ("at_least", "at_least", "at_least", "late", "base", "base", "raise_by", "cap")
        kind = self.rng.choice(kinds if self.has_marks else kinds[:4])
        level = self.rng.choice(LEVELS).id
        when = ALWAYS if kind in ("base", "cap") and self.chance(0.4) else self.about_case()
        marks = self.about_mark() if kind in ("base", "cap") else None
        if kind in ("at_least", "late", "raise_by") and self.has_marks and self.chance(0.25):
            marks = self.about_mark()
        if kind == "late":
            border = self.rng.choice(LEVELS).id
            so_far: Condition = AtLeast("level_so_far", border)
            when = AllOf((when, so_far if self.chance(0.7) else Not(so_far)))
        steps = self.rng.choice((1, 1, 2)) if kind == "raise_by" else 0
        named = "at_least" if kind == "late" else kind
        return Effect(named, "" if steps else level, steps, when, marks, kind == "late")  # type: ignore[arg-type]


def options(*ids: str, alone: str = "") -> tuple[Option, ...]:
    return tuple(Option(one, one, alone=one == alone) for one in ids)


def asked(name: str, kind: str, ids: tuple[Option, ...] = (), **more: object) -> Question:
    return Question(name, "safe", kind, name, name, options=ids, needed=True, sources=SOURCES, **more)  # type: ignore[arg-type]


def details(maker: Maker) -> tuple[Field, ...]:
    """The details of a mark: its place, its kind, and now and then one that is asked because of the kind."""
    fields = [Field("region", "region", "region", needed=True)]
    kinds = options("dot", "line")
    fields.append(Field("kind", "choice", "kind", options=kinds, needed=True))
    if maker.chance(0.4):
        when = Is("kind", ("dot",)) if maker.chance(0.6) else ALWAYS
        absent = "plain" if maker.chance(0.5) else None
        fields.append(Field("look", "choice", "look", options=options("plain", "odd"), if_absent=absent, ask_when=when))
    return (*fields, Field("side", "choice", "side", options=options("left", "right", "middle")))


def small_protocol(seed: int) -> Protocol:
    """The protocol of a seed, with no more ways of answering than can be tried."""
    return next(p for n in count() if ways_of_answering(p := _made(seed, Random(f"{seed}/{n}"))) <= MOST_WAYS)


def ways_of_answering(protocol: Protocol) -> int:
    """How many rows of answers there are, roughly: a date counts as six."""
    return prod(_answers(q) for q in protocol.questions)


def _answers(question: Question) -> int:
    options = len(question.options)
    match question.type:
        case "choice":
            return options
        case "ticks":
            return 1 << (options - 1)
        case "number" | "date":
            return 4 if question.type == "number" else 6
        case _:
            return 1


def _made(seed: int, rng: Random) -> Protocol:
    maker = Maker(rng)
    kinds = rng.sample(("choice", "choice", "ticks", "number", "date"), 2 if rng.random() < 0.7 else 3)
    for index, kind in enumerate(kinds):
        _ask(maker, f"q{index}", kind)
    if rng.random() < 0.8:
        maker.ask(asked("marks", "marks", fields=details(maker)))
        maker.has_marks = True
        inside = [f for f in maker.questions[-1].fields if f.options and f.id != "side"]
        maker.mark += [Is(f.id, (option.id,)) for f in inside for option in f.options]
        maker.mark += [Is("class", ("k",)), Is("part", ("limb",)), Is("region", ("nose",))]
    for index in range(rng.randint(2, 4)):
        of_marks = maker.has_marks and rng.random() < 0.6
        if of_marks and rng.random() < 0.4:
            maker.count_fact(f"c{index}")
        else:
            maker.value_fact(f"f{index}", of_marks)
    rules = tuple(
        Rule(f"R{i}", "", SOURCES, tuple(maker.effect() for _ in range(rng.choice((1, 1, 2)))))
        for i in range(rng.randint(3, 7))
    )
    ends = (ScopeEnd("end", "", "", maker.about_case(), rng.random() < 0.5, ()),) if rng.random() < 0.25 else ()
    levels = LEVELS
    return replace(
        shipped(), id=f"small-{seed}", levels=levels, cap_of_a_mark=rng.choice(levels).id, scope_ends=ends, ladder=(),
        standing_level_without=("R0",) if rng.random() < 0.4 else (), questions=tuple(maker.questions),
        facts=tuple(maker.facts), rules=rules, actions=(), regions=REGIONS, promises=(), scenarios=(), sha256="",
    )  # fmt: skip


def _ask(maker: Maker, name: str, kind: str) -> None:
    if kind == "choice":
        maker.ask(asked(name, kind, options("a", "b", "c")[: maker.rng.choice((2, 3))]))
    elif kind == "ticks":
        maker.ask(asked(name, kind, options("none", "x", "y", "z", alone="none")[: maker.rng.choice((3, 4))]))
    elif kind == "number":
        maker.ask(asked(name, kind, least=0, greatest=3, unit="h"))
        maker.number(name, 3)
    else:
        maker.questions.append(asked(name, kind, not_after="seen_at"))
        early = f"{name}_early" if maker.chance(0.4) else ""
        if early:
            maker.questions.append(replace(asked(early, "number", least=0, greatest=2, unit="w"), needed=False))
        unit = maker.rng.choice(("days", "months"))
        maker.facts.append(AgeFact(f"{name}_age", "age", unit, name, early))  # type: ignore[arg-type]
        maker.number(f"{name}_age", 3)
        if early:
            maker.facts.append(AgeFact(f"{name}_born", "age", "days", name))
            maker.number(f"{name}_born", 10)
