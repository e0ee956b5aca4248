"""`bruiseaid protocol draw` and `bruiseaid protocol schema`: the protocol as a flowchart, and schemas for editors.

Exit status: 0 written, 2 the protocol could not be read or a file could not be written.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import read_protocol
from bruiseaid.protocol.schema import schemas

WRITTEN, UNREADABLE = 0, 2


def add_draw(parser: ArgumentParser) -> None:
    """Declares the options of `draw`."""
    parser.add_argument("folder", nargs="?", help="a protocol folder; the shipped one if left out")
    parser.add_argument("--out", metavar="FOLDER", default=".", help="where to put the files; here if left out")


def add_schema(parser: ArgumentParser) -> None:
    """Declares the options of `schema`."""
    parser.add_argument("folder", nargs="?", help="a protocol folder whose names the schema shall know")
    parser.add_argument(
        "--out", metavar="FOLDER", help="where to put the files; one JSON text on the screen if left out"
    )


def draw(options: Namespace) -> int:
    """Writes the flowchart as one PDF and one SVG a page."""
    protocol = _protocol(options.folder)
    if protocol is None:
        return UNREADABLE
    from bruiseaid.report.flow_writers import flow_pdf, flow_svg

    pictures = {f"{protocol.id}-{page}.svg": text.encode() for page, text in enumerate(flow_svg(protocol), 1)}
    return _write(Path(options.out), {f"{protocol.id}.pdf": flow_pdf(protocol), **pictures})


def schema(options: Namespace) -> int:
    """Writes the JSON Schemas of the three kinds of file, or prints them."""
    protocol = _protocol(options.folder)
    if protocol is None:
        return UNREADABLE
    texts = {name: json.dumps(one, ensure_ascii=False, indent=1) for name, one in schemas(protocol).items()}
    if options.out is None:
        print("{" + ",\n".join(f"{json.dumps(name)}: {text}" for name, text in texts.items()) + "}")
        return WRITTEN
    return _write(Path(options.out), {f"{name}.schema.json": text.encode() for name, text in texts.items()})


def _protocol(folder: str | None) -> Protocol | None:
    result = read_protocol(Path(folder) if folder else protocol_folder())
    for problem in result.problems:
        print(problem, file=sys.stderr)
    return result.protocol


def _write(folder: Path, files: Mapping[str, bytes]) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
            print(f"Written: {folder / name}")
    except OSError as error:
        print(f"{folder} could not be written: {error.strerror}.", file=sys.stderr)
        return UNREADABLE
    return WRITTEN
