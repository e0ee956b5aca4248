"""Puts a protocol together from the trees of its files, or finds all of its problems at once.

It is slow to load, and so are the libraries that it needs; so `reader` loads it only when a protocol is really read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bruiseaid.protocol import after_result, as_done, build, crosscheck, grouping, plausible, specs
from bruiseaid.protocol.folder import borough, promise, scenario, second_look, source
from bruiseaid.protocol.kinds import Read, Reading
from bruiseaid.protocol.model import (
    Calendar,
    Contact,
    Place,
    Protocol,
)
from bruiseaid.protocol.problems import Problem, nearest
from bruiseaid.protocol.tree import Node, Table, Unreadable, parse


def assembled(
    files: Mapping[str, bytes], problems: Iterable[Problem], sha256: str
) -> tuple[Protocol | None, tuple[Problem, ...]]:
    """The protocol with that content hash from the bytes of its files, or None and every problem, in order."""
    reading = Reading(list(problems))
    trees = _trees(files, reading)
    some_unreadable = bool(reading.problems)
    sections = _sections(trees, reading)
    top = _top(sections, files, reading, complete=not some_unreadable)
    if reading.problems and not {"levels", "questions", "rules", "actions", "steps", "sources"} <= set(top):
        return None, _sorted(reading.problems)
    protocol, built = _protocol(top, trees, reading)
    _known_time_zone(top, reading)
    plausible.check(top, trees, reading)
    grouping.check(top, reading)
    as_done.check(top, reading)
    if not protocol.boroughs and not some_unreadable:
        reading.add(top.place, "The protocol needs at least one borough file in the folder boroughs.")
    if not some_unreadable:
        crosscheck.check(protocol, built, reading)
        after_result.check(protocol, top, reading)
    if reading.problems:
        return None, _sorted(reading.problems)
    return replace(protocol, sha256=sha256), ()


def _trees(files: Mapping[str, bytes], reading: Reading) -> dict[str, Node]:
    trees: dict[str, Node] = {}
    for name, data in files.items():
        try:
            trees[name] = parse(data, name)
        except Unreadable as error:
            reading.problems.append(error.problem)
    return trees


def _sections(trees: Mapping[str, Node], reading: Reading) -> Table:
    """All sections of the files at the top of the folder, put together as if they were one file."""
    whole = Table(Place("", 1, 1))
    for name, tree in trees.items():
        if "/" in name:
            continue
        if not isinstance(tree, Table):
            reading.add(tree, "The file has to begin with a key such as rules:.")
            continue
        for key, node in tree.entries.items():
            place = tree.key_places[key]
            if key in whole.entries:
                first = whole.key_places[key]
                reading.add(place, f"This section stands already in {first.file}, line {first.line}.", words=key)
                continue
            whole.entries[key], whole.key_places[key] = node, place
    return whole


def _top(sections: Table, files: Mapping[str, bytes], reading: Reading, *, complete: bool) -> Read:
    """The sections that were read; missing ones are a problem only where every file could be read."""
    top = Read(Place(next((name for name in sorted(files) if "/" not in name), "bruising.yaml"), 1, 1))
    for key, node in sections.entries.items():
        place = sections.key_places[key]
        if key not in specs.SECTIONS:
            reading.add(place, "There is no such section.", nearest(key, specs.SECTIONS), words=key)
            continue
        top.places[key], top.nodes[key] = place, node
        top[key] = specs.SECTIONS[key].kind.read(node, reading)
    for key, spec in specs.SECTIONS.items():
        if complete and spec.needed and key not in top:
            reading.add(top.place, f"No file of the folder has the section {key}, which is needed.", words=key)
    return top


def _protocol(top: Read, trees: Mapping[str, Node], reading: Reading) -> tuple[Protocol, build.Built]:
    built = build.Built()
    _unique(top, reading)
    calendar = top.get("calendar") or {}
    built.mention("level", top, "cap_of_a_mark")
    built.mention("rule", top, "standing_level_without")
    built.mention("text", top, "statements")
    levels = tuple(build.level(t, built) for t in top.get("levels", ()))
    questions = tuple(build.question(t, built) for t in top.get("questions", ()))
    protocol = Protocol(
        id=top.text("id"), title=top.text("title"), version=top.text("version"), approval=top.text("approval"),
        approval_note=top.text("approval_note"), time_zone=top.text("time_zone"),
        steps=tuple(build.step(t) for t in top.get("steps", ())), levels=levels,
        cap_of_a_mark=top.text("cap_of_a_mark") or (levels[-1].id if levels else ""),
        standing_level_without=tuple(top.get("standing_level_without", ())),
        scope_ends=tuple(build.scope_end(t, built) for t in top.get("scope_ends", ())),
        questions=questions,
        facts=tuple(build.fact(t, i, built, reading) for i, t in enumerate(top.get("facts", ()))),
        rules=tuple(build.rule(t, built, reading) for t in top.get("rules", ())),
        groups=tuple(build.action_group(t) for t in top.get("groups", ())),
        actions=tuple(build.action(t, built) for t in top.get("actions", ())),
        ladder=tuple(build.ladder_step(t, built) for t in top.get("ladder", ())),
        contacts=tuple(_contact(t, built) for t in top.get("contacts", ())),
        boroughs=tuple(borough(tree, built, reading) for tree in _inside(trees, "boroughs/")),
        regions=tuple(build.region(t, reading) for t in top.get("regions", ())),
        sources=tuple(source(t) for t in top.get("sources", ())),
        promises=tuple(promise(t, built) for t in top.get("promises", ())),
        scenarios=tuple(scenario(tree, built, reading) for tree in _inside(trees, "scenarios/")),
        calendar=Calendar(_days(calendar, "extra"), _days(calendar, "not_holidays")),
        words=MappingProxyType(dict(top.get("words", {}))), statements=tuple(top.get("statements", ())),
        in_words=MappingProxyType(dict(top.get("in_words", {}))),
        second_looks=tuple(second_look(t, questions, built, reading) for t in top.get("second_looks", ())),
    )  # fmt: skip
    return protocol, built


def _known_time_zone(top: Read, reading: Reading) -> None:
    if name := top.text("time_zone"):
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            reading.add(top.place_of("time_zone"), "There is no such time zone. Write Europe/London.", words=name)


def _inside(trees: Mapping[str, Node], start: str) -> list[Node]:
    return [tree for name, tree in trees.items() if name.startswith(start)]


def _days(calendar: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    return tuple(day for day in calendar.get(key, ()) if day is not None)


def _contact(t: Read, built: build.Built) -> Contact:
    built.mention("source", t, "sources")
    return Contact(t.text("id"), t.text("name"), t.text("phone"), tuple(t.get("sources", ())))


_UNIQUE = {
    "levels": "a level", "steps": "a step", "questions": "a question", "facts": "a fact", "rules": "a rule",
    "actions": "an action", "ladder": "a step of the ladder", "scope_ends": "an end", "contacts": "a number",
    "promises": "a promise", "second_looks": "a second look", "groups": "a group of actions",
}  # fmt: skip


def _unique(top: Read, reading: Reading) -> None:
    for section, what in _UNIQUE.items():
        crosscheck.same_id_twice(top.get(section, ()), "id", what, reading)
    crosscheck.same_id_twice(top.get("sources", ()), "key", "a source", reading)
    for table in (*top.get("questions", ()), *top.get("facts", ())):
        crosscheck.same_id_twice(table.get("options", ()), "id", "an option", reading)
        if table.text("id") in crosscheck.WORDS_OF_THE_ENGINE:
            reading.add(
                table.place_of("id"),
                "This word has a meaning of its own and cannot be an id.",
                words=table.text("id"),
            )
    crosscheck.same_id_twice((*top.get("questions", ()), *top.get("facts", ())), "id", "a question or fact", reading)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.place.file, p.place.line, p.place.column, p.message)))
