"""An admin leaves the check running beside the editor."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from bruiseaid.content_paths import protocol_folder
from tests.cli.ctrl_c import as_from_a_terminal


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent as a signal")
def test_each_saved_edit_is_checked_again_until_the_check_is_stopped(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(protocol_folder(), folder)
    rules = folder / "rules.yaml"
    whole = rules.read_text(encoding="utf-8")
    rules.write_text(whole.replace("safe_home", "safe_hom", 1), encoding="utf-8")
    command = [sys.executable, "-m", "bruiseaid", "protocol", "check", str(folder), "--watch"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        preexec_fn=as_from_a_terminal,
    ) as process:
        assert process.stdout is not None
        first = _until_it_waits(process.stdout)
        rules.write_text(whole.replace("safe_home", "safe_hom", 2), encoding="utf-8")
        second = _until_it_waits(process.stdout)
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    assert "safe_hom" in first
    assert second.count("safe_hom") > first.count("safe_hom")
    assert process.returncode == 2


def _until_it_waits(stream: Iterable[str]) -> str:
    lines = []
    for line in stream:
        lines.append(line)
        if line.startswith("Waiting for a change"):
            break
    return "".join(lines)


def test_a_folder_that_is_not_there_is_not_waited_for(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bruiseaid", "protocol", "check", str(tmp_path / "rulse"), "--watch"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no such protocol folder." in done.stderr
