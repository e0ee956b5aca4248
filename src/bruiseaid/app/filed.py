"""The sealed files of a finished record on this computer: which there are, and the next addendum beside them.

What reads or makes a sealed file is done apart: it is slow to load, and large.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bruiseaid.app.apart import made_apart
from bruiseaid.app.screens.filed import Filed
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder

_RECORD = re.compile(r"(\d{4}-\d\d-\d\d)(?:-(\d+))?")
RESTRICTED = "-restricted"
"""How the name of an annex goes on after the name of its record."""
_ADDENDUM = re.compile(r"(.+)-addendum-(\d+)")


class CannotAddHere(Exception):
    """Nothing can be added to the files as they lie there. The message is a sentence that says what to do."""


def filed_of(data: Path, code: str) -> Filed | None:
    """The files of the record with that code in the data folder; None if there is no record."""
    records = _records(data / "records", code)
    if not records:
        return None
    addenda = _addenda(records)
    if not addenda:
        return Filed(str(records[-1]))

    def read() -> Filed:
        from bruiseaid.app.appending import filed_with

        return filed_with(records[-1], addenda)

    return made_apart(read)


def annex_of(record: Path) -> str:
    """The restricted annex beside that record, the one made last; empty if there is none."""
    name = re.compile(rf"{re.escape(record.stem + RESTRICTED)}(?:-(\d+))?")
    named = ((name.fullmatch(path.stem), path) for path in _files(record.parent, "*.pdf"))
    found = {int(match[1] or 1): str(path) for match, path in named if match}
    return found[max(found)] if found else ""


def is_filed_last(path: Path, data: Path, code: str) -> bool:
    """Whether that file is, byte for byte, the record with that code that was made last on this computer."""
    records = _records(data / "records", code)
    return bool(records) and path.read_bytes() == records[-1].read_bytes()


def why_not_to_add(filed: Filed) -> str:
    """A sentence that says why nothing can be added and what to do; empty if it can be."""

    def tried() -> str:
        from bruiseaid.app.appending import fault_of

        return fault_of(filed)

    return made_apart(tried)


def sealed_already(filed: Filed, parts: Mapping[str, str]) -> int:
    """The number of the addendum that says what was written: it was sealed, and the program died before it noted that.
    0 if there is none."""
    if not filed.own:
        return 0

    def looked_for() -> int:
        from bruiseaid.app.appending import saying

        return saying(filed, parts)

    return made_apart(looked_for)


def seal_next(filed: Filed, parts: Mapping[str, str], at: datetime, data: Path) -> int:
    """Seals the next addendum and writes it beside the record; its number. What is sealed already is not sealed again.

    Raises:
        CannotAddHere: it cannot be added.
        OSError: it could not be written.
    """
    number = filed.own[-1].number + 1 if filed.own else 1

    def made() -> bytes | int | str:
        from bruiseaid.app.appending import next_addendum

        return next_addendum(filed, parts, at, data)

    document = made_apart(made)
    if isinstance(document, int):
        return document
    if isinstance(document, str):
        raise CannotAddHere(document)
    path = Path(filed.path)
    path = private_folder(path.parent) / f"{path.stem}-addendum-{number}.pdf"
    if path.exists():
        raise CannotAddHere("Another window has just added to this record. Go back, look at it, and seal again.")
    write_atomically(path, document)
    return number


def is_taken(data: Path, code: str) -> bool:
    """Whether there is a finished record with that code on this computer."""
    return bool(_files(data / "records", f"{code}-*"))


def _files(folder: Path, named: str) -> list[Path]:
    """The files of those names; none where the folder cannot be looked into."""
    try:
        return list(folder.glob(named))
    except OSError:
        return []


def _records(folder: Path, code: str) -> list[Path]:
    """The records of that code, the one made first in front."""
    found = {}
    for path in _files(folder, f"{code}-*.pdf"):
        if named := _RECORD.fullmatch(path.stem.removeprefix(f"{code}-")):
            found[named[1], int(named[2] or 1)] = path
    return [found[key] for key in sorted(found)]


def _addenda(records: list[Path]) -> list[tuple[Path, int, Path]]:
    """Each addendum to one of these records, with that record and its own number, in their order."""
    order = {path.stem: place for place, path in enumerate(records)}
    found = []
    for path in records[0].parent.glob("*-addendum-*.pdf"):
        named = _ADDENDUM.fullmatch(path.stem)
        if named and named[1] in order:
            found.append((order[named[1]], int(named[2]), path))
    return [(records[place], number, path) for place, number, path in sorted(found)]
