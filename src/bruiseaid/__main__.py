"""Starts bruiseaid: the window, or one of the commands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bruiseaid import __version__

COMMANDS = ("assess", "keys", "open", "protocol", "verify")


def clock() -> datetime:
    """The time now, aware. One of the two places that ask the machine for it."""
    return datetime.now(UTC)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; without a command opens the window."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in (*COMMANDS, "-h", "--help", "--version"):
        return _window(given)
    from bruiseaid.cli.streams import spoken

    return spoken(lambda: _command(given))


def _command(given: Sequence[str]) -> int:
    apart = {"keys": _keys, "protocol": _protocol, "verify": _verify}
    if given[0] in apart:
        return apart[given[0]](given[1:])
    from bruiseaid.cli import assess
    from bruiseaid.cli.options import Options

    parser = Options(prog="bruiseaid", description="Guides staff through the bruising protocol.")
    parser.add_argument("--version", action="version", version=f"bruiseaid {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    assess.add_to(commands.add_parser("assess", help="the outcome of a case file, without a window"))
    opener = commands.add_parser("open", help="the window, at a case file")
    opener.add_argument("case", help="a case file, YAML or JSON")
    opener.add_argument("--protocol", metavar="FOLDER", help="a protocol folder; the shipped one if left out")
    commands.add_parser("verify", help="whether the PDF of a record was changed, and what it says")
    commands.add_parser("keys", help="this machine's public key, and the keys it knows: list, trust, revoke")
    commands.add_parser("protocol", help="for those who keep the protocol: check, test, diff, draw, schema")
    options = parser.parse_args(given)
    if options.command == "assess":
        return assess.run(options, clock)
    return _start(Path(options.case), Path(options.protocol) if options.protocol else None)


def _verify(given: Sequence[str]) -> int:
    """Apart from the others, because it loads what the others do without."""
    from bruiseaid.cli import verify
    from bruiseaid.cli.options import Options

    parser = Options(prog="bruiseaid verify", description="Whether the PDF of a record was changed.")
    verify.add_to(parser)
    return verify.run(parser.parse_args(given), clock)


def _keys(given: Sequence[str]) -> int:
    from bruiseaid.cli import keys
    from bruiseaid.cli.options import Options

    parser = Options(prog="bruiseaid keys", description="This machine's public key, and the keys it knows.")
    keys.add_to(parser)
    return keys.run(parser.parse_args(given), clock)


def _protocol(given: Sequence[str]) -> int:
    from bruiseaid.cli import protocol, protocol_files
    from bruiseaid.cli.options import Options

    parser = Options(prog="bruiseaid protocol", description="For those who keep the protocol.")
    ways = protocol.add_to(parser)
    protocol_files.add_draw(ways.add_parser("draw", help="the protocol as a flowchart, SVG and PDF"))
    protocol_files.add_schema(ways.add_parser("schema", help="JSON Schemas of its files, for editors"))
    options = parser.parse_args(given)
    if options.what in ("draw", "schema"):
        return protocol_files.draw(options) if options.what == "draw" else protocol_files.schema(options)
    return protocol.run(options, clock)


def _window(given: list[str]) -> int:
    from bruiseaid.cli.options import Options

    parser = Options(prog="bruiseaid", description=f"Opens the window. Commands: {', '.join(COMMANDS)}.")
    parser.add_argument("--protocol", metavar="FOLDER", help="a protocol folder; the shipped one if left out")
    if given and not given[0].startswith("-"):
        parser.error(f'There is no command "{given[0]}". The commands are {", ".join(COMMANDS)}')
    options = parser.parse_args(given)
    return _start(None, Path(options.protocol) if options.protocol else None)


def _start(case: Path | None, protocol: Path | None) -> int:
    from bruiseaid.app import preflight

    problem = preflight.problem()
    if problem is not None:
        print(problem, file=sys.stderr)
        return 2
    from bruiseaid.cli.streams import could_not
    from bruiseaid.store.folders import data_folder

    try:
        data_folder()
    except OSError as error:
        print(could_not(error, "No record could be kept"), file=sys.stderr)
        return 2
    from bruiseaid.app.main import run

    return run(case, protocol)


if __name__ == "__main__":
    sys.exit(main())
