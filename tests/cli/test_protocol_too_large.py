"""Rules for which the room set aside for a proof is too small: nothing is called proved, and a sentence says so."""

from __future__ import annotations

import pytest

from bruiseaid.__main__ import main
from bruiseaid.content_paths import protocol_folder
from bruiseaid.proof.sets import nodes

TOO_LARGE = "These rules are too large to be looked at to the end."


@pytest.mark.parametrize("command", [["check"], ["diff", str(protocol_folder()), str(protocol_folder())]])
def test_rules_that_cannot_even_be_laid_out_are_not_proved(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(nodes, "ROOM_FOR_NODES", 300)
    assert main(["protocol", *command]) == 1
    told = capsys.readouterr()
    assert TOO_LARGE in told.err
    assert "All seven checks hold" not in told.out


def test_a_check_that_runs_out_of_room_is_named_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(nodes, "ROOM_FOR_NODES", 250_000)
    assert main(["protocol", "check"]) == 1
    told = capsys.readouterr().out
    assert "Nothing was found, but not everything could be looked at to the end." in told
    assert "Not analysed to the end: " in told
    assert "All seven checks hold" not in told
