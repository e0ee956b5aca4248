"""A draft is never lost: killed in the middle, disk full, two at once, files damaged by others."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bruiseaid.engine.case import Answer
from bruiseaid.record.model import Decision, Done, Event
from bruiseaid.record.progress import Change, Draft, Given
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.drafts import Drafts, DraftUnreadable
from bruiseaid.store.settings import Settings
from tests.engine.cases import case_data, case_of, shipped

NOW = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)


def _draft(code: str = "R-2345") -> Draft:
    data = {**case_data(), "child": {"name": "Fern Example"}}
    return Draft(
        code, NOW, NOW, case_of(data), page="explanation", done={"X": Done(NOW, "Pat Sample", "accepted", "EX-1")},
        changes=(Change(NOW, "delay", "No", "Yes", "C", "B"),), events=(Event(NOW, "Rang"),), rungs={"Y": "agreed"},
    )  # fmt: skip


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    draft = _draft()
    drafts.save(draft, age="3 years", level="C")
    back = drafts.load("R-2345", shipped())
    assert dict(back.case.answers) == dict(draft.case.answers)
    assert (back.page, back.changes, back.events, dict(back.done)) == (
        draft.page, draft.changes, draft.events, dict(draft.done),
    )  # fmt: skip
    (summary,) = drafts.list()
    assert (summary.id, summary.age, summary.level, summary.page) == ("R-2345", "3 years", "C", "explanation")


TYPED: dict[str, Answer] = {
    "dob": "2026--29", "presentation": {"first_noticed_at": "--29"}, "household": ({"name": "Al"}, {"dob": "--29"}),
    "marks": ({"region": "shin", "first_seen_at": "2026-11-"},), "weeks_early": "two",
}  # fmt: skip


def test_half_a_date_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save(replace(_draft(), typed=TYPED))
    assert drafts.load("R-2345", shipped()).typed == TYPED


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("no_such_question", "29"), ("dob", ["29"]), ("presentation", "29"), ("presentation", {"gone": "29"}),
        ("household", {"dob": "29"}), ("household", [{"dob": ["29"]}]), ("household", []), ("dob", ""),
    ],
)  # fmt: skip
def test_what_was_typed_and_fits_no_question_any_more_is_left_out(tmp_path: Path, question: str, typed: object) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save(replace(_draft(), typed={"weeks_early": "two"}))
    path = tmp_path / "drafts" / "R-2345.json"
    data = json.loads(path.read_bytes())
    data["typed"][question] = typed
    path.write_text(json.dumps(data), encoding="utf-8")
    assert drafts.load("R-2345", shipped()).typed == {"weeks_early": "two"}


def test_names_of_files_say_nothing_about_the_child(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save(_draft())
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["R-2345.json"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps access in another way")
def test_only_this_user_can_read_a_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save(_draft())
    assert stat.S_IMODE((tmp_path / "drafts" / "R-2345.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "drafts").stat().st_mode) == 0o700


@pytest.mark.parametrize("part", ["done", "closing", "changes", "given", "case", "decision", "stood"])
def test_a_draft_with_a_part_of_another_kind_is_told_and_left_alone(tmp_path: Path, part: str) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(_draft())
    path = tmp_path / "R-2345.json"
    for strange in ([1], "x", 7):
        path.write_text(json.dumps({**json.loads(path.read_bytes()), part: strange}), encoding="utf-8")
        with pytest.raises(DraftUnreadable):
            drafts.load("R-2345", shipped())
        drafts.list()
    assert path.exists()


def test_a_damaged_draft_is_told_and_left_alone(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save(_draft())
    path = tmp_path / "drafts" / "R-2345.json"
    path.write_text(path.read_text("utf-8")[:-20], encoding="utf-8")
    before = path.read_bytes()
    assert drafts.list() == ()
    with pytest.raises(DraftUnreadable):
        drafts.load("R-2345", shipped())
    assert path.read_bytes() == before


def test_a_draft_of_another_protocol_says_why_it_does_not_open(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save(_draft())
    path = tmp_path / "drafts" / "R-2345.json"
    path.write_text(path.read_text("utf-8").replace('"walking"', '"flying"'), encoding="utf-8")
    with pytest.raises(DraftUnreadable) as told:
        drafts.load("R-2345", shipped())
    assert told.value.reasons


@pytest.mark.parametrize("name", ["../R-2345", "r-2345", "", "R 2345", "R/2345"])
def test_a_code_that_is_no_code_never_becomes_a_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(DraftUnreadable):
        Drafts(tmp_path).load(name, shipped())


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    write_atomically(path, b"old")
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "no such folder" / "kept.json", b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="uses a limit of Linux on the size of files")
def test_a_full_disk_keeps_the_last_save_and_says_so(tmp_path: Path) -> None:
    program = """
