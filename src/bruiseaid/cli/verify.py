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

from bruiseaid.report.unpacking import MOST_BYTES
from bruiseaid.report.verification import NOT_OURS
from bruiseaid.report.verify import verify
from bruiseaid.store.folders import data_folder
from bruiseaid.store.keys import known_keys


def add_to(parser: ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("file", help="a PDF that bruiseaid made")
    parser.add_argument("--json", action="store_true", help="the answer as JSON")


def run(options: Namespace, _clock: Callable[[], datetime]) -> int:
    """Runs the command and returns its exit status."""
    try:
        with Path(options.file).open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        print(f"{options.file} could not be opened: {error.strerror}.", file=sys.stderr)
        return NOT_OURS
    found = verify(data, known_keys(data_folder()))
    if options.json:
        print(json.dumps(found.as_data(), indent=1))
    else:
        print("\n".join(found.sentences))
    return found.exit_status
