"""The proof beside the window: `bruiseaid protocol check` as a process of its own, which yields to everything else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.store.proofs import ProofResult

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

_NICE = 10
_BELOW_NORMAL = 0x4000
_SET_INFORMATION = 0x0200
_TO_END_MS = 3000

NOT_COMPARED = (
    "These rules are about something else than those this program came with, so nothing shows that they are as safe."
)


class Proving(QObject):
    """Proves one folder at a time. `ended` hears the result, or None if there is none."""

    def __init__(self, parent: QObject, shipped: str, ended: Callable[[ProofResult | None], None]) -> None:
        super().__init__(parent)
        self._shipped, self._ended = shipped, ended
        self._process: QProcess | None = None

    def begin(self, folder: Path) -> None:
        """Begins the proof of that folder, and leaves any other."""
        from PySide6.QtCore import QProcess, QProcessEnvironment  # PySide makes ten classes for them

        self.stop()
        process = QProcess(self)
        surroundings = QProcessEnvironment.systemEnvironment()
        surroundings.insert("PYTHONIOENCODING", "utf-8")
        process.setProcessEnvironment(surroundings)
        process.started.connect(lambda: yield_to_others(process.processId()))
        process.finished.connect(lambda: self._finished(process))
        process.errorOccurred.connect(lambda error: self._failed(process, error))
        self._process = process
        program, *arguments = command(folder)
        process.start(program, arguments)

    @property
    def process_id(self) -> int:
        """The process that proves just now; 0 if there is none."""
        return self._process.processId() if self._process is not None else 0

    def stop(self) -> None:
        """Ends the proof, and does not come back before it has ended."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_TO_END_MS)
            let_go(process)

    def _failed(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if error == type(error).FailedToStart:
            self._finished(process)

    def _finished(self, process: QProcess) -> None:
        if process is not self._process:
            return
        self._process = None
        let_go(process)
        self._ended(told(process.readAllStandardOutput().data(), self._shipped))


def command(folder: Path) -> tuple[str, ...]:
    """The program and its arguments: this very program, installed, frozen or in a checkout."""
    ours = () if getattr(sys, "frozen", False) else ("-P", "-m", "bruiseaid")
    return (sys.executable, *ours, "protocol", "check", str(folder), "--json")


def told(output: bytes | bytearray | memoryview, shipped: str) -> ProofResult | None:
    """What the process found; None if it did not come to its end."""
    try:
        data = json.loads(bytes(output).decode("utf-8", errors="replace"))
        findings = tuple(f"{one['place']}: {one['message']}" for one in data["findings"])
        findings += tuple(f"Not analysed to the end: {what}." for what in data["undecided"])
        findings += () if data["compared"] else (NOT_COMPARED,)
        return ProofResult(data["protocol"]["sha256"], shipped, findings)
    except (ValueError, KeyError, TypeError):
        return None


def yield_to_others(process: int) -> None:
    """Lowers the priority of a process that was just started; where that is not possible, it stays as it is."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_SET_INFORMATION, False, process)
        if handle:
            kernel.SetPriorityClass(handle, _BELOW_NORMAL)
            kernel.CloseHandle(handle)
        return
    try:
        os.setpriority(os.PRIO_PROCESS, process, _NICE)
    except OSError:
        return
