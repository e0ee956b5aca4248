"""What stands after a command, and what is wrong with it: said in plain words, and nothing is done by halves."""

from __future__ import annotations

from pathlib import Path

import pytest

from bruiseaid.__main__ import main
from bruiseaid.content_paths import protocol_folder

CASE = str(next((protocol_folder() / "scenarios").glob("v01-*.yaml")))


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said on standard error by a command that cannot be understood."""
    capsys.readouterr()
    status = _status(arguments)
    told = capsys.readouterr()
    assert (status, told.out) == (2, "")
    return told.err


def _status(arguments: tuple[str, ...]) -> object:
    try:
        return main(arguments)
    except SystemExit as ended:  # where the window was meant
        return ended.code


EMPTY = [
    (("assess", CASE, "--pdf", ""), "--pdf"),
    (("assess", CASE, "--text="), "--text"),
    (("assess", CASE, "--to", "text", "--out", ""), "--out"),
    (("assess", CASE, "--protocol", ""), "--protocol"),
    (("assess", CASE, "--at", ""), "--at"),
    (("assess", ""), "case"),
    (("protocol", "check", ""), "folder"),
    (("protocol", "test", "--propose", ""), "--propose"),
    (("protocol", "draw", "--out", ""), "--out"),
    (("protocol", "check", "--keep", ""), "--keep"),
    (("verify", ""), "file"),
    (("keys", "trust", "", "0" * 64), "name"),
]


@pytest.mark.parametrize(("arguments", "names"), EMPTY)
def test_what_is_empty_is_never_taken_for_what_was_left_out(
    arguments: tuple[str, ...], names: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script whose variable was empty would else get no record, or the proof of other rules, and exit status 0."""
    said = _refused(capsys, *arguments)
    assert said.startswith(f"{names}: what stands there is empty.")


WRONG = [
    (("asses", CASE), 'There is no command "asses". The commands are assess,'),
    (("protocol", "chek"), 'There is no command "chek" here. There are check, test,'),
    (("protocol",), "This is missing: COMMAND."),
    (("protocol", "diff", "old"), "This is missing: new."),
    (("protocol", "check", "--story", "x"), '--story: a whole number from 1 on is needed, and "x" is none.'),
    (("protocol", "test", "--most", "-1"), '--most: a whole number from 1 on is needed, and "-1" is none.'),
    (("protocol", "check", "--story", "9" * 5000), "--story: a whole number from 1 on is needed"),
    (("assess", CASE, "--pdf"), "Something has to stand after --pdf."),
    (("assess", CASE, "--to", "word"), '--to cannot be "word". It can be words, json,'),
    (("assess", CASE, "--json=yes"), 'Nothing can stand after --json, and here "yes" does.'),
    (("assess", CASE, CASE, "-x"), "This is not known here: "),
    (("assess", CASE, "--t", "x"), "--t can mean several things: --to, --text."),
    (("--protocoll", "x"), "This is not known here: --protocoll x."),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_what_is_not_understood_is_said_in_our_words_with_the_way_to_help(
    arguments: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _refused(capsys, *arguments)
    assert said.startswith(says)
    assert said.count("\n") == 1
    assert said.endswith(" --help\n")
    assert "argument" not in said.replace(str(Path(CASE)), "")


def test_the_help_of_every_command_names_what_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, names in ((("--help",), "protocol"), (("protocol", "--help"), "draw"), (("open", "--help"), "case")):
        assert _status(arguments) == 0
        assert names in capsys.readouterr().out
