"""Little foreign protocols, written as short files: two or three questions, some rules, no promise unless given."""

from __future__ import annotations

from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import ReadResult, read_contents

BOROUGH = b"""borough: town
name: Town
hub_name: The office
daytime: {name: "Town, daytime", phone: "0161 496 0000", status: old, source: OWN}
out_of_hours: {name: "Town, night", phone: "0161 496 0001", status: old, source: OWN}
sources: [OWN]
"""
TOP = """protocol: 1
id: little
title: A little protocol
version: "1"
time_zone: Europe/London
steps: [{id: s, title: S}]
levels:
"""
LEVEL = "  - {id: NAME, name: Level NAME, sentence: Do it., shape: square, least: [{all_of: [WRITE]}]}\n"
WRITE = "{id: WRITE, text: Write it., who: you, to: the file, by: 1 h, when: {level: [LEVELS]}, sources: [OWN]}"
END = "sources:\n  - {key: OWN, title: Made up for a test, kind: ours}\n"


def asked(name: str, kind: str, more: str = "needed: yes") -> str:
    """One question of the file."""
    return f"{{id: {name}, step: s, type: {kind}, ask: About {name}?, short: {name}, sources: [OWN], {more}}}"


def chosen(name: str, options: str, more: str = "needed: yes") -> str:
    """A choice of the file; the options are given as words."""
    listed = ", ".join(f"{{id: {one}, label: Option {one}}}" for one in options.split())
    return asked(name, "choice", f"options: [{listed}], {more}")


def rule(name: str, does: str, when: str = "") -> str:
    """One rule of the file."""
    return f"{{id: {name}, {f'when: {when}, ' if when else ''}{does}, because: Because of {name}., sources: [OWN]}}"


def text(levels: str, **sections: tuple[str, ...]) -> str:
    """The file with these levels and the rows of each section."""
    names = levels.split()
    rows = {"actions": (WRITE.replace("LEVELS", ", ".join(names)),), **sections}
    whole = TOP + "".join(LEVEL.replace("NAME", name) for name in names)
    for section, lines in rows.items():
        whole += f"{section}:\n" + "".join(f"  - {line}\n" for line in lines)
    return whole + END


def read(written: str) -> ReadResult:
    """What the reader makes of the file."""
    return read_contents({"all.yaml": written.encode(), "boroughs/town.yaml": BOROUGH})


def little(levels: str, **sections: tuple[str, ...]) -> Protocol:
    """The protocol of such a file; fails if it cannot be read."""
    result = read(text(levels, **sections))
    assert result.protocol is not None, [str(problem) for problem in result.problems]
    return result.protocol
