"""Conditions in plain words, from what the protocol itself calls its questions, answers and facts."""

from __future__ import annotations

from collections.abc import Iterable

from bruiseaid.protocol.conditions import (
    AllOf,
    Always,
    AnyIn,
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
from bruiseaid.protocol.model import AgeFact, CountFact, Field, Protocol, Question, ValueFact


def condition_words(protocol: Protocol, condition: Condition) -> str:
    """The condition in words, for example "the child has only just begun to move about; no concern"."""
    return _Teller(protocol).words(condition)


class _Teller:
    """Knows what the protocol calls things."""

    def __init__(self, protocol: Protocol) -> None:
        self.facts = {fact.id: fact for fact in protocol.facts}
        self.questions = {question.id: question for question in protocol.questions}
        self.details = {detail.id: detail for question in protocol.questions for detail in question.fields}
        self.regions = {region.id: region.name for region in protocol.regions}
        self.told = protocol.in_words

    def words(self, condition: Condition) -> str:
        match condition:
            case Always():
                return "always"
            case AllOf(parts):
                return "; ".join(self._inner(part) for part in parts)
            case AnyOf(parts):
                return " or ".join(self._inner(part) for part in parts)
            case Not(part):
                return self._denied(part)
            case AnyMark(part):
                return "there is a mark" if isinstance(part, Always) else f"a mark: {self.words(part)}"
            case EveryMark(part):
                return f"every mark: {self.words(part)}"
            case AnyIn(name, part):
                return f"someone in {self._question(name)}: {self.words(part)}"
            case Is(name, values):
                return self._is(name, values)
            case AtLeast(name, value):
                return f"{self._name(name)}: {self._value(name, value)} or worse"
            case TwoOrMore(name, values):
                return f"two or more of: {self._listed(name, values)}"
            case Between(name, low, under):
                return f"{self._name(name)}: {_span(low, under)}"

    def _inner(self, part: Condition) -> str:
        words = self.words(part)
        return f"({words})" if isinstance(part, AnyOf | AllOf) else words

    def _denied(self, part: Condition) -> str:
        match part:
            case Not(inner):
                return self.words(inner)
            case Is(name, (value,)) if f"{name}.not.{value}" in self.told:
                return self.told[f"{name}.not.{value}"]
            case AtLeast(name, value):
                return f"{self._name(name)}: less than {self._value(name, value)}"
            case Is(name, values) if name not in self.facts:
                return f"{self._name(name)}: other than {self._listed(name, values)}"
            case _:
                return f"not ({self.words(part)})"

    def _is(self, name: str, values: tuple[str, ...]) -> str:
        fact = self.facts.get(name)
        whole = [self.told.get(f"{name}.{value}") for value in values]
        if all(whole) and name not in self.told:
            return " or ".join(words for words in whole if words)
        if isinstance(fact, ValueFact) and set(fact.values) == {"yes", "no"} and len(values) == 1:
            return _lower(fact.means) if values[0] == "yes" else f"not: {_lower(fact.means)}"
        return f"{self._name(name)}: {self._listed(name, values)}"

    def _name(self, name: str) -> str:
        if name in self.told:
            return self.told[name]
        fact = self.facts.get(name)
        if isinstance(fact, ValueFact | AgeFact | CountFact):
            return _lower(fact.means)
        if name in self.questions:
            return self._question(name)
        detail = self.details.get(name)
        return _lower(detail.label) if isinstance(detail, Field) else name.replace("_", " ")

    def _question(self, name: str) -> str:
        return _lower(self.questions[name].short)

    def _listed(self, name: str, values: Iterable[str]) -> str:
        return " or ".join(self._value(name, value) for value in values)

    def _value(self, name: str, value: str) -> str:
        """What the protocol says it in; an option's own words; a place's name; else the value itself."""
        if f"{name}.{value}" in self.told:
            return self.told[f"{name}.{value}"]
        asked: Question | Field | None = None if name in self.facts else self.questions.get(name)
        asked = asked or (None if name in self.facts else self.details.get(name))
        for option in asked.options if asked is not None else ():
            if option.id == value:
                return _lower(option.short or option.label)
        return _lower(self.regions[value]) if value in self.regions else value.replace("_", " ")


def _lower(text: str) -> str:
    """The text as it goes on in a sentence; words that keep their capitals keep them."""
    second = text[1:2]
    return text[:1].lower() + text[1:] if second.islower() or second == " " else text


def _span(low: int | None, under: int | None) -> str:
    if low is not None and under is not None:
        return f"from {low} to under {under}" if under > low + 1 else str(low)
    return f"{low} or more" if low is not None else f"under {under}"
