"""History does not matter: only the answers that stand decide, and what is set aside is nowhere."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bruiseaid.engine.case import Case
from bruiseaid.engine.journey import replay
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.case_file import case_as_data
from bruiseaid.record.make import make_record
from bruiseaid.record.progress import Draft
from bruiseaid.report.text import make_text
from tests.engine.cases import NOW, case_data, case_of, mark, outcome_of, shipped
from tests.oracle import outcome, random_case
from tests.oracle.worse import one_worsening

MOVES = st.lists(
    st.tuples(st.sampled_from(["answer", "take back"]), st.integers(0, 10**6), st.integers(0, 40)),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 10**6), moves=MOVES)
def test_any_way_to_the_same_answers_ends_in_the_same_place(seed: int, moves: list[tuple[str, int, int]]) -> None:
    target = case_of(random_case(random.Random(seed)))
    wandering = Case(target.protocol, target.seen_at, target.borough)
    for kind, other, index in moves:
        elsewhere = case_of(random_case(random.Random(other)))
        names = sorted(elsewhere.answers)
        name = names[index % len(names)]
        wandering = (
            wandering.with_answer(name, elsewhere.answers[name]) if kind == "answer" else wandering.without_answer(name)
        )
        replay(wandering)
    for name in list(wandering.answers):
        wandering = wandering.without_answer(name)
    for name in sorted(target.answers, reverse=True):
        wandering = wandering.with_answer(name, target.answers[name])
    assert replay(wandering) == replay(target)
    assert recommend(wandering, NOW) == recommend(target, NOW)


def test_no_single_worsening_ever_lowers_the_level() -> None:
    rng = random.Random(11)
    order = "EDCBA"
    looked_at = 0
    while looked_at < 15_000:
        case = random_case(rng)
        if outcome(case).status != "concluded":
            continue
        name, worse = one_worsening(case, rng)
        before, after = outcome_of(case).level, outcome_of(worse).level
        looked_at += 1
        assert before is not None
        assert after is not None, (name, case)
        assert order.index(after) >= order.index(before), (name, case)
    print(f"{looked_at} worsenings looked at")


def _aside_case() -> dict[str, Any]:
    """A walking child of three whose account needs no second look; the answer about it stays behind."""
    return case_data(accounts_agree="no", same_day_review="unsure")


def test_a_set_aside_answer_is_used_nowhere() -> None:
    case = case_of(_aside_case())
    assert set(replay(case).set_aside) == {"accounts_agree", "same_day_review"}
    without = case_of(case_data())
    assert recommend(case, NOW).level == recommend(without, NOW).level
    assert {rule.id for rule in recommend(case, NOW).rules} == {rule.id for rule in recommend(without, NOW).rules}


def test_a_set_aside_answer_is_printed_nowhere() -> None:
    case = case_of(_aside_case())
    draft = Draft("R-2345", NOW, NOW, case)
    record = make_record(draft, recommend(case, NOW), finished_at=NOW, proved=True)
    asks = {question.id: question for question in shipped().questions}
    text = make_text(record)
    assert "accounts_agree" not in record.case["answers"]  # type: ignore[operator]
    for name in ("accounts_agree", "same_day_review"):
        assert asks[name].ask not in text
        assert asks[name].short not in text


def test_a_set_aside_answer_comes_back_when_it_applies_again() -> None:
    case = case_of(_aside_case())
    again = case.with_answer("explanation", "attributed_to_child_or_sibling")
    assert "accounts_agree" not in replay(again).set_aside
    assert recommend(again, NOW).facts["account"] == "unsuitable"


def test_an_answer_survives_the_way_through_a_case_file() -> None:
    rng = random.Random(12)
    for _ in range(300):
        case = case_of(random_case(rng))
        back = case_of(case_as_data(case))
        assert dict(back.answers) == dict(case.answers)
        assert back.seen_at == case.seen_at


def test_under_six_months_how_the_child_moves_is_asked_after_the_marks() -> None:
    order = replay(case_of(case_data(dob="2026-07-20"))).asked
    assert order.index("marks") < order.index("mobility") < order.index("mobility_basis") < order.index("child_words")
    older = replay(case_of(case_data())).asked
    assert older.index("mobility") < older.index("marks")


def test_an_unborn_child_an_adult_and_no_mark_each_have_a_number_to_ring() -> None:
    at_night = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
    cases = {
        "unborn": case_data(unborn="yes", dob=None),
        "adult": case_data(dob="2008-11-23"),
        "no_mark": case_data(marks=[]),
    }
    for reason, data in cases.items():
        found = recommend(case_of(data), at_night)
        assert (found.status, found.reason, found.level) == ("out_of_scope", reason, None)
        assert any(action.contact for action in found.actions)


def test_out_of_scope_opens_with_999_where_there_is_an_emergency_or_danger() -> None:
    for reason, data in {
        "unborn": case_data(unborn="yes", dob=None, emergency_signs=["fit"], immediate_danger="yes"),
        "adult": case_data(dob="1990-01-01", emergency_signs=["unsure"], immediate_danger="yes"),
    }.items():
        found = outcome_of(data)
        assert found.reason == reason
        first = found.actions[0].contact
        assert first is not None
        assert first.first.phone == "999"


def test_the_day_before_eighteen_is_still_a_child() -> None:
    assert outcome_of(case_data(dob="2008-11-24")).status == "concluded"


def test_a_reported_or_faded_mark_is_never_milder_than_one_seen() -> None:
    for kind in ("unclear_mark", "bruise"):
        seen = outcome_of(case_data(marks=[mark("buttock", kind=kind, opinion="probably_natural")]))
        for how in ("colleague", "photo", "reported", "no_longer_visible"):
            data = case_data(marks=[mark("buttock", kind=kind, opinion="probably_natural", seen_by=how)])
            assert "EDCBA".index(outcome_of(data).level or "") >= "EDCBA".index(seen.level or "")
