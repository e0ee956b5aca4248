"""What is said when the rules of the folder are not the rules in force, and of a record with rules of its own."""

from __future__ import annotations

from pathlib import Path

from bruiseaid.app.screens.phrases import count_words
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.problems import Problem, shortened
from bruiseaid.store.proofs import ProofResult
from bruiseaid.values import dataclass

_MOST = 280
_TELL = "Changed ones were not taken up. Tell the person who keeps them."


@dataclass(frozen=True, slots=True)
class RulesNotice:
    """A bold sentence and what follows it. `in_record`: what follows it while a record is open; '': not shown then."""

    strong: str
    words: str
    in_record: str = ""


def being_checked(protocol: Protocol, origin: str, *, again: bool) -> RulesNotice:
    """While the proof runs. `again`: of the very rules that are in force."""
    if again:
        return RulesNotice("These rules are being checked.", "They stay in force meanwhile.")
    stay = f"Until then {_those(protocol, origin)} stay in force."
    return RulesNotice("New rules are being checked.", stay)


def unreadable(origin: str, folder: Path, problems: tuple[Problem, ...]) -> RulesNotice:
    """The folder has mistakes."""
    count = count_words(len(problems), "mistake", "mistakes").lower()
    first = shortened(str(problems[0]), _MOST)
    said = f"The rules in the folder {folder.name} have {count}. {_one_of(problems)}{first}"
    return RulesNotice(_strong(origin), f"{said} {_see_all(folder)}", _TELL)


def refused(protocol: Protocol, origin: str, folder: Path, result: ProofResult) -> RulesNotice:
    """The folder broke a promise, or did not hold in another way."""
    count = count_words(len(result.findings), "reason", "reasons").lower()
    first = shortened(result.findings[0], _MOST)
    reasons = f"{_one_of(result.findings)}{first} {_see_all(folder)}"
    if protocol.sha256 == result.sha256:
        strong = "The rules in force did not pass their checks."
        return RulesNotice(strong, f"There are no others here. {reasons}", "There are no others here. Ask your lead.")
    said = f"The rules in the folder {folder.name} did not pass their checks, for {count}."
    return RulesNotice(_strong(origin), f"{said} {reasons}", _TELL)


def not_ended(origin: str, folder: Path) -> RulesNotice:
    """The proof did not come to its end."""
    said = f"The check of the rules in the folder {folder.name} did not come to its end. {_see_all(folder)}"
    return RulesNotice(_strong(origin), said, _TELL)


def only_looked_at(protocol: Protocol) -> RulesNotice:
    """While a case is looked at under rules that are not in force."""
    words = f"They are version {protocol.version} of a folder that was not proved, opened to look at this case."
    return RulesNotice("These rules are not in force.", words, words)


def rules_are_gone(protocol: Protocol) -> RulesNotice:
    """A record goes on under other rules, because its own are not here any more."""
    said = (
        "The rules that this record was begun under are not on this computer any more. "
        f"It goes on under the rules in force, version {protocol.version}."
    )
    return RulesNotice("Look at every answer again.", said, said)


def _strong(origin: str) -> str:
    return "The shipped rules are in force." if origin == "shipped" else "Last good rules in force."


def _those(protocol: Protocol, origin: str) -> str:
    whose = "the rules that came with the program" if origin == "shipped" else "the last good rules"
    return f"{whose} ({protocol.version})"


def _one_of(several: tuple[object, ...]) -> str:
    return "The first: " if len(several) > 1 else ""


def _see_all(folder: Path) -> str:
    return f"To see more: bruiseaid protocol check {folder}"
