"""A record's code is never given twice on one computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bruiseaid.app.session import Session
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.store.drafts_beside import DraftsBeside
from tests.journeys.driver import KNOWN, NOW, RecordingDesktop, shipped


def session(folder: Path, codes: Iterator[str]) -> Session:
    around = Surroundings(lambda: NOW, lambda: next(codes), folder, RecordingDesktop())
    return Session(shipped(), KNOWN, DraftsBeside(folder / "drafts"), around)


def begun(one: Session) -> str:
    one.start()
    assert one.state.draft is not None
    return one.state.draft.id


@pytest.mark.usefixtures("qapp")
def test_a_code_that_a_draft_has_is_drawn_again(tmp_path: Path) -> None:
    one = session(tmp_path, iter(("R-AAAA", "R-AAAA", "R-AAAA", "R-CCCC")))
    assert [begun(one), begun(one)] == ["R-AAAA", "R-CCCC"]


@pytest.mark.usefixtures("qapp")
def test_a_code_that_a_finished_record_has_is_drawn_again(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "R-AAAA-2026-11-01.pdf").write_bytes(b"")
    assert begun(session(tmp_path, iter(("R-AAAA", "R-CCCC")))) == "R-CCCC"
