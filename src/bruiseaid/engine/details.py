"""Which details of one entry (a mark, a person, a call, a group) are asked, by what else the entry says."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.protocol.conditions import AllOf, Always, AnyOf, Condition, Is, Not, names
from bruiseaid.protocol.model import Field, Question


def fields_asked(question: Question, entry: Mapping[str, str]) -> tuple[Field, ...]:
    """The details that are asked of this entry: those whose `ask_when` holds over its other details."""
    return tuple(field for field in question.fields if holds(field.ask_when, question, entry))


def holds(condition: Condition, question: Question, entry: Mapping[str, str]) -> bool:
    """Whether a condition over the details of one entry holds; a detail not given has its `if_absent`."""
    match condition:
        case Always():
            return True
        case AllOf(parts):
            return all(holds(part, question, entry) for part in parts)
        case AnyOf(parts):
            return any(holds(part, question, entry) for part in parts)
        case Not(part):
            return not holds(part, question, entry)
        case Is(name, values):
            return (entry.get(name) or _absent(question, name)) in values
        case _:
            return False


def _absent(question: Question, name: str) -> str:
    return next((field.if_absent or "" for field in question.fields if field.id == name), "")


def is_set_aside(question: Question, detail: Field, entry: Mapping[str, str]) -> bool:
    """Whether what the entry says rules this detail out. Never while what it depends on is not said in the entry."""
    return all(entry.get(name) for name in names(detail.ask_when)) and not holds(detail.ask_when, question, entry)
