"""Two cases that differ in one thing: nothing is found in the shipped rules, and each slip made here is."""

from __future__ import annotations

import pytest

from bruiseaid.proof.levels.prover import Prover, prover_of
from bruiseaid.proof.promises.holding import never_lower
from bruiseaid.proof.promises.promise_rules import (
    Along,
    AlongDate,
    AlongFact,
    AlongMark,
    AlongQuestion,
    NeverLower,
    looked_at,
)
from bruiseaid.protocol.conditions import ALWAYS
from bruiseaid.protocol.model import Protocol
from tests.proof.setting import changed, shipped, shipped_prover

SAFE = AlongQuestion("safe_home", (("yes",), ("unsure",), ("no",)))
BASIS = AlongQuestion("mobility_basis", (("observed", "health_record"), ("carer_said", "other")))
SEEN = AlongMark("seen_by", (("me",), ("colleague", "photo", "reported", "no_longer_visible")))


def rule(along: Along) -> NeverLower:
    return NeverLower(ALWAYS, (along,), None, "")


def prover_for(protocol: Protocol, along: Along) -> Prover:
    return prover_of(protocol, looked_at(protocol, rule(along)))


@pytest.mark.parametrize(
    "along", [SAFE, BASIS, AlongFact("delayed"), AlongFact("context_weight"), AlongMark()], ids=str
)
def test_the_shipped_rules_never_fall(along: Along) -> None:
    assert list(never_lower(shipped_prover(), rule(along), [])) == []


SLIPS = [
    (SAFE, "at_least: B, when: {safe_home: no}", "at_least: D, when: {safe_home: no}"),
    (AlongFact("delayed"), "live_marks: {from: 1}, delayed: yes}", "live_marks: {from: 1}, delayed: no}"),
    (AlongFact("context_weight"), "context_weight: {at_least: contributory}}", "context_weight: [none, contributory]}"),
    (AlongFact("account"), "{base: C, when: {account: absent}}", "{base: E, when: {account: absent}}"),
    (AlongMark(), "{base: B, when: {live_marks: {from: 2}, not:", "{base: B, when: {live_marks: {under: 2}, not:"),
    (BASIS, "nim: yes, baby_referral: yes}\n    at_least: B", "nim: yes, baby_referral: yes}\n    at_least: D"),
    (AlongDate("dob"), "age_months: {under: 48}}\n    for_each", "age_months: {from: 12, under: 48}}\n    for_each"),
]


@pytest.mark.parametrize(("along", "old", "new"), SLIPS, ids=[str(one[0])[:40] for one in SLIPS])
def test_a_slip_is_found_with_two_true_cases(along: Along, old: str, new: str) -> None:
    prover = prover_for(changed("rules.yaml", old, new), along)
    found = list(never_lower(prover, rule(along), []))
    assert found
    story = prover.story(*found[0].cases)
    assert story.is_reproduced
    ids = [None, *(level.id for level in shipped().levels)]
    first, second = (ids.index(one.proved) for one in story.cases)
    assert first > second
    assert story.cases[0].case.answers != story.cases[1].case.answers
