"""Drafts are saved beside the window: it waits for no disk, and yet nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bruiseaid.record.progress import Draft
from bruiseaid.store.drafts import Drafts
from bruiseaid.store.drafts_beside import DraftsBeside
from tests.engine.cases import case_data, case_of, shipped

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)
CODE = "R-2345"


def draft(because: str, minutes: int = 0, code: str = CODE) -> Draft:
    saved_at = NOW + timedelta(minutes=minutes)
    return Draft(code, NOW, saved_at, case_of(case_data()), page="explanation", because=because)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def lying_aside(folder: Path, because: str, minutes: int) -> Path:
    """A draft written aside by a program that died before it was put through."""
    elsewhere = Drafts(folder / "elsewhere")
    elsewhere.save(draft(because, minutes))
    partial = folder / f".{CODE}.json.{minutes:08x}.part"
    (elsewhere.folder / f"{CODE}.json").replace(partial)
    elsewhere.folder.rmdir()
    return partial


def test_of_many_saves_the_last_one_stands(tmp_path: Path) -> None:
    drafts = DraftsBeside(tmp_path)
    for number in range(40):
        drafts.save(draft(str(number)))
    assert drafts.load(CODE, shipped()).because == "39"
    assert names(tmp_path) == [f"{CODE}.json"]


def test_what_waits_to_be_put_through_is_there_for_the_next_start(tmp_path: Path) -> None:
    drafts = DraftsBeside(tmp_path)
    drafts.serve(lambda failed: None, soon=lambda begin: None)
    for number in range(3):
        drafts.save(draft(str(number)))
    assert len(names(tmp_path)) == 1
    next_start = Drafts(tmp_path)
    assert len(next_start.list()) == 1
    assert next_start.load(CODE, shipped()).because == "2"


def test_whoever_reads_does_not_wait_for_a_quiet_moment(tmp_path: Path) -> None:
    drafts = DraftsBeside(tmp_path)
    drafts.serve(lambda failed: None, soon=lambda begin: None)
    drafts.save(draft("now"))
    assert drafts.load(CODE, shipped()).because == "now"
    assert names(tmp_path) == [f"{CODE}.json"]


def test_each_of_several_drafts_has_its_last_save(tmp_path: Path) -> None:
    drafts = DraftsBeside(tmp_path)
    for number in range(20):
        for code in ("R-AAAA", "R-CCCC", "R-DDDD"):
            drafts.save(draft(f"{code} {number}", code=code))
    assert {drafts.load(one.id, shipped()).because for one in drafts.list()} == {
        f"{code} 19" for code in ("R-AAAA", "R-CCCC", "R-DDDD")
    }


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_killed_at_any_moment_a_draft_has_all_that_was_saved(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from bruiseaid.store.drafts_beside import DraftsBeside
from tests.store.test_drafts_beside import draft
drafts = DraftsBeside(Path(sys.argv[1]))
for number in range(100_000):
    drafts.save(draft(str(number), number))
    print(number, flush=True)
"""
    for round_of in range(6):
        folder = tmp_path / str(round_of)
        command = [sys.executable, "-c", program, str(folder)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as saving:
            assert saving.stdout is not None
            said = [next(saving.stdout) for _ in range(3 + 7 * round_of)]
            saving.send_signal(signal.SIGKILL)
            said += list(saving.stdout)
        drafts = Drafts(folder)
        assert [one.id for one in drafts.list()] == [CODE]
        assert int(drafts.load(CODE, shipped()).because) >= int(said[-1])
        assert names(folder) == [f"{CODE}.json"]


def test_what_lies_aside_is_taken_up_if_it_is_newer(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(draft("old"))
    lying_aside(tmp_path, "newer", 1)
    lying_aside(tmp_path, "newest", 2)
    assert len(drafts.list()) == 1
    assert drafts.load(CODE, shipped()).because == "newest"
    assert names(tmp_path) == [f"{CODE}.json"]


def test_what_lies_aside_is_removed_if_it_is_older_or_not_whole(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    lying_aside(tmp_path, "older", 1)
    half = lying_aside(tmp_path, "half", 3)
    half.write_bytes(half.read_bytes()[:-1])
    drafts.save(draft("there", 2))
    drafts.list()
    assert drafts.load(CODE, shipped()).because == "there"
    assert names(tmp_path) == [f"{CODE}.json"]


def test_a_draft_removed_leaves_nothing_aside(tmp_path: Path) -> None:
    drafts = DraftsBeside(tmp_path)
    drafts.save(draft("there"))
    drafts.wait()
    lying_aside(tmp_path, "newer", 1)
    drafts.remove(CODE)
    assert names(tmp_path) == []
    assert drafts.list() == ()


def test_a_disk_that_takes_nothing_is_told_until_it_takes_a_save_again(tmp_path: Path) -> None:
    drafts = DraftsBeside(tmp_path)
    told: list[bool] = []
    drafts.serve(told.append, soon=lambda begin: begin())
    in_the_way = tmp_path / f"{CODE}.json"
    in_the_way.mkdir()
    drafts.save(draft("first"))
    drafts.wait()
    assert (drafts.failed, told) == (True, [True])
    in_the_way.rmdir()
    drafts.save(replace(draft("second"), saved_at=NOW + timedelta(minutes=1)))
    drafts.wait()
    assert (drafts.failed, told) == (False, [True, False])
    assert [one.id for one in drafts.list()] == [CODE]
    assert names(tmp_path) == [f"{CODE}.json"]


def test_a_save_that_another_window_took_up_is_written_all_the_same(tmp_path: Path) -> None:
    ours, other = DraftsBeside(tmp_path), Drafts(tmp_path)
    for number in range(60):
        ours.save(draft(str(number), number))
        other.list()
    assert ours.load(CODE, shipped()).because == "59"
    assert not ours.failed


def test_a_program_that_ends_has_saved(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from bruiseaid.store.drafts_beside import DraftsBeside
from tests.store.test_drafts_beside import draft
DraftsBeside(Path(sys.argv[1])).save(draft("last words"))
"""
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, check=True, timeout=60)
    assert names(tmp_path) == [f"{CODE}.json"]
    assert Drafts(tmp_path).load(CODE, shipped()).because == "last words"
