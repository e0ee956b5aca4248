"""One mistake of each kind, as somebody could make it, and what the command line says: where, what, which case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.kitchens import checked, copy

K7 = "  - {id: K7, at_least: fine, because: Everything ends somewhere., sources: [OWN]}\n"
PROVED, FINDINGS, UNREADABLE = 0, 1, 2

FOUND = {
    "total: a case without an end": (
        {K7: ""},
        "There is a case that comes to no level and to no other end. Every case has to end somewhere.",
        "What did you see of animals? Nothing.",
    ),
    "total: a level without its action": (
        {"contact: office, when: {level: shut}": "contact: office, when: {level: shut, pests: rat}"},
        "1. total: kitchen.yaml, line 17 At level shut (Shut the kitchen) at least one of these actions has to stand: "
        "RING, RETURN.",
        "How warm is the fridge? 9 degrees.",
    ),
    "alive: a rule that never fires": (
        {"{dirt: some, cook: no}": "{dirt: none, cook: no}"},
        "1. alive: kitchen.yaml, line 96 The rule K2 never fires: there is no case in which what it asks for comes "
        "together.",
        "Does the cook say why? No.",
    ),
    "alive: a rule that never matters": (
        {"when: {fridge: {from: 6}}": "when: {fridge: {from: 9}}"},
        "1. alive: kitchen.yaml, line 98 The rule K4 never matters: without it every case has the same level and the "
        "same actions.",
        "How warm is the fridge? 6 degrees.",
    ),
    "ordered: worse means weaker": (
        {"when: {dirt: much}, at_least: shut": "when: {dirt: some}, at_least: shut"},
        "2. ordered: kitchen.yaml, line 79 A more worrying value of dirt (how dirty it is) leads to a lower level: "
        "from shut (Shut the kitchen) to fine (Nothing to do). Worse must never mean weaker.",
        "The same, but: What did you see of animals? A rat.",
    ),
    "promised: a case that breaks it": (
        {"- {value: much, when: {pests: rat}}": "- {value: some, when: {pests: rat}}"},
        "1. promised: kitchen.yaml, line 116 P1 does not hold: A kitchen with a rat in it is always shut. There is a "
        "case that comes to fine (Nothing to do).",
        "What did you see of animals? A rat.",
    ),
    "promised: a time past its ceiling": (
        {"by: 1 h, ceiling: 2 h": "by: 3 h, ceiling: 2 h"},
        "1. promised: kitchen.yaml, line 106 P3 does not hold: Nothing is done too late. RING is due within 3 hours. "
        "Its ceiling is 2 hours.",
        "This folder is not proved.",
    ),
    "floored: less than was shipped": (
        {"when: {fridge: {from: 9}}": "when: {fridge: {from: 12}}"},
        "1. floored: kitchen.yaml, line 97 A case that was shut (Shut the kitchen) in the shipped protocol is only "
        "visit (Come again) here. The rules that no longer fire there: K3.",
        "Level as shipped: shut (Shut the kitchen). Level here: visit (Come again).",
    ),
    "floored: a ceiling raised": (
        {"by: 1 h, ceiling: 2 h": "by: 1 h, ceiling: 20 h"},
        "1. floored: kitchen.yaml, line 106 The ceiling of RING is 2 hours and was raised to 20 hours.",
        "1 finding. This folder is not proved.",
    ),
}
UNREAD = {
    "a misspelt name": (
        {"when: {dirt: much}, at_least": "when: {dirtt: much}, at_least"},
        'kitchen.yaml, line 95, column 21: "dirtt": There is no such question, fact or detail here. Did you mean '
        '"dirt"?',
    ),
    "a value that is not there": (
        {"when: {dirt: much}, at_least": "when: {dirt: loads}, at_least"},
        'kitchen.yaml, line 95, column 27: "loads": There is no such value of dirt.',
    ),
    "a misspelt level": (
        {"at_least: shut, because: Too": "at_least: shutt, because: Too"},
        'kitchen.yaml, line 95, column 44: "shutt": There is no level with this name. Did you mean "shut"?',
    ),
    "a tab": (
        {"      - {all_of: [WRITE, RETURN]}": "\t- {all_of: [WRITE, RETURN]}"},
        "A tab stands where spaces are needed. Use spaces to indent.",
    ),
    "a key twice": (
        {"title: Kitchens\n": "title: Kitchens\ntitle: Kitchens\n"},
        'kitchen.yaml, line 5, column 1: "title": This key stands twice in the same table. It first stands on line 4.',
    ),
    "a misspelt key": (
        {"    ask: How warm": "    aks: How warm"},
        'kitchen.yaml, line 48, column 5: "aks": A question has no such key. Did you mean "ask"?',
    ),
    "no number": (
        {"fridge: {from: 9}": "fridge: {from: nine}"},
        'kitchen.yaml, line 97, column 36: "nine": A whole number is needed here.',
    ),
    "an action that nobody does": (
        {"who: you, to: the file,": "to: the file,"},
        'kitchen.yaml, line 103, column 5: "WRITE": An action needs who as well.',
    ),
    "a circle": (
        {"{dirt: [some, much]}": "{c: yes}", "facts:\n": "facts:\n  - {id: c, means: c, holds_when: {cook: yes}}\n"},
        '"cook, c": These wait for each other and can never be worked out: cook, c.',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "message", "case"), FOUND.values(), ids=FOUND)
def test_a_mistake_is_told_with_its_place_and_a_case(
    changes: dict[str, str],
    message: str,
    case: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, said = checked(copy(tmp_path, changes), monkeypatch, capsys)
    assert status == FINDINGS
    assert message in said
    assert case in said
    assert "does not come to the same result" not in said


@pytest.mark.parametrize(("changes", "message"), UNREAD.values(), ids=UNREAD)
def test_a_mistake_of_writing_is_told_with_its_line(
    changes: dict[str, str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, said = checked(copy(tmp_path, changes), monkeypatch, capsys)
    assert status == UNREADABLE
    assert message in said


def test_hours_with_nobody_to_ring_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hours = 'hours: [{days: [mon, tue, wed, thu, fri], from: "09:00", until: "17:00"}], status: old'
    folder = copy(tmp_path, {f'000{n}", status: old': f'000{n}", {hours}' for n in (0, 1)}, "boroughs/town.yaml")
    status, said = checked(folder, monkeypatch, capsys)
    assert status == FINDINGS
    assert "1. covered: boroughs/town.yaml, line 1 Town has nobody to ring on Mon 23-03-2026 at 00:00, and at" in said


def test_nothing_is_found_where_there_is_no_mistake_and_the_first_sure_question_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = checked(copy(tmp_path / "as it is", {}), monkeypatch, capsys)
    assert status == PROVED
    assert "Nothing was found. All seven checks hold for every case." in said
    note = 'At least shut (Shut the kitchen) can be certain without a mark once "Animals" is answered.'
    assert note in said
    quiet = copy(tmp_path / "quiet", {"    opens_act_now: yes\n": ""})
    assert "can be certain" not in checked(quiet, monkeypatch, capsys)[1]
