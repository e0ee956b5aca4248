"""A fault of the program is told without the words that people wrote."""

from __future__ import annotations

import sys

import pytest

from bruiseaid.app import last_resort


def test_a_fault_is_told_calmly_and_without_its_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    last_resort.install(told.append)
    try:
        raise ValueError("Fern Example, 4 months")
    except ValueError as fault:
        sys.excepthook(ValueError, fault, fault.__traceback__)
    assert told == [last_resort.WORDS]
    logged = capsys.readouterr().err
    assert "ValueError" in logged
    assert "Fern" not in logged
