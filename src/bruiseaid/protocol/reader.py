"""Reads a protocol folder into a `Protocol`, or into all of its problems at once.

Opens files; nothing else in this room does.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bruiseaid.digest import sha256
from bruiseaid.protocol.model import Place, Protocol
from bruiseaid.protocol.problems import Problem
from bruiseaid.values import dataclass

MOST_FILES = 500


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The protocol, or None with every problem that was found, in the order of files and lines."""

    protocol: Protocol | None
    problems: tuple[Problem, ...]


def read_protocol(folder: Path) -> ReadResult:
    """Reads the folder. Never raises for what stands in the files; unreadable files are problems too."""
    files, problems = contents(folder)
    if not files:
        none = Problem(Place(str(folder), 0, 0), "", "There is no protocol in this folder.")
        return ReadResult(None, tuple(problems) or (none,))
    return read_contents(files, problems)


def read_contents(files: Mapping[str, bytes], problems: Iterable[Problem] = ()) -> ReadResult:
    """Reads a protocol from the bytes of its files, by name relative to the folder ('boroughs/bury.yaml')."""
    from bruiseaid.protocol.assembling import assembled

    return ReadResult(*assembled(files, problems, content_hash(files)))


def content_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over names and bytes of all files, in the order of their names, as hexadecimal digits."""
    total = sha256()
    for name in sorted(files):
        total.update(f"{name}\0{len(files[name])}\0".encode())
        total.update(files[name])
    return total.hexdigest()


def files_with_hash(folder: Path, wanted: str) -> dict[str, bytes]:
    """The bytes of a folder's files by name, if they are still the ones with that content hash; else none."""
    files, _ = contents(folder)
    return files if content_hash(files) == wanted else {}


def contents(folder: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of every file of a protocol folder by name, and what could not be opened."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    if not folder.is_dir():
        is_file = "This is a file, and a protocol folder is needed."
        said = is_file if folder.exists() else "There is no such protocol folder."
        return {}, [Problem(Place(str(folder), 0, 0), "", said)]
    problems.extend(_closed_folders(folder))
    paths = [*_ending(folder, "yaml")]
    if len(paths) > MOST_FILES:
        return {}, [Problem(Place(str(folder), 0, 0), "", f"The folder has more than {MOST_FILES} files.")]
    for path in sorted(paths):
        name = path.relative_to(folder).as_posix()
        try:
            name.encode()
            files[name] = _bytes_of(path)
        except UnicodeEncodeError:
            shown = name.encode(errors="replace").decode()
            problems.append(Problem(Place(shown, 0, 0), "", "The name of the file is not UTF-8. Rename it."))
        except OSError as error:
            problems.append(Problem(Place(name, 0, 0), "", f"The file could not be opened ({error.strerror})."))
    for path in sorted(_ending(folder, "yml")):
        place = Place(path.relative_to(folder).as_posix().encode(errors="replace").decode(), 0, 0)
        problems.append(Problem(place, "", "Only files that end in .yaml are read. Rename this one."))
    return files, problems


def _closed_folders(folder: Path) -> Iterator[Problem]:
    """The folder itself and those inside it, where they are there and cannot be looked into: nothing is left out."""
    for inside in ("", "boroughs", "scenarios"):
        try:
            if os.path.lexists(folder / inside):
                os.scandir(folder / inside).close()
        except OSError as error:
            place = Place(inside or str(folder), 0, 0)
            yield Problem(place, "", f"The folder could not be opened ({error.strerror}).")


def _ending(folder: Path, ending: str) -> Iterator[Path]:
    """The files of the folder with that ending. Hidden ones are not of the protocol: systems and editors leave them."""
    for where in ("", "boroughs/", "scenarios/"):
        yield from (path for path in folder.glob(f"{where}*.{ending}") if not path.name.startswith("."))


def _bytes_of(path: Path) -> bytes:
    """The bytes of a plain file, of a very large one only so many that it is seen to be too large.

    Raises:
        OSError: it could not be opened, or is a folder, a pipe or a device, which may never end.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no plain file")
    with path.open("rb") as stream:
        return stream.read(2_000_001)
