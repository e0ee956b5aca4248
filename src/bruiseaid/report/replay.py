"""Replays the answers inside a document under the rules inside it, and compares with what was printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import MOST_FILES, content_hash, read_contents
from bruiseaid.record.case_file import read_case
from bruiseaid.record.codec import canonical
from bruiseaid.record.model import Record
from bruiseaid.report.verification import Replay

_MOST_BYTES_OF_RULES, _MOST_BYTES_OF_ANSWERS = 3_000_000, 4_000_000
_MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came out: `outcome` in words, '' when it was not possible; `reasons` are sentences."""

    verdict: Replay
    outcome: str = ""
    reasons: tuple[str, ...] = ()


def replay(record: Record, files: dict[str, bytes]) -> Replayed:
    """The record's answers under the rules of these files."""
    if not files:
        return Replayed("not_possible", reasons=("The file does not hold the rules it was made by.",))
    if len(files) > MOST_FILES or sum(map(len, files.values())) > _MOST_BYTES_OF_RULES:
        return Replayed("not_possible", reasons=("The rules inside it are larger than any of ours.",))
    if content_hash(files) != record.protocol.sha256:
        return Replayed("not_possible", reasons=("The rules inside it are not the ones that the record names.",))
    read = read_contents(files)
    if read.protocol is None:
        return Replayed("not_possible", reasons=("The rules inside it cannot be read by this program.",))
    answers = canonical(record.case)
    if len(answers) > _MOST_BYTES_OF_ANSWERS:
        return Replayed("not_possible", reasons=("The answers inside it are larger than any of ours.",))
    found = read_case(answers, read.protocol, record.finished_at, "answers")
    if found.case is None:
        reasons = tuple(problem.message for problem in found.problems[:_MOST_REASONS])
        return Replayed("not_possible", reasons=("The answers inside it do not fit the rules.", *reasons))
    try:
        return _compared(record, read.protocol, found.case)
    except Exception:  # rules that were not ours may be readable and yet lead nowhere
        return Replayed("not_possible", reasons=("The rules inside it do not work with this program.",))


def printed_outcome(record: Record) -> str:
    """The outcome of the record in words: 'B, Immediate referral'."""
    return _words(record.status, record.level.id if record.level else "", record.level.name if record.level else "")


def _compared(record: Record, protocol: Protocol, case: Case) -> Replayed:
    outcome = recommend(case, record.finished_at)
    words = _replayed_words(protocol, outcome)
    reasons = tuple(_differences(record, outcome, words))
    return Replayed("different" if reasons else "same", words, reasons)


def _differences(record: Record, outcome: Outcome, words: str) -> Iterator[str]:
    if words != printed_outcome(record):
        yield "The level is another one."
    if tuple(rule.id for rule in outcome.rules) != tuple(rule.id for rule in record.rules):
        yield "Other rules fire."
    if tuple(action.id for action in outcome.actions) != tuple(action.id for action in record.actions):
        yield "Other actions follow."
    if record.trace.facts and dict(outcome.facts) != dict(record.trace.facts):
        yield "Other facts are found."


def _replayed_words(protocol: Protocol, outcome: Outcome) -> str:
    name = next((level.name for level in protocol.levels if level.id == outcome.level), "")
    return _words(outcome.status, outcome.level or "", name)


def _words(status: str, level: str, name: str) -> str:
    if status == "out_of_scope":
        return "not for this protocol"
    at_least = "not finished, at least " if status == "open" else ""
    return f"{at_least}{level}, {name}" if level else "not finished, no level yet"
