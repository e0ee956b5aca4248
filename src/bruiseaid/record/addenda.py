"""Later facts about a finished record: each added to the ones before, none written over.

Every addendum names the digest of what it follows: the first that of the record, each later one that of the addendum
before it. So none can be changed, left out or put between the others without being found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bruiseaid.record.codec import as_data, digest_of, of_data, record_digest
from bruiseaid.record.model import Record
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing that is now known otherwise. `before` empty: it was not recorded. `after` empty: it is withdrawn."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Addendum:
    """Who adds what to which record, when and why. `number` counts from 1; `follows` is a SHA-256 in hexadecimal.

    `text` is free words; `changes` say what of the record is now known otherwise. `told_by`: who said it, or how it is
    known; `learnt_at`: since when whoever adds it has known it. Nothing restricted belongs here.
    """

    record_id: str
    record_version: int
    number: int
    follows: str
    at: datetime
    by: str
    role: str
    why: str
    text: str = ""
    changes: tuple[Amendment, ...] = ()
    told_by: str = ""
    learnt_at: datetime | None = None


_CAME_LATER = ("told_by", "learnt_at")
"""Where they are empty they are not part of the digest, so that chains made before them still hold."""


class CannotAdd(ValueError):
    """The addendum says too little, or lies before what it follows. The message is a sentence."""


def add(
    record: Record,
    earlier: Sequence[Addendum],
    *,
    at: datetime,
    by: str,
    role: str,
    why: str,
    text: str = "",
    changes: Sequence[Amendment] = (),
    told_by: str = "",
    learnt_at: datetime | None = None,
) -> Addendum:
    """The next addendum to a record, after those it has.

    Raises:
        CannotAdd: no name, no reason, nothing added, `at` (aware) is before what it follows, or `learnt_at` after `at`.
    """
    if not by.strip() or not why.strip():
        raise CannotAdd("Say who adds this and why.")
    if not text.strip() and not changes:
        raise CannotAdd("Say what is added.")
    if at < (earlier[-1].at if earlier else record.finished_at):
        raise CannotAdd("The time is before what this follows. Check the clock.")
    if learnt_at is not None and learnt_at > at:
        raise CannotAdd("It cannot have become known after it is added. Check the date and the time.")
    follows = addendum_digest(earlier[-1]) if earlier else record_digest(record)
    number, what = len(earlier) + 1, tuple(changes)
    return Addendum(record.id, record.version, number, follows, at, by, role, why, text, what, told_by, learnt_at)


def addendum_digest(addendum: Addendum) -> str:
    """SHA-256 of an addendum, as 64 hexadecimal digits."""
    data = as_data(addendum)
    assert isinstance(data, dict)
    return digest_of({name: held for name, held in data.items() if held or name not in _CAME_LATER})


def addendum_of(data: object) -> Addendum:
    """The addendum that plain data tells of.

    Raises:
        NotARecord: it does not fit.
    """
    return of_data(Addendum, data)


def breaks(record_sha256: str, record_id: str, addenda: Sequence[Addendum]) -> Iterator[str]:
    """A sentence for each place at which the chain from the record to its last addendum does not hold."""
    follows, before = record_sha256, None
    for place, addendum in enumerate(addenda, 1):
        if addendum.number != place:
            yield f"Addendum {place} is missing."
            return
        if addendum.record_id != record_id:
            yield f"Addendum {place} belongs to another record."
        if addendum.follows != follows:
            yield f"What comes before addendum {place} is not what it was added to."
        if before is not None and addendum.at < before:
            yield f"Addendum {place} is dated before the one it follows."
        follows, before = addendum_digest(addendum), addendum.at
