"""`bruiseaid assess`: the outcome of a case file, in words, as JSON, as a PDF or text; or of many, one JSON line each.

Exit status: 0 concluded or out of scope, 1 open, 2 the case or the protocol could not be read, or what was asked for
could not be written.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from bruiseaid.cli.asked import wrongly_put_together
from bruiseaid.cli.streams import could_not, missing_part
from bruiseaid.cli.words import outcome_words
from bruiseaid.cli.writing import as_bytes, write_whole
from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import ContactNow, DueAction, Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.answers import moment
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import read_protocol
from bruiseaid.record.case_file import MOST_BYTES, CaseResult, read_case, read_case_line
from bruiseaid.store.folders import data_folder
from bruiseaid.store.proofs import proofs_of

CONCLUDED, OPEN, UNREADABLE = 0, 1, 2
FORMS = ("words", "json", "text", "portal", "pdf")
"""The outcome in words or as JSON; the record as plain text, in pieces for a web form, or as a PDF."""


def add_to(parser: ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("case", nargs="?", help="a case file, YAML or JSON; - reads standard input")
    parser.add_argument("--json", action="store_true", help="the outcome as JSON")
    parser.add_argument(
        "--jsonl", metavar="CASES", help="a file with one JSON case a line; one result a line comes out"
    )
    parser.add_argument("--to", choices=FORMS, metavar="FORM", help=f"what comes out instead: {', '.join(FORMS)}")
    parser.add_argument("--out", metavar="FILE", help="with --to: write it there and not to the screen")
    parser.add_argument("--pdf", metavar="OUT", help="also write the record as a PDF")
    parser.add_argument("--text", metavar="OUT", help="also write the record as plain text")
    parser.add_argument("--portal", metavar="OUT", help="also write the text for a borough's web form")
    parser.add_argument("--annex", metavar="OUT", help="also write the restricted annex, if there is one")
    parser.add_argument("--at", metavar="TIME", help="the clock to use, ISO 8601; now if left out")
    parser.add_argument("--protocol", metavar="FOLDER", help="a protocol folder; the shipped one if left out")


def run(options: Namespace, clock: Callable[[], datetime]) -> int:
    """Runs the command and returns its exit status; `clock` gives the time where --at does not."""
    wrong = wrongly_put_together(options)
    if wrong:
        return _refuse(wrong)
    if options.to == "pdf":
        options.pdf = options.out
    folder = Path(options.protocol) if options.protocol else protocol_folder()
    result = read_protocol(folder)
    if result.protocol is None:
        return _problems(options, map(str, result.problems))
    now = moment(options.at, ZoneInfo(result.protocol.time_zone)) if options.at else clock()
    if now is None:
        return _refuse("--at is a date and time like 2026-11-23T10:15:00+00:00.")
    proved = _is_proved(result.protocol)
    if options.jsonl is not None:
        return _lines(options.jsonl, result.protocol, now, proved)
    return _one(options, result.protocol, now, proved, folder)


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return UNREADABLE


def _problems(options: Namespace, problems: Iterable[str]) -> int:
    """Says why nothing comes out; where JSON was asked for, in JSON as well."""
    told = list(problems)
    if options.json or options.to == "json":
        print(json.dumps({"status": "unreadable", "problems": told}, ensure_ascii=False, indent=1))
    for problem in told:
        print(problem, file=sys.stderr)
    return UNREADABLE


def _is_proved(protocol: Protocol) -> bool:
    """Whether these rules are known to be proved; without a data folder only the shipped ones can be."""
    try:
        kept = data_folder()
    except OSError:
        kept = Path(os.devnull)
    return proofs_of(kept).is_proved(protocol.sha256)


def _one(options: Namespace, protocol: Protocol, now: datetime, proved: bool, folder: Path) -> int:
    try:
        with _opened(options.case) as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return _problems(options, [f"{options.case} could not be opened: {error.strerror or error}."])
    if len(data) > MOST_BYTES:
        too_large = f"{options.case} is larger than any case file. The limit is {MOST_BYTES} bytes."
        return _problems(options, [too_large])
    result = read_case(data, protocol, now, options.case)
    if result.case is None:
        return _problems(options, map(str, result.problems))
    outcome = recommend(result.case, now)
    failed = _documents(options, result.case, outcome, now, proved, folder)
    words = _as_asked(options, protocol, result.case, outcome, now, proved)
    if options.out and options.to != "pdf":
        try:
            write_whole(options.out, as_bytes(words))
        except OSError as error:
            return _refuse(f"{options.out} could not be written: {error.strerror}.")
    else:
        sys.stdout.write(words)
    if failed:
        return failed
    return OPEN if outcome.status == "open" else CONCLUDED


def _as_asked(options: Namespace, protocol: Protocol, case: Case, outcome: Outcome, now: datetime, proved: bool) -> str:
    """What comes out: the outcome, or the record as text."""
    if options.to in ("text", "portal"):
        from bruiseaid.cli.documents import record_of, record_text

        return record_text(record_of(case, outcome, now, proved), options.to)
    if options.to == "json" or options.json:
        return json.dumps(as_data(protocol, outcome, proved), ensure_ascii=False, indent=1) + "\n"
    return outcome_words(protocol, outcome, proved) + "\n"


def _documents(options: Namespace, case: Case, outcome: Outcome, now: datetime, proved: bool, folder: Path) -> int:
    if not any((options.pdf, options.text, options.annex, options.portal)):
        return 0
    try:
        from bruiseaid.cli.documents import write_documents

        said = write_documents(
            case, outcome, now, proved, pdf=options.pdf, text=options.text, rules=folder,
            annex=options.annex, portal=options.portal,
        )  # fmt: skip
    except OSError as error:
        return _refuse(could_not(error, "The record could not be written"))
    except ModuleNotFoundError as error:
        return _refuse(f"The record could not be written. {missing_part(error)}")
    for sentence in said:
        print(sentence, file=sys.stderr)
    return 0


def _lines(path: str, protocol: Protocol, now: datetime, proved: bool) -> int:
    try:
        opened = _opened(path)
    except OSError as error:
        return _refuse(f"{path} could not be read: {error.strerror or error}.")
    worst = CONCLUDED
    with opened as stream:
        for number, line in enumerate(_cut_into_lines(stream), start=1):
            data, status = _line(line, number, path, protocol, now, proved)
            sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
            if path == "-":
                sys.stdout.flush()
            worst = max(worst, status)
    return worst


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    if path != "-":
        return open(path, "rb")
    if sys.stdin is None:
        raise OSError("there is no standard input")
    return nullcontext(sys.stdin.buffer)


def _cut_into_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is longer than any case only so much that it is seen to be."""
    while line := stream.readline(MOST_BYTES + 1):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES + 1)