import resource, signal, sys
from pathlib import Path
from bruiseaid.store.atomic import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
write_atomically(path, b"old" * 10)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(path, b"new" * 10_000)
except OSError:
    sys.exit(3)
"""
    path = tmp_path / "kept.json"
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False, timeout=60)
    assert done.returncode == 3
    assert path.read_bytes() == b"old" * 10
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_killed_at_any_moment_a_whole_save_is_there(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from bruiseaid.store.atomic import write_atomically
path = Path(sys.argv[1])
print("ready", flush=True)
number = 0
while True:
    number += 1
    write_atomically(path, (f"{number:08d}" * 4000).encode())
"""
    path = tmp_path / "kept.txt"
    for _ in range(8):
        with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.readline()
            while not path.exists():
                pass
            running.send_signal(signal.SIGKILL)
        text = path.read_text("ascii")
        assert text == text[:8] * 4000


def test_what_an_interrupted_write_left_is_swept_away(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    drafts = Drafts(folder)
    drafts.save(_draft())
    (folder / ".R-2345.json.1234.part").write_text("half", encoding="utf-8")
    assert len(drafts.list()) == 1
    assert [path.name for path in folder.iterdir()] == ["R-2345.json"]


def test_settings_come_back_and_unreadable_ones_are_empty(tmp_path: Path) -> None:
    settings = Settings("rochdale", "Pat Sample", "Health visitor", practitioner_group="registered_health")
    settings.save(tmp_path)
    assert Settings.load(tmp_path) == settings
    (tmp_path / "settings.json").write_text("[", encoding="utf-8")
    assert Settings.load(tmp_path) == Settings()


def test_a_draft_of_the_first_form_keeps_its_decision_and_its_closing(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(_draft())
    path = tmp_path / "R-2345.json"
    data = json.loads(path.read_bytes())
    for key in ("decision", "given", "because", "closing"):
        del data[key]
    words = "Gone lower: level E instead of D. Decided by Lee Madeup, A named safeguarding lead. Reason: Seen by two"
    at = NOW.isoformat()
    data["done"]["decision"] = {"at": at, "by": "Lee Madeup, A lead", "result": words, "reference": "D to E"}
    data["done"]["closing.past"] = {"at": at, "by": "Pat Sample", "result": "Closing.", "reference": "None known"}
    path.write_text(json.dumps({**data, "draft": 1}), "utf-8")
    back = drafts.load("R-2345", shipped())
    assert back.decision == Decision(NOW, "D", "E", "Lee Madeup", "A lead", "Seen by two")
    assert dict(back.closing) == {"past": "None known"}
    assert set(back.done) == {"X"}


def test_what_was_decided_and_when_answers_were_given_comes_back(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    decision = Decision(NOW, "C", "B", "Pat Sample", "health visitor", "Uneasy", ("R31",), ("X",))
    given = {"delay": Given(NOW, NOW, "Pat Sample")}
    draft = replace(_draft(), decision=decision, given=given, because="No time", closing={"past": "None"})
    drafts.save(draft)
    back = drafts.load("R-2345", shipped())
    assert (back.decision, dict(back.given), back.because, dict(back.closing)) == (
        decision, given, "No time", {"past": "None"},
    )  # fmt: skip
