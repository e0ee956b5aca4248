"""Drafts that lay written aside when the program died: whole and newer ones are taken up, the rest goes."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bruiseaid.store.atomic import put_through


def aside(path: Path) -> tuple[Path, ...]:
    """What lies written aside for that file."""
    return tuple(path.parent.glob(f".{path.name}.*.part"))


def take_up(folder: Path) -> None:
    """Puts the newest whole draft that was written aside in its place, and removes what is older or not whole.

    What the disk does not take just now stays for the next time.
    """
    whole: dict[Path, datetime] = {}
    for partial in folder.glob(".*.part"):
        saved_at = _saved_at(partial)
        if saved_at is None:
            _remove(partial)
        else:
            whole[partial] = saved_at
    for partial in sorted(whole, key=whole.__getitem__):
        path = partial.with_name(partial.name[1:].rsplit(".", 2)[0])
        there = _saved_at(path)
        if there is not None and there > whole[partial]:
            _remove(partial)
            continue
        try:
            put_through(partial, path)
        except OSError:
            continue


def _remove(partial: Path) -> None:
    """Removes it, if the disk lets it."""
    with suppress(OSError):
        partial.unlink(missing_ok=True)


def _saved_at(path: Path) -> datetime | None:
    """When the draft in that file was saved; None if there is none, or not the whole of it."""
    try:
        found = datetime.fromisoformat(json.loads(path.read_bytes())["saved_at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
