"""Reads a protocol folder for a command, or says what is wrong with it, also in JSON where that was asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.problems import Problem
from bruiseaid.protocol.reader import read_protocol


def read_all(folders: Iterable[str | None], *, as_json: bool = False) -> tuple[Protocol, ...] | None:
    """The protocols of some folders (None: the shipped one); None after the problems of all of them were told.

    Of several folders each problem names its own.
    """
    paths = [Path(one) if one else protocol_folder() for one in folders]
    results = [(path, read_protocol(path)) for path in paths]
    several = len(paths) > 1
    problems = [_in_folder(one, path) if several else one for path, result in results for one in result.problems]
    for problem in problems:
        print(problem, file=sys.stderr)
    protocols = tuple(result.protocol for _, result in results if result.protocol is not None)
    if len(protocols) == len(paths):
        return protocols
    if as_json:
        data = {"status": "unreadable", "problems": [str(problem) for problem in problems]}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    return None


def _in_folder(problem: Problem, folder: Path) -> Problem:
    """The problem with the folder before the name of its file; one of the folder itself names it already."""
    if problem.place.file == str(folder):
        return problem
    return replace(problem, place=replace(problem.place, file=f"{folder}/{problem.place.file}"))
