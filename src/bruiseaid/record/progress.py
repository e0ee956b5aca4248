"""What people did about a case: kept beside the answers, printed in the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from bruiseaid.engine.case import Case
from bruiseaid.record.model import Done, Event

DECISION = "decision"
"""Key of what was done under which a decision for another level is kept."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that was changed: the words before and after, and the level before and after ('' if none)."""

    at: datetime
    question: str
    before: str
    after: str
    level_before: str = ""
    level_after: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A case on its way: the answers, what was done, and the page it was left at."""

    id: str
    started_at: datetime
    saved_at: datetime
    case: Case
    page: str = ""
    done: Mapping[str, Done] = field(default_factory=lambda: MappingProxyType({}))
    rungs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[Change, ...] = ()
    events: tuple[Event, ...] = ()
    practice: bool = False
