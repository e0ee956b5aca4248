"""From a sealed record to its next addendum. Imported only where one is made or read: it is slow to load, and large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bruiseaid.app.filed import CannotAddHere
from bruiseaid.app.screens.filed import Filed, FiledAddendum
from bruiseaid.app.screens.later_facts import AddendumWords, can_be_sealed, words_of
from bruiseaid.record.addenda import Addendum, Amendment, CannotAdd, add
from bruiseaid.record.codec import record_digest
from bruiseaid.record.model import Record
from bruiseaid.report.check.opened import opened_addenda, opened_record
from bruiseaid.report.check.unpacking import Unreadable
from bruiseaid.report.words.addenda_parts import RestrictedWords
from bruiseaid.store.keys import machine_key

_RECORD_FAULT = (
    "Nothing can be added to {name}: the file was changed after it was sealed, or it is not whole. Put the file back "
    "as it was sealed, or go to “Check and finish” and make the record again."
)
_ADDENDUM_FAULT = (
    "Nothing can be added after {name}: the file was changed after it was sealed, or it is not whole. Put it back as "
    "it was sealed, then add to the record."
)


def filed_with(record: Path, addenda: Sequence[tuple[Path, int, Path]]) -> Filed:
    """The record with its addenda: each with the record it belongs to, its number, and where it lies."""
    return Filed(str(record), tuple(_read(record, *one) for one in addenda))


def fault_of(filed: Filed) -> str:
    """Why nothing can be added, as a sentence; empty if it can be."""
    try:
        _opened(filed)
    except CannotAddHere as error:
        return str(error)
    return ""


def next_addendum(filed: Filed, parts: Mapping[str, str], at: datetime, data: Path) -> bytes | int | str:
    """The sealed addendum that follows those there are; the number of the one that says it already; or, as a sentence,
    why nothing can be added."""
    try:
        record, chain = _opened(filed)
        return _said_by(chain, parts) or _next(record, chain, parts, at, data)
    except RestrictedWords:
        return "It holds words that are kept apart from the record. Go back, take them out, then seal again."
    except (CannotAdd, CannotAddHere) as error:
        return str(error)


def saying(filed: Filed, parts: Mapping[str, str]) -> int:
    """The number of the sealed addendum that says what was written; 0 if none does."""
    try:
        return _said_by(_opened(filed)[1], parts)
    except CannotAddHere:
        return 0


def _said_by(chain: Sequence[Addendum], parts: Mapping[str, str]) -> int:
    if not can_be_sealed(parts):
        return 0
    said = words_of(parts)
    what = (said.why, said.text, _changes(said), said.told_by, said.learnt_at)
    same = (one.number for one in chain if (one.why, one.text, one.changes, one.told_by, one.learnt_at) == what)
    return next(same, 0)


def _next(record: Record, chain: Sequence[Addendum], parts: Mapping[str, str], at: datetime, data: Path) -> bytes:
    from bruiseaid.report.addendum import make_addendum  # not needed to read, and the slowest to load

    said = words_of(parts)
    made = add(
        record, chain, at=at, by=said.by, role=said.role, why=said.why, text=said.text, changes=_changes(said),
        told_by=said.told_by, learnt_at=said.learnt_at,
    )  # fmt: skip
    return make_addendum(record, (*chain, made), signer=machine_key(data))


def _changes(said: AddendumWords) -> tuple[Amendment, ...]:
    return (Amendment(said.part, said.before, said.now),) if said.part else ()


def _opened(filed: Filed) -> tuple[Record, tuple[Addendum, ...]]:
    """The record and the chain so far, read from the sealed files.

    Raises:
        CannotAddHere: one of them cannot be relied on, or one in between is missing.
    """
    path = Path(filed.path)
    annex = path.with_name(f"{path.stem}-restricted.pdf")
    try:
        record = opened_record(path.read_bytes(), annex.read_bytes() if annex.exists() else b"")
    except (OSError, Unreadable):
        raise CannotAddHere(_RECORD_FAULT.format(name=path.name)) from None
    if not filed.own:
        return record, ()
    last = Path(filed.own[-1].path)
    try:
        digest, chain = opened_addenda(last.read_bytes())
    except (OSError, Unreadable):
        raise CannotAddHere(_ADDENDUM_FAULT.format(name=last.name)) from None
    if digest != record_digest(record) or len(chain) != filed.own[-1].number:
        raise CannotAddHere(_ADDENDUM_FAULT.format(name=last.name))
    return record, chain


def _read(record: Path, of: Path, number: int, path: Path) -> FiledAddendum:
    shown = FiledAddendum(number, str(path), earlier="" if of == record else of.name)
    try:
        _, chain = opened_addenda(path.read_bytes())
    except (OSError, Unreadable):
        return shown
    last = chain[-1]
    by = ", ".join(filter(None, (last.by, last.role)))
    return replace(shown, at=last.at, by=by, why=last.why, words=_in_words(last))


def _in_words(addendum: Addendum) -> str:
    changes = (f"{one.what}: {one.after}" for one in addendum.changes)
    return " ".join(filter(None, (addendum.text, *changes)))
