"""Going higher freely, going lower only as the protocol allows, and closing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bruiseaid.app.deciding import decided, decided_level, higher_levels, lower_levels, outcome_of, why_not_lower
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.case_file import read_case
from bruiseaid.record.model import Done
from bruiseaid.record.progress import Draft
from tests.journeys.driver import Driver, shipped
from tests.journeys.test_vignettes import vignette

NOW = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)


def draft_of(story: str) -> Draft:
    import json

    case = read_case(json.dumps(vignette(story)["case"]).encode(), shipped(), NOW, story).case
    assert case is not None
    return Draft("R-T001", NOW, NOW, case)


def story_at(level: str, *, fires: str = "") -> str:
    """A vignette that ends at that level, by that rule if one is named."""
    import json

    from tests.journeys.test_vignettes import VIGNETTES

    stories = json.loads(VIGNETTES.read_text("utf-8"))
    stories = stories if isinstance(stories, list) else stories["vignettes"]
    fits = (s for s in stories if s["expect"].get("level") == level and (not fires or fires in s["expect"]["rules"]))
    return str(next(fits)["id"])


@pytest.mark.parametrize("level", ["A", "B"])
def test_a_level_marked_never_lower_has_no_way_down(level: str) -> None:
    draft = draft_of(story_at(level))
    found = recommend(draft.case, NOW)
    assert lower_levels(draft.case.protocol, found, draft.done) == ()
    assert level in why_not_lower(draft.case.protocol, found, draft.done)
    forced = decided(draft, found, "E", "Lee Madeup", "Example", NOW)
    assert outcome_of(forced, NOW) == found


@pytest.mark.parametrize("level", ["C", "D", "E"])
def test_every_higher_level_is_open_at_any_time(level: str) -> None:
    draft = draft_of(story_at(level))
    found = recommend(draft.case, NOW)
    higher = higher_levels(draft.case.protocol, found)
    assert [one.id for one in higher] == list("EDCBA"["EDCBA".index(level) + 1 :])
    raised = outcome_of(decided(draft, found, "B", "Pat Sample", "I am uneasy", NOW), NOW)
    assert raised.level == "B"
    least = next(one for one in draft.case.protocol.levels if one.id == "B").least[0].actions
    assert set(least) <= {action.id for action in raised.actions}


def test_where_a_doctors_look_is_asked_for_the_way_down_opens_only_after_it() -> None:
    draft = draft_of(story_at("C", fires="R20"))
    found = recommend(draft.case, NOW)
    standing = {action.id for action in found.actions}
    look = next(one.id for one in draft.case.protocol.actions if one.id in standing and "R20" in str(one.when))
    assert lower_levels(draft.case.protocol, found, draft.done) == ()
    done = {look: Done(NOW, "Dr Example", "Seen", "")}
    assert [one.id for one in lower_levels(draft.case.protocol, found, done)] == ["E", "D"]


def test_a_decision_falls_away_when_the_answers_lead_elsewhere() -> None:
    draft = draft_of(story_at("D"))
    found = recommend(draft.case, NOW)
    lowered = decided(draft, found, "E", "Lee Madeup", "Example", NOW)
    assert decided_level(lowered, found) is not None
    worse = lowered.case.with_answer("emergency_signs", ("fit",))
    assert decided_level(lowered, recommend(worse, NOW)) is None


def test_going_lower_asks_for_a_named_lead_and_a_reason(hands: Driver) -> None:
    hands.click("start")
    hands.walk(vignette(story_at("D"))["case"]["answers"], to_finish=True)
    hands.click("to_decision")
    hands.click("form.level=E")
    hands.forward()
    assert hands.place == "decision"
    assert len(hands.state.ui.errors["form"]) == 3
    hands.click("form.role=lead")
    hands.write("form.by", "Lee Madeup")
    hands.write("form.reason", "Seen by two people")
    hands.forward()
    assert hands.place == "do_now"
    assert hands.state.outcome is not None
    assert hands.state.outcome.level == "E"
    assert "Gone lower: level E instead of D. Decided by Lee Madeup" in hands.words()
    hands.click("to_decision")
    hands.click("form.undo")
    assert hands.state.outcome.level == "D"


def test_a_case_is_not_closed_without_its_reasons(hands: Driver) -> None:
    hands.click("start")
    hands.walk(vignette(story_at("E"))["case"]["answers"], to_finish=True)
    hands.forward()
    hands.forward()
    assert hands.place == "check"
    assert "Closing: write down what was ruled out, and how." in hands.words()
    hands.window.session.go_to("do_now")
    hands.write_closing()
    assert hands.state.draft is not None
    assert any("Closing. What has changed: Example words" in one.result for one in hands.state.draft.done.values())
    assert hands.finish().exists()
