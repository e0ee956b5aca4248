"""What comes in at the front door: cases that are broken, hostile or odd, and a system that refuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bruiseaid.record.case_file import MOST_BYTES, case_as_data
from tests.cli.ctrl_c import as_from_a_terminal
from tests.engine.cases import case_data, case_of, mark, outcome_of

AT = "2026-11-23T10:20:00+00:00"
COMMAND = (sys.executable, "-m", "bruiseaid")


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRUISEAID_DATA", str(tmp_path / "data"))


def _run(*arguments: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, timeout=120, **how)


def _written(folder: Path, data: object) -> str:
    path = folder / "case.json"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return str(path)


def _plainly_refused(done: subprocess.CompletedProcess[bytes], says: str) -> None:
    told = done.stderr.decode()
    assert done.returncode == 2, told
    assert says in told
    assert "Traceback" not in told


TICKED_TWICE = [
    ("emergency_signs", "other", "A"),
    ("medical_history", "known_bleeding_disorder", "A"),
    ("disclosure", "witness_saw", "B"),
    ("features", "several_surfaces", "C"),
    ("context", "young_parent", "D"),
]


@pytest.mark.parametrize(("question", "tick", "level"), TICKED_TWICE)
def test_a_tick_that_stands_twice_counts_as_one(question: str, tick: str, level: str) -> None:
    for ticks in ([tick], [tick, tick], [tick, tick, tick]):
        changed: dict[str, Any] = {"marks": [mark("forehead")], question: ticks}
        data = case_data(**changed)
        assert outcome_of(data).level == level
        assert case_as_data(case_of(data))["answers"][question] == [tick]


def test_null_means_that_nothing_was_answered_in_a_file_as_in_a_line(tmp_path: Path) -> None:
    data = {**case_data(), "child": {"name": None, "gp": "Dr Example"}}
    data["answers"].update(delay=None, weeks_early=None)
    path = _written(tmp_path, data)
    alone = json.loads(_run("assess", path, "--json", "--at", AT).stdout)
    line = json.loads(_run("assess", "--jsonl", path, "--at", AT).stdout)
    assert alone == line
    assert alone["open_questions"] == ["delay"]
    text = _run("assess", path, "--to", "text", "--at", AT).stdout.decode()
    assert "Dr Example" in text
    assert "null" not in text


@pytest.mark.parametrize("year", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1899-12-31T23:00:00Z"])
def test_a_year_that_cannot_be_is_a_fault(tmp_path: Path, year: str) -> None:
    data = case_data(seen_at=year, dob="1890-01-01")
    _plainly_refused(_run("assess", _written(tmp_path, data), "--at", AT), "seen_at")
    _plainly_refused(_run("assess", _written(tmp_path, case_data()), "--at", year), "--at")


def test_a_time_that_is_only_recorded_stays_as_it_was_written_whatever_it_is(tmp_path: Path) -> None:
    never = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00")
    marks = [mark(first_seen_at=never[0])]
    spoken = [{"at": never[1], "who": "A. Nother", "decision": "accepted"}]
    done = _run("assess", _written(tmp_path, case_data(marks=marks, people_spoken_to=spoken)), "--to", "text")
    assert (done.returncode, done.stderr) == (0, b"")
    assert all(one in done.stdout.decode() for one in never)


@pytest.mark.parametrize("date", ["24/11/2026", "2026-13-01", "tomorrow"])
def test_the_date_of_a_record_that_settles_a_mark_has_to_be_a_date(tmp_path: Path, date: str) -> None:
    settled = mark(doc_status="documented_same_mark", doc_nature="birthmark", doc_date=date)
    _plainly_refused(_run("assess", _written(tmp_path, case_data(marks=[settled]))), "no such date")


def test_a_bad_line_takes_no_other_line_with_it(tmp_path: Path) -> None:
    good = json.dumps(case_data()).encode()
    deep = good.replace(b'"rochdale"', b"[" * 800 + b"]" * 800)
    lines = [b"\xef\xbb\xbf" + good, b"\xff\xfe", deep, b"[" * 100_000, b"9" * 5000, good]
    done = _run("assess", "--jsonl", "-", "--at", AT, input=b"\n".join(lines))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["status"] for one in found] == ["concluded", *["unreadable"] * 4, "concluded"]
    assert "line 2" in found[1]["problems"][0]
    assert "UTF-8" in found[1]["problems"][0]
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_line_or_file_larger_than_any_case_is_refused_unread(tmp_path: Path) -> None:
    good = json.dumps(case_data()).encode()
    path = _written(tmp_path, good + b" " * (2 * MOST_BYTES) + b"\n" + good)
    found = [json.loads(line) for line in _run("assess", "--jsonl", path, "--at", AT).stdout.splitlines()]
    assert [one["status"] for one in found] == ["unreadable", "concluded"]
    if os.path.exists("/dev/zero"):
        _plainly_refused(_run("assess", "/dev/zero"), "larger than any case")
        _plainly_refused(_run("keys", "accept", "/dev/zero"), "no voucher")


def test_whoever_stops_listening_hears_no_complaint(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes((json.dumps(case_data()).encode() + b"\n") * 300)
    with subprocess.Popen([*COMMAND, "assess", "--jsonl", str(path)], stdout=-1, stderr=-1) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_ends_a_command_without_a_complaint() -> None:
    command = [*COMMAND, "assess", "--jsonl", "-"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, preexec_fn=as_from_a_terminal) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(json.dumps(case_data()).encode() + b"\n")
        running.stdin.flush()
        assert running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        assert running.stderr.read() == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_the_outcome_is_shown_although_the_record_cannot_be_written(tmp_path: Path) -> None:
    path = _written(tmp_path, case_data(dob="2026-07-20"))
    for out in ("/dev/full", str(tmp_path / "none" / "out.pdf")):
        done = _run("assess", path, "--pdf", out, "--at", AT)
        _plainly_refused(done, "could not be written")
        assert done.stdout.startswith(b"Level B: Immediate referral")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "assess", path], stdout=full, stderr=-1, check=False, timeout=120)
    _plainly_refused(done, "No space left")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_what_cannot_be_said_is_still_in_the_exit_status() -> None:
    """An exit status of 1 would mean an open case."""
    with open("/dev/full", "wb") as full:
        for arguments in (("assess", "missing.yaml"), ("verify", "missing.pdf"), ("protocol", "check", "missing")):
            done = subprocess.run([*COMMAND, *arguments], stdout=-1, stderr=full, check=False, timeout=120)
            assert done.returncode == 2, arguments
        done = subprocess.run([*COMMAND, "--help"], stdout=full, stderr=-1, check=False, timeout=120)
    _plainly_refused(done, "No space left")


def test_a_case_can_come_in_without_ever_being_a_file() -> None:
    done = _run("assess", "-", "--json", "--at", AT, input=json.dumps(case_data()).encode())
    assert (done.returncode, json.loads(done.stdout)["status"]) == (0, "concluded")


def test_an_older_record_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path, out = _written(tmp_path, case_data()), tmp_path / "out.pdf"
    out.write_bytes(b"the older one")
    (tmp_path / "data").write_bytes(b"no folder, so that no key can be made")
    done = _run("assess", path, "--pdf", str(out))
    _plainly_refused(done, str(tmp_path / "data"))
    assert out.read_bytes() == b"the older one"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links and pipes")
def test_a_link_stays_a_link_and_a_pipe_a_pipe(tmp_path: Path) -> None:
    path, link, out = _written(tmp_path, case_data()), tmp_path / "link.txt", tmp_path / "out.txt"
    link.symlink_to(out)
    assert _run("assess", path, "--text", str(link), "--at", AT).returncode == 0
    assert link.is_symlink()
    assert out.stat().st_mode & 0o077 == 0
    piped = _run("assess", path, "--text", "/dev/stdout", "--at", AT)
    assert (piped.returncode, piped.stderr) == (0, b"")
    assert piped.stdout.startswith(out.read_bytes())


def test_words_from_everywhere_come_out_whatever_the_language_of_the_system(tmp_path: Path) -> None:
    data = {**case_data(), "child": {"name": "Zoë 王 \ud800"}}
    path, out = _written(tmp_path, data), tmp_path / "out.txt"
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = _run("assess", path, "--to", "text", "--text", str(out), env={**os.environ, **plain})
    assert done.returncode == 0, done.stderr
    assert "Zoë 王".encode() in done.stdout
    assert "Zoë 王" in out.read_text("utf-8")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a user always has a home folder on Windows")
def test_a_user_without_a_home_still_gets_the_outcome(tmp_path: Path) -> None:
    code = "import pathlib, sys; pathlib.Path.home = classmethod(lambda c: (_ for _ in ()).throw(RuntimeError()))\n"
    code += "from bruiseaid.__main__ import main; sys.exit(main())"
    alone = {key: value for key, value in os.environ.items() if key not in ("BRUISEAID_DATA", "XDG_DATA_HOME", "HOME")}
    path = _written(tmp_path, case_data(dob="2026-07-20"))
    run = [sys.executable, "-c", code]
    done = subprocess.run([*run, "assess", path], env=alone, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    done = subprocess.run([*run, "keys"], env=alone, capture_output=True, check=False, timeout=120)
    _plainly_refused(done, "BRUISEAID_DATA")
    done = subprocess.run([*run, "verify", path], env=alone, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (2, b"")
    assert b"not made by bruiseaid" in done.stdout
    done = subprocess.run(run, env=alone, capture_output=True, check=False, timeout=120)
    _plainly_refused(done, "BRUISEAID_DATA")


_WITHOUT = """
import sys
from importlib.abc import MetaPathFinder
class Without(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Without())
from bruiseaid.__main__ import main
sys.exit(main(sys.argv[2:]))
"""


_FAULTY = """
import os, signal, sys
from importlib.abc import MetaPathFinder
class Faulty(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name != "bruiseaid.cli.documents":
            return
        try:
            if sys.argv[1] == "ctrl-c":
                os.kill(os.getpid(), signal.SIGINT)
                for _ in range(1000):
                    pass
        except KeyboardInterrupt:
            raise TypeError("lost on the way") from None
        raise ValueError("Fern Example")
sys.meta_path.insert(0, Faulty())
from bruiseaid.__main__ import main
sys.exit(main(sys.argv[2:]))
"""


def test_a_fault_of_our_own_is_said_in_one_line_without_what_it_holds(tmp_path: Path) -> None:
    path = _written(tmp_path, case_data())
    run = [sys.executable, "-c", _FAULTY, "fault", "assess", path, "--to", "text"]
    done = subprocess.run(run, capture_output=True, check=False, timeout=120)
    _plainly_refused(done, "Something in the program went wrong (ValueError, <string>, line ")
    assert b"Fern" not in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent as a signal")
def test_ctrl_c_is_not_taken_for_a_fault_where_a_library_made_one_of_it(tmp_path: Path) -> None:
    run = [sys.executable, "-c", _FAULTY, "ctrl-c", "assess", _written(tmp_path, case_data()), "--to", "text"]
    done = subprocess.run(run, capture_output=True, check=False, timeout=120, preexec_fn=as_from_a_terminal)
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.parametrize("library", ["fontpkg_atkinson_hyperlegible", "reportlab", "cryptography"])
def test_without_fonts_or_a_library_the_outcome_is_still_told(tmp_path: Path, library: str) -> None:
    path = _written(tmp_path, case_data(dob="2026-07-20"))
    run = [sys.executable, "-c", _WITHOUT, library]
    done = subprocess.run([*run, "assess", path, "--pdf", str(tmp_path / "o.pdf")], capture_output=True, check=False)
    _plainly_refused(done, library)
    assert done.stdout.startswith(b"Level B: Immediate referral")
    assert not (tmp_path / "o.pdf").exists()
    if library == "cryptography":
        _plainly_refused(subprocess.run([*run, "keys"], capture_output=True, check=False), "Install bruiseaid again")
