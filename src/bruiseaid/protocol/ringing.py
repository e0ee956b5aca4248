"""Boroughs, telephone lines, their hours, and the days on which offices are closed, as values."""

from __future__ import annotations

from datetime import date, time

from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Hours:
    """When a line is open: weekday 0 (Monday) to 6, from and until local time."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone line. `hours` None: not known; an empty tuple is never used (see `always`)."""

    id: str
    name: str
    phone: str
    hours: tuple[Hours, ...] | None
    always: bool
    status: str
    checked: date | None
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Borough:
    """Whom to ring: `daytime` and `out_of_hours` may be the same line; both None: outside the area."""

    id: str
    name: str
    hub_name: str
    daytime: Line
    out_of_hours: Line
    form_name: str
    form_address: str
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A number that is the same everywhere, such as 999."""

    id: str
    name: str
    phone: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days that are holidays, or are not, against the usual bank holidays of England."""

    extra: tuple[date, ...] = ()
    not_holidays: tuple[date, ...] = ()
