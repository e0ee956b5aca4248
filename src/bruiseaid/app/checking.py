"""Checks a PDF beside the window, with the keys this machine knows. What it finds comes back as a value."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bruiseaid.app.filed import is_filed_last
from bruiseaid.app.screens.file_check import FileCheck, Found
from bruiseaid.app.work import Work

_CODE = re.compile(r"[A-Z0-9-]{1,40}")


def check_beside(path: Path, data_folder: Path, then: Callable[[FileCheck], None]) -> Work[FileCheck]:
    """Begins the check; to be held until it is done."""
    work = Work(lambda: checked(path, data_folder), then)
    work.begin()
    return work


def checked(path: Path, data_folder: Path) -> FileCheck:
    """What a check of the file finds, in the words of the command line."""
    from bruiseaid.report.check.file_check import check_file, could_not_open
    from bruiseaid.report.check.verification import INTACT, IS_INTACT, NOT_OURS
    from bruiseaid.store.keys import known_keys
    from bruiseaid.store.known import withdrawn_keys

    try:
        result = check_file(path, known_keys(data_folder), withdrawn_keys(data_folder))
    except OSError as error:
        return FileCheck(path.name, "other", (could_not_open(path.name, error),))
    verdicts: dict[int, Found] = {INTACT: "holds", NOT_OURS: "other"}
    verdict = verdicts.get(result.exit_status, "fails")
    own = _own(path, data_folder, result.record) if verdict == "holds" and result.document == "record" else ""
    beside_the_title = tuple(one for one in result.sentences if one != f"{IS_INTACT}.")
    return FileCheck(path.name, verdict, beside_the_title, own)


def _own(path: Path, data_folder: Path, record: str) -> str:
    """The code of the record, if the file is the one made last of it on this computer."""
    code = record.partition(",")[0]
    try:
        return code if _CODE.fullmatch(code) and is_filed_last(path, data_folder, code) else ""
    except OSError:
        return ""
