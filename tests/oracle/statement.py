"""The rules said a second time, in plain Python, from model.md alone: what a case file comes to.

It shares nothing with the program, so that the two can be held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .actions import Situation, Time, called_for, called_for_out_of_scope
from .facts import Facts, Mark
from .rules import Level, judge

ALWAYS_NEEDED = (
    "emergency_signs", "immediate_danger", "dob", "mobility", "mobility_basis", "marks", "features",
    "explanation", "delay", "disclosure", "context", "practitioner_group", "cooperation", "safe_home",
)  # fmt: skip
ADULT_MONTHS = 18 * 12
EMERGENCY_ROWS = ("R01", "R46")


@dataclass(frozen=True)
class Outcome:
    """What the rules say of one case.

    Open: only `missing` is given, the needed questions that are certainly asked and not answered.
    Out of scope: `times` holds only the 999 actions that section 1.4 puts first; a page may carry more.
    """

    status: str
    reason: str | None = None
    level: str | None = None
    safeguarding_level: str | None = None
    rules: frozenset[str] = frozenset()
    times: Mapping[str, Time] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()

    @property
    def actions(self) -> frozenset[str]:
        return frozenset(self.times)


def outcome(case: Mapping[str, Any]) -> Outcome:
    """Unborn and adult are looked at first; then what is missing; then the marks; then the rules."""
    facts = Facts(case)
    if facts.answer("unborn") == "yes":
        return out_of_scope("unborn", facts)
    if facts.answered("dob") and facts.months >= ADULT_MONTHS:
        return out_of_scope("adult", facts)
    missing = frozenset(unanswered(facts))
    return Outcome("open", missing=missing) if missing else concluded(facts)


def out_of_scope(reason: str, facts: Facts) -> Outcome:
    return Outcome("out_of_scope", reason=reason, times=called_for_out_of_scope(facts))


def concluded(facts: Facts) -> Outcome:
    """SL is the level the case would have without R01 and R46."""
    rules, level = judge(facts)
    if level is None:
        return out_of_scope("no_mark", facts)
    safeguarding = judge(facts, without=EMERGENCY_ROWS).level
    return Outcome(
        "concluded",
        level=level.name,
        safeguarding_level=None if safeguarding is None else safeguarding.name,
        rules=rules,
        times=dict(called_for(Situation(facts, rules, Level(level), safeguarding))),
    )


def unanswered(facts: Facts) -> Iterator[str]:
    """Needed for a conclusion (section 2), and not answered."""
    yield from (question for question in ALWAYS_NEEDED if not facts.answered(question))
    if not facts.answered("accounts_agree") and certainly_asks_whether_accounts_agree(facts):
        yield "accounts_agree"
    if not facts.answered("same_day_review") and certainly_asks_for_a_review(facts):
        yield "same_day_review"


def certainly_asks_whether_accounts_agree(facts: Facts) -> bool:
    """From 24 months the basis of mobility no longer decides who is NIM, so it need not be known."""
    known = all(map(facts.answered, ("explanation", "dob", "mobility")))
    return known and facts.accounts_agree_is_asked


def certainly_asks_for_a_review(facts: Facts) -> bool:
    return any(is_certainly_maybe_natural(facts, mark) for mark in facts.marks)


def is_certainly_maybe_natural(facts: Facts, mark: Mark) -> bool:
    """Of status natural or unsure, however the open questions are answered."""
    if mark.get("doc_nature") == "birth_injury" and not facts.answered("dob"):
        return False
    if mark["opinion"] == "unsure" and not account_is_known(facts):
        return False
    return not facts.documented(mark) and facts.status(mark) in ("natural", "unsure")


def account_is_known(facts: Facts) -> bool:
    if facts.answer("explanation") != "attributed_to_child_or_sibling":
        return facts.answered("explanation")
    if not (facts.answered("dob") and facts.answered("mobility")):
        return False
    return facts.answered("accounts_agree") or not facts.accounts_agree_is_asked
