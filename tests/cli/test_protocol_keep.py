"""`bruiseaid protocol check --keep`: the result that is shipped beside the protocol."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.reader import content_hash, contents
from bruiseaid.store.proofs import ProofResult, read_result


def test_the_result_of_the_shipped_protocol_is_written_as_the_program_reads_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bruiseaid", "protocol", "check", "--keep", str(tmp_path / "proof.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    sha256 = content_hash(contents(protocol_folder())[0])
    assert read_result(tmp_path / "proof.json") == ProofResult(sha256, sha256, ())
