"""Checks a PDF beside the window, with the keys this machine knows. What it finds comes back as a value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bruiseaid.app.screens.file_check import FileCheck, Found
from bruiseaid.app.work import Work


def check_beside(path: Path, data_folder: Path, then: Callable[[FileCheck], None]) -> Work[FileCheck]:
    """Begins the check; to be held until it is done."""
    work = Work(lambda: checked(path, data_folder), then)
    work.begin()
    return work


def checked(path: Path, data_folder: Path) -> FileCheck:
    """What a check of the file finds, in the words of the command line."""
    from bruiseaid.report.file_check import check_file, could_not_open
    from bruiseaid.report.verification import INTACT, NOT_OURS
    from bruiseaid.store.keys import known_keys
    from bruiseaid.store.known import withdrawn_keys

    try:
        result = check_file(path, known_keys(data_folder), withdrawn_keys(data_folder))
    except OSError as error:
        return FileCheck(path.name, "other", (could_not_open(path.name, error),))
    verdicts: dict[int, Found] = {INTACT: "holds", NOT_OURS: "other"}
    return FileCheck(path.name, verdicts.get(result.exit_status, "fails"), result.sentences)
