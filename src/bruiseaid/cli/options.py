"""What stands after a command. What is wrong there is said in plain words, and then nothing is done."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any, NoReturn

COULD_NOT = 2

_SAID: tuple[tuple[str, str], ...] = (
    (r"argument COMMAND: invalid choice: (.*?) \(choose from (.*)\)", "There is no command {0} here. There are {1}"),
    (r"argument (.+?): invalid choice: (.*?) \(choose from (.*)\)", "{0} cannot be {1}. It can be {2}"),
    (r"argument (.+?): expected .*", "Something has to stand after {0}"),
    (r"argument (.+?): ignored explicit argument (.*)", "Nothing can stand after {0}, and here {1} does"),
    (r"argument (.+?): (.*)", "{0}: {1}"),
    (r"the following arguments are required: (.*)", "This is missing: {0}"),
    (r"unrecognized arguments: (.*)", "This is not known here: {0}"),
    (r"ambiguous option: (.*?) could match (.*)", "{0} can mean several things: {1}"),
)
"""What argparse says, and what we say for it."""


class Options(ArgumentParser):
    """A parser of what stands after a command. The parsers of its own commands are of this kind too."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self.register("type", None, _filled)

    def add_subparsers(self, **how: Any) -> Any:
        """As argparse does it; what stands after a command is looked at by the parser of that command only."""
        commands = super().add_subparsers(**how)
        commands.type = str
        return commands

    def _print_message(self, message: str, file: Any = None) -> None:
        """Prints help and mistakes. Help that cannot be written is no success; argparse would keep quiet about it."""
        if file is sys.stdout:
            file.write(message)
            file.flush()
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> NoReturn:
        """Ends the command with what is wrong and the way to more help."""
        said = _plain(message).removesuffix(".")
        self.exit(COULD_NOT, f"{said}. To see what can be given, type: {self.prog} --help\n")


def _filled(given: str) -> str:
    """What is given, unless that is nothing: somebody meant to say something there, such as where a record goes.

    Raises:
        ArgumentTypeError: it is empty.
    """
    if not given:
        raise ArgumentTypeError("what stands there is empty. Write what is meant, or leave it out")
    return given


def from_one(given: str) -> int:
    """The whole number of an option that counts.

    Raises:
        ArgumentTypeError: it is none, or below 1.
    """
    if not re.fullmatch("[0-9]{1,9}", given) or int(given) < 1:
        raise ArgumentTypeError(f'a whole number from 1 on is needed, and "{given}" is none')
    return int(given)


def _plain(message: str) -> str:
    for theirs, ours in _SAID:
        found = re.fullmatch(theirs, message, re.DOTALL)
        if found:
            return ours.format(*(_listed(part) for part in found.groups()))
    return message[:1].upper() + message[1:]


def _listed(part: str) -> str:
    """A list of choices without the quotes that some versions of Python put around each, other words in our quotes."""
    return part.replace("'", "") if "', '" in part else part.replace("'", '"')
