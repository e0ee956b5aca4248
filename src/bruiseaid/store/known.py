"""The public keys of others that this machine knows: by what name, and whether one was withdrawn.

Each is a file `keys/known/NAME.pub`: the key, and in a second line `withdrawn 2026-11-23` where it was taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bruiseaid.record.seal import KEY_DIGITS
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder
from bruiseaid.values import dataclass

FOLDER, KNOWN = "keys", "known"
NO_KEY = "A key is 64 hexadecimal digits."
_MOST = 1000
_LONGEST = 4096  # bytes of a file
_HELD = re.compile(rf"([0-9a-f]{{{KEY_DIGITS}}})(?:\s+withdrawn (\d{{4}}-\d\d-\d\d))?")
_NAME = re.compile(r"[\w][\w .-]{0,79}")


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A public key under the name it is known by; `withdrawn`: the day it was taken back, if it was."""

    name: str
    key: str
    withdrawn: date | None = None


class CannotKeep(ValueError):
    """The name or the key is none, or the name stands for another key already. The message is a sentence."""


def is_key(digits: str) -> bool:
    """Whether these are the digits of a public key."""
    return re.fullmatch(rf"[0-9a-f]{{{KEY_DIGITS}}}", digits) is not None


def others_keys(data_folder: Path) -> tuple[KnownKey, ...]:
    """Those that were added, by name; broken files are left out."""
    folder = data_folder / FOLDER / KNOWN
    paths = sorted(folder.glob("*.pub"))[:_MOST] if folder.is_dir() else []
    return tuple(found for path in paths for found in _read(path))


def withdrawn_keys(data_folder: Path) -> Mapping[str, date]:
    """Days by public key, of those that were taken back under any name."""
    return {known.key: known.withdrawn for known in others_keys(data_folder) if known.withdrawn is not None}


def know(data_folder: Path, name: str, key: str) -> None:
    """Adds a public key under a name of letters, digits, spaces, hyphens and points. A withdrawn key stays withdrawn.

    Raises:
        CannotKeep: no such key or name is possible, or the name stands for another key.
        OSError: it could not be written.
    """
    if not is_key(key) or not _NAME.fullmatch(name):
        raise CannotKeep(f"{NO_KEY} A name has 1 to 80 letters, digits, spaces or hyphens.")
    held = {known.name.casefold(): known for known in others_keys(data_folder)}.get(name.casefold())
    if held is not None and held.key != key:
        raise CannotKeep(f"{held.name} is the name of another key. Revoke that one, and choose a new name for this.")
    if held is None:
        _write(data_folder, KnownKey(name, key))


def withdraw(data_folder: Path, name: str, on: date) -> KnownKey:
    """Takes a key back from that day on. It stays known, so that what it sealed is told apart from what is unknown.

    Raises:
        CannotKeep: no key is known by that name.
        OSError: it could not be written.
    """
    held = {known.name.casefold(): known for known in others_keys(data_folder)}.get(name.casefold())
    if held is None:
        raise CannotKeep(f"No key is known as {name}.")
    taken_back = KnownKey(held.name, held.key, min(on, held.withdrawn or on))
    _write(data_folder, taken_back)
    return taken_back


def _write(data_folder: Path, known: KnownKey) -> None:
    private_folder(data_folder)
    private_folder(data_folder / FOLDER)
    lines = [known.key, f"withdrawn {known.withdrawn.isoformat()}" if known.withdrawn else ""]
    path = private_folder(data_folder / FOLDER / KNOWN) / f"{known.name}.pub"
    write_atomically(path, "\n".join(filter(None, lines)).encode())


def _read(path: Path) -> Iterator[KnownKey]:
    try:
        with path.open("rb") as stream:
            found = _HELD.fullmatch(stream.read(_LONGEST).decode("ascii", "replace").strip())
        if found is not None:
            yield KnownKey(path.stem, found[1], date.fromisoformat(found[2]) if found[2] else None)
    except (OSError, ValueError):
        return
