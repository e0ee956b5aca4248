"""Another child of the home gets a record of their own, with what both share and nothing else."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bruiseaid.app.changing import listed
from bruiseaid.app.next_child import case_of_next
from bruiseaid.app.screens.home import HomePage
from bruiseaid.app.screens.phrases import count_words
from bruiseaid.app.screens.state import DO_NOW, FINISHED
from bruiseaid.store.drafts import Drafts
from tests.engine.cases import case_of
from tests.journeys.doing import referral
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

ZONE = ZoneInfo("Europe/London")


def answers() -> dict[str, Any]:
    found = dict(vignette("V01")["case"]["answers"])
    found["household"] = [{"name": "Jo Example", "identified": "yes"}]
    found["siblings"] = [{"name": "Sam Example", "action": "Seen today"}, {"name": "Kit Example"}]
    found["child"] = {"name": "Alex Example"}
    found["community"] = [{"what": "Shouting at night", "who": "Neighbour Madeup"}]
    return found


def test_the_next_childs_record_begins_with_the_home_and_not_with_the_marks(hands: Driver) -> None:
    hands.reach_result(answers())
    hands.finish(early=True)
    first = hands.state.draft
    assert first is not None
    hands.click("next_child:0")
    draft = hands.state.draft
    assert draft is not None
    assert draft.id != first.id
    given = draft.case.answers
    assert [entry["name"] for entry in listed(given["siblings"])] == ["Kit Example", "Alex Example"]
    assert given["child"] == {"name": "Sam Example"}
    assert listed(given["siblings"])[1]["action"] == f"Has a record of their own, {first.id}"
    assert given["community"] == first.case.answers["community"]
    assert given["household"] == first.case.answers["household"]
    assert not {"marks", "dob", "emergency_signs", "explanation", "context"} & set(given)
    assert first.id in draft.events[0].text


def statuses(hands: Driver) -> dict[str, tuple[str, str, str]]:
    """What the start page says of each record: sign, status, and of which record it is the next child."""
    page = hands.window.session.screen().page
    assert isinstance(page, HomePage)
    return {row.id: (row.sign, row.status, row.beside) for row in page.rows}


def test_the_start_page_tells_drafts_from_finished_records_and_says_after_which_child_one_comes(hands: Driver) -> None:
    hands.reach_result(answers())
    hands.finish(early=True)
    hands.now += timedelta(minutes=5)
    hands.click("next_child:0")
    hands.click("leave")
    assert statuses(hands) == {
        "R-T001": ("warning", "Record made. Call not written down", ""),
        "R-T002": ("current", "Draft", "Next child after R-T001"),
    }
    assert next(iter(statuses(hands))) == "R-T002"
    assert "4 months, seen today" in hands.words()
    assert "Immediate referral" in hands.words()
    for name in ("Alex", "Sam", "Example"):
        assert name not in hands.words().replace("Pat Sample", "")
    hands.click("open:R-T001")
    hands.click("step:check")
    hands.click("change:delay")
    hands.click("delay=yes")
    hands.click("leave")
    assert statuses(hands)["R-T001"] == ("warning", "Changed since it was finished", "")


def test_a_record_of_which_things_are_still_to_do_does_not_stand_as_finished(hands: Driver) -> None:
    hands.reach_result(answers())
    hands.finish(early=True)
    assert hands.state.outcome is not None
    actions = hands.state.outcome.actions
    left = sorted(one.due.at for one in actions if one.due.at is not None)
    hands.click("leave")
    assert statuses(hands)["R-T001"][:2] == ("warning", "Record made. Call not written down")
    assert f"{len(actions)} things still to do" in hands.words()
    assert "overdue" not in hands.words()

    hands.now = left[0] + timedelta(minutes=1)
    hands.window.session.tick()
    hands.rest()
    assert statuses(hands)["R-T001"][:2] == ("warning", "Record made. Call not written down")
    late = sum(at < hands.now for at in left)
    assert f"{len(actions)} things still to do, {count_words(late, 'overdue', 'overdue').lower()}" in hands.words()
    hands.click("to_do:R-T001")
    assert hands.place == DO_NOW
    assert hands.state.draft is not None
    assert hands.state.draft.id == "R-T001"


def test_a_draft_says_that_the_call_is_not_written_down_and_what_is_to_be_done(hands: Driver) -> None:
    hands.click("start")
    hands.click("leave")
    assert statuses(hands)["R-T001"][:2] == ("current", "Draft")
    assert "still to do" not in hands.words()
    hands.click("open:R-T001")
    hands.walk(answers(), to_finish=False)
    assert hands.state.outcome is not None
    actions = hands.state.outcome.actions
    first = min(one.due.at for one in actions if one.due.at is not None and one.due.at >= hands.now)
    hands.click(f"record:{referral(hands)}")
    hands.click("form.cancel")
    hands.click("leave")
    assert statuses(hands)["R-T001"][:2] == ("warning", "Draft. Call not written down")
    assert f"{len(actions)} things still to do, first due {first.astimezone(ZONE):%H:%M}" in hands.words()

    hands.now += timedelta(hours=2)
    hands.window.session.tick()
    hands.rest()
    assert "overdue" in hands.words()
    hands.click("to_do:R-T001")
    hands.click(f"record:{referral(hands)}")
    hands.click("form.referral_outcome=accepted")
    hands.write("form.who", "A. Nother")
    hands.click("form.save")
    hands.click("leave")
    assert statuses(hands)["R-T001"][:2] == ("current", "Draft")


def test_a_draft_whose_referral_came_back_says_so(hands: Driver) -> None:
    hands.reach_result(answers())
    hands.click(f"record:{referral(hands)}")
    hands.click("form.referral_outcome=turned_back")
    hands.write("form.who", "A. Nother")
    hands.click("form.save")
    hands.click("leave")
    assert statuses(hands)["R-T001"][:2] == ("warning", "Referral not agreed")
    assert "things still to do" in hands.words()


def test_what_was_added_to_a_record_is_told_on_the_start_page(hands: Driver) -> None:
    hands.reach_result(answers())
    hands.finish(early=True)
    hands.click("leave")
    assert "addend" not in hands.words().replace("Add to this record", "")
    hands.click("add:R-T001")
    hands.write("addendum.text", "Example fact")
    hands.click("leave")
    assert "One addendum, not yet sealed" in hands.words()
    hands.click("add:R-T001")
    hands.write("addendum.told_by", "Dr Imaginary")
    hands.click("addendum.why=new")
    hands.forward()
    hands.forward()
    assert hands.place == FINISHED
    hands.click("add_to_record")
    hands.write("addendum.text", "Another fact")
    hands.click("leave")
    assert "With one addendum, one more not yet sealed" in hands.words()
    hands.click("add:R-T001")
    hands.click("throw_addendum_away")
    hands.click("leave")
    assert "With one addendum\n" in hands.words()


def test_a_record_saved_by_an_older_version_is_not_called_finished_before_it_is_known(hands: Driver) -> None:
    hands.reach_result(answers())
    hands.finish(early=True)
    hands.click("leave")
    hands.window.session.wait_for_disk()
    path = hands.data / "drafts" / "R-T001.json"
    kept = json.loads(path.read_bytes())
    path.write_text(json.dumps({key: kept[key] for key in kept if key not in ("to_do", "refused", "to_ring")}), "utf-8")
    hands.window.close()
    again = Driver(hands.data)
    assert statuses(again)["R-T001"][:2] == ("todo", "Record made")
    assert "See what is left to do" in again.words()
    again.click("to_do:R-T001")
    assert again.place == DO_NOW
    again.click("leave")
    assert "things still to do" in again.words()
    again.window.close()


def test_of_which_record_it_is_the_next_child_is_known_after_a_restart(hands: Driver) -> None:
    hands.reach_result(answers())
    hands.finish(early=True)
    hands.click("next_child:0")
    hands.window.session.wait_for_disk()
    assert Drafts(hands.data / "drafts").load("R-T002", hands.state.protocol).beside == "R-T001"


def test_ticks_that_were_cleared_come_back_with_control_z(hands: Driver) -> None:
    from PySide6.QtCore import Qt

    hands.click("start")
    question = hands.question("emergency_signs")
    first, second = question.options[0].id, question.options[1].id
    alone = next(option.id for option in question.options if option.alone)
    for name in (first, second, alone):
        hands.click(f"{question.id}={name}")
    assert "ticks removed" in hands.window.session.screen().announcement
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.state.draft is not None
    assert hands.state.draft.case.answers[question.id] == (first, second)


def test_the_date_of_birth_that_was_given_for_the_next_child_goes_along_and_the_first_ones_does_not() -> None:
    siblings = [{"name": "Sam Example", "dob": "2022-10-10"}, {"name": "Kit Example"}]
    story = vignette("V01")["case"]
    case = case_of({**story, "answers": {**story["answers"], "siblings": siblings}})
    assert case_of_next(case, "siblings", 0, "R-T001")["dob"] == "2022-10-10"
    assert "dob" not in case_of_next(case, "siblings", 1, "R-T001")
