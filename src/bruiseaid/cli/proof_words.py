"""Findings and their stories in words, for a terminal and for machines, with the lines of the files they stand in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill, wrap
from time import monotonic
from typing import Any, TextIO

from bruiseaid.engine.case import Case
from bruiseaid.engine.words import age_words, answer_words, entry_words
from bruiseaid.proof.stories.finding import Finding, Story, Told, Where
from bruiseaid.protocol.model import Place
from bruiseaid.protocol.reader import contents
from bruiseaid.protocol.tree import Seq, Table, Text, Unreadable, parse
from bruiseaid.record.case_file import case_as_data

WIDTH = 96
QUIET_SECONDS = 1.0


class Screen:
    """Where people read: colour, boxes and progress only on a terminal; NO_COLOR and a dumb one are heeded."""

    def __init__(self, stream: TextIO) -> None:
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        self.fancy = stream.isatty() and not plain
        self._since = monotonic()
        self._told = False

    def progress(self, what: str) -> None:
        """Says what is being looked at, once it has taken a second, and only to a person."""
        if sys.stderr.isatty() and monotonic() - self._since > QUIET_SECONDS:
            self._told = True
            line = f"Looking at {what} ..."[: max(get_terminal_size().columns - 1, 1)]  # a longer one would not go away
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        """Takes the last word of progress away."""
        if self._told:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def box(self, title: str) -> str:
        """The title, in a box on a terminal."""
        if not self.fancy:
            return title
        line = "─" * (len(title) + 2)
        return f"┌{line}┐\n│ {title} │\n└{line}┘"

    def strong(self, text: str) -> str:
        """The text, in colour on a terminal."""
        return f"\x1b[1;31m{text}\x1b[0m" if self.fancy else text


class Places:
    """Finds the file and line in which something with an id stands."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, where: Where) -> str:
        """For example 'rules.yaml, line 12'; the section by name when no line is found."""
        found = self._known.get((where.section, where.id))
        if found is None:
            return where.section + (f", {where.id}" if where.id else "")
        return f"{found.file}, line {found.line}"

    @cached_property
    def _known(self) -> dict[tuple[str, str], Place]:
        """Where each section ('' for its id) and each entry of a section stands, as the files are now."""
        found: dict[tuple[str, str], Place] = {}
        for name, data in contents(self._folder)[0].items():
            with suppress(Unreadable):
                tree = parse(data, name)
                if isinstance(tree, Table):
                    section, _, inside = name.rpartition("/")
                    found |= dict(_entry(section, tree)) if inside and section else dict(_entries(tree))
        return found


def _entries(tree: Table) -> Iterator[tuple[tuple[str, str], Place]]:
    for section, node in tree.entries.items():
        yield (section, ""), tree.key_places[section]
        for row in node.items if isinstance(node, Seq) else ():
            if isinstance(row, Table):
                yield from _entry(section, row)


def _entry(section: str, row: Table) -> Iterator[tuple[tuple[str, str], Place]]:
    for key in ("id", "key", "borough"):
        name = row.entries.get(key)
        if isinstance(name, Text):
            yield (section, name.value), row.key_places[key]


def aloud(number: float) -> str:
    """A number as it can be read aloud, however large: 'about 3.5 million million'."""
    millions = ""
    while number >= 1_000_000:
        number, millions = number / 1_000_000, f"{millions} million"
    whole = not millions or number >= 10
    return f"{'about ' if millions else ''}{number:,.{0 if whole else 1}f}{millions}"


def finding_words(number: int, finding: Finding, places: Places, screen: Screen) -> Iterator[str]:
    """A finding: its number, check and place, what it says, and the case that shows it."""
    yield screen.strong(f"{number}. {finding.check}: {places.of(finding.place)}")
    yield fill(finding.message, WIDTH, initial_indent="   ", subsequent_indent="   ", break_on_hyphens=False)
    if finding.story is not None:
        for line in story_words(finding.story):
            yield f"   {line}"


def story_words(story: Story) -> Iterator[str]:
    """The case or cases in the words of the questions, and whether the running engine agrees."""
    first = story.cases[0]
    others = [one for one in story.cases[1:] if one.case.answers != first.case.answers]
    yield from _case_words(first, None)
    for one in others:
        yield from _case_words(one, first.case)
    for index, one in enumerate(story.cases):
        yield f"{_heading(one, index, len(story.cases))}: {_level(one)}."
    if not story.is_reproduced:
        yield "The running engine does not come to the same result: the proof looked too coarsely here."


def _heading(told: Told, index: int, of: int) -> str:
    if told.under:
        return f"Level {told.under}"
    return "Level" if of == 1 else f"Level of the {('first', 'second')[index]} case"


def _level(told: Told) -> str:
    found = next((one for one in told.case.protocol.levels if one.id == told.replayed), None)
    return f"{found.id} ({found.name})" if found else "no level"


def _case_words(told: Told, before: Case | None) -> Iterator[str]:
    case = told.case
    if before is None:
        age = age_words(case)
        if age:
            yield f"A child of {age}." if age != "0 days" else "A child born that day."
    else:
        yield "The same, but:"
    for question in case.protocol.questions:
        answer = case.answers.get(question.id)
        if answer is None or (before is not None and before.answers.get(question.id) == answer):
            continue
        yield f"  {question.ask} {answer_words(case.protocol, question.id, answer)}."
        if question.type == "marks" and isinstance(answer, tuple):
            for mark in answer:
                details = [f"{k}: {v}" for k, v in entry_words(case.protocol, question, mark) if v]
                yield from wrap("; ".join(details), WIDTH - 8, initial_indent="    ", subsequent_indent="      ")


def finding_data(number: int, finding: Finding, places: Places) -> dict[str, Any]:
    """A finding as plain data; the cases in the case-file format."""
    data: dict[str, Any] = {
        "number": number, "check": finding.check, "section": finding.place.section, "id": finding.place.id,
        "place": places.of(finding.place), "message": finding.message, "story": None,
    }  # fmt: skip
    if finding.story is not None:
        data["story"] = {
            "reproduced": finding.story.is_reproduced,
            "cases": [told_data(one) for one in finding.story.cases],
        }
    return data


def told_data(told: Told) -> Mapping[str, Any]:
    """One case of a story as plain data."""
    return {
        "case": case_as_data(told.case),
        "proved": told.proved,
        "replayed": told.replayed,
        "under": told.under,
    }
