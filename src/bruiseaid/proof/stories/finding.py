"""What a check found, and the story that shows it."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, TypeAlias

from bruiseaid.engine.case import Case
from bruiseaid.values import dataclass

CheckName: TypeAlias = Literal["total", "alive", "ordered", "promised", "floored", "covered", "decided"]
CHECKS: tuple[CheckName, ...] = ("total", "alive", "ordered", "promised", "floored", "covered", "decided")


@dataclass(frozen=True, slots=True)
class Where:
    """Where to look: the section of the files ('rules', 'boroughs') and the id in it ('' for the whole section)."""

    section: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A case of a story: what the proof says of it and what the running engine says. Levels by id; None for no level.

    `under`: which protocol it is told under, in words, where there are two.
    """

    case: Case
    proved: str | None
    replayed: str | None
    under: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One or two cases that show a finding, the calmer or earlier one first."""

    cases: tuple[Told, ...]

    @property
    def is_reproduced(self) -> bool:
        """Whether the running engine comes to the same levels."""
        return all(one.proved == one.replayed for one in self.cases)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that keeps a protocol from being put in force. `message` is one or more whole sentences."""

    check: CheckName
    place: Where
    message: str
    story: Story | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """The result of all checks. `notes`: what was left out by name, what was not analysed, and figures. `undecided`:
    what was neither shown nor refuted within the tries allowed; without it and without findings all is proved.
    `compared`: whether it was held against the shipped protocol; one about something else is not."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    cases: int = 0
    raw_cases: int = 0
    kinds_of_mark: int = 0
    promises: tuple[tuple[str, str], ...] = field(default=())
    undecided: tuple[str, ...] = ()
    compared: bool = True

    @property
    def is_proved(self) -> bool:
        """Whether everything was looked at to the end and nothing was found."""
        return not self.findings and not self.undecided
