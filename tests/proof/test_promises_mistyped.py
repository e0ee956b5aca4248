"""A promise with a slip in it holds for nothing: it is never counted as shown, and the slip is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.kitchens import checked, copy, texts

FIRST = "{kind: at_least, when: {pests: rat}, level: shut}"
SLIPS = {
    "{kind: never_lower, along: [{fact: dirtt}]}": 'There is no fact "dirtt". Did you mean "dirt"?',
    "{kind: never_lower, along: [{fact: bad_stains}]}": '"bad_stains" is a number.',
    "{kind: never_lower, along: [{question: pets, order: [none, rat]}]}": 'no question "pets". Did you mean "pests"?',
    "{kind: never_lower, along: [{question: pests, order: [none, ratt]}]}": '"ratt". Did you mean "rat"?',
    "{kind: never_lower, along: [{question: pests}]}": "pests needs an order, from least to most worrying.",
    "{kind: never_lower, along: [{question: pests, order: [none]}]}": "The order of pests needs two values or more",
    "{kind: never_lower, along: [{question: fridge, order: later}]}": "neither a choice nor a date nor ticks",
    "{kind: never_lower, along: [{of_a_mark: kindd, order: [grease, mould]}]}": '"kindd". Did you mean "kind"?',
    "{kind: never_lower, along: [{of_a_mark: kind, order: [grease, mold]}]}": '"mold". Did you mean "mould"?',
    "{kind: never_lower, along: [{marks: one_less}]}": "After marks only one_more can stand",
    "{kind: never_lower, along: {fact: dirt}}": "After along a list is needed",
    "{kind: never_lower}": "never_lower needs along as well.",
    "{kind: same_level, along: {fact: dirtt}}": 'There is no fact "dirtt".',
    "{kind: same_level, along: {fact: bad}}": 'There is no fact of the case with values "bad".',
    "{kind: same_level, along: {fact: dirt}, among: [nonne, some]}": 'There is no value "nonne".',
    "{kind: same_level, along: {question: pests}, among: [ratt, none]}": 'There is no value "ratt".',
    "{kind: at_least, whne: {pests: rat}, level: fine}": 'no such key in at_least. Did you mean "when"?',
    "{kind: at_least, when: {pests: rat}, levle: shut}": 'Did you mean "level"?',
    "{kind: at_least, when: {pests: rat}, level: shutt}": 'There is no level "shutt".',
    "{kind: at_last, when: {pests: rat}, level: shut}": 'kind of promise "at_last". Did you mean "at_least"?',
    "{kind: has_actions, when: {level: shut}}": "has_actions needs actions as well.",
    "{kind: has_actions, when: {level: shut}, actions: [RINGG]}": 'There is no action "RINGG". Did you mean "RING"?',
    "{kind: times, check: within_celing}": 'There is no check "within_celing". Did you mean "within_ceiling"?',
    "{kind: times, check: no_working_days, levels: [shutt]}": 'There is no level "shutt".',
    "{kind: times, check: at_once, actions: [SEALL]}": 'There is no action "SEALL".',
    "{kind: actions, check: never_together, actions: [SEALL, RETURN]}": 'There is no action "SEALL".',
    "{kind: actions, check: in_order, first: SEALL, then: [RETURN]}": 'There is no action "SEALL".',
    "{kind: never_named, names: [fridge], files: [rulz]}": 'Did you mean "rules"?',
    "{kind: several, rules: []}": "After rules a list of promises is needed.",
}  # fmt: skip


@pytest.mark.parametrize(("slip", "said"), SLIPS.items())
def test_a_slip_in_a_promise_is_named_and_the_promise_does_not_count_as_shown(
    slip: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = checked(copy(tmp_path, {FIRST: slip}), monkeypatch, capsys)
    assert status == 1
    assert f"promised: kitchen.yaml, line {line_of('  - id: P1')}" in out
    assert "The promise P1 cannot be shown, because it cannot be understood." in out
    assert said in out


def line_of(start: str) -> int:
    """The line of the kitchen that begins so."""
    return next(n for n, line in enumerate(texts()["kitchen.yaml"].split("\n"), start=1) if line.startswith(start))


def test_a_promise_can_speak_of_actions_and_is_broken_by_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    never = "{kind: never, when: {action: RING, pests: rat}}"
    status, out = checked(copy(tmp_path, {FIRST: never}), monkeypatch, capsys)
    assert status == 1
    assert "P1 does not hold" in out
    assert "What did you see of animals? A rat." in out
