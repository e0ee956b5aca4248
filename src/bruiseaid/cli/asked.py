"""Whether what was asked of `bruiseaid assess` can all be done: nothing that was asked for is left out silently."""

from __future__ import annotations

import os
from argparse import Namespace
from itertools import combinations

_RECORDS = ("pdf", "text", "portal", "annex")
"""Options that say where a record goes."""


def wrongly_put_together(options: Namespace) -> str:
    """What cannot be done of what was asked for, as sentences; '' if all can."""
    if (options.case is None) == (options.jsonl is None):
        return "Give one case file, or --jsonl with a file of cases."
    if (options.out and not options.to) or (options.to == "pdf" and not options.out):
        return "--out FILE goes with --to FORM, and --to pdf needs it."
    if options.jsonl is not None:
        more = next((name for name in ("to", "out", *_RECORDS) if getattr(options, name)), None)
        return f"--jsonl gives one result a line and makes no record. Leave out --{more}." if more else ""
    if options.json and options.to not in (None, "json", "pdf"):
        return f"--json and --to {options.to} ask for two different things. Leave one of them out."
    if options.to == "pdf" and options.pdf:
        return "--to pdf --out FILE and --pdf FILE ask for the same. Leave one of them out."
    return _in_one_place(options)


def _in_one_place(options: Namespace) -> str:
    """Whether one of the files would take the place of another, as a sentence; '' if none would."""
    outs = [path for name in ("out", *_RECORDS) if (path := getattr(options, name))]
    if any(_same_file(options.case, out) for out in outs):
        return f"{options.case} is the case itself and would be lost. Write to another file."
    twice = next((one for one, other in combinations(outs, 2) if _same_file(one, other)), None)
    return f"Two things cannot both be written to {twice}. Give each a file of its own." if twice else ""


def _same_file(one: str, other: str) -> bool:
    """Whether both name one plain file, there or still to be made; devices and pipes can be written to twice."""
    if os.path.exists(one) and os.path.exists(other):
        return os.path.isfile(one) and os.path.samefile(one, other)
    return os.path.realpath(one) == os.path.realpath(other)
