"""Which rules this machine may use: those of a folder once they are proved, else its last good ones, else the shipped.

Nothing here knows of a window or waits for a proof.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.problems import Problem
from bruiseaid.protocol.reader import content_hash, contents, read_contents, read_protocol
from bruiseaid.store.drafts import DraftSummary
from bruiseaid.store.kept_rules import KeptRules
from bruiseaid.store.proofs import ProofResult, proofs_of
from bruiseaid.store.protocol_cache import load_contents
from bruiseaid.values import dataclass

Origin: TypeAlias = Literal["folder", "last good", "shipped"]


@dataclass(frozen=True, slots=True)
class InForce:
    """The rules for the next record, and where they are from."""

    protocol: Protocol
    proved: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Candidate:
    """The folder as it was read just now: a protocol or problems, and what is known of its proof."""

    files: Mapping[str, bytes]
    sha256: str
    protocol: Protocol | None
    problems: tuple[Problem, ...]
    known: ProofResult | None


class Rulebook:
    """The rules of one folder (None: the shipped one) on the machine whose data folder is `data`."""

    def __init__(self, data: Path, folder: Path | None) -> None:
        self.folder = (folder or protocol_folder()).absolute()
        self._kept, self._cache = KeptRules(data), data / "kept"
        self._proofs = proofs_of(data)

    def of_another_folder(self, folder: Path | None) -> Rulebook:
        """The rules of another folder (None: the shipped one) on the same machine."""
        return Rulebook(self._cache.parent, folder)

    @property
    def shipped(self) -> str:
        """The hash of the shipped protocol, below which no other may go."""
        return self._proofs.shipped

    def at_start(self) -> InForce | None:
        """The rules to begin with, at once; None if there are none at all that can be read."""
        files, problems = contents(self.folder)
        sha256 = content_hash(files)
        if not problems and self._proofs.is_proved(sha256):
            protocol = load_contents(files, (), self._cache).protocol
            if protocol is not None:
                self.note_good(files)
                return InForce(protocol, True, "folder")
        return self._last_good() or self._shipped()

    def _last_good(self) -> InForce | None:
        sha256 = self._kept.last_good(self.folder)
        files = self._kept.files(sha256)
        if not files or self._proofs.is_refused(sha256):
            return None
        protocol = load_contents(files, (), self._cache).protocol
        return InForce(protocol, self._proofs.is_proved(sha256), "last good") if protocol else None

    def _shipped(self) -> InForce | None:
        files, problems = contents(protocol_folder())
        protocol = load_contents(files, problems, self._cache).protocol
        if protocol is None:
            return None
        self._keep(files)
        return InForce(protocol, self._proofs.is_proved(protocol.sha256), "shipped")

    def look(self, seen: str = "") -> Candidate | None:
        """The folder as it lies there now; None if it is still the one seen before, told by its hash."""
        files, problems = contents(self.folder)
        if seen and content_hash(files) == seen:
            return None
        if not files:
            return Candidate({}, "", None, read_protocol(self.folder).problems, None)
        read = read_contents(files, problems)
        sha256 = content_hash(files)
        return Candidate(files, sha256, read.protocol, read.problems, self._proofs.known(sha256))

    def problems(self) -> tuple[Problem, ...]:
        """What keeps the folder, or else the shipped one, from being read."""
        return read_protocol(self.folder).problems or read_protocol(protocol_folder()).problems

    def keep_result(self, result: ProofResult) -> None:
        """Keeps what a proof found."""
        self._proofs.keep(result)

    def note_good(self, files: Mapping[str, bytes]) -> None:
        """Keeps rules that go in force as the last good ones of the folder, if the disk lets it."""
        try:
            self._kept.keep(files)
            self._kept.note_good(self.folder, content_hash(files))
        except OSError:
            return

    def _keep(self, files: Mapping[str, bytes]) -> None:
        try:
            self._kept.keep(files)
        except OSError:
            return

    def sweep(self, drafts: tuple[DraftSummary, ...], in_force: Protocol) -> None:
        """Takes away kept rules under which no record is open any more."""
        self._kept.sweep({in_force.sha256, *(draft.protocol_sha256 for draft in drafts)})