def _line(
    line: bytes, number: int, path: str, protocol: Protocol, now: datetime, proved: bool
) -> tuple[dict[str, Any], int]:
    result: CaseResult = read_case_line(line, protocol, now, path, number)
    if result.case is None:
        return {"status": "unreadable", "problems": [str(problem) for problem in result.problems]}, UNREADABLE
    outcome = recommend(result.case, now)
    return as_data(protocol, outcome, proved), OPEN if outcome.status == "open" else CONCLUDED


def as_data(protocol: Protocol, outcome: Outcome, proved: bool) -> dict[str, Any]:
    """The outcome as the case format says."""
    names = {level.id: level.name for level in protocol.levels}
    return {
        "protocol": {"id": protocol.id, "version": protocol.version, "sha256": protocol.sha256},
        "proved": proved,
        "status": outcome.status,
        "level": outcome.level,
        "level_name": names.get(outcome.level or ""),
        "least": outcome.least,
        "greatest": outcome.greatest,
        "act_now": outcome.act_now,
        "rules": [
            {"id": rule.id, "level": rule.level, "because": rule.because, "sources": list(rule.sources)}
            for rule in outcome.rules
        ],
        "actions": [_action(action) for action in outcome.actions],
        "open_questions": list(outcome.open_questions),
        "set_aside": list(outcome.set_aside),
        "reason": outcome.reason,
    }


def _action(action: DueAction) -> dict[str, Any]:
    return {
        "id": action.id,
        "text": action.text,
        "who": action.who,
        "to": action.to,
        "due": action.due.at.isoformat() if action.due.at else None,
        "contact": _contact(action.contact),
        "sources": list(action.sources),
    }


def _contact(contact: ContactNow | None) -> dict[str, Any] | None:
    if contact is None:
        return None
    first = contact.first
    data: dict[str, Any] = {"name": first.name, "phone": first.phone, "open_now": first.open_now}
    if contact.others:
        data["others"] = list(_others(contact))
    return data


def _others(contact: ContactNow) -> Iterator[dict[str, Any]]:
    for other in contact.others:
        yield {"name": other.name, "phone": other.phone, "open_now": other.open_now}
