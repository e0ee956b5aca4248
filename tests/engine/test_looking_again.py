"""What somebody is asked to look at again: only what hardly goes together, and only once all of it is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bruiseaid.engine.case import Case
from bruiseaid.engine.journey import replay
from bruiseaid.engine.looking_again import second_looks
from bruiseaid.engine.recommend import recommend
from tests.engine.cases import NOW, case_data, case_of, mark

SEEN, BEFORE, AFTER = (f"2026-11-23T{time}+00:00" for time in ("10:15:40", "09:50:00", "11:30:00"))


def case(**answers: Any) -> Case:
    """The calm case with other answers; the mark was seen at a quarter past ten."""
    return case_of(case_data(seen_at=SEEN, **answers))


def looks(**answers: Any) -> set[str]:
    """The ids of what there is to look at again in it."""
    made = case(**answers)
    return {look.id for look in second_looks(made, replay(made).asked)}


def concern(**details: str) -> list[dict[str, str]]:
    return [{"what": "He shouts at her", **details}]


AGAIN: list[tuple[str, dict[str, Any]]] = [
    ("danger_while_taken_away", {"cooperation": "removing_child"}),
    ("harm_said_and_not_said", {"context": ["community_or_family_concern_about_harm"]}),
    ("abuse_and_no_worry", {"context": ["domestic_abuse_current"]}),
    ("abuse_and_no_worry", {"context": ["young_parent", "adult_with_violence_history"]}),
    ("concern_and_nothing_known", {"community": concern()}),
    ("partner_and_no_adult", {"context": ["new_partner_declared"]}),
    ("social_worker_and_nothing_known", {"allocated_social_worker": "yes"}),
    ("disabled_and_nothing_known", {"mobility": "not_mobile_disability"}),
    ("walks_under_six_months", {"dob": "2026-07-01"}),
    ("bite_or_dots_and_no_feature", {"marks": [mark(), mark("upper_arm_outer", kind="bite")]}),
    ("talk_before_seen", {"people_spoken_to": [{"at": AFTER}, {"at": BEFORE, "who": "Sam, duty worker"}]}),
    ("talk_before_seen", {"people_spoken_to": [{"at": "2026-11-22"}]}),
    ("noticed_after_seen", {"presentation": {"first_noticed_at": AFTER}}),
    ("clear_after_seen", {"presentation": {"last_clear_at": AFTER}}),
    ("clear_after_noticed", {"presentation": {"last_clear_at": SEEN, "first_noticed_at": BEFORE}}),
    ("clear_after_noticed", {"presentation": {"last_clear_at": SEEN, "first_noticed_at": "2026-11-22"}}),
    ("mark_seen_after_seen", {"marks": [mark(first_seen_at=AFTER)]}),
    ("mark_clear_after_first_seen", {"marks": [mark(), mark(first_seen_at=BEFORE, last_known_clear_at=SEEN)]}),
    ("record_before_birth", {"marks": [mark(doc_status="documented_same_mark", doc_date="2023-07-31")]}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "answers"), AGAIN)
def test_what_hardly_goes_together_is_worth_a_second_look(name: str, answers: dict[str, Any]) -> None:
    assert name in looks(**answers)


FINE: list[tuple[str, dict[str, Any]]] = [
    ("nothing is said against anything else", {}),
    ("somebody is in danger, the child is taken away", {"immediate_danger": "yes", "cooperation": "removing_child"}),
    ("nobody is sure about danger", {"immediate_danger": "unsure", "cooperation": "removing_child"}),
    ("abuse, and a worry", {"context": ["domestic_abuse_current"], "safe_home": "no"}),
    ("the community was asked, and nobody raised a concern", {"community": []}),
    ("adults were not asked about yet", {"context": ["new_partner_declared"], "household": None}),
    ("a new partner who is named", {"context": ["new_partner_declared"], "household": [{"name": "Al"}]}),
    ("a child of two who cannot walk", {"mobility": "not_rolling"}),
    ("a call in the minute in which the mark was seen", {"people_spoken_to": [{"at": "2026-11-23T10:15:00+00:00"}]}),
    ("a call on that day, nobody knows when", {"people_spoken_to": [{"at": "2026-11-23"}]}),
    ("a talk without a time", {"people_spoken_to": [{"who": "Sam, duty worker"}]}),
    ("a time in words", {"people_spoken_to": [{"at": "about nine"}]}),
    ("noticed and clear on one day, nobody knows when",
     {"presentation": {"last_clear_at": SEEN, "first_noticed_at": "2026-11-23"}}),
    ("noticed before, and clear before that",
     {"presentation": {"last_clear_at": "2026-11-22T18:00:00+00:00", "first_noticed_at": BEFORE}}),
    ("another mark, found later", {"marks": [mark(first_seen_at=BEFORE), mark("knee", first_seen_at=AFTER)]}),
    ("one mark clear when another was seen",
     {"marks": [mark(first_seen_at=BEFORE), mark("knee", first_seen_at=SEEN, last_known_clear_at=BEFORE)]}),
    ("the date of a record that is not asked for any more", {"marks": [mark(doc_date="2023-07-31")]}),
    ("a record on the day of birth",
     {"marks": [mark(doc_status="documented_same_mark", doc_date="2023-08-01")]}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "answers"), FINE)
def test_nobody_is_asked_about_what_can_be(said: str, answers: dict[str, Any]) -> None:
    assert looks(**answers) == set(), said


def test_it_waits_until_all_is_answered() -> None:
    assert "danger_while_taken_away" not in looks(cooperation="removing_child", immediate_danger=None)


def test_an_answer_that_is_set_aside_is_not_looked_at() -> None:
    made = case(cooperation="removing_child")
    assert second_looks(made, {"cooperation"}) == ()


def test_only_what_looks_at_the_questions_shown_is_told_there() -> None:
    made = case(cooperation="removing_child", allocated_social_worker="yes")
    asked = replay(made).asked
    assert [look.id for look in second_looks(made, asked, ("cooperation",))] == ["danger_while_taken_away"]
    assert [look.id for look in second_looks(made, asked, ("context",))] == ["social_worker_and_nothing_known"]
    assert second_looks(made, asked, ("delay",)) == ()


def test_the_hour_that_comes_twice_in_autumn_is_told_by_its_offset() -> None:
    first, again = "2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00"
    assert "clear_after_noticed" in looks(presentation={"last_clear_at": again, "first_noticed_at": first})
    assert "clear_after_noticed" not in looks(presentation={"last_clear_at": first, "first_noticed_at": again})


@pytest.mark.parametrize(("name", "answers"), AGAIN)
def test_it_changes_no_outcome(name: str, answers: dict[str, Any]) -> None:
    made = case(**answers)
    without = replace(made, protocol=replace(made.protocol, second_looks=()))
    ours, theirs = recommend(made, NOW), recommend(without, NOW)
    assert (ours.level, ours.status, [a.id for a in ours.actions]) == (
        theirs.level, theirs.status, [a.id for a in theirs.actions],
    ), name  # fmt: skip
