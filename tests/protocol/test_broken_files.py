"""Whatever is wrong with a file, it is refused in good time, at the right line, in words that help."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.problems import Problem
from bruiseaid.protocol.reader import read_contents, read_protocol
from tests.protocol.broken import NAMES, SYNTAX, Broken

SLOWEST_S = 5.0


def _shipped() -> dict[str, bytes]:
    folder = protocol_folder()
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def _problems(kind: Broken) -> tuple[tuple[Problem, ...], bytes]:
    files = _shipped()
    files[kind.file] = kind.edit(files[kind.file])
    result = read_contents(files)
    assert result.protocol is None
    return result.problems, files[kind.file]


def test_there_are_at_least_sixty_kinds() -> None:
    kinds = [*SYNTAX, *NAMES]
    assert len(kinds) >= 60
    assert len({kind.name for kind in kinds}) == len(kinds)


def _line_of(kind: Broken, text: bytes) -> int:
    lines = text.split(b"\n")
    return next(number for number, line in enumerate(lines, start=1) if kind.at.encode() in line)


@pytest.mark.parametrize("kind", [*SYNTAX, *NAMES], ids=lambda kind: kind.name)
def test_a_broken_file_is_refused_at_the_right_line(kind: Broken) -> None:
    started = time.perf_counter()
    problems, text = _problems(kind)
    assert time.perf_counter() - started < SLOWEST_S
    fitting = [p for p in problems if kind.says.lower() in f"{p.message} {p.words}".lower()]
    assert fitting, [str(problem) for problem in problems[:5]]
    if kind.at:
        here = [p for p in fitting if p.place.file == kind.file and p.place.line == _line_of(kind, text)]
        assert here, [str(problem) for problem in fitting[:5]]
        fitting = here
    if kind.suggests:
        assert kind.suggests in {problem.suggestion for problem in fitting}


@pytest.mark.parametrize("kind", NAMES, ids=lambda kind: kind.name)
def test_a_message_is_a_sentence_with_a_place(kind: Broken) -> None:
    for problem in _problems(kind)[0]:
        assert problem.message[0].isupper() or problem.message.split()[0] in problem.words
        assert problem.message.endswith((".", "?"))
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert str(problem).startswith(problem.place.file)


def test_all_mistakes_of_all_files_are_told_at_once() -> None:
    files = _shipped()
    chosen = [kind for kind in NAMES if kind.name in {
        "an unknown option", "an unknown time", "an opening time that is none", "yes and no misspelt",
    }]  # fmt: skip
    for kind in chosen:
        files[kind.file] = kind.edit(files[kind.file])
    problems = read_contents(files).problems
    assert {kind.file for kind in chosen} <= {problem.place.file for problem in problems}
    assert len(problems) >= len(chosen)
    order = [(p.place.file, p.place.line, p.place.column) for p in problems]
    assert order == sorted(order)


def test_a_folder_that_is_not_there_is_one_problem() -> None:
    result = read_protocol(Path("no such folder"))
    assert result.protocol is None
    assert len(result.problems) == 1


def test_a_missing_file_names_the_sections_that_are_missing() -> None:
    files = {name: data for name, data in _shipped().items() if name != "rules.yaml"}
    messages = [problem.message for problem in read_contents(files).problems]
    assert any("rules" in message for message in messages)


def test_any_single_byte_can_be_lost_without_a_crash() -> None:
    files = _shipped()
    data = files["facts.yaml"]
    for index in range(0, len(data), 97):
        files["facts.yaml"] = data[:index] + data[index + 1 :]
        read_contents(files)


def test_comments_and_order_of_sections_do_not_matter() -> None:
    files = _shipped()
    before = read_contents(files).protocol
    files["rules.yaml"] = b"# a comment\n" + files["rules.yaml"]
    after = read_contents(files).protocol
    assert before is not None
    assert after is not None
    assert before.rules == after.rules
    assert before.sha256 != after.sha256


def _copied(folder: Path) -> Path:
    for name, data in _shipped().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links as POSIX has them")
@pytest.mark.parametrize("kind", ["pipe", "folder", "endless", "loop"])
def test_what_is_no_plain_file_is_the_only_problem_and_is_told_at_once(tmp_path: Path, kind: str) -> None:
    rules = _copied(tmp_path) / "rules.yaml"
    rules.unlink()
    if kind == "pipe":
        os.mkfifo(rules)
    elif kind == "folder":
        rules.mkdir()
    else:
        rules.symlink_to("/dev/zero" if kind == "endless" else rules)
    result = read_protocol(tmp_path)
    assert result.protocol is None
    assert [(p.place.file, "could not be opened" in p.message) for p in result.problems] == [("rules.yaml", True)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it in other words")
@pytest.mark.parametrize("kind", ["a file", "a lost link"])
@pytest.mark.parametrize("name", ["boroughs", "scenarios"])
def test_a_folder_that_cannot_be_looked_into_is_not_taken_for_none(tmp_path: Path, name: str, kind: str) -> None:
    """As one on a network drive that may not be read: rules without their stories must not pass unseen."""
    shutil.rmtree(_copied(tmp_path) / name)
    if kind == "a file":
        (tmp_path / name).write_text("", encoding="utf-8")
    else:
        (tmp_path / name).symlink_to(tmp_path / "lost")
    told = [str(problem) for problem in read_protocol(tmp_path).problems]
    assert f"{name}: The folder could not be opened (" in told[0]
    assert len(told) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_not_utf_8_is_told_and_not_read(tmp_path: Path) -> None:
    _copied(tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml")).write_bytes(b"rules: []")
    result = read_protocol(tmp_path)
    assert result.protocol is None
    assert [problem.message for problem in result.problems] == ["The name of the file is not UTF-8. Rename it."]


def test_a_file_with_the_wrong_ending_is_told_and_not_left_out_without_a_word(tmp_path: Path) -> None:
    borough = _copied(tmp_path) / "boroughs" / "bury.yaml"
    borough.rename(borough.with_suffix(".yml"))
    assert [str(problem) for problem in read_protocol(tmp_path).problems] == [
        "boroughs/bury.yml: Only files that end in .yaml are read. Rename this one."
    ]


def test_what_systems_and_editors_hide_in_the_folder_is_no_part_of_the_protocol(tmp_path: Path) -> None:
    before = read_protocol(_copied(tmp_path)).protocol
    (tmp_path / "._rules.yaml").write_bytes(b"\0\5\26\7")
    (tmp_path / "boroughs" / ".~bury.yaml").write_bytes(b"borough: bury")
    assert read_protocol(tmp_path).protocol == before
