"""`bruiseaid protocol`: proves a protocol folder, or tells two folders apart.

Exit status: 0 proved, or all scenarios passed (of `diff`: always when both could be read); 1 findings, something that
was not analysed to the end, or scenarios that failed; 2 a folder could not be read, or a file could not be written.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from textwrap import fill
from typing import Any

from bruiseaid.cli.options import from_one
from bruiseaid.cli.proof_words import WIDTH, Places, Screen, aloud, finding_data, finding_words
from bruiseaid.cli.protocol_stories import case_files, story_file
from bruiseaid.cli.protocol_test import run_test, scenario_cases
from bruiseaid.cli.protocol_watch import watch
from bruiseaid.cli.reading import read_all
from bruiseaid.cli.streams import could_not
from bruiseaid.cli.writing import as_bytes, write_files, write_whole
from bruiseaid.content_paths import protocol_folder
from bruiseaid.proof.prove import prove
from bruiseaid.proof.sets.undecided import Undecided
from bruiseaid.proof.spaces import Spaces
from bruiseaid.proof.stories.finding import Proof
from bruiseaid.protocol.model import Protocol
from bruiseaid.store.proofs import ProofResult, result_text

PROVED, FINDINGS, UNREADABLE = 0, 1, 2


def add_to(parser: ArgumentParser) -> _SubParsersAction[ArgumentParser]:
    """Declares the commands; others may be added to what is returned."""
    commands = parser.add_subparsers(dest="what", metavar="COMMAND", required=True)
    check = commands.add_parser("check", help="proves what holds for every case")
    check.add_argument("folder", nargs="?", help="a protocol folder; the shipped one if left out")
    check.add_argument("--json", action="store_true", help="the result as JSON")
    check.add_argument("--story", type=from_one, metavar="N", help="prints the case of finding N, as a case file")
    check.add_argument("--second", action="store_true", help="with --story: of two cases the second")
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

        return _unless_too_large(options, lambda: run_diff(options))
    if options.what == "test":
        return _unless_too_large(options, lambda: run_test(options))
    if options.second and options.story is None:
        return _refuse("--second goes with --story N.")
    if options.watch and (options.json or options.story):
        return _refuse("--watch goes on until Ctrl+C, so it does not go with --json or --story.")
    if options.watch:
        folder = Path(options.folder) if options.folder else protocol_folder()
        return watch(folder, lambda spaces: _unless_too_large(options, lambda: _check(options, spaces)))
    return _unless_too_large(options, lambda: _check(options, Spaces()))


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return UNREADABLE


def _unless_too_large(options: Namespace, command: Callable[[], int]) -> int:
    """The status of a command; where the rules are too large for it, `FINDINGS` and a sentence."""
    try:
        return command()
    except Undecided:
        too_large = "These rules are too large to be looked at to the end. Nothing is said about them."
        if options.json:
            print(json.dumps({"status": "undecided", "problems": [too_large]}, indent=1))
        print(too_large, file=sys.stderr)
        return FINDINGS


def _check(options: Namespace, spaces: Spaces) -> int:
    found = read_all([options.folder], as_json=options.json)
    shipped = read_all([None], as_json=options.json) if found else None
    if found is None or shipped is None:
        return UNREADABLE
    protocol, folder = found[0], Path(options.folder) if options.folder else protocol_folder()
    screen = Screen(sys.stdout)
    examples = (case for _, case in scenario_cases(protocol)[0])
    proof = prove(protocol, shipped[0], screen.progress, examples, spaces)
    screen.done()
    if options.save_stories and not _written(Path(options.save_stories), case_files(proof)):
        return UNREADABLE
    if options.keep and not _keep(Path(options.keep), protocol, shipped[0], proof):
        return UNREADABLE
    if options.story is not None and not options.json:
        return _story(options, proof, folder)
    _tell(options, protocol, proof, Places(folder), screen)
    return PROVED if proof.is_proved else FINDINGS


def _tell(options: Namespace, protocol: Protocol, proof: Proof, places: Places, screen: Screen) -> None:
    if not options.json:
        print("\n".join(_words(protocol, proof, places, screen)))
        return
    data = _data(protocol, proof, places)
    if options.story is not None:
        data["findings"] = [one for one in data["findings"] if one["number"] == options.story]
    print(json.dumps(data, ensure_ascii=False, indent=1))


def _words(protocol: Protocol, proof: Proof, places: Places, screen: Screen) -> list[str]:
    lines = [screen.box(f"{protocol.title} {protocol.version}")]
    for number, finding in enumerate(proof.findings, start=1):
        lines += ["", *finding_words(number, finding, places, screen)]
    lines += [
        "",
        f"Looked at {aloud(proof.cases)} kinds of answers, with any number of marks of {proof.kinds_of_mark:,} kinds.",
    ]
    stand_for = f"They stand for {aloud(proof.raw_cases)} ways of answering, each with any number of marks."
    lines.append(fill(stand_for, WIDTH))
    if proof.findings:
        lines.append(f"{_counted(len(proof.findings), 'finding')}. This folder is not proved.")
    elif proof.undecided:
        lines.append("Nothing was found, but not everything could be looked at to the end. The notes say what.")
    elif proof.compared:
        lines.append("Nothing was found. All seven checks hold for every case.")
    else:
        lines.append("Nothing was found. All checks but the comparison with the shipped rules hold for every case.")
    notes = (fill(f"Note: {note}", WIDTH, subsequent_indent="   ", break_on_hyphens=False) for note in proof.notes)
    return [*lines, "", *notes]


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


def _story(options: Namespace, proof: Proof, folder: Path) -> int:
    if options.story > len(proof.findings):
        return _refuse(f"There is no finding {options.story}. There are {len(proof.findings)}.")
    try:
        text = story_file(options.story, proof.findings[options.story - 1], folder, second=options.second)
    except ValueError as error:
        print(error, file=sys.stderr)
        return FINDINGS
    sys.stdout.write(text)
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
        write_whole(path, as_bytes(result_text(ProofResult(protocol.sha256, shipped.sha256, ()))), private=False)
    except OSError as error:
        print(could_not(error, "The result could not be written"), file=sys.stderr)
        return False
    return True


def _written(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Writes the cases of the stories; False after saying that it could not."""
    try:
        list(write_files(folder, files))
    except OSError as error:
        print(could_not(error, "The stories could not be written"), file=sys.stderr)
        return False
    return True
