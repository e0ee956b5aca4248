"""More than two hundred mistakes, made by machine from the shipped files: each is found, in its place."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from functools import cache

import pytest

from bruiseaid.proof.checks.alive import alive
from bruiseaid.proof.checks.covered import covered
from bruiseaid.proof.checks.floored import floored
from bruiseaid.proof.edits import Edit, edits
from bruiseaid.proof.prover import Prover, prover_of
from bruiseaid.proof.static import broken
from bruiseaid.proof.trying import space_for_edits, told_apart
from bruiseaid.protocol.model import Hours, Protocol, Span
from bruiseaid.protocol.reader import read_contents
from tests.proof.setting import changed, files, shipped, shipped_prover

pytestmark = pytest.mark.skipif(not os.environ.get("BRUISEAID_LONG"), reason="takes minutes; BRUISEAID_LONG=1")


def lowering(edit: Edit) -> bool:
    """Edits of rules that an admin could make to get less: a step lower, a rule or an effect gone."""
    return edit.section == "rules" and ("lowered" in edit.said or ("dropped" in edit.said and "line" not in edit.said))


@cache
def made() -> tuple[Edit, ...]:
    return tuple(edit for edit in edits(shipped()) if lowering(edit))


@cache
def yardstick() -> Prover:
    """The shipped protocol in a space that tells everything apart that any of the edits does."""
    return Prover(shipped(), space_for_edits(shipped(), made()))


def test_the_shipped_files_have_no_hole_and_nothing_dead() -> None:
    assert list(covered(shipped())) == []
    assert list(alive(shipped_prover(), shipped())) == []


def test_every_lowered_or_dropped_rule_is_found_with_a_true_story() -> None:
    caught, same = 0, []
    for edit in made():
        here = Prover(edit.protocol, yardstick().space)
        found = list(floored(here, yardstick()))
        about_cases = [one for one in found if one.story is not None]
        if not about_cases:
            assert told_apart(yardstick(), edit.protocol) is None or goes_up(here), (edit.id, edit.said)
            same.append((edit.id, edit.said))
            continue
        for one in about_cases:
            assert one.story is not None
            assert one.story.is_reproduced, (edit.id, edit.said, one.message)
        caught += 1
    assert caught >= 60
    assert len(same) < len(made()) / 3, same


def goes_up(here: Prover) -> bool:
    """Whether no case has less than in the shipped protocol, as with a cap that was dropped."""
    pairs = zip(yardstick().reached, here.reached, strict=True)
    return all(yardstick().find(yardstick().diagrams.less(one, other)) is None for one, other in pairs)


def times() -> Iterator[tuple[str, Protocol]]:
    for index, action in enumerate(shipped().actions):
        for at, timing in enumerate(action.timings):
            if timing.ceiling is None or timing.ceiling.amount == 0:
                continue
            longer = replace(timing, span=Span(timing.ceiling.amount + 1, timing.ceiling.unit))
            timings = (*action.timings[:at], longer, *action.timings[at + 1 :])
            actions = (*shipped().actions[:index], replace(action, timings=timings), *shipped().actions[index + 1 :])
            yield action.id, replace(shipped(), actions=actions)


def test_every_time_past_its_ceiling_is_found() -> None:
    count = 0
    for name, protocol in times():
        prover = Prover(protocol, shipped_prover().space)
        assert [place.id for place, _ in broken(prover, "times", {"check": "within_ceiling"})] == [name]
        count += 1
    assert count >= 40


@pytest.mark.parametrize("borough", [one.id for one in shipped().boroughs])
def test_a_borough_without_a_line_at_night_is_found(borough: str) -> None:
    office = tuple(Hours(day, time(9), time(17)) for day in range(7))
    shut = tuple(
        replace(
            one,
            daytime=replace(one.daytime, always=False, hours=office),
            out_of_hours=replace(one.out_of_hours, phone=""),
        )
        if one.id == borough
        else one
        for one in shipped().boroughs
    )
    found = list(covered(replace(shipped(), boroughs=shut)))
    assert [one.place.id for one in found] == [borough]
    assert "nobody to ring" in found[0].message


def typing_mistakes() -> Iterator[tuple[int, bytes]]:
    """The rules with one letter of one name doubled, and the line that was touched."""
    text = files()["rules.yaml"].decode()
    for match in re.finditer(
        r"(?<=[{ ])(account|nim|live_marks|cooperation|safe_home|disclosure|feature|class)(?=: )", text
    ):
        if text.rfind("#", text.rfind("\n", 0, match.start()), match.start()) < 0:
            line = text.count("\n", 0, match.start()) + 1
            yield line, (text[: match.end()] + match[0][-1] + text[match.end() :]).encode()


def test_every_misspelt_name_is_found_in_its_line() -> None:
    count = 0
    for line, data in typing_mistakes():
        result = read_contents({**files(), "rules.yaml": data})
        assert result.protocol is None
        assert ("rules.yaml", line) in {(one.place.file, one.place.line) for one in result.problems}
        count += 1
    assert count >= 50


def test_a_circle_of_facts_is_found() -> None:
    text = (
        files()["facts.yaml"]
        .decode()
        .replace("holds_when: {corrected_age_months: {under: 6}}", "holds_when: {nim: yes}")
    )
    result = read_contents({**files(), "facts.yaml": text.encode()})
    assert result.protocol is None
    assert any("stand above" in str(one) for one in result.problems)


def test_a_dead_rule_is_found() -> None:
    old = "    when: {feature: strong}\n    at_least: B"
    protocol = changed("rules.yaml", old, "    when: {feature: strong, nim: yes, early: yes}\n    at_least: B")
    found = [one for one in alive(prover_of(protocol), shipped()) if one.place.id == "R03"]
    assert found
    assert found[0].message.startswith("The rule R03 never fires")
