"""`bruiseaid verify`: whether a PDF is one of ours, unchanged, and leads to the outcome it prints.

Exit status: 0 intact and replays, 1 changed, not sealed or does not replay, 2 not one of ours or not readable.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bruiseaid.report.file_check import check_file, could_not_open
from bruiseaid.report.verification import NOT_OURS
from bruiseaid.store.folders import data_folder
from bruiseaid.store.keys import known_keys
from bruiseaid.store.known import withdrawn_keys


def add_to(parser: ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("file", help="a PDF that bruiseaid made")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")


def run(options: Namespace, _clock: Callable[[], datetime]) -> int:
    """Runs the command and returns its exit status."""
    folder = data_folder()
    try:
        found = check_file(Path(options.file), known_keys(folder), withdrawn_keys(folder))
    except OSError as error:
        print(could_not_open(options.file, error), file=sys.stderr)
        return NOT_OURS
    if options.json:
        print(json.dumps(found.as_data(), indent=1))
    else:
        print("\n".join(found.sentences))
    return found.exit_status
