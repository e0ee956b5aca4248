"""`bruiseaid protocol draw` and `bruiseaid protocol schema`: the protocol as a flowchart, and schemas for editors.

Exit status: 0 written, 2 the protocol could not be read or a file could not be written.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from bruiseaid.cli.reading import read_all
from bruiseaid.cli.streams import could_not
from bruiseaid.cli.writing import write_files
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
    read = read_all([options.folder])
    if read is None:
        return UNREADABLE
    protocol = read[0]
    from bruiseaid.report.flow.writers import flow_pdf, flow_svg

    pictures = {f"{protocol.id}-{page}.svg": text.encode() for page, text in enumerate(flow_svg(protocol), 1)}
    return _write(Path(options.out), {f"{protocol.id}.pdf": flow_pdf(protocol), **pictures})


def schema(options: Namespace) -> int:
    """Writes the JSON Schemas of the three kinds of file, or prints them."""
    read = read_all([options.folder])
    if read is None:
        return UNREADABLE
    texts = {name: json.dumps(one, ensure_ascii=False, indent=1) for name, one in schemas(read[0]).items()}
    if options.out is None:
        print("{" + ",\n".join(f"{json.dumps(name)}: {text}" for name, text in texts.items()) + "}")
        return WRITTEN
    return _write(Path(options.out), {f"{name}.schema.json": text.encode() for name, text in texts.items()})


def _write(folder: Path, files: Mapping[str, bytes]) -> int:
    try:
        for path in write_files(folder, files):
            print(f"Written: {path}")
    except BrokenPipeError:
        raise
    except OSError as error:
        print(could_not(error, "The files could not be written"), file=sys.stderr)
        return UNREADABLE
    return WRITTEN
