"""The promises over single cases hold in the shipped protocol, and are found broken where a rule is made weaker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bruiseaid.__main__ import main
from bruiseaid.proof.checks.promised import promised, read_promises
from bruiseaid.proof.levels.prover import prover_of
from bruiseaid.proof.promises.promise_rules import AtLeastLevel, HasActions, Never, OnlyWhen, Static, looked_at
from bruiseaid.protocol.model import Promise
from bruiseaid.record.case_file import case_as_data
from tests.proof.setting import changed, files, shipped, shipped_prover, shipped_rules

QUICK = (AtLeastLevel, Never, OnlyWhen, HasActions, Static)


@pytest.mark.parametrize("promise", shipped().promises, ids=lambda promise: promise.id)
def test_a_promise_over_single_cases_holds(promise: Promise) -> None:
    rules = tuple(rule for rule in shipped_rules()[promise.id] if isinstance(rule, QUICK))
    assert list(promised(shipped_prover(), promise, rules)) == []


RULES, ACTIONS = "rules.yaml", "actions.yaml"
WEAKER = [
    ("INV-01", RULES, "baby_referral: yes}\n    at_least: B", "baby_referral: yes}\n    at_least: C"),
    ("INV-09", RULES, "{immediate_danger: yes}\n    at_least: A", "{immediate_danger: yes}\n    at_least: B"),
    ("INV-11", RULES, "{feature: strong}\n    at_least: B", "{feature: strong}\n    at_least: C"),
    ("INV-12", RULES, "at_least: C, when: {safe_home: unsure}", "at_least: D, when: {safe_home: unsure}"),
    ("INV-15", RULES, "      - {at_least: C, when: {context_weight: high}}\n    because: What", "    because: What"),
    ("INV-10", RULES, "{at_least: C, when: {disclosure: unsure}}", "{at_least: D, when: {disclosure: unsure}}"),
    ("INV-18", ACTIONS, "    by: 24 h\n    ceiling: 48 h", "    by: 1 working day\n    ceiling: 1 working day"),
    ("INV-19", ACTIONS, "    by: 24 h\n    ceiling: 48 h", "    by: 72 h\n    ceiling: 48 h"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "file", "old", "new"), WEAKER, ids=[one[0] for one in WEAKER])
def test_a_weaker_rule_breaks_its_promise_with_a_true_story(name: str, file: str, old: str, new: str) -> None:
    protocol = changed(file, old, new)
    rules, unread = read_promises(protocol)
    assert not unread
    prover = prover_of(protocol, [one for rule in rules[name] for one in looked_at(protocol, rule)])
    promise = next(one for one in protocol.promises if one.id == name)
    found = list(promised(prover, promise, tuple(rule for rule in rules[name] if isinstance(rule, QUICK))))
    assert found
    for finding in found:
        assert finding.message.endswith(".")
        if finding.story is not None:
            assert finding.story.is_reproduced


def test_a_promise_that_cannot_be_read_is_a_finding() -> None:
    protocol = changed(
        "promises.yaml", "rule: {kind: at_least, when: {nim: yes,", "rule: {kind: at_least, when: {nimm: yes,"
    )
    _, unread = read_promises(protocol)
    assert [one.place.id for one in unread] == ["INV-01"]
    assert 'Did you mean "nim"?' in unread[0].message


@pytest.mark.parametrize(("name", "file", "old", "new"), WEAKER[:6], ids=[one[0] for one in WEAKER[:6]])
def test_the_front_door_comes_to_the_level_of_the_story(
    name: str, file: str, old: str, new: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    protocol = changed(file, old, new)
    rules, _ = read_promises(protocol)
    single = tuple(rule for rule in rules[name] if isinstance(rule, QUICK))
    prover = prover_of(protocol, [one for rule in single for one in looked_at(protocol, rule)])
    promise = next(one for one in protocol.promises if one.id == name)
    told = [case for one in promised(prover, promise, single) if one.story for case in one.story.cases]
    assert told
    folder = tmp_path / "protocol"
    for place, data in files().items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data.replace(old.encode(), new.encode(), 1) if place == file else data)
    for one in told:
        (tmp_path / "case.json").write_text(json.dumps(case_as_data(one.case)), encoding="utf-8")
        seen_at = one.case.seen_at.isoformat()
        status = main(["assess", str(tmp_path / "case.json"), "--json", "--at", seen_at, "--protocol", str(folder)])
        said = capsys.readouterr()
        assert status == 0, said.err
        assert json.loads(said.out)["level"] == one.proved
