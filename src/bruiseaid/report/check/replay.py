"""Replays the answers inside a document under the rules inside it, and compares with what was printed."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.engine.case import Case
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import MOST_FILES, content_hash, read_contents
from bruiseaid.record.case_file import read_case
from bruiseaid.record.codec import canonical
from bruiseaid.record.deciding import Judged, judged
from bruiseaid.record.model import Record
from bruiseaid.report.check.verification import Replay
from bruiseaid.values import dataclass

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
    """The outcome of the record in words: 'B, Immediate referral', with what was decided by people."""
    words = _words(record.status, record.level.id if record.level else "", record.level.name if record.level else "")
    given = record.decision.given if record.decision else None
    if record.decision is None or record.decision.set_aside:
        return words
    return f"{words}{_decided(given.id if given else None)}"


def _compared(record: Record, protocol: Protocol, case: Case) -> Replayed:
    found = recommend(case, record.finished_at)
    made = record.decision.made if record.decision else None
    again = judged(case, found, made, made.done if made else (), record.finished_at)
    words = _replayed_words(protocol, again)
    reasons = tuple(_differences(record, again, words))
    return Replayed("different" if reasons else "same", words, reasons)


def _differences(record: Record, again: Judged, words: str) -> Iterator[str]:
    outcome = again.outcome
    if record.decision and bool(record.decision.set_aside) != bool(again.set_aside):
        yield again.set_aside or "The decision for another level holds by these rules, and the record says it does not."
    if words != printed_outcome(record):
        yield "The level is another one."
    if sorted(rule.id for rule in outcome.rules) != sorted(rule.id for rule in record.rules):
        yield "Other rules fire."
    if tuple(action.id for action in outcome.actions) != tuple(action.id for action in record.actions):
        yield "Other actions follow."
    if record.trace.facts and dict(outcome.facts) != dict(record.trace.facts):
        yield "Other facts are found."


def _replayed_words(protocol: Protocol, again: Judged) -> str:
    outcome = again.outcome
    name = next((level.name for level in protocol.levels if level.id == outcome.level), "")
    words = _words(outcome.status, outcome.level or "", name)
    return f"{words}{_decided(again.found.level)}" if again.holds else words


def _decided(given: str | None) -> str:
    return f" (decided by people; the protocol gives {given or 'no level yet'})"


def _words(status: str, level: str, name: str) -> str:
    if status == "out_of_scope":
        return "not for this protocol"
    at_least = "not finished, at least " if status == "open" else ""
    return f"{at_least}{level}, {name}" if level else "not finished, no level yet"
