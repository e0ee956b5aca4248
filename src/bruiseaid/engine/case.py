"""A case: one pass through the protocol. All the state there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

from bruiseaid.protocol.model import Protocol
from bruiseaid.values import dataclass

Entry: TypeAlias = Mapping[str, str]
Answer: TypeAlias = str | tuple[str, ...] | tuple[Entry, ...] | Entry
"""As in the case file: every single value is text; ticks are a tuple of ids; marks, people and entries a tuple of
tables; a group is one table. Dates are YYYY-MM-DD, times ISO 8601."""


def _empty() -> Mapping[str, Answer]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Case:
    """The protocol, when the mark was seen (aware), the borough, and the answers given so far, by question id.

    Answers to questions that are stored elsewhere in the case file (`child`, `practitioner`) stand here too, under
    their question's id.
    """

    protocol: Protocol
    seen_at: datetime
    borough: str
    answers: Mapping[str, Answer] = field(default_factory=_empty)

    def with_answer(self, question: str, answer: Answer) -> Case:
        """The same case with one answer given or changed."""
        return replace(self, answers=MappingProxyType({**self.answers, question: answer}))

    def without_answer(self, question: str) -> Case:
        """The same case with one answer taken back; unknown ids change nothing."""
        kept = {key: value for key, value in self.answers.items() if key != question}
        return replace(self, answers=MappingProxyType(kept))
