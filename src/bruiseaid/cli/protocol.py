"""`bruiseaid protocol`: proves a protocol folder, or tells two folders apart.

Exit status: 0 proved, or all scenarios passed (of `diff`: always when both could be read); 1 findings, something that
was not analysed to the end, or scenarios that failed; 2 a folder could not be read, or a file could not be written.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bruiseaid.cli.options import from_one
from bruiseaid.cli.proof_words import Places, Screen, finding_data, finding_words, story_words
from bruiseaid.cli.protocol_test import run_test, scenario_cases
from bruiseaid.cli.protocol_watch import watch
from bruiseaid.content_paths import protocol_folder
from bruiseaid.proof.finding import Proof
from bruiseaid.proof.prove import prove
from bruiseaid.proof.spaces import Spaces
from bruiseaid.proof.undecided import Undecided
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import read_protocol
from bruiseaid.record.case_file import case_as_data
from bruiseaid.store.proofs import ProofResult, result_text

PROVED, FINDINGS, UNREADABLE = 0, 1, 2


def add_to(parser: ArgumentParser) -> _SubParsersAction[ArgumentParser]:
    """Declares the commands; others may be added to what is returned."""
    commands = parser.add_subparsers(dest="what", metavar="COMMAND", required=True)
    check = commands.add_parser("check", help="proves what holds for every case")
    check.add_argument("folder", nargs="?", help="a protocol folder; the shipped one if left out")
    check.add_argument("--json", action="store_true", help="the result as JSON")
    check.add_argument("--story", type=from_one, metavar="N", help="prints the case file of finding N")
    check.add_argument("--keep", metavar="FILE", help="writes the result of a folder that is proved, to be shipped")
    check.add_argument("--watch", action="store_true", help="checks again each time a file is saved")
    check.add_argument("--save-stories", metavar="FOLDER", help="writes the case file of every finding")
    test = commands.add_parser("test", help="tries the scenarios, and which single edits they would notice")
    test.add_argument("folder", nargs="?", help="a protocol folder; the shipped one if left out")
    test.add_argument("--json", action="store_true", help="the result as JSON")
    test.add_argument("--propose", metavar="FOLDER", help="writes scenarios that would notice more edits")
    test.add_argument("--most", type=from_one, default=60, metavar="N", help="how many to write; 60 if left out")
    diff = commands.add_parser("diff", help="which kinds of case two folders treat differently")
    diff.add_argument("old", help="the folder before")
    diff.add_argument("new", help="the folder after")
    diff.add_argument("--json", action="store_true", help="the result as JSON")
    return commands


def run(options: Namespace, clock: Callable[[], datetime]) -> int:
    """Runs the command and returns its exit status. `clock` is not used: a proof knows no date."""
    if options.what == "diff":
        from bruiseaid.cli.protocol_diff import run_diff

        return _unless_too_large(lambda: run_diff(options))
    if options.what == "test":
        return _unless_too_large(lambda: run_test(options))
    if options.watch:
        folder = Path(options.folder) if options.folder else protocol_folder()
        return watch(folder, lambda spaces: _unless_too_large(lambda: _check(options, spaces)))
    return _unless_too_large(lambda: _check(options, Spaces()))


def _unless_too_large(command: Callable[[], int]) -> int:
    """The status of a command; where the rules are too large for it, `FINDINGS` and a sentence."""
    try:
        return command()
    except Undecided:
        print("These rules are too large to be looked at to the end. Nothing is said about them.", file=sys.stderr)
        return FINDINGS


def read(folder: str | None) -> tuple[Protocol, Path] | None:
    """The protocol of a folder (None: the shipped one); None after its problems were printed."""
    path = Path(folder) if folder else protocol_folder()
    result = read_protocol(path)
    for problem in result.problems:
        print(problem, file=sys.stderr)
    return None if result.protocol is None else (result.protocol, path)


def _check(options: Namespace, spaces: Spaces) -> int:
    found, shipped = read(options.folder), read(None)
    if found is None or shipped is None:
        return UNREADABLE
    protocol, folder = found
    screen = Screen(sys.stdout)
    examples = (case for _, case in scenario_cases(protocol)[0])
    proof = prove(protocol, shipped[0], screen.progress, examples, spaces)
    screen.done()
    if options.save_stories and not _save(Path(options.save_stories), proof):
        return UNREADABLE
    if options.keep and not _keep(Path(options.keep), protocol, shipped[0], proof):
        return UNREADABLE
    if options.story is not None:
        return _story(options.story, proof)
    if options.json:
        print(json.dumps(_data(protocol, proof, Places(folder)), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_words(protocol, proof, Places(folder), screen)))
    return PROVED if proof.is_proved else FINDINGS


def _words(protocol: Protocol, proof: Proof, places: Places, screen: Screen) -> list[str]:
    lines = [screen.box(f"{protocol.title} {protocol.version}")]
    for number, finding in enumerate(proof.findings, start=1):
        lines += ["", *finding_words(number, finding, places, screen)]
    lines += [
        "",
        f"Looked at {proof.cases:,} kinds of answers, with any number of marks of {proof.kinds_of_mark:,} kinds.",
    ]
    lines.append(f"They stand for {proof.raw_cases:.2e} ways of answering, each with any number of marks.")
    if proof.findings:
        lines.append(f"{_counted(len(proof.findings), 'finding')}. This folder is not proved.")
    elif proof.undecided:
        lines.append("Nothing was found, but not everything could be looked at to the end. The notes say what.")
    elif proof.compared:
        lines.append("Nothing was found. All seven checks hold for every case.")
    else:
        lines.append("Nothing was found. All checks but the comparison with the shipped rules hold for every case.")
    return [*lines, "", *(f"Note: {note}" for note in proof.notes)]


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _data(protocol: Protocol, proof: Proof, places: Places) -> dict[str, Any]:
    return {
        "protocol": {"id": protocol.id, "version": protocol.version, "sha256": protocol.sha256},
        "proved": proof.is_proved,
        "undecided": list(proof.undecided),
        "compared": proof.compared,
        "findings": [finding_data(number, one, places) for number, one in enumerate(proof.findings, start=1)],
        "kinds_of_case": proof.cases,
        "raw_cases": proof.raw_cases,
        "kinds_of_mark": proof.kinds_of_mark,
        "promises": [{"id": name, "way": way} for name, way in proof.promises],
        "notes": list(proof.notes),
    }


def _story(number: int, proof: Proof) -> int:
    if not 1 <= number <= len(proof.findings):
        print(f"There is no finding {number}. There are {len(proof.findings)}.", file=sys.stderr)
        return UNREADABLE
    finding = proof.findings[number - 1]
    if finding.story is None:
        print("This finding is seen from the files alone. It has no case.", file=sys.stderr)
        return FINDINGS
    print("\n".join(story_words(finding.story)))
    return FINDINGS


def _keep(path: Path, protocol: Protocol, shipped: Protocol, proof: Proof) -> bool:
    """Writes the result as the program keeps it, if nothing was found; False after saying that it could not."""
    if not proof.is_proved:
        print(f"{path} was not written: these rules are not proved.", file=sys.stderr)
        return True
    if not proof.compared:
        print(f"{path} was not written: these rules were not compared with the shipped ones.", file=sys.stderr)
        return True
    try:
        path.write_text(result_text(ProofResult(protocol.sha256, shipped.sha256, ())), encoding="utf-8")
    except OSError as error:
        print(f"{path} could not be written: {error.strerror}.", file=sys.stderr)
        return False
    return True


def _save(folder: Path, proof: Proof) -> bool:
    """Writes each case of each story; False after saying that it could not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, finding in enumerate(proof.findings, start=1):
            for index, told in enumerate(finding.story.cases if finding.story else ()):
                name = f"{number:03d}-{finding.place.id or finding.place.section}-{'ab'[index]}.json"
                text = json.dumps(case_as_data(told.case), ensure_ascii=False, indent=1)
                (folder / name).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        print(f"The stories could not be written: {error.strerror}.", file=sys.stderr)
        return False
    return True
