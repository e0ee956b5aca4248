"""What is wrong with a case file is printed, logged and passed on: nothing in it says which child it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bruiseaid.__main__ import main

HEAD = "case: 1\nseen_at: 2026-11-23T10:15:00+00:00\nborough: rochdale\n"
BROKEN = {
    "no table": HEAD + "child: Fern Example\nanswers: {}\n",
    "one word": HEAD + "child: Fern\nanswers: {}\n",
    "two colons": HEAD + "child:\n  name: Fern: Example\nanswers: {}\n",
    "an open quote": HEAD + 'child:\n  name: "Fern Example\nanswers: {}\n',
    "a strange letter": HEAD + "child:\n  name: @Fern Example\nanswers: {}\n",
    "a tag": HEAD + "child:\n  name: !x Fern\nanswers: {}\n",
    "a tab": HEAD + "child:\n  name: x\n Fern Example: \tx\nanswers: {}\n",
    "true": HEAD + "child:\n  name: {Fern: Example}\nanswers: {}\n",
    "in lists": HEAD + "answers:\n  siblings: [Fern]\n  household: Fern\n  explanation: Fern fell\n",
    "instead of a borough": HEAD.replace("rochdale", "Fern Example") + "answers: {}\n",
    "no case at all": "Fern Example\n",
    "a broken line": '{"child": {"name": "Fern Example"}, ',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("way", [("assess",), ("assess", "--json"), ("assess", "--jsonl")])
def test_the_name_of_a_child_is_in_no_message(
    way: tuple[str, ...], text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    assert main((*way, str(path))) == 2
    told = capsys.readouterr()
    assert "line " in told.err + told.out
    assert "Fern" not in told.err + told.out


def test_a_mistyped_answer_is_still_told_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD.replace("rochdale", "rochdaal") + "answers: {dob: 2026-13-01, delay: jes}\n", "utf-8")
    main(("assess", str(path)))
    told = capsys.readouterr().err
    assert all(f'"{word}"' in told for word in ("rochdaal", "2026-13-01", "jes"))


def test_nothing_in_a_message_is_obeyed_by_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither from what stands in a file nor from the name of one."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "a.yaml").write_text('"rules\\e[2J": []\n', encoding="utf-8")
    assert main(("protocol", "check", str(folder))) == 2
    assert "\x1b" not in capsys.readouterr().err
    assert main(("protocol", "check", str(tmp_path / "n\x1b[2J\none"))) == 2
    assert "n[U+001B][2J[U+000A]one: There is no such protocol folder." in capsys.readouterr().err
