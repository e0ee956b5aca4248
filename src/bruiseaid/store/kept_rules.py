"""Keeps the files of rules that were put in force, by their hash, and which were the last good ones of a folder.

A record is finished under the rules it was begun under, and encloses them, however the folder has changed since. What
is damaged is not there: the hash of the files themselves decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from bruiseaid.digest import sha256
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import content_hash, files_with_hash, read_contents
from bruiseaid.store.atomic import sweep_partial, write_atomically
from bruiseaid.store.folders import private_folder

_HASH = re.compile(r"[0-9a-f]{64}")


class KeptRules:
    """The rules kept in the data folder of this machine."""

    def __init__(self, data: Path) -> None:
        self._rules, self._good = data / "kept" / "rules", data / "kept" / "last-good"

    def keep(self, files: Mapping[str, bytes]) -> None:
        """Keeps the files of a protocol that was read.

        Raises:
            OSError: they could not be written.
        """
        sha256 = content_hash(files)
        if not self.files(sha256):
            texts = {name: data.decode("utf-8") for name, data in files.items()}
            data = json.dumps(texts, ensure_ascii=False).encode("utf-8")
            write_atomically(private_folder(self._rules) / f"{sha256}.json", data)

    def files(self, sha256: str) -> dict[str, bytes]:
        """The bytes of the files with that content hash by name; none if they are not kept, or damaged."""
        if not _HASH.fullmatch(sha256):
            return {}
        try:
            texts = json.loads((self._rules / f"{sha256}.json").read_bytes())
            files = {str(name): str(text).encode("utf-8") for name, text in texts.items()}
        except (OSError, ValueError, AttributeError):
            return {}
        return files if content_hash(files) == sha256 else {}

    def protocol(self, sha256: str) -> Protocol | None:
        """The protocol with that content hash, if it is kept and this program can read it."""
        files = self.files(sha256)
        return read_contents(files).protocol if files else None

    def note_good(self, folder: Path, sha256: str) -> None:
        """Notes that these were the last good rules of that folder.

        Raises:
            OSError: it could not be written.
        """
        if self.last_good(folder) != sha256:
            write_atomically(private_folder(self._good) / _name(folder), sha256.encode("ascii"))

    def last_good(self, folder: Path) -> str:
        """The hash of the last good rules of that folder; empty if there were none."""
        try:
            found = (self._good / _name(folder)).read_bytes()[:64].decode("ascii")
        except (OSError, ValueError):
            return ""
        return found if _HASH.fullmatch(found) else ""

    def sweep(self, needed: Collection[str]) -> None:
        """Takes away the files of rules that are needed no more: those not named, and no folder's last good ones."""
        try:
            if not self._rules.is_dir():
                return
            sweep_partial(self._rules)
            good = {path.read_bytes()[:64].decode("ascii", errors="replace") for path in self._good.glob("*")}
            for path in self._rules.glob("*.json"):
                if path.stem not in good and path.stem not in needed:
                    path.unlink(missing_ok=True)
        except OSError:
            return


def rules_with_hash(data: Path, folder: Path, sha256: str) -> dict[str, bytes]:
    """The files with that content hash: the kept ones, else those of the folder if they still have it; else none."""
    return KeptRules(data).files(sha256) or files_with_hash(folder, sha256)


def _name(folder: Path) -> str:
    """A name for the folder that does not tell where it lies."""
    return sha256(str(folder.resolve()).encode("utf-8", errors="surrogateescape")).hexdigest()[:32]
