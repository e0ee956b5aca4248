"""`bruiseaid verify`: whether a PDF is one of ours, unchanged, and leads to the outcome it prints.

Exit status: 0 intact and replays, 1 changed, not sealed or does not replay, 2 not one of ours or not readable.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from bruiseaid.cli.streams import could_not
from bruiseaid.report.check.file_check import check_file, could_not_open
from bruiseaid.report.check.verification import NOT_OURS
from bruiseaid.store.folders import data_folder
from bruiseaid.store.keys import known_keys
from bruiseaid.store.known import withdrawn_keys


def add_to(parser: ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("file", help="a PDF that bruiseaid made")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")


def run(options: Namespace, _clock: Callable[[], datetime]) -> int:
    """Runs the command and returns its exit status."""
    try:
        known, withdrawn = _keys()
    except OSError as error:
        return _refuse(options, could_not(error, "The keys that this computer knows could not be read"))
    try:
        found = check_file(Path(options.file), known, withdrawn)
    except OSError as error:
        return _refuse(options, could_not_open(options.file, error))
    if options.json:
        print(json.dumps(found.as_data(), indent=1))
    else:
        print("\n".join(found.sentences))
    return found.exit_status


def _refuse(options: Namespace, message: str) -> int:
    """Says why nothing was checked; where JSON was asked for, in JSON as well."""
    if options.json:
        print(json.dumps({"problems": [message], "exit_status": NOT_OURS}, ensure_ascii=False, indent=1))
    print(message, file=sys.stderr)
    return NOT_OURS


def _keys() -> tuple[Mapping[str, str], Mapping[str, date]]:
    """The known keys and the withdrawn ones; none for a user without a folder to keep any.

    Raises:
        OSError: the folder is there and cannot be read.
    """
    try:
        folder = data_folder()
    except OSError:
        return {}, {}
    return known_keys(folder), withdrawn_keys(folder)
