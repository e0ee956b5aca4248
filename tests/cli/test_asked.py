"""What is asked of `bruiseaid assess` is all done, or nothing is, and a sentence says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bruiseaid.__main__ import main
from bruiseaid.content_paths import protocol_folder

STORY = next((protocol_folder() / "scenarios").glob("v01-*.yaml"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRUISEAID_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.yaml").write_bytes(STORY.read_bytes())


NOT_TOGETHER = [
    (("--jsonl", "case.yaml", "--pdf", "out.pdf"), "Leave out --pdf."),
    (("--jsonl", "case.yaml", "--to", "text"), "Leave out --to."),
    (("case.yaml", "--json", "--to", "text"), "ask for two different things"),
    (("case.yaml", "--to", "pdf", "--out", "a.pdf", "--pdf", "b.pdf"), "ask for the same"),
    (("case.yaml", "--pdf", "out", "--text", "./out"), "Give each a file of its own."),
    (("case.yaml", "--to", "text", "--out", "out", "--portal", "out"), "Give each a file of its own."),
]


@pytest.mark.parametrize(("arguments", "says"), NOT_TOGETHER)
def test_what_does_not_go_together_is_refused_before_anything_is_written(
    arguments: tuple[str, ...], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("assess", *arguments)) == 2
    told = capsys.readouterr()
    assert (told.out, says in told.err) == ("", True)
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize("option", ["--pdf", "--text", "--portal", "--annex", "--out"])
@pytest.mark.parametrize("name", ["case.yaml", "link.yaml", "./case.yaml"])
def test_the_case_file_is_never_written_over(
    option: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if name == "link.yaml":
        os.link("case.yaml", name)
    more = ("--to", "json") if option == "--out" else ()
    assert main(("assess", "case.yaml", *more, option, name)) == 2
    assert "is the case itself and would be lost" in capsys.readouterr().err
    assert (tmp_path / "case.yaml").read_bytes() == STORY.read_bytes()


def test_an_annex_that_was_asked_for_and_is_not_needed_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("assess", "case.yaml", "--annex", "annex.pdf")) == 0
    assert capsys.readouterr().err == "No annex was written: nothing restricted is recorded in this case.\n"
    assert not (tmp_path / "annex.pdf").exists()
