"""What would raise the level: every line is true, and nothing that raises it is left out."""

from __future__ import annotations

from time import perf_counter

import pytest

from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.raising import Raising, what_would_raise
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Place, Scenario
from bruiseaid.record.case_file import as_tree, case_of_tree
from tests.engine.cases import NOW, shipped

CONCLUDED = [one for one in shipped().scenarios if one.level and one.level != shipped().levels[-1].id]


def case_of(scenario: Scenario) -> Case:
    case = case_of_tree(as_tree(dict(scenario.case), Place(scenario.id, 1, 1)), shipped(), NOW).case
    assert case is not None
    return case


def changed(case: Case, one: Raising, option: str) -> Case:
    """The case with that one answer changed as `one` says."""
    question = next(known for known in shipped().questions if known.id == one.question)
    before = case.answers.get(one.question, ())
    after: Answer = option
    if one.mark is not None:
        marks = [dict(mark) for mark in before if not isinstance(mark, str)]
        marks[one.mark][one.field] = option
        after = tuple(marks)
    elif question.type == "ticks":
        alone = {known.id for known in question.options if known.alone}
        after = (*(tick for tick in before if isinstance(tick, str) and tick not in alone), option)
    return case.with_answer(one.question, after)


def order(level: str | None) -> int:
    return [level_.id for level_ in shipped().levels].index(level or shipped().levels[0].id)


@pytest.mark.parametrize("scenario", CONCLUDED[::3], ids=lambda one: one.id)
def test_each_line_raises_the_level_at_least_to_what_it_says(scenario: Scenario) -> None:
    case = case_of(scenario)
    found = recommend(case, NOW)
    assert found.level is not None
    for one in what_would_raise(case, found.level):
        for option in one.options:
            other = recommend(changed(case, one, option), NOW)
            reached = other.least if other.status == "open" else other.level
            assert order(reached) >= order(one.level) > order(found.level), (one, option)


@pytest.mark.parametrize("scenario", CONCLUDED[1::9], ids=lambda one: one.id)
def test_no_single_choice_that_raises_the_level_is_left_out(scenario: Scenario) -> None:
    case = case_of(scenario)
    found = recommend(case, NOW)
    assert found.level is not None
    named = {(one.question, option) for one in what_would_raise(case, found.level) for option in one.options}
    for question in shipped().questions:
        if question.type != "choice" or question.id not in case.answers:
            continue
        for option in question.options:
            other = recommend(case.with_answer(question.id, option.id), NOW)
            if other.status == "concluded" and order(other.level) > order(found.level):
                assert (question.id, option.id) in named


def test_it_is_worked_out_within_a_tenth_of_a_second() -> None:
    cases = [(case, recommend(case, NOW).level) for case in map(case_of, CONCLUDED)]
    what_would_raise(cases[0][0], cases[0][1] or "")
    slowest = 0.0
    for case, level in cases:
        began = perf_counter()
        what_would_raise(case, level or "")
        slowest = max(slowest, perf_counter() - began)
    assert slowest < 0.1


def test_an_answer_that_ends_the_case_outside_the_scope_raises_nothing() -> None:
    for scenario in CONCLUDED[::3]:
        case = case_of(scenario)
        level = recommend(case, NOW).level
        assert level is not None
        for one in what_would_raise(case, level):
            reached = {recommend(changed(case, one, option), NOW).status for option in one.options}
            assert "out_of_scope" not in reached
