"""What is shown of a level, of a source and of a number to ring, wherever it is shown."""

from __future__ import annotations

from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level as a shape with its letter and name; `possible` False is shown crossed out."""

    letter: str
    name: str
    shape: str
    possible: bool = True


@dataclass(frozen=True, slots=True)
class SourceView:
    """A citation: its key and what it is."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class PhoneView:
    """A number to ring. `open` is "open", "closed" or "" where hours are not known; `checked` warns."""

    name: str
    phone: str
    spoken: str
    open: str
    open_words: str
    hours: str
    others: tuple[str, ...]
    checked: str
