"""Mistakes of typing and of thinking that the reader tells, and boroughs with nobody to ring: each in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest

from bruiseaid.proof.checks.covered import covered
from bruiseaid.protocol.conditions import AtLeast, Is, walk
from bruiseaid.protocol.model import Hours, ValueFact
from bruiseaid.protocol.reader import ReadResult, read_contents
from tests.proof.setting import files, shipped

NAMES = r"(?<=[{ ])(account|nim|live_marks|cooperation|safe_home|disclosure|feature|class)(?=: )"


def with_text(name: str, text: str) -> ReadResult:
    return read_contents({**files(), name: text.encode()})


def misspelt(name: str, pattern: str) -> Iterator[tuple[int, str]]:
    """The file with the last letter of one name doubled, and the line that was touched; remarks are left alone."""
    text = files()[name].decode()
    for match in re.finditer(pattern, text):
        if text.rfind("#", text.rfind("\n", 0, match.start()), match.start()) < 0:
            yield text.count("\n", 0, match.start()) + 1, text[: match.end()] + match[0][-1] + text[match.end() :]


def test_every_misspelt_name_is_found_in_its_line() -> None:
    count = 0
    for line, text in misspelt("rules.yaml", NAMES):
        result = with_text("rules.yaml", text)
        assert result.protocol is None
        assert ("rules.yaml", line) in {(one.place.file, one.place.line) for one in result.problems}
        assert any("Did you mean" in str(one) for one in result.problems)
        count += 1
    assert count >= 50


@pytest.mark.parametrize("level", [level.id for level in shipped().levels])
def test_a_level_that_is_not_there_is_found_in_its_line(level: str) -> None:
    for line, text in list(misspelt("rules.yaml", rf"(?<=at_least: ){level}(?=\n)"))[:4]:
        result = with_text("rules.yaml", text)
        assert result.protocol is None
        assert ("rules.yaml", line) in {(one.place.file, one.place.line) for one in result.problems}


def circles() -> Iterator[tuple[str, str]]:
    """A question that is asked only because of a fact that looks at its own answer."""
    text = files()["questions.yaml"].decode()
    free = [q.id for q in shipped().questions if q.type in ("choice", "ticks") and q.id not in ("mobility_basis",)]
    for fact in shipped().facts:
        if isinstance(fact, ValueFact) and not fact.of_each_mark:
            parts = [part for _, when in fact.branches for part in walk(when)]
            for name in dict.fromkeys(p.name for p in parts if isinstance(p, Is | AtLeast) and p.name in free):
                start = f"  - id: {name}\n"
                body = text.split(start)[1].split("\n  - id: ")[0]
                if "ask_when:" not in body:
                    asked = f"{start}    ask_when: {{{fact.id}: {fact.values[-1]}}}\n"
                    yield fact.id, text.replace(start, asked, 1)


def test_every_circle_is_found() -> None:
    count = 0
    for fact, text in circles():
        result = with_text("questions.yaml", text)
        assert result.protocol is None
        assert any("wait for each other" in str(one) and fact in str(one) for one in result.problems), fact
        count += 1
    assert count >= 10


def test_a_fact_that_looks_at_one_below_it_is_found() -> None:
    old, new = "holds_when: {corrected_age_months: {under: 6}}", "holds_when: {nim: yes}"
    result = with_text("facts.yaml", files()["facts.yaml"].decode().replace(old, new))
    assert result.protocol is None
    assert any("stand above" in str(one) for one in result.problems)


@pytest.mark.parametrize("borough", [one.id for one in shipped().boroughs])
@pytest.mark.parametrize("shut", [0, 5, 6, 7], ids=["Mondays", "Saturdays", "Sundays", "nights"])
def test_a_borough_with_nobody_to_ring_is_found(borough: str, shut: int) -> None:
    until = time(17) if shut == 7 else time(23, 59)
    hours = tuple(Hours(day, time(0), until) for day in range(7) if day != shut)
    boroughs = tuple(
        replace(
            one,
            daytime=replace(one.daytime, always=False, hours=hours),
            out_of_hours=replace(one.out_of_hours, phone=""),
        )
        if one.id == borough
        else one
        for one in shipped().boroughs
    )
    (found,) = covered(replace(shipped(), boroughs=boroughs))
    assert found.place.id == borough
    assert "has nobody to ring on " in found.message
