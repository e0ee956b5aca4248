"""Copies of a small foreign protocol, and what `bruiseaid protocol check` says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bruiseaid.__main__ import main
from bruiseaid.cli import reading

KITCHEN = Path(__file__).parent / "kitchen"


def texts() -> dict[str, str]:
    return {p.relative_to(KITCHEN).as_posix(): p.read_text(encoding="utf-8") for p in sorted(KITCHEN.rglob("*.yaml"))}


def copy(folder: Path, changes: dict[str, str], file: str = "kitchen.yaml") -> Path:
    """A copy of the folder with some texts changed; fails if one of them is not there."""
    for name, text in texts().items():
        for old, new in changes.items() if name == file else ():
            assert old in text, old
            text = text.replace(old, new, 1)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def checked(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit status and all that is printed, in one line, with the kitchen as the protocol that was shipped."""
    monkeypatch.setattr(reading, "protocol_folder", lambda: KITCHEN)
    status = main(["protocol", "check", str(folder)])
    said = capsys.readouterr()
    return status, " ".join((said.out + said.err).split())
