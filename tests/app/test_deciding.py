"""Going higher freely, going lower only as the protocol allows, and closing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from bruiseaid.app.deciding import judgement_of, with_decision, without_decision
from bruiseaid.engine.decided import higher_levels, lower_levels, why_not_lower
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.case_file import read_case
from bruiseaid.record.model import Done
from bruiseaid.record.progress import Draft
from bruiseaid.report.check.verify import verify
from bruiseaid.store.drafts import Drafts
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


def decide(draft: Draft, level: str, *, by: str = "Lee Madeup", role: str = "A named safeguarding lead") -> Draft:
    found = recommend(draft.case, NOW)
    return with_decision(draft, found, level, by=by, role=role, reason="I am uneasy", now=NOW)


@pytest.mark.parametrize("level", ["A", "B"])
def test_a_level_marked_never_lower_has_no_way_down(level: str) -> None:
    draft = draft_of(story_at(level))
    found = recommend(draft.case, NOW)
    assert lower_levels(draft.case.protocol, found, draft.done) == ()
    assert level in why_not_lower(draft.case.protocol, found, draft.done)
    judgement = judgement_of(decide(draft, "E"), NOW)
    assert judgement.outcome == found
    assert judgement.set_aside == f"Level {level} is never lowered."


@pytest.mark.parametrize("level", ["C", "D", "E"])
@pytest.mark.parametrize("to", ["A", "B", "C", "D"])
def test_going_higher_gives_the_whole_least_set_of_that_level_with_its_clocks(level: str, to: str) -> None:
    draft = draft_of(story_at(level))
    found = recommend(draft.case, NOW)
    higher = [one.id for one in higher_levels(draft.case.protocol, found)]
    assert higher == list("EDCBA"["EDCBA".index(level) + 1 :])
    if to not in higher:
        return
    raised = judgement_of(decide(draft, to, role=""), NOW).outcome
    assert raised.level == to
    standing = {action.id for action in raised.actions}
    for least in next(one for one in draft.case.protocol.levels if one.id == to).least:
        held = standing.intersection(least.actions)
        assert held if least.kind != "all_of" else held == set(least.actions), least


def test_going_higher_is_open_while_questions_are_open() -> None:
    draft = draft_of(story_at("D"))
    draft = replace(draft, case=draft.case.without_answer("context"))
    assert recommend(draft.case, NOW).status == "open"
    raised = judgement_of(decide(draft, "B", role=""), NOW).outcome
    assert (raised.status, raised.level, raised.act_now) == ("open", "B", True)


def test_where_a_doctors_look_is_asked_for_the_way_down_opens_only_after_it() -> None:
    draft = draft_of(story_at("C", fires="R20"))
    found = recommend(draft.case, NOW)
    standing = {action.id for action in found.actions}
    look = next(one.id for one in draft.case.protocol.actions if one.id in standing and "R20" in str(one.when))
    assert lower_levels(draft.case.protocol, found, draft.done) == ()
    done = {look: Done(NOW, "Dr Example", "Seen", "")}
    assert [one.id for one in lower_levels(draft.case.protocol, found, done)] == ["E", "D"]


def changed(draft: Draft, **answers: object) -> Draft:
    case = draft.case
    for name, answer in answers.items():
        case = case.with_answer(name, answer)  # type: ignore[arg-type]
    return replace(draft, case=case)


def test_a_raised_level_stays_when_an_answer_changes_below_it() -> None:
    draft = decide(draft_of(story_at("D")), "B", role="")
    kept = judgement_of(changed(draft, own_worry="very"), NOW)
    assert (kept.found.level, kept.outcome.level, kept.set_aside) == ("C", "B", "")


def test_a_raised_level_that_the_answers_have_passed_is_set_aside_and_says_why() -> None:
    draft = decide(draft_of(story_at("D")), "C", role="")
    passed = judgement_of(changed(draft, emergency_signs=("fit",)), NOW)
    assert passed.outcome.level == "A"
    assert "lead to level A, which is higher" in passed.set_aside


def test_a_lowered_level_is_set_aside_when_the_answers_lead_elsewhere() -> None:
    lowered = decide(draft_of(story_at("D")), "E")
    assert judgement_of(lowered, NOW).outcome.level == "E"
    worse = judgement_of(changed(lowered, own_worry="very"), NOW)
    assert worse.outcome.level == "C"
    assert worse.set_aside == "It was decided when your answers led to level D. They now lead to C."
    assert worse.decision is not None


def test_a_lowered_level_is_set_aside_when_there_is_a_new_reason_for_the_same_level() -> None:
    lowered = decide(draft_of(story_at("D")), "E")
    assert lowered.decision is not None
    fewer = replace(lowered, decision=replace(lowered.decision, rules=lowered.decision.rules[1:]))
    assert judgement_of(fewer, NOW).outcome.level == "D"
    assert "Since then there is a new reason" in judgement_of(fewer, NOW).set_aside


@pytest.mark.parametrize(("by", "role"), [("", "A named safeguarding lead"), ("Lee Madeup", "")])
def test_nobody_without_name_or_role_lowers_a_level(by: str, role: str) -> None:
    draft = decide(draft_of(story_at("D")), "E", by=by, role=role)
    assert judgement_of(draft, NOW).outcome.level == "D"


def test_a_decision_is_kept_with_the_draft_and_in_the_chronology_when_taken_back(tmp_path: Path) -> None:
    draft = decide(draft_of(story_at("D")), "B", role="health visitor")
    drafts = Drafts(tmp_path)
    drafts.save(draft)
    assert drafts.load(draft.id, draft.case.protocol).decision == draft.decision
    back = without_decision(draft, NOW)
    assert [event.text for event in back.events] == [
        "Level decided: B. The protocol gives D. Decided by Lee Madeup, health visitor. Reason: I am uneasy",
        "The decision about the level was taken back",
    ]


def test_going_lower_asks_for_a_named_lead_and_a_reason(hands: Driver) -> None:
    hands.reach_result(vignette(story_at("D"))["case"]["answers"], to_finish=True)
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
    said = "The protocol gives D. Decided: E, by Lee Madeup, a named safeguarding lead, because: Seen by two people."
    assert said in hands.words()
    hands.click("to_decision")
    hands.click("form.undo")
    assert hands.state.outcome.level == "D"


def test_going_higher_shows_the_new_actions_and_what_the_protocol_gives(hands: Driver) -> None:
    hands.reach_result(vignette(story_at("D"))["case"]["answers"], to_finish=True)
    assert hands.find("action:A-CSC-PHONE") is None
    hands.click("to_decision")
    hands.click("form.level=B")
    hands.write("form.reason", "The mother went quiet")
    hands.forward()
    assert hands.shown("action:A-CSC-PHONE").isVisible()
    assert "The protocol gives D. Decided: B, by Pat Sample, health visitor, because: The mother went quiet." in (
        hands.words()
    )
    pdf = hands.finish()
    text = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "Level B of A to E" in text
    assert "The protocol gives D. Decided: B, by Pat Sample" in " ".join(text.split())
    assert "Ring children's social care now" in text
    found = verify(pdf.read_bytes(), {})
    assert found.replay == "same"
    assert found.printed == "B, Immediate referral (decided by people; the protocol gives D)"


def test_an_answer_that_sets_a_decision_aside_says_so_on_the_page(hands: Driver) -> None:
    hands.reach_result(vignette(story_at("D"))["case"]["answers"], to_finish=True)
    hands.click("to_decision")
    hands.click("form.level=C")
    hands.write("form.reason", "I am uneasy")
    hands.forward()
    hands.window.session.go_to("ask:immediate_danger")
    hands.click("immediate_danger=unsure")
    hands.window.session.go_to("do_now")
    assert "Set aside: C, decided by Pat Sample" in hands.words()
    assert "Your answers now lead to level B, which is higher. The higher one counts." in hands.words()


def test_a_case_is_not_closed_without_its_reasons(hands: Driver) -> None:
    hands.reach_result(vignette(story_at("E"))["case"]["answers"], to_finish=True)
    hands.walk_after()
    hands.forward()
    assert hands.place == "check"
    assert "Closing: write down what was ruled out, and how." in hands.words()
    hands.window.session.go_to("do_now")
    hands.write_closing()
    assert hands.state.draft is not None
    assert hands.state.draft.closing["changed"] == "Example words"
    text = "\n".join(page.extract_text() for page in PdfReader(hands.finish()).pages)
    assert "Closing: why nothing further is done now" in text
    assert "Who agrees as a second person" in text


def test_the_strip_and_the_check_page_show_the_level_that_was_decided(hands: Driver) -> None:
    hands.reach_result(vignette(story_at("D"))["case"]["answers"], to_finish=True)
    hands.click("to_decision")
    hands.click("form.level=B")
    hands.write("form.reason", "I am uneasy")
    hands.forward()
    hands.window.session.go_to("ask:delay")
    strip = hands.window.session.screen().strip
    assert strip is not None
    assert strip.level.letter == "B"
    hands.window.session.go_to("check")
    assert "The protocol gives D. Decided: B, by Pat Sample" in hands.words()
