"""What is known of protocols that were proved: by content hash, kept on this machine, and shipped for our own.

A result counts only for the program that found it and against the shipped protocol that it was compared with. What is
damaged, or was found by another program, is not known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bruiseaid import __version__
from bruiseaid.content_paths import protocol_folder, resources_folder
from bruiseaid.protocol.reader import content_hash, contents
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder
from bruiseaid.values import dataclass

SHIPPED = "proof.json"
"""The file among the resources that holds the result of the shipped protocol."""

PROOF = 1
"""To be raised when the checks change what they find: results kept before are then found anew."""

PROGRAM = f"{__version__}, proof {PROOF}"
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ProofResult:
    """What the proof of one folder found. `shipped`: the hash of the protocol it may not go below."""

    sha256: str
    shipped: str
    findings: tuple[str, ...]
    program: str = PROGRAM

    @property
    def is_proved(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


class Proofs:
    """The results kept in `folder`; `shipped` is the hash of the shipped protocol as it is now."""

    def __init__(self, folder: Path, shipped: str) -> None:
        self._folder, self.shipped = folder, shipped

    def known(self, sha256: str) -> ProofResult | None:
        """The result for that content, if there is one that counts."""
        if not _HASH.fullmatch(sha256):
            return None
        for path in (resources_folder() / SHIPPED, self._folder / f"{sha256}.json"):
            found = read_result(path)
            if found is not None and (found.sha256, found.shipped) == (sha256, self.shipped):
                return found
        return None

    def is_proved(self, sha256: str) -> bool:
        """Whether that content is known to be proved."""
        found = self.known(sha256)
        return found is not None and found.is_proved

    def is_refused(self, sha256: str) -> bool:
        """Whether that content is known not to hold."""
        found = self.known(sha256)
        return found is not None and not found.is_proved

    def keep(self, result: ProofResult) -> None:
        """Keeps a result. One that cannot be written is only found again the next time."""
        try:
            write_atomically(private_folder(self._folder) / f"{result.sha256}.json", result_text(result).encode())
        except OSError:
            return


def proofs_of(data: Path) -> Proofs:
    """What is known on this machine, whose data folder is `data`, beside the shipped protocol as it lies there."""
    return Proofs(data / "kept" / "proofs", content_hash(contents(protocol_folder())[0]))


def read_result(path: Path) -> ProofResult | None:
    """The result in that file; None if it is not there, damaged, or found by another program."""
    try:
        found = _result(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.program == PROGRAM else None


def _result(data: Mapping[str, Any]) -> ProofResult:
    findings = data["findings"]
    if not isinstance(findings, list) or not all(isinstance(one, str) for one in findings):
        raise TypeError("findings are a list of sentences")
    return ProofResult(str(data["sha256"]), str(data["shipped"]), tuple(findings), str(data["program"]))


def result_text(result: ProofResult) -> str:
    """The result as it is kept in a file."""
    data = {
        "program": result.program,
        "sha256": result.sha256,
        "shipped": result.shipped,
        "findings": list(result.findings),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
