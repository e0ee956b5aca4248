"""Builds what stands in files of its own or in plain lists: boroughs, scenarios, sources, promises."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from bruiseaid.protocol import specs
from bruiseaid.protocol.build import Built
from bruiseaid.protocol.kinds import Read, Reading
from bruiseaid.protocol.model import Borough, Hours, Line, Promise, Question, Scenario, SecondLook, Source
from bruiseaid.protocol.second_look import times_of
from bruiseaid.protocol.specs_of_numbers import BOROUGH, DAYS
from bruiseaid.protocol.tree import Node, Seq, Table, Text


def source(t: Read) -> Source:
    """One citation."""
    return Source(t.text("key"), t.text("title"), t.text("kind"), t.text("address"), t.text("note"), t.text("short"))


def promise(t: Read, built: Built) -> Promise:
    """One safety promise; its rule stays a table until the proof reads it."""
    built.mention("source", t, "sources")
    rule = as_plain(t["rule"]) if isinstance(t.get("rule"), Table) else {}
    return Promise(
        t.text("id"),
        t.text("text"),
        tuple(t.get("way", ())),
        MappingProxyType(rule),
        tuple(t.get("sources", ())),
    )


def second_look(t: Read, questions: Iterable[Question], built: Built, reading: Reading) -> SecondLook:
    """One thing to look at again. Times name the questions to look at themselves, unless these are given."""
    built.mention("source", t, "sources")
    built.mention("question", t, "look_at")
    built.mention("date or time", t, "in_order")
    times, look_at = tuple(t.get("in_order", ())), tuple(t.get("look_at", ()))
    if not ("when" in t or "in_order" in t):
        reading.add(t.place, "A second look needs when, in_order or both.", words=t.text("id"))
    if "in_order" in t and (len(times) != _PAIR or times[0] == times[1]):
        reading.add(t.place_of("in_order"), "After in_order two different times are needed, the earlier first.")
    if "when" in t and not ("look_at" in t or "in_order" in t):
        reading.add(t.place, "A second look needs look_at: the questions that can be changed.", words=t.text("id"))
    for name in sorted({name for name in look_at if look_at.count(name) > 1}):
        reading.add(t.place_of("look_at"), "This question stands here twice.", words=name)
    asked_by = {address: question.id for address, question, _ in times_of(questions)}
    return SecondLook(
        t.text("id"), t.text("say"), look_at or tuple(dict.fromkeys(asked_by.get(time, "") for time in times)),
        tuple(t.get("sources", ())), built.when(t, "when", "second look"), times,
    )  # fmt: skip


_PAIR = 2
"""How many times are compared with each other."""


def borough(tree: Node, built: Built, reading: Reading) -> Borough:
    """One borough file."""
    t = BOROUGH.read(tree, reading)
    built.mention("source", t, "sources")
    return Borough(
        t.text("borough"), t.text("name"), t.text("hub_name"),
        _line("daytime", t, built, reading), _line("out_of_hours", t, built, reading),
        t.text("form_name"), t.text("form_address"), tuple(t.get("notes", ())), tuple(t.get("sources", ())),
    )  # fmt: skip


def _line(key: str, t: Read, built: Built, reading: Reading) -> Line:
    line = t.get(key)
    if not isinstance(line, Read):
        line = Read(t.place)
    built.mention("source", line, "source")
    hours = line.get("hours")
    return Line(
        key, line.text("name"), line.text("phone"), _hours(hours, reading) if isinstance(hours, tuple) else None,
        hours == "always", line.text("status"), line.get("checked"), line.text("source"), line.text("note"),
    )  # fmt: skip


def _hours(tables: tuple[Read, ...], reading: Reading) -> tuple[Hours, ...]:
    for table in tables:
        if "from" in table and "until" in table and table["from"] >= table["until"]:
            message = "The line would close before it opens. Write hours over midnight as two, the first until 23:59."
            reading.add(table.place_of("until"), message)
    return tuple(
        Hours(DAYS.index(day), table["from"], table["until"])
        for table in tables
        for day in table.get("days", ())
        if day in DAYS and "from" in table and "until" in table
    )


def scenario(tree: Node, built: Built, reading: Reading) -> Scenario:
    """One story with its answers and what must come out."""
    t = specs.SCENARIO.read(tree, reading)
    expect = t.get("expect")
    if not isinstance(expect, Read):
        expect = Read(t.place)
    built.mention("source", t, "sources")
    built.mention("level", expect, "level")
    built.mention("rule", expect, "rules")
    built.mention("action", expect, "actions_at_least")
    case = as_plain(t["case"]) if isinstance(t.get("case"), Table) else {}
    return Scenario(
        t.text("id"), t.text("title"), t.text("story"), MappingProxyType(case), expect.text("level"),
        tuple(expect.get("rules", ())), tuple(expect.get("actions_at_least", ())), tuple(t.get("sources", ())),
        expect.text("reason"),
    )  # fmt: skip


def as_plain(node: Node) -> Any:
    """The node as texts, lists and tables without their places."""
    match node:
        case Text():
            return node.value
        case Seq():
            return [as_plain(item) for item in node.items]
        case _:
            return {key: as_plain(value) for key, value in node.entries.items()}
